"""What may be asked of a product: the contract with callers."""

from datetime import date

from attrs import frozen

from domain.facts.channel import Channel
from domain.facts.staff import Staff
from domain.fields import looked_up, stamped
from domain.ids import FeedbackId, ProductId
from domain.terms import Terms


@frozen(kw_only=True)
class DefineProduct:
    """Define a product and the terms it starts with."""

    product_id: ProductId
    title: str
    terms: Terms
    since: date
    source: str  # The decision or circular that the terms come from.


@frozen(kw_only=True)
class ChangeTerms:
    """Change a product's terms from a day on; loans agreed before keep theirs."""

    product_id: ProductId
    terms: Terms
    since: date
    source: str
    closes: tuple[FeedbackId, ...] = ()  # Suggestions that this version takes up.


@frozen(kw_only=True)
class WithdrawProduct:
    """Withdraw a product: nothing is lent on it from a day on."""

    product_id: ProductId
    since: date
    source: str


@frozen(kw_only=True)
class GiveProductFeedback:
    """Say what could be better about a product; it is tied to the terms in effect that day."""

    product_id: ProductId
    feedback_id: FeedbackId
    says: str  # Without personal data.
    channel: Channel | None = None  # How it reached us, where a customer said it.
    actor: str = stamped("actor")
    staff: Staff | None = looked_up("staff", by="actor")
    today: date = stamped("today")


@frozen(kw_only=True)
class AnswerProductFeedback:
    """Answer a suggestion: whether a version of the terms will take it up, and why."""

    product_id: ProductId
    feedback_id: FeedbackId
    accepted: bool
    says: str  # Without personal data.
    actor: str = stamped("actor")
    staff: Staff | None = looked_up("staff", by="actor")
    today: date = stamped("today")


ProductCommand = (
    DefineProduct | ChangeTerms | WithdrawProduct | GiveProductFeedback | AnswerProductFeedback
)
