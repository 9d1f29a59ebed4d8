"""What has happened to a scorecard: the contract with history."""

from datetime import date

from attrs import frozen

from domain.facts.scorecard import Characteristic, GradeFrom
from domain.kinds import CustomerKind


@frozen(kw_only=True)
class ScorecardDefined:
    """A scorecard holds from a day on, with its first version."""

    title: str
    customer_kinds: tuple[CustomerKind, ...]
    characteristics: tuple[Characteristic, ...]
    grades: tuple[GradeFrom, ...]
    since: date
    source: str


@frozen(kw_only=True)
class ScorecardRevised:
    """Another version holds from a day on."""

    version: int
    characteristics: tuple[Characteristic, ...]
    grades: tuple[GradeFrom, ...]
    since: date
    source: str


@frozen(kw_only=True)
class ScorecardWithdrawn:
    """Nobody is rated with the scorecard from a day on."""

    since: date
    source: str


ScorecardEvent = ScorecardDefined | ScorecardRevised | ScorecardWithdrawn
