"""The values that a contract's commands and events share."""

from enum import StrEnum

from attrs import frozen

from domain.facts.seal import SealKind
from domain.ids import CustomerId, Digest


class SigningWay(StrEnum):
    """How a contract is signed."""

    IN_PRESENCE = "in_presence"  # 面签
    ELECTRONIC = "electronic"


@frozen(kw_only=True)
class Signature:
    """What a party put under a contract."""

    customer_id: CustomerId
    kind: SealKind
    shown: Digest  # Of its image, or of the certificate of an electronic signature.


class VoidReason(StrEnum):
    """Why a contract is not signed."""

    DRAFTED_WRONGLY = "drafted_wrongly"
    TERMS_CHANGED = "terms_changed"
    BORROWER_WITHDREW = "borrower_withdrew"
    CONDITIONS_NOT_MET = "conditions_not_met"


class EndReason(StrEnum):
    """Why a signed contract is over."""

    PERFORMED = "performed"  # All that it was for is done.
    RESCINDED = "rescinded"  # By agreement, by notice or by a court.
    LAPSED = "lapsed"


class CopiesWay(StrEnum):
    """Which way copies of a contract go."""

    INTO_CUSTODY = "into_custody"
    OUT_OF_CUSTODY = "out_of_custody"
