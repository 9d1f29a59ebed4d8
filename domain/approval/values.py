"""The values of an approval."""

from enum import StrEnum

from attrs import frozen

from domain.ids import Digest, StaffId, UnitId


class Verdict(StrEnum):
    """What a reviewer says of a file."""

    PASS_ON = "pass_on"
    SEND_BACK = "send_back"  # To the investigators.


class Choice(StrEnum):
    """How a member votes."""

    IN_FAVOUR = "in_favour"
    AGAINST = "against"
    ABSTAIN = "abstain"


class Advice(StrEnum):
    """What an expert advises."""

    ADVISES_FOR = "advises_for"
    ADVISES_AGAINST = "advises_against"
    NO_ADVICE = "no_advice"


class Delivery(StrEnum):
    """How a letter reached the customer."""

    HANDED_OVER = "handed_over"
    BY_POST = "by_post"
    BY_MESSAGE = "by_message"
    READ_OUT = "read_out"  # By telephone, or in person; the letter is on file.


class Ending(StrEnum):
    """Why an approval holds no more."""

    NOT_USED = "not_used"
    APPLICATION_WITHDRAWN = "application_withdrawn"
    REVOKED = "revoked"


@frozen(kw_only=True)
class Ballot:
    """How a committee voted, and where the minutes are."""

    committee_id: UnitId
    in_favour: tuple[StaffId, ...]
    against: tuple[StaffId, ...]
    abstained: tuple[StaffId, ...]
    absent: tuple[StaffId, ...]  # Members who cast no vote, connected ones among them.
    minutes: Digest
