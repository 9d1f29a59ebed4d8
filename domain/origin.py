"""The mark on facts that another system stated and that were taken over."""

from attrs import frozen


@frozen(kw_only=True)
class Origin:
    """Where a taken-over fact was found."""

    system: str  # The system or file set, as in "berka_pkdd99".
    reference: str  # The row in it, as in "loan.csv:5314".


@frozen
class Finding:
    """A rule of ours that a taken-over fact breaks; it is recorded all the same."""

    rule: str  # The rule's code.
    facts: str  # What was found, without personal data.
