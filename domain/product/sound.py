"""Whether terms are fit to be lent on.

Source: the rules of the product, each with its own.
"""

from collections.abc import Sequence
from datetime import date
from typing import Final

from domain.calendar import DayCount
from domain.kinds import Component, Funding, RepaymentMethod
from domain.measures import term_longest
from domain.product.rules import (
    AHEAD_IS_ORDERED,
    AMOUNTS_ARE_IN_ORDER,
    BORROWERS_ARE_NAMED,
    DAY_BASIS_IS_KNOWN,
    DAYS_AHEAD_ARE_BOUNDED,
    DISCOUNT_IS_ALONE,
    DRAWDOWNS_ARE_BOUNDED,
    FEES_ARE_SOUND,
    GRACE_IS_BOUNDED,
    METHODS_ARE_NAMED,
    MISUSE_IS_BOUNDED,
    NOT_FLAT,
    NOT_REVOLVING,
    PAYMENT_ORDER_IS_WHOLE,
    PENALTY_IS_BOUNDED,
    RATES_ARE_IN_ORDER,
    REPRICINGS_ARE_NAMED_ONCE,
    REQUIRED_ONCE,
    RHYTHM_IS_SOUND,
    TENOR_IS_BOUNDED,
    TERM_WITHIN_MEASURES,
    TERMS_HAVE_ONE_CURRENCY,
    UNIT_IS_BOUNDED,
    USE_IS_NAMED_ONCE,
)
from domain.terms import Terms

INSTALMENTS_MAX: Final = 480
DAY_BASES: Final = (360, 365)
PENALTY_PERCENT_MIN: Final = 130
PENALTY_PERCENT_MAX: Final = 150
GRACE_DAYS_MAX: Final = 30
MISUSE_PERCENT_MIN: Final = 150
MISUSE_PERCENT_MAX: Final = 200
UNIT_MAX: Final = 100_00
RHYTHMS: Final = frozenset({1, 3, 6, 12})
_BY_DAYS: Final = (DayCount.MONTHS_AND_DAYS, DayCount.A_360, DayCount.A_365)
DRAWDOWNS_MAX: Final = 99
EARLY_DAYS_MAX: Final = 30


def require_sound(terms: Terms, since: date) -> None:
    """Raise Refused where the terms contradict themselves or leave what may be agreed.

    since is the day from which they are lent on, and by whose measures they are weighed.
    """
    _require_bounds(terms)
    _require_servicing(terms)
    _require_lists(terms)
    _require_discount(terms)
    longest = term_longest(terms.loan_class, since)
    TERM_WITHIN_MEASURES.require(
        longest is None or terms.instalments_max <= longest,
        instalments_max=terms.instalments_max,
        longest=longest,
    )


def _require_bounds(terms: Terms) -> None:
    low, high = terms.amount_min, terms.amount_max
    TERMS_HAVE_ONE_CURRENCY.require(low.currency == high.currency, amount_min=low, amount_max=high)
    AMOUNTS_ARE_IN_ORDER.require(0 < low.fen <= high.fen, amount_min=low, amount_max=high)
    RATES_ARE_IN_ORDER.require(
        terms.rate_min <= terms.rate_max,
        rate_min=terms.rate_min,
        rate_max=terms.rate_max,
    )
    TENOR_IS_BOUNDED.require(
        1 <= terms.instalments_max <= INSTALMENTS_MAX, instalments_max=terms.instalments_max
    )
    DAY_BASIS_IS_KNOWN.require(terms.day_basis in DAY_BASES, day_basis=terms.day_basis)
    PENALTY_IS_BOUNDED.require(
        PENALTY_PERCENT_MIN <= terms.penalty_percent <= PENALTY_PERCENT_MAX,
        penalty_percent=terms.penalty_percent,
    )
    GRACE_IS_BOUNDED.require(0 <= terms.grace_days <= GRACE_DAYS_MAX, grace_days=terms.grace_days)


