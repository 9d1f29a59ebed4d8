"""What a tool says of what it did."""

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from attrs import field, frozen

Progress = Callable[[str, int, int], None]  # What is being done, how many are done, of how many.


@frozen(kw_only=True)
class Shown:
    """A page of a view that a tool shows of what it did, with the columns to show."""

    view: str
    query: Mapping[str, str]
    columns: tuple[str, ...]


@frozen(kw_only=True)
class Report:
    """What a tool did: how many of what, and what a person should read."""

    counts: Mapping[str, int] = field(factory=dict)  # "loans" -> 682, in the order to show them.
    remarks: tuple[str, ...] = ()  # One sentence each.
    shown: tuple[Shown, ...] = ()
    passed: bool = True  # False where the remarks say what is wrong; the command then exits with 1.


class Verdict(Protocol):
    """What a verification found."""

    @property
    def size(self) -> int:
        """Records in the log."""

    @property
    def root(self) -> str:
        """Root of the Merkle tree, "sha256:…"."""

    @property
    def streams(self) -> int:
        """Streams in the log."""

    @property
    def sealed(self) -> int:
        """Sealed fields whose digests stand in their records."""

    @property
    def opened(self) -> int:
        """Of these, those that opened with the keys at hand."""

    @property
    def passed(self) -> bool:
        """Nothing is wrong."""

    @property
    def faults(self) -> Sequence[str]:
        """What is wrong, one sentence each; nothing where it passed."""
