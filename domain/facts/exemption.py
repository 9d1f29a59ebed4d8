"""What lets a step be taken that a rule forbids, where authority may set it aside."""

from attrs import frozen

from domain.ids import Digest


@frozen(kw_only=True)
class Exemption:
    """Who set a rule aside for one case, why, and on which paper."""

    authority: str  # Post or body, without personal data.
    reason: str  # Without personal data.
    document: Digest
