"""Rate and fee policy (利率政策与收费管理): what a contract may ask is what was approved and told.

Source: 银行业金融机构不规范经营整治 (七不准四公开, 2012): no fee without leave, none hidden in the
rate; 商业银行服务价格管理办法 (2014): fees are those of a published schedule.
"""

from collections.abc import Iterator, Sequence

from attrs import frozen

from domain.facts.terms import CreditTerms
from domain.ids import FeeId, ProductId
from domain.money import Money
from domain.rate import Rate
from domain.terms import Terms


@frozen(kw_only=True)
class FeeCap:
    """A fee that the institution may ask, and the most of it; None is no bound of that kind."""

    fee_id: FeeId
    title: str
    amount_max: Money | None = None
    rate_max: Rate | None = None  # Of the amount lent.
    products: tuple[ProductId, ...] = ()  # (): any.


@frozen(kw_only=True)
class AgreedFee:
    """A fee that a contract asks."""

    fee_id: FeeId
    amount: Money | None = None
    rate: Rate | None = None  # Of the amount lent.


@frozen(kw_only=True)
class FeesAgreed:
    """The fees of a contract, beside the schedule of the day."""

    agreed: tuple[AgreedFee, ...] = ()
    caps: tuple[FeeCap, ...] = ()


@frozen
class Departure:
    """An item of a contract that policy does not allow, and why."""

    item: str
    says: str


def departures(
    signed: CreditTerms, approved: CreditTerms, offered: Terms | None, fees: FeesAgreed
) -> Sequence[Departure]:
    """Return how a contract's price departs from policy; () where it does not.

    The rate is the one approved, neither raised nor lowered, and lies within what the product is
    lent at on the day; each fee stands in the schedule of the day and keeps within its cap.
    """
    return (*_of_rate(signed, approved, offered), *_of_fees(signed, fees))


def _of_rate(
    signed: CreditTerms, approved: CreditTerms, offered: Terms | None
) -> Iterator[Departure]:
    rate = signed.rate_yearly
    if rate is None:
        yield Departure("rate_yearly", "the contract names no rate")
        return
    if approved.rate_yearly is None:
        yield Departure("rate_yearly", f"{rate}, and nobody approved a rate")
    elif rate > approved.rate_yearly:
        yield Departure("rate_yearly", f"{rate}, raised above the approved {approved.rate_yearly}")
    elif rate < approved.rate_yearly:
        yield Departure("rate_yearly", f"{rate}, below the approved {approved.rate_yearly}")
    if offered and not offered.rate_min <= rate <= offered.rate_max:
        yield Departure(
            "rate_yearly",
            f"{rate}, the product is lent at {offered.rate_min} to {offered.rate_max}",
        )


def _of_fees(signed: CreditTerms, fees: FeesAgreed) -> Iterator[Departure]:
    for fee in fees.agreed:
        cap = next((cap for cap in fees.caps if _covers(cap, fee, signed)), None)
        if cap is None:
            yield Departure(fee.fee_id, "the fee is not in the schedule for this product")
        elif says := _above(fee, cap):
            yield Departure(fee.fee_id, says)


def _covers(cap: FeeCap, fee: AgreedFee, signed: CreditTerms) -> bool:
    return cap.fee_id == fee.fee_id and (not cap.products or signed.product_id in cap.products)


def _above(fee: AgreedFee, cap: FeeCap) -> str:
    """Return why a fee is above its cap; "" where it is not."""
    if fee.amount is not None:
        most = cap.amount_max
        if most is None or most.currency != fee.amount.currency or most < fee.amount:
            return f"{fee.amount}, at most {most or 'a rate'}"
    if fee.rate is not None and (cap.rate_max is None or cap.rate_max < fee.rate):
        return f"{fee.rate}, at most {cap.rate_max or 'an amount'}"
    return ""
