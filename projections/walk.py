"""How lines of a table are followed from text to text: the links of a graph."""

from collections.abc import Mapping

from attrs import frozen


@frozen(kw_only=True)
class Walk:
    """How lines lead from a text in one of two columns to one in the other, and on from there."""

    ends: tuple[str, str]  # Columns.
    enter: tuple[str, ...]  # By which of them a line may be entered; it is left by the other.
    key: str  # Column: lines that share it with a line that was walked are found with it.
    where: Mapping[str, str]  # What a walked line must say.

    def other(self, column: str) -> str:
        """Return the other of the two columns."""
        one, other = self.ends
        return other if column == one else one
