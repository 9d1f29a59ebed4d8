"""Who works with a lead, and as long as what."""

from datetime import date
from typing import Protocol

from domain.facts.duty import require_not_connected, require_post
from domain.facts.staff import MARKETING, Staff
from domain.lead.rules import LEAD_IS_OPEN
from domain.lead.state import Prospect


class Work(Protocol):
    """A command by which somebody works with a lead."""

    @property
    def lead_id(self) -> str:
        """The lead."""

    @property
    def today(self) -> date:
        """The day."""

    @property
    def staff(self) -> Staff | None:
        """Who works."""


def require_work(command: Work, lead: Prospect) -> Staff:
    """Return who works with the lead; Refused where they may not, or it is not open."""
    staff = require_post(command.staff, command.today, MARKETING)
    require_not_connected(staff, lead.customer_id)
    LEAD_IS_OPEN.require(lead.captured is not None and lead.ended is None, lead_id=command.lead_id)
    return staff
