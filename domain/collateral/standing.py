"""What must hold before anything follows on collateral."""

from datetime import date
from typing import Final

from domain.collateral.rules import COLLATERAL_DAY_HAS_COME, COLLATERAL_IS_KNOWN, COLLATERAL_STANDS
from domain.collateral.state import Collateral, State
from domain.facts.staff import Post

# Who brings in collateral and looks after it.
HANDLERS: Final = (
    Post.JUNIOR_RELATIONSHIP_MANAGER,
    Post.RELATIONSHIP_MANAGER,
    Post.SENIOR_RELATIONSHIP_MANAGER,
    Post.RELATIONSHIP_HEAD,
    Post.INVESTIGATOR,
    Post.CONTRACT_OFFICER,
)


def known(state: State) -> Collateral:
    """Return collateral that is registered; Refused where none is."""
    COLLATERAL_IS_KNOWN.require(state is not None)
    assert state is not None
    return state


def standing(state: State) -> Collateral:
    """Return collateral that can still secure a debt; Refused where it cannot."""
    found = known(state)
    COLLATERAL_STANDS.require(found.ended_on is None, ended_on=found.ended_on)
    return found


def require_come(day: date, today: date) -> None:
    """Raise Refused for a day that is ahead."""
    COLLATERAL_DAY_HAS_COME.require(day <= today, day=day)
