"""What follows from setting how a product is priced, or which fees may be asked."""

from collections.abc import Sequence
from datetime import date

from domain.dated import Dated, From
from domain.facts.pricing import PricingTable
from domain.policy.commands import SetPolicyFees, SetPolicyPricing
from domain.policy.events import PolicyEvent, PolicyFeesSet, PolicyPricingSet
from domain.policy.rules import (
    FEE_CAPS_ARE_SOUND,
    NOT_DATED_BACK,
    PRICED_IS_A_PRODUCT,
    PRICING_IS_SOUND,
)
from domain.policy.state import Policy


def set_pricing(command: SetPolicyPricing, policy: Policy) -> Sequence[PolicyEvent]:
    """Set a pricing table from a day on; () where that day has it from that source already."""
    known = policy.book.pricing.get(command.product_id, Dated[PricingTable]())
    if known.entry(command.since) == From(command.since, command.table, command.source):
        return ()
    _require_ahead(command.since, command.today)
    PRICED_IS_A_PRODUCT.require(command.product is not None, product_id=command.product_id)
    _require_sound(command.table)
    made = PolicyPricingSet(
        product_id=command.product_id,
        table=command.table,
        since=command.since,
        source=command.source,
        authority=command.authority,
    )
    return (made,)


def set_fees(command: SetPolicyFees, policy: Policy) -> Sequence[PolicyEvent]:
    """Set the schedule of fees from a day on; () where that day has it already."""
    if policy.book.fees.entry(command.since) == From(command.since, command.fees, command.source):
        return ()
    _require_ahead(command.since, command.today)
    names = [fee.fee_id for fee in command.fees]
    bounded = all(fee.amount_max or fee.rate_max for fee in command.fees)
    FEE_CAPS_ARE_SOUND.require(bounded and len(names) == len(set(names)), fees=", ".join(names))
    made = PolicyFeesSet(
        fees=command.fees, since=command.since, source=command.source, authority=command.authority
    )
    return (made,)


def _require_sound(table: PricingTable) -> None:
    terms = [band.months_max for band in table.base]
    grades = [one.grade for one in table.by_grade]
    ways = [one.way.value for one in table.by_security]
    tiers = [one.tier.value for one in table.by_tier]
    once = all(len(names) == len(set(names)) for names in (grades, ways, tiers))
    PRICING_IS_SOUND.require(
        bool(terms)
        and terms == sorted(set(terms))
        and once
        and table.rate_lowest <= table.rate_highest,
        terms=", ".join(map(str, terms)),
        rate_lowest=table.rate_lowest,
        rate_highest=table.rate_highest,
    )


def _require_ahead(since: date, today: date) -> None:
    NOT_DATED_BACK.require(today <= since, since=since, today=today)
