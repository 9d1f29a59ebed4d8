"""The checks of an export or of a published log, one by one, each with what came of it."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final, NamedTuple

from adapters.evidence.check_bag import SIGNATURE, STAMP, bag_labels, check_bag, check_signature
from adapters.evidence.check_closing import check_closing, last_closing
from adapters.evidence.check_disclosures import Disclosures
from adapters.evidence.check_log import Digests, check_earlier, check_log, read_log
from adapters.evidence.check_records import Streams, check_records
from adapters.evidence.check_stamp import STAMP_BYTES_MAX, check_stamp
from adapters.evidence.check_table import Beside
from adapters.evidence.checkpoint import Checkpoint, open_note
from adapters.evidence.ed25519 import SIGNATURE_BYTES
from adapters.evidence.faults import Faulty
from adapters.evidence.folder import read_bounded, walk
from adapters.evidence.lines import Line
from adapters.evidence.note import NOTE_BYTES_MAX, Key, Note, read_key, require_signed

EARLIER: Final = "data/prior-checkpoints"
STAMPED: Final = ".tsr"  # After a checkpoint's name: its time stamp.
SCOPE: Final = "Loanfold-Scope"  # In bag-info.txt: "whole", "branch NAME" or "part".
PASSED, FAILED, NOT_CHECKED = "passed", "failed", "not checked"


class Trust(NamedTuple):
    """What whoever verifies brings along."""

    log: Key
    export: Key | None = None
    witnesses: tuple[Key, ...] = ()
    authority: Path | None = None  # Certificates that vouch for the time-stamping authority.
    checkpoints: tuple[Path, ...] = ()  # Those that were given out earlier, and kept.
    whole: tuple[str, ...] = ()  # Branches that should be here whole; "*" for all.


class Finding(NamedTuple):
    """What came of one check."""

    check: str
    state: str  # PASSED, FAILED or NOT_CHECKED.
    said: str

    def to_text(self) -> str:
        """Return it as a line; what would steer a terminal is written as an escape."""
        said = "".join(c if c.isprintable() else ascii(c)[1:-1] for c in self.said)
        return f"{self.state:<12} {self.check:<11} {said}"


class NotChecked(Exception):
    """A check that could not be made, and why."""


class Verification:
    """One export, or one log alone, as it is verified check by check."""

    def __init__(self, folder: Path, trust: Trust) -> None:
        """Verify what is in a folder."""
        self.folder, self.trust = folder, trust
        # Who brings the key of exports along asks for one: a log in its place is none.
        self.is_bag = trust.export is not None or (folder / "bagit.txt").exists()
        self._log_folder = folder / "data" / "log" if self.is_bag else folder
        self._digests: Digests | None = None
        self._streams = Streams()
        self._table: Beside | None = None
        self._disclosures: Disclosures | None = None

    def findings(self) -> Iterator[Finding]:
        """Yield what comes of each check, in order; a fault in one does not end the others."""
        log = {"log": self.log, "earlier": self.earlier, "witness": self.witness}
        bag = {"files": self.files, "signature": self.signature, "time stamp": self.stamp}
        records = {
            "records": self.records,
            "events.csv": self.table,
            "disclosures": self.disclosed,
            "closing": self.closing,
        }
        checks = {**bag, **log, **records} if self.is_bag else log
        for name, check in checks.items():
            try:
                yield Finding(name, PASSED, check())
            except NotChecked as why:
                yield Finding(name, NOT_CHECKED, str(why))
            except Faulty as fault:
                yield Finding(name, FAILED, str(fault))
            except OSError as error:
                yield Finding(name, FAILED, f"a file cannot be read ({error})")

    def files(self) -> str:
        """Check every file against the manifests."""
        return f"{check_bag(self.folder)} files, as the manifests list them"

    def signature(self) -> str:
        """Check the signature over the tag manifest."""
        if self.trust.export is None:
            raise NotChecked("give the key of exports with --export-key")
        check_signature(self.folder, self.trust.export)
        return f"by {self.trust.export.name}, over the list of all files"

    def stamp(self) -> str:
        """Check the time stamps over the signature, and over checkpoints given out earlier."""
        stamped = list(self._stamped())
        if not stamped:
            raise NotChecked("the export has no time stamp")
        if self.trust.authority is None:
            raise NotChecked("give the certificates of the authority with --tsa-ca")
        told = []
        for path, what, content in stamped:
            stamp = read_bounded(self.folder, path, STAMP_BYTES_MAX)
            try:
                told.append(f"{what} before {check_stamp(stamp, content, self.trust.authority)}")
            except Faulty as error:
                raise Faulty(f"{path}: {error}") from error
        return "; ".join(told)

    def log(self) -> str:
        """Recompute the log from its entries."""
        checkpoint, _ = read_log(self._log_folder, self.trust.log)
        self._digests = check_log(self._log_folder, checkpoint)
        root = checkpoint.root.hex()
        return f"{checkpoint.size} records, root {root}, signed by {checkpoint.origin}"

    def earlier(self) -> str:
        """Check that the log extends the checkpoints given out before, and those kept."""
        digests = self._log()
        given = {path: checkpoint for path, checkpoint, _ in self._given()}
        kept = {str(path): _kept(path, self.trust.log) for path in self.trust.checkpoints}
        check_earlier(digests, {**given, **kept})
        if not kept:
            raise NotChecked(
                f"it extends all {len(given)} in the export; give one that you kept with"
                " --checkpoint: only that shows that nothing was rewritten"
            )
        return f"it extends all {len(kept)} that you kept, and all {len(given)} in the export"

    def witness(self) -> str:
        """Check what witnesses say of the newest checkpoint that they signed."""
        if not self.trust.witnesses:
            raise NotChecked("give the keys of witnesses with --witness")
        self._log()
        notes = [(c, note) for _, c, note in self._given()]
        notes.append(read_log(self._log_folder, self.trust.log))
        newest = sorted(notes, key=lambda pair: pair[0].size, reverse=True)
        return "; ".join(_witnessed(newest, key) for key in self.trust.witnesses)

    def records(self) -> str:
        """Check every record against the log, and the table of events beside it."""
        digests, last = self._log(), last_closing(self.folder)
        self._streams, self._table = Streams(last.records if last else 0), Beside(self.folder)
        self._disclosures = Disclosures(self.folder)
        try:
            count = check_records(self.folder, digests, self._streams, self._compare)
        except Faulty:
            self._table = None
            raise
        self._table.end()
        missing = len(digests) - count
        if missing and "*" in self._whole():
            raise Faulty(f"all records should be here, and {missing} of {len(digests)} are not")
        return f"{count} of {len(digests)} records, {len(self._streams.heads)} streams, no gap"

    def table(self) -> str:
        """Say what came of the table of events."""
        if self._table is None:
            raise NotChecked("the records do not hold")
        return self._table.said()

    def disclosed(self) -> str:
        """Say what came of what sealed fields say."""
        if self._table is None or self._disclosures is None:
            raise NotChecked("the records do not hold")
        return self._disclosures.said()

    def closing(self) -> str:
        """Check that no stream lacks its end, as far as the last closing of a day goes."""
        digests = self._log()
        if self._table is None:
            raise NotChecked("the records do not hold")
        last = last_closing(self.folder)
        if last is None:
            raise NotChecked("no closing of a day is among the records: nothing shows their ends")
        whole = self._whole()
        told = check_closing(self.folder, last, self._streams, digests=digests, whole=whole)
        return f"up to record {last.records} of {len(digests)}: {'; '.join(told)}"

    def _compare(self, line: Line, said: Mapping[str, Any]) -> None:
        assert self._table is not None and self._disclosures is not None
        self._table.compare(line, said)
        self._disclosures.compare(line, said)

    def _log(self) -> Digests:
        if self._digests is None:
            raise NotChecked("the log does not hold")
        return self._digests

    def _whole(self) -> tuple[str, ...]:
        """Return the branches that should be here whole, as asked for, or as the bag says."""
        if self.trust.whole:
            return self.trust.whole
        said = [value.partition(" ") for value in bag_labels(self.folder).get(SCOPE, [])]
        names = [("*" if kind == "whole" else name) for kind, _, name in said if kind != "part"]
        return tuple(names)

    def _stamped(self) -> Iterator[tuple[str, str, bytes]]:
        """Yield the path of each time stamp, what it says was there, and the bytes it is over."""
        if (self.folder / STAMP).exists():
            signature = read_bounded(self.folder, SIGNATURE, SIGNATURE_BYTES)
            yield STAMP, "the export was signed", signature
        for path, checkpoint, note in self._given():
            if (self.folder / f"{path}{STAMPED}").exists():
                line = next(line for line in note.signatures if line.id == self.trust.log.id)
                said = f"{checkpoint.size} records were there"
                yield f"{path}{STAMPED}", said, line.content

    def _given(self) -> Iterator[tuple[str, Checkpoint, Note]]:
        """Yield the checkpoints that were given out earlier, as the export holds them."""
        folder = self.folder / EARLIER
        for name in walk(folder) if self.is_bag and folder.is_dir() else ():
            if name.isdigit():
                content = read_bounded(folder, name, NOTE_BYTES_MAX)
                yield f"{EARLIER}/{name}", *_opened(f"{EARLIER}/{name}", content, self.trust.log)


def _kept(path: Path, key: Key) -> Checkpoint:
    try:
        with path.open("rb") as file:
            content = file.read(NOTE_BYTES_MAX + 1)
    except OSError as error:
        raise Faulty(f"{path} cannot be read ({error.strerror})") from error
    return _opened(str(path), content, key)[0]


def _opened(path: str, content: bytes, key: Key) -> tuple[Checkpoint, Note]:
    try:
        return open_note(content, key)
    except Faulty as error:
        raise Faulty(f"{path}: {error}") from error


def _witnessed(notes: Sequence[tuple[Checkpoint, Note]], key: Key) -> str:
    """Return what a witness says of the newest checkpoint that it signed."""
    for checkpoint, note in notes:
        if any((line.name, line.id) == (key.name, key.id) for line in note.signatures):
            seconds = require_signed(note, key)
            at = "" if seconds is None else f" on {datetime.fromtimestamp(seconds, UTC)}"
            return f"{key.name} saw the first {checkpoint.size} records{at}"
    raise Faulty(f"no checkpoint is signed by {key.name} with the key {key.id.hex()}")


def key_of(text: str) -> Key:
    """Return the verifier key in a file, or in the text itself; Faulty where there is none."""
    place = Path(text)
    try:
        said = place.read_text(encoding="utf-8") if place.is_file() else text
        return read_key(said)
    except (OSError, ValueError) as error:
        raise Faulty(f"{text[:200]!r}: {error}") from error