def _require_servicing(terms: Terms) -> None:
    MISUSE_IS_BOUNDED.require(
        MISUSE_PERCENT_MIN <= terms.misuse_percent <= MISUSE_PERCENT_MAX,
        misuse_percent=terms.misuse_percent,
    )
    DRAWDOWNS_ARE_BOUNDED.require(
        1 <= terms.drawdowns_max <= DRAWDOWNS_MAX, drawdowns_max=terms.drawdowns_max
    )
    DAYS_AHEAD_ARE_BOUNDED.require(
        0 <= terms.early_days <= EARLY_DAYS_MAX, early_days=terms.early_days
    )
    UNIT_IS_BOUNDED.require(1 <= terms.payment_unit <= UNIT_MAX, payment_unit=terms.payment_unit)
    for fee in filter(None, (terms.prepayment_fee, terms.late_fee)):
        FEES_ARE_SOUND.require(fee.fen > 0 and fee.currency == terms.amount_min.currency, fee=fee)
    months = terms.prepayment_fee_months
    FEES_ARE_SOUND.require(months is None or months > 0, prepayment_fee_months=months)


def _require_lists(terms: Terms) -> None:
    METHODS_ARE_NAMED.require(
        _names_each_once(terms.methods) and RepaymentMethod.AS_STATED not in terms.methods,
        methods=", ".join(terms.methods),
    )
    NOT_REVOLVING.require(RepaymentMethod.REVOLVING not in terms.methods)
    NOT_FLAT.require(RepaymentMethod.FLAT not in terms.methods)
    months = terms.months_between
    RHYTHM_IS_SOUND.require(
        0 < len(months) == len({*months}) and {*months} <= RHYTHMS,
        months_between=", ".join(map(str, months)),
    )
    BORROWERS_ARE_NAMED.require(
        _names_each_once(terms.customer_kinds), customer_kinds=", ".join(terms.customer_kinds)
    )
    PAYMENT_ORDER_IS_WHOLE.require(
        sorted(terms.allocation) == sorted(Component), allocation=", ".join(terms.allocation)
    )
    AHEAD_IS_ORDERED.require(
        _names_each_once(terms.allocation_ahead) and Component.PRINCIPAL in terms.allocation_ahead,
        allocation_ahead=", ".join(terms.allocation_ahead),
    )
    REPRICINGS_ARE_NAMED_ONCE.require(
        not terms.repricings or _names_each_once(terms.repricings),
        repricings=", ".join(terms.repricings),
    )
    for names in (terms.securities, terms.loan_purposes, terms.application_documents):
        USE_IS_NAMED_ONCE.require(len(names) == len(set(names)), named=", ".join(names))
    REQUIRED_ONCE.require(
        len(terms.documents) == len(set(terms.documents)), documents=", ".join(terms.documents)
    )


def _require_discount(terms: Terms) -> None:
    """Raise Refused where bills are discounted beside what has no meaning for them."""
    if RepaymentMethod.DISCOUNT not in terms.methods:
        return
    meaningless = {
        "methods": len(terms.methods) > 1,
        "loan_class": terms.loan_class is not None,
        "funding": terms.funding is not Funding.OWN_BOOK,
        "drawdowns_max": terms.drawdowns_max > 1,
        "repricings": bool(terms.repricings),
        "settled_through": terms.settled_through is not None,
        "early_days": terms.early_days > 0,
        "day_count": terms.day_count not in _BY_DAYS,
        "prepayment_fee": terms.prepayment_fee is not None,
        "prepayment_fee_rate": terms.prepayment_fee_rate is not None,
    }
    found = [name for name, is_so in meaningless.items() if is_so]
    DISCOUNT_IS_ALONE.require(not found, fields=", ".join(found))


def _names_each_once(names: Sequence[str]) -> bool:
    return 0 < len(names) == len(set(names))
