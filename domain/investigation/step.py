"""What steps of an investigation share: whose it is, who acts, and what is looked up."""

from datetime import date

from attrs import frozen

from domain.facts.application import Application
from domain.facts.inquiry import Inquiries
from domain.facts.investigation import Investigation
from domain.facts.policy import PolicyBook
from domain.facts.seen import Seen
from domain.facts.staff import Staff
from domain.fields import SEEN, looked_up, stamped
from domain.ids import ApplicationId, StaffId


@frozen(kw_only=True)
class Step:
    """What every step of an investigation names, and what is looked up for it."""

    application_id: ApplicationId
    application: Application | None = looked_up("credit_application", by="application_id")
    actor: str = stamped("actor")
    staff: Staff | None = looked_up("staff", by="actor")
    book: PolicyBook | None = looked_up("policy", of="book")
    today: date = stamped("today")


@frozen(kw_only=True)
class Team(Step):
    """Who investigates from now on."""

    investigators: tuple[StaffId, ...]
    team: tuple[Staff, ...] | None = looked_up("staff", by="investigators")


@frozen(kw_only=True)
class OnFindings(Step):
    """What is looked up where all that was found is judged."""

    inquiries: Inquiries | None = looked_up("credit_inquiry", by="application.customer_id")
    found: Investigation | None = looked_up("investigation", by="application_id", default=None)
    seen: Seen | None = looked_up(SEEN, by="application.file, found.securities", default=None)
