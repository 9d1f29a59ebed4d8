"""Every stated figure beside ours, line by line."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, TextIO

from attrs import field, frozen

from adapters.takeover.sending import Tally

NOTES: Final = ("unit",)
Path = tuple[str, ...]


@frozen(kw_only=True)
class Figures:
    """Our figures, in the shape of the reconciliation that they are compared with."""

    views: Mapping[str, Any]  # Of what we keep, from our views.
    file: Mapping[str, Any]  # Of what we do not keep, from the other system's file.
    notes: tuple[str, ...] = NOTES  # First words of the statements that are no figures.
    named: Mapping[Path, str] = field(factory=dict)  # Why a figure of ours is another.


def compare(stated: Mapping[str, Any], ours: Figures, report: TextIO) -> int:
    """Write a line for every stated figure; return how many differ without a name for it."""
    lines = faults = 0
    for path, value in _leaves(stated, ()):
        if path[0] in ours.notes:
            report.write(f"{_said(path)}: {value} (a note)\n")
            continue
        lines += 1
        faults += not _line(path, value, ours, report)
    report.write(f"figures: {lines}, of which differ without a name: {faults}\n")
    return faults


def account_for(tally: Tally, stated: Mapping[str, int], report: TextIO) -> int:
    """Write that taken over + quarantined = stated; return for how many it is not so."""
    faults = 0
    for what, number in stated.items():
        taken, aside = tally.taken[what], tally.quarantined[what]
        again, equal = tally.repeated[what], taken + aside == number
        before = f" (taken over before: {again})" if again else ""
        verdict = "equal" if equal else "DIFFERENT"
        sums = f"taken over {taken}{before} + quarantined {aside} = stated {number}"
        report.write(f"{what}: {sums}: {verdict}\n")
        faults += not equal
    for what in sorted((tally.taken.keys() | tally.quarantined.keys()) - stated.keys()):
        sums = f"taken over {tally.taken[what]} + quarantined {tally.quarantined[what]}"
        report.write(f"{what}: {sums} (their number is not stated)\n")
    for (what, reason), count in sorted(tally.reasons.items()):
        report.write(f"quarantined: {count} {what}: {reason}\n")
    return faults


def _leaves(stated: Mapping[str, Any], path: Path) -> Iterator[tuple[Path, Any]]:
    """Yield (path, figure); an empty mapping is a figure of its own."""
    for name, value in stated.items():
        if isinstance(value, Mapping) and value:
            yield from _leaves(value, (*path, name))
        else:
            yield (*path, name), value


def _line(path: Path, value: Any, ours: Figures, report: TextIO) -> bool:
    for place, figures in (("our views", ours.views), ("the file, not kept", ours.file)):
        figure = _at(figures, path)
        if figure is None:
            continue
        equal = figure == value or (isinstance(value, str) and value.split(" (")[0] == figure)
        name = ours.named.get(path)
        verdict = "equal" if equal else f"different: {name}" if name else "DIFFERENT"
        report.write(f"{_said(path)}: ours {figure}, stated {value}: {verdict} [{place}]\n")
        return equal or name is not None
    report.write(f"{_said(path)}: stated {value}, and no figure of ours\n")
    return False


def _at(figures: Mapping[str, Any], path: Sequence[str]) -> Any:
    found: Any = figures
    for name in path:
        if not isinstance(found, Mapping) or name not in found:
            return None
        found = found[name]
    return found


def _said(path: Path) -> str:
    return " / ".join(name or '""' for name in path)
