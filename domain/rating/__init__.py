"""A customer's credit rating (信用评级): made with a scorecard from what is on record.

A rating holds for some months.  The next one takes its place; who has the authority may move a
grade by few notches, with a reason.  Every rating keeps its inputs and the version of the card.
"""

from typing import Final, get_args

from domain.decider import Decider
from domain.rating import labels, rules
from domain.rating.commands import RatingCommand
from domain.rating.decisions import decide
from domain.rating.events import RatingEvent
from domain.rating.state import Rated, evolve, fact

RATING: Final[Decider[RatingCommand, Rated, RatingEvent]] = Decider(
    category="rating",
    identity="customer_id",
    initial=Rated(),
    decide=decide,
    evolve=evolve,
    commands=get_args(RatingCommand),
    events=get_args(RatingEvent),
    fact=fact,
    rules=(rules,),
    labels=labels,
)
