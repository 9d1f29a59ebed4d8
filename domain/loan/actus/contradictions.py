"""What terms must be for a contract to be calculated at all.

Source: ACTUS Data Dictionary 1.1 (allowed values; applicability of terms, by contract type).
"""

from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise

from domain.loan.actus.kinds import BY_PAYMENT, ContractType
from domain.loan.actus.terms import Step, Terms, TermsError


def require_sound(terms: Terms) -> None:
    """Raise TermsError for the first thing that is missing or contradicts another."""
    for flaws in (_amounts, _dates, _conditions, _arrays):
        for term, says in flaws(terms):
            raise TermsError(term, says)


def _amounts(terms: Terms) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with amounts and rates."""
    if terms.notional_principal < 0:
        yield "notionalPrincipal", "is negative; contractRole tells the side"
    payment = terms.next_principal_redemption_payment
    if payment is not None and payment < 0:
        yield "nextPrincipalRedemptionPayment", "is negative"
    if terms.contract_type is ContractType.LAM and payment == 0 and not terms.maturity_date:
        yield "nextPrincipalRedemptionPayment", "is nought, so nothing is repaid"
    if terms.contract_type in BY_PAYMENT and terms.rate <= -1:
        yield "nominalInterestRate", "is -100 % or less"
    floor, cap = terms.life_floor, terms.life_cap
    if floor is not None and cap is not None and floor > cap:
        yield "lifeFloor", "is above lifeCap"


def _dates(terms: Terms) -> Iterator[tuple[str, str]]:
    """Yield which dates are out of order."""
    start, end = terms.initial_exchange_date, terms.maturity_date
    after: list[tuple[str, datetime | None]] = [
        ("maturityDate", end),
        ("amortizationDate", terms.amortization_date),
        ("terminationDate", terms.termination_date),
    ]
    for term, day in after:
        if day is not None and day <= start:
            yield term, f"{day.isoformat()} is not after initialExchangeDate {start.isoformat()}"
    capitalised = terms.capitalization_end_date
    if capitalised is not None and capitalised < start:
        yield "capitalizationEndDate", "is before initialExchangeDate"
    bought, sold = terms.purchase_date, terms.termination_date
    if bought is not None and sold is not None and sold < bought:
        yield "terminationDate", "is before purchaseDate"
    if end is None:
        return
    if end <= terms.status_date:
        yield "statusDate", "is not before maturityDate"
    if bought is not None and bought > end:
        yield "purchaseDate", "is after maturityDate"
    if sold is not None and sold > end:
        yield "terminationDate", "is after maturityDate"


def _conditions(terms: Terms) -> Iterator[tuple[str, str]]:
    """Yield which terms lack others that they need."""
    if terms.purchase_date is not None and terms.price_at_purchase_date is None:
        yield "priceAtPurchaseDate", "is needed with purchaseDate"
    if terms.termination_date is not None and terms.price_at_termination_date is None:
        yield "priceAtTerminationDate", "is needed with terminationDate"
    if (terms.scales_interest or terms.scales_principal) and (
        not terms.scaling_index_at_contract_deal_date
    ):
        yield "scalingIndexAtContractDealDate", "is needed with scalingEffect, and is not nought"
    if terms.contract_type is ContractType.NAM and (
        terms.next_principal_redemption_payment is None
    ):
        yield "nextPrincipalRedemptionPayment", "is needed for NAM"
    if terms.contract_type in BY_PAYMENT and not terms.principal.is_given:
        yield "cycleOfPrincipalRedemption", f"is needed for {terms.contract_type}"


def _arrays(terms: Terms) -> Iterator[tuple[str, str]]:
    """Yield which array schedules are out of order."""
    arrays: list[tuple[str, tuple[Step, ...]]] = [
        ("arrayCycleAnchorDateOfPrincipalRedemption", terms.principal_steps),
        ("arrayCycleAnchorDateOfInterestPayment", terms.interest_steps),
        ("arrayCycleAnchorDateOfRateReset", terms.rate_steps),
    ]
    for term, steps in arrays:
        anchors = [step.series.anchor for step in steps]
        if any(a is None or b is None or a >= b for a, b in pairwise(anchors)):
            yield term, "is not in order of time"
        if any(step.value < 0 for step in steps) and steps is terms.principal_steps:
            yield "arrayNextPrincipalRedemptionPayment", "has a negative amount"
