"""What evidence is when it is not what it claims to be."""


class Faulty(ValueError):
    """Evidence does not hold: one sentence that says where, and what was expected."""


def require(holds: bool, said: str) -> None:
    """Raise Faulty with the sentence unless it holds."""
    if not holds:
        raise Faulty(said)
