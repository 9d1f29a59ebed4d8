"""A scorecard (评分卡): what a rating looks at, in which bands, for which points and grades.

A version holds from its day until the next one's.  Ratings name the version that they were made
with, so that each can be made again; what no version says is what ships with the program.
"""

from typing import Final, get_args

from domain.decider import Decider
from domain.scorecard import labels, rules
from domain.scorecard.commands import ScorecardCommand
from domain.scorecard.decisions import decide
from domain.scorecard.events import ScorecardEvent
from domain.scorecard.state import Versions, evolve, fact

SCORECARD: Final[Decider[ScorecardCommand, Versions, ScorecardEvent]] = Decider(
    category="scorecard",
    identity="scorecard_id",
    initial=Versions(),
    decide=decide,
    evolve=evolve,
    commands=get_args(ScorecardCommand),
    events=get_args(ScorecardEvent),
    fact=fact,
    rules=(rules,),
    labels=labels,
)
