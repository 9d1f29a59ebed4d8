"""What has happened to a customer's rating: the contract with history."""

from datetime import date

from attrs import frozen

from domain.facts.policy import Setting
from domain.facts.scorecard import GradeFrom
from domain.facts.scoring import Scored, ScoreInputs
from domain.facts.seen import Seen
from domain.ids import CallerName, Digest, ScorecardId


@frozen(kw_only=True)
class CustomerRated:
    """A customer has a grade, with all that it was made of."""

    scorecard_id: ScorecardId
    version: int  # Of the scorecard; 0 ships with the program.
    inputs: ScoreInputs
    scored: tuple[Scored, ...]
    points: int
    grade: str
    grades: tuple[GradeFrom, ...]  # Of the version: what an override may move within.
    rated_by: CallerName
    rated_on: date
    valid_until: date  # The last day.
    seen: Seen
    settings: tuple[Setting, ...]


@frozen(kw_only=True)
class GradeOverridden:
    """The grade in force is another than its points gave."""

    grade: str
    was: str  # By points.
    reason: str
    digest: Digest
    decided_by: CallerName
    settings: tuple[Setting, ...]
    seen: Seen | None = None  # None in records of old.


RatingEvent = CustomerRated | GradeOverridden
