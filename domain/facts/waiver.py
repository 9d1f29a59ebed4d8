"""That authority let a rule rest: who, why, and on which document."""

from attrs import frozen

from domain.ids import Digest


@frozen(kw_only=True)
class Waiver:
    """A rule that was waived for one decision; the event that it made possible records it."""

    rule: str  # The code of the rule: "LIMIT-009".
    authority: str  # Whose it is to waive, as a body or a post, without personal data.
    reason: str  # Without personal data.
    document: Digest  # Of the paper that says so.
