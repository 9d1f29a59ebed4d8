"""What may be asked of the log itself: the contract with callers."""

from attrs import frozen

from domain.ids import CurrencyCode, Name, ZoneName


@frozen(kw_only=True)
class OpenLog:
    """Open the journal of an institution; the first record of all."""

    log_id: Name  # Always "main": one journal an institution.
    institution: str
    log_name: str  # Names the log to outsiders, as in "bank.example/audit".
    time_zone: ZoneName
    currency: CurrencyCode


@frozen(kw_only=True)
class NotePlugins:
    """Note which plugins a process works with, where they are others than before."""

    log_id: Name
    program: str  # Its version.
    plugins: tuple[str, ...]  # Each with its distribution and version, in order of names.


LogCommand = OpenLog | NotePlugins
