"""What has happened to a product: the contract with history."""

from datetime import date

from attrs import frozen

from domain.facts.channel import Channel
from domain.ids import FeedbackId, StaffId
from domain.terms import Terms


@frozen(kw_only=True)
class ProductDefined:
    """A product can be lent from a day on."""

    title: str
    terms: Terms
    since: date
    source: str


@frozen(kw_only=True)
class TermsChanged:
    """Other terms hold from a day on."""

    terms: Terms
    since: date
    source: str
    closes: tuple[FeedbackId, ...] = ()


@frozen(kw_only=True)
class ProductWithdrawn:
    """Nothing is lent on the product from a day on."""

    since: date
    source: str


@frozen(kw_only=True)
class ProductFeedbackGiven:
    """Somebody said what could be better about the terms in effect that day."""

    feedback_id: FeedbackId
    says: str
    channel: Channel | None
    version_since: date  # First day of the terms that it is about.
    given_by: StaffId
    on: date


@frozen(kw_only=True)
class ProductFeedbackAnswered:
    """A suggestion was answered; one that is accepted is closed by a version of the terms."""

    feedback_id: FeedbackId
    accepted: bool
    says: str
    answered_by: StaffId
    on: date


ProductEvent = (
    ProductDefined
    | TermsChanged
    | ProductWithdrawn
    | ProductFeedbackGiven
    | ProductFeedbackAnswered
)
