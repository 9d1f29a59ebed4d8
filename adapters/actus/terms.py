"""The terms of a case, from their published names into typed ones."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final, TypeVar

from adapters.actus.fields import FieldError, Fields, number, recurrence, timestamp
from adapters.calendars import CALENDARS, calendar_named
from domain.calendar import EVERY_DAY, MONDAY_TO_FRIDAY, DayCount, ShiftRule, WorkingCalendar
from domain.loan.actus.kinds import (
    ContractType,
    FeeBasis,
    InterestBasis,
    Penalty,
    PrepaymentEffect,
    Role,
)
from domain.loan.actus.terms import ONE, ZERO, Recurrence, Series, Step, Terms

T = TypeVar("T")

CALENDAR_CODES: Final[Mapping[str, WorkingCalendar]] = {
    **dict.fromkeys(("NC", "NoCalendar", "NoHolidaysCalendar"), EVERY_DAY),
    **dict.fromkeys(("MF", "MondayToFriday"), MONDAY_TO_FRIDAY),
}
SHIFTS: Final = {
    **{rule.value: rule for rule in ShiftRule},
    **dict.fromkeys(("NULL", "N", "NONE"), ShiftRule.NO_SHIFT),
}
# None stands for working days by 252.
DAY_COUNTS: Final[Mapping[str, DayCount | None]] = {
    **dict.fromkeys(("AA", "A/A", "A/AISDA", "A/A ISDA"), DayCount.A_A_ISDA),
    **dict.fromkeys(("A360", "A/360"), DayCount.A_360),
    **dict.fromkeys(("A365", "A/365"), DayCount.A_365),
    **dict.fromkeys(("30E360ISDA", "30E/360ISDA", "30E/360 ISDA"), DayCount.E30_360_ISDA),
    **dict.fromkeys(("30E360", "30E/360"), DayCount.E30_360),
    **dict.fromkeys(("28E336", "28E/336", "28/336"), DayCount.E28_336),
    **dict.fromkeys(("B252", "B/252"), None),
}
MONTH_ENDS: Final = {"EOM": True, "SD": False}
STEPS: Final = {"INC": True, "DEC": False}
FIXINGS: Final = {"FIX": True, "F": True, "VAR": False, "V": False}
# Terms that say who and what, or speak of behaviour that makes no row of its own.
WITHOUT_EFFECT: Final = (
    *("contractDealDate", "counterpartyID", "creatorID", "contractStructure", "marketObjectCode"),
    *("marketValueObserved", "contractPerformance", "nonPerformingDate", "seniority", "unit"),
    *("delinquencyPeriod", "delinquencyRate", "gracePeriod", "prepaymentPeriod", "quantity"),
    *("fixingDays", "fixingPeriod", "creditLineAmount", "optionExerciseEndDate"),
    *("cycleOfOptionality", "cycleAnchorDateOfOptionality", "maximumPenaltyFreeDisbursement"),
)


def read_terms(fields: Fields) -> Terms:
    """Return the terms of one case; FieldError, naming the term, for what cannot be read."""
    fields.asked.update(WITHOUT_EFFECT)
    _refuse_unsupported(fields)
    kind = fields.choice("contractType", {kind.value: kind for kind in ContractType})
    return Terms(
        contract_type=fields.needed("contractType", kind),
        contract_id=fields.text("contractID") or "",
        contract_role=fields.needed(
            "contractRole", fields.choice("contractRole", {role.value: role for role in Role})
        ),
        currency=fields.text("currency") or "",
        settlement_currency=fields.text("settlementCurrency"),
        **_dates(fields),
        **_conventions(fields),
        **_principal(fields),
        **_interest(fields),
        **_resets(fields),
        **_fees_and_options(fields),
        **_scaling(fields),
    )


def _refuse_unsupported(fields: Fields) -> None:
    """Refuse interest paid in advance and rates fixed in arrears: no formula is published."""
    for name, usual in (("cyclePointOfInterestPayment", "E"), ("cyclePointOfRateReset", "B")):
        code = fields.text(name)
        if code not in (None, usual):
            raise FieldError(name, f"{code!r} is not supported, only {usual!r}")


def _dates(fields: Fields) -> dict[str, Any]:
    def needed(name: str) -> datetime:
        return fields.needed(name, fields.timestamp(name))

    return {
        "status_date": needed("statusDate"),
        "initial_exchange_date": needed("initialExchangeDate"),
        "maturity_date": fields.timestamp("maturityDate"),
        "amortization_date": fields.timestamp("amortizationDate"),
        "purchase_date": fields.timestamp("purchaseDate"),
        "price_at_purchase_date": fields.number("priceAtPurchaseDate"),
        "termination_date": fields.timestamp("terminationDate"),
        "price_at_termination_date": fields.number("priceAtTerminationDate"),
        "x_day_notice": fields.period("xDayNotice"),
    }


def _conventions(fields: Fields) -> dict[str, Any]:
    code = fields.text("dayCountConvention")
    if code is None and (fields.values.get("nominalInterestRate") or fields.values.get("feeRate")):
        raise FieldError("dayCountConvention", "is needed and not given")
    name = fields.text("calendar") or "NC"
    calendar = CALENDAR_CODES.get(name)
    if calendar is None and name.lower() not in CALENDARS:
        known = ", ".join((*CALENDAR_CODES, *CALENDARS))
        raise FieldError("calendar", f"{name!r} is not one of {known}")
    return {
        "calendar": calendar or calendar_named(name.lower()),
        "business_day_convention": fields.choice("businessDayConvention", SHIFTS)
        or ShiftRule.NO_SHIFT,
        "month_end": fields.choice("endOfMonthConvention", MONTH_ENDS) or False,
        "day_count": fields.choice("dayCountConvention", DAY_COUNTS) if code else DayCount.A_A_ISDA,
    }


def _principal(fields: Fields) -> dict[str, Any]:
    premium = fields.number("premiumDiscountAtIED")
    return {
        "notional_principal": fields.needed(
            "notionalPrincipal", fields.number("notionalPrincipal")
        ),
        "premium_discount_at_ied": premium or ZERO,
        "principal": _series(fields, "PrincipalRedemption"),
        "next_principal_redemption_payment": fields.number("nextPrincipalRedemptionPayment"),
        "principal_steps": _steps(
            fields,
            "PrincipalRedemption",
            values="arrayNextPrincipalRedemptionPayment",
            flags=("arrayIncreaseDecrease", STEPS),
        ),
    }


def _interest(fields: Fields) -> dict[str, Any]:
    bases = {base.value: base for base in InterestBasis}
    return {
        "nominal_interest_rate": fields.number("nominalInterestRate"),
        "accrued_interest": fields.number("accruedInterest"),
        "interest": _series(fields, "InterestPayment"),
        "interest_steps": _steps(fields, "InterestPayment"),
        "capitalization_end_date": fields.timestamp("capitalizationEndDate"),
        "interest_base": fields.choice("interestCalculationBase", bases) or InterestBasis.NT,
        "interest_base_amount": fields.number("interestCalculationBaseAmount"),
        "interest_base_fixing": _series(fields, "InterestCalculationBase"),
    }


def _resets(fields: Fields) -> dict[str, Any]:
    multiplier = fields.number("rateMultiplier")
    code = fields.text("marketObjectCodeOfRateReset", "marketObjectCodeRateReset")
    return {
        "rate_reset": _series(fields, "RateReset"),
        "rate_steps": _steps(
            fields, "RateReset", values="arrayRate", flags=("arrayFixedVariable", FIXINGS)
        ),
        "market_object_code_of_rate_reset": code,
        "rate_spread": fields.number("rateSpread") or ZERO,
        "rate_multiplier": ONE if multiplier is None else multiplier,
        "next_reset_rate": fields.number("nextResetRate"),
        "life_cap": fields.number("lifeCap"),
        "life_floor": fields.number("lifeFloor"),
        "period_cap": fields.number("periodCap"),
        "period_floor": fields.number("periodFloor"),
    }


def _fees_and_options(fields: Fields) -> dict[str, Any]:
    bases = {basis.value: basis for basis in FeeBasis}
    effects = {effect.value: effect for effect in PrepaymentEffect}
    penalties = {penalty.value: penalty for penalty in Penalty}
    return {
        "fee": _series(fields, "Fee"),
        "fee_rate": fields.number("feeRate"),
        "fee_basis": fields.choice("feeBasis", bases) or FeeBasis.AMOUNT,
        "fee_accrued": fields.number("feeAccrued"),
        "prepayment_effect": fields.choice("prepaymentEffect", effects) or PrepaymentEffect.NONE,
        "penalty_type": fields.choice("penaltyType", penalties) or Penalty.NONE,
        "penalty_rate": fields.number("penaltyRate") or ZERO,
    }


def _scaling(fields: Fields) -> dict[str, Any]:
    effect = (fields.text("scalingEffect") or "").upper().replace("O", "0")
    if effect not in ("", "000", "I00", "0N0", "IN0"):
        raise FieldError("scalingEffect", f"{effect!r} is not one of 000, I00, 0N0, IN0")
    interest = fields.number("interestScalingMultiplier")
    principal = fields.number("notionalScalingMultiplier")
    return {
        "scales_interest": effect.startswith("I"),
        "scales_principal": effect[1:2] == "N",
        "scaling": _series(fields, "ScalingIndex"),
        "market_object_code_of_scaling_index": fields.text("marketObjectCodeOfScalingIndex"),
        "scaling_index_at_contract_deal_date": fields.number(
            "scalingIndexAtContractDealDate", "scalingIndexAtStatusDate"
        ),
        "interest_scaling_multiplier": ONE if interest is None else interest,
        "notional_scaling_multiplier": ONE if principal is None else principal,
    }


def _series(fields: Fields, of: str) -> Series:
    """Return the anchor and the cycle of one kind of event."""
    return Series(fields.timestamp(f"cycleAnchorDateOf{of}"), fields.recurrence(f"cycleOf{of}"))


def _steps(
    fields: Fields,
    of: str,
    *,
    values: str | None = None,
    flags: tuple[str, Mapping[str, bool]] | None = None,
) -> tuple[Step, ...]:
    """Return an array schedule; a single cycle, amount or meaning counts for every entry."""
    anchor_name, cycle_name = f"arrayCycleAnchorDateOf{of}", f"arrayCycleOf{of}"
    anchors = [timestamp(anchor_name, entry) for entry in fields.array(anchor_name)]
    cycles: list[Recurrence | None] = [
        recurrence(cycle_name, entry) for entry in fields.array(cycle_name)
    ]
    amounts = [number(values, entry) for entry in fields.array(values)] if values else [ZERO]
    name, codes = flags or ("", {})
    meanings = [_meaning(name, codes, entry) for entry in fields.array(name)] if flags else [False]
    count = len(anchors)
    return tuple(
        Step(Series(at, cycle), amount, meaning)
        for at, cycle, amount, meaning in zip(
            anchors,
            _each(cycle_name, cycles or [None], count),
            _each(values or "", amounts, count),
            _each(name, meanings, count),
            strict=True,
        )
    )


def _meaning(name: str, codes: Mapping[str, bool], entry: object) -> bool:
    if not isinstance(entry, str) or entry.strip() not in codes:
        raise FieldError(name, f"{entry!r} is not one of {', '.join(codes)}")
    return codes[entry.strip()]


def _each(name: str, given: Sequence[T], count: int) -> Sequence[T]:
    """Return as many entries as there are anchors."""
    if len(given) == 1 or len(given) == count:
        return list(given) * count if len(given) == 1 else given
    raise FieldError(name, f"has {len(given)} entries, and there are {count} anchors")
