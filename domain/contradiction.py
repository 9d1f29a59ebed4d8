"""What terms are answered with that no plan can be made of."""


class Contradiction(ValueError):
    """Terms of which no plan can be made; nothing was computed in part."""

    def __init__(self, field_name: str, says: str) -> None:
        super().__init__(f"{field_name}: {says}")
        self.field = field_name  # Of the terms.
        self.says = says  # A sentence: what is wrong, and what to do.


def require(holds: object, name: str, says: str) -> None:
    """Raise Contradiction for a field unless something holds."""
    if not holds:
        raise Contradiction(name, says)
