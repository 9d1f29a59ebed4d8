"""What terms are answered with that contradict: nothing is computed of them, not even in part."""


class Contradiction(ValueError):
    """Terms of which nothing can be computed; it names a field and says what to do."""

    def __init__(self, field_name: str, says: str) -> None:
        super().__init__(f"{field_name}: {says}")
        self.field = field_name  # Of the terms.
        self.says = says  # A sentence: what is wrong, and what to do.


def require(holds: object, name: str, says: str) -> None:
    """Raise Contradiction for a field unless something holds."""
    if not holds:
        raise Contradiction(name, says)
