"""How lines of a table end others: what was opened, until it is closed."""

from attrs import frozen


@frozen(kw_only=True)
class Ends:
    """Which lines end those before them that have the same key."""

    key: str  # Column.
    column: str  # Of the line that ends others it has this value.
    value: str
