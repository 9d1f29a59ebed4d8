"""What may be asked of a scorecard: the contract with callers."""

from datetime import date

from attrs import frozen

from domain.facts.scorecard import Characteristic, GradeFrom
from domain.facts.staff import Staff
from domain.fields import looked_up, stamped
from domain.ids import ScorecardId
from domain.kinds import CustomerKind


@frozen(kw_only=True)
class DefineScorecard:
    """Define a scorecard of the institution's own, with its first version."""

    scorecard_id: ScorecardId  # That of one that ships: the institution's takes its place.
    title: str
    customer_kinds: tuple[CustomerKind, ...]
    characteristics: tuple[Characteristic, ...]
    grades: tuple[GradeFrom, ...]  # The best first.
    since: date
    source: str  # The decision that it comes from.
    actor: str = stamped("actor")
    staff: Staff | None = looked_up("staff", by="actor")
    today: date = stamped("today")


@frozen(kw_only=True)
class ReviseScorecard:
    """Revise a scorecard: a new version holds from a day on; ratings made before keep theirs."""

    scorecard_id: ScorecardId
    characteristics: tuple[Characteristic, ...]
    grades: tuple[GradeFrom, ...]
    since: date
    source: str
    actor: str = stamped("actor")
    staff: Staff | None = looked_up("staff", by="actor")
    today: date = stamped("today")


@frozen(kw_only=True)
class WithdrawScorecard:
    """Withdraw a scorecard: nobody is rated with it from a day on."""

    scorecard_id: ScorecardId
    since: date
    source: str
    actor: str = stamped("actor")
    staff: Staff | None = looked_up("staff", by="actor")
    today: date = stamped("today")


ScorecardCommand = DefineScorecard | ReviseScorecard | WithdrawScorecard
