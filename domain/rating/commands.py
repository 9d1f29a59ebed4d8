"""What may be asked of a customer's rating: the contract with callers."""

from datetime import date

from attrs import frozen

from domain.facts.economy import Economy
from domain.facts.inquiry import Inquiries
from domain.facts.policy import PolicyBook
from domain.facts.scorecard import GradeName, Scorecard
from domain.facts.scoring import Judged
from domain.facts.seen import Seen
from domain.facts.staff import Staff
from domain.facts.statement import Statements
from domain.fields import SEEN, looked_up, stamped
from domain.ids import CustomerId, Digest, ScorecardId
from domain.party import Party


@frozen(kw_only=True)
class RateCustomer:
    """Rate a customer with a scorecard, from what is on record and what is judged."""

    customer_id: CustomerId
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

    @property
    def file(self) -> tuple[str, ...]:
        """The streams that a rating is made from."""
        of_customer = ("customer", "economic_file", "financial_statement", "credit_inquiry")
        return (
            *(f"{category}-{self.customer_id}" for category in of_customer),
            f"archive-customer-{self.customer_id}",
        )


@frozen(kw_only=True)
class OverrideGrade:
    """Move the grade of the rating in force, on authority and with a reason."""

    customer_id: CustomerId
    grade: GradeName
    reason: str  # Without personal data.
    digest: Digest  # Of the paper that it is decided on.
    actor: str = stamped("actor")
    staff: Staff | None = looked_up("staff", by="actor")
    book: PolicyBook | None = looked_up("policy", of="book")
    today: date = stamped("today")


RatingCommand = RateCustomer | OverrideGrade
