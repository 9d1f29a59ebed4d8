"""What may be asked of a customer's rating: the contract with callers."""

from datetime import date

from attrs import frozen

from domain.facts.economy import Economy
from domain.facts.inquiry import Inquiries
from domain.facts.policy import PolicyBook
from domain.facts.scorecard import GradeName, Scorecard
from domain.facts.scoring import Judged
from domain.facts.seen import Seen, customer_file
from domain.facts.staff import Staff
from domain.facts.statement import Statements
from domain.fields import SEEN, looked_up, stamped
from domain.ids import CustomerId, Digest, ScorecardId
from domain.party import Party


@frozen(kw_only=True)
class OfRating:
    """Whose rating it is, and the file that it is made from."""

    customer_id: CustomerId

    @property
    def file(self) -> tuple[str, ...]:
        """The streams that a rating is made from."""
        return customer_file(self.customer_id)


@frozen(kw_only=True)
class RateCustomer(OfRating):
    """Rate a customer with a scorecard, from what is on record and what is judged."""

    scorecard_id: ScorecardId
    judged: tuple[Judged, ...] = ()  # One for each characteristic that people judge.
    read: Digest | None = None  # Of the customer's file as it was read.
    party: Party | None = looked_up("customer", by="customer_id")
    economy: Economy | None = looked_up("economic_file", by="customer_id")
    statements: Statements | None = looked_up("financial_statement", by="customer_id")
    inquiries: Inquiries | None = looked_up("credit_inquiry", by="customer_id")
    card: Scorecard | None = looked_up("scorecard", by="scorecard_id")
    seen: Seen | None = looked_up(SEEN, by="file")
    actor: str = stamped("actor")
    staff: Staff | None = looked_up("staff", by="actor")
    book: PolicyBook | None = looked_up("policy", of="book")
    today: date = stamped("today")


@frozen(kw_only=True)
class OverrideGrade(OfRating):
    """Move the grade of the rating in force, on authority and with a reason."""

    grade: GradeName
    reason: str  # Without personal data.
    digest: Digest  # Of the paper that it is decided on.
    actor: str = stamped("actor")
    staff: Staff | None = looked_up("staff", by="actor")
    book: PolicyBook | None = looked_up("policy", of="book")
    seen: Seen | None = looked_up(SEEN, by="file", default=None)
    today: date = stamped("today")


RatingCommand = RateCustomer | OverrideGrade
