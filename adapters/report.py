"""What a tool says of what it did."""

from collections.abc import Callable, Mapping

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
