"""What customers who are counted together owe, against the capital of the day."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from attrs import frozen

from domain.facility.caps import cap_of, caps_on, share_of
from domain.facility.values import Cap
from domain.facts.facility import FacilityKind
from domain.facts.policy import Capital, PolicyBook
from domain.money import DEFAULT_CURRENCY, Money
from domain.rate import half_up
from projections.exposures import owed_by
from projections.facilities import limits_on
from projections.relations import insiders_of
from projections.view import Reader

Caps = Sequence[tuple[Cap, bool]]  # Each with whether it counts net of cash cover.


@frozen
class Basis:
    """What exposure is counted against on a day."""

    reader: Reader
    book: PolicyBook
    capital: Capital | None

    @property
    def currency(self) -> str:
        """The currency that is counted: that of the capital."""
        return self.capital.net_capital.currency if self.capital else DEFAULT_CURRENCY

    def owed(self, customer_ids: Collection[str]) -> Money:
        """Return what customers owe together."""
        amounts = owed_by(self.reader, customer_ids).values()
        own = (one.fen for several in amounts for one in several if one.currency == self.currency)
        return Money(sum(own), self.currency)

    def named(self, name: str, *, tier1: bool = False) -> Caps:
        """Return the cap of a parameter; none where no capital is on record."""
        if self.capital is None:
            return ()
        capital = self.capital.net_tier1 if tier1 else self.capital.net_capital
        return ((cap_of(self.book, name, self.reader.day, capital), False),)

    def caps(self, kind: FacilityKind, *, related: bool = False) -> Caps:
        """Return the caps on a kind of limit; none where no capital is on record."""
        if self.capital is None:
            return ()
        day = self.reader.day
        return tuple(caps_on(kind, self.book, day, self.capital, related=related))


@frozen(kw_only=True)
class Exposed:
    """Customers who are counted together, and what they owe."""

    name: str
    customers: Sequence[str]
    exposure: Money
    caps: Caps = ()


def of_customer(basis: Basis, customer_id: str, owed: Money) -> Exposed:
    """Return a customer, measured by the caps on one."""
    related = bool(insiders_of(basis.reader, [customer_id]))
    return Exposed(
        name=customer_id,
        customers=(customer_id,),
        exposure=owed,
        caps=basis.caps(FacilityKind.MAXIMUM, related=related),
    )


def of_group(basis: Basis, name: str, members: Sequence[str]) -> Exposed:
    """Return customers of one group, measured by the caps on one."""
    related = bool(insiders_of(basis.reader, members))
    return Exposed(
        name=name,
        customers=members,
        exposure=basis.owed(members),
        caps=basis.caps(FacilityKind.GROUP, related=related),
    )


def together(customers: Sequence[str], owed: Money, caps: Caps) -> Exposed:
    """Return customers who owe so much together, under no name."""
    return Exposed(name="", customers=customers, exposure=owed, caps=caps)


def row_of(basis: Basis, row: Exposed) -> Mapping[str, Any]:
    """Return what the view shows of them."""
    reserved, cover = _of_limits(basis, row)
    capital = basis.capital
    measured = [(cap, _net(row.exposure, cover) if net else row.exposure) for cap, net in row.caps]
    tightest = min(measured, key=lambda one: one[0].most.fen - one[1].fen, default=None)
    return {
        "name": row.name,
        "customers": list(row.customers),
        "exposure": str(row.exposure),
        "reserved": str(reserved),
        "cash_cover": str(cover),
        "share": _percent(row.exposure, capital.net_capital) if capital else None,
        "share_tier1": _percent(row.exposure, capital.net_tier1) if capital else None,
        "most": str(tightest[0].most) if tightest else None,
        "parameter": tightest[0].setting.parameter if tightest else None,
        "within": all(counted <= cap.most for cap, counted in measured) if measured else None,
    }


def _of_limits(basis: Basis, row: Exposed) -> tuple[Money, Money]:
    """Return what is reserved of the customers' limits, and their cash cover."""
    limits = limits_on(basis.reader, row.customers).values()
    own = [one for one in limits if one.limit.currency == basis.currency]
    covers = [one.granted.cash_cover for one in own if one.granted.cash_cover]
    reserved = sum(one.reserved.fen for one in own)
    return (
        Money(reserved, basis.currency),
        Money(sum(cover.amount.fen for cover in covers), basis.currency),
    )


def _net(exposure: Money, cover: Money) -> Money:
    return Money(max(exposure.fen - cover.fen, 0), exposure.currency)


def _percent(amount: Money, whole: Money) -> str:
    """Return a share as "12.34%"."""
    share = 10_000 * share_of(amount, whole)
    hundredths = half_up(share.numerator, share.denominator)
    return f"{hundredths // 100}.{hundredths % 100:02d}%"
