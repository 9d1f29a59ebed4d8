"""What a conclusion is based on beside the investigation itself: as it was looked up."""

from datetime import date

from attrs import frozen

from domain.facts.economy import Economy
from domain.facts.inquiry import Inquiries
from domain.facts.rating import Rating
from domain.facts.ratios import Ratio
from domain.ids import Digest


@frozen(kw_only=True)
class RatioThen:
    """A ratio of a period, with four decimals; None: not defined."""

    as_of: date
    ratio: Ratio
    shown_as: str | None


@frozen(kw_only=True)
class Basis:
    """What was on record of the customer."""

    economy: Economy | None
    ratios: tuple[RatioThen, ...]  # Of the last statements, three at most.
    inquiries: Inquiries | None
    rating: Rating | None
    read: Digest | None
