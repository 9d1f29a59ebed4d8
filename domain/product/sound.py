"""Whether terms are fit to be lent on.

Source: the rules of the product, each with its own.
"""

from collections.abc import Sequence
from typing import Final

from domain.kinds import Component, RepaymentMethod
from domain.product.rules import (
    AMOUNTS_ARE_IN_ORDER,
    BORROWERS_ARE_NAMED,
    DAY_BASIS_IS_KNOWN,
    GRACE_IS_BOUNDED,
    METHODS_ARE_NAMED,
    PAYMENT_ORDER_IS_WHOLE,
    PENALTY_IS_BOUNDED,
    RATES_ARE_IN_ORDER,
    REQUIRED_ONCE,
    TENOR_IS_BOUNDED,
    TERMS_HAVE_ONE_CURRENCY,
)
from domain.terms import Terms

INSTALMENTS_MAX: Final = 480
DAY_BASES: Final = (360, 365)
PENALTY_PERCENT_MIN: Final = 130
PENALTY_PERCENT_MAX: Final = 150
GRACE_DAYS_MAX: Final = 30


def require_sound(terms: Terms) -> None:
    """Raise Refused where the terms contradict themselves or leave what may be agreed."""
    _require_bounds(terms)
    _require_lists(terms)


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


def _require_lists(terms: Terms) -> None:
    stated = RepaymentMethod.AS_STATED in terms.methods
    METHODS_ARE_NAMED.require(
        _names_each_once(terms.methods) and not stated, methods=", ".join(terms.methods)
    )
    BORROWERS_ARE_NAMED.require(
        _names_each_once(terms.customer_kinds), customer_kinds=", ".join(terms.customer_kinds)
    )
    PAYMENT_ORDER_IS_WHOLE.require(
        sorted(terms.allocation) == sorted(Component), allocation=", ".join(terms.allocation)
    )
    REQUIRED_ONCE.require(
        len(terms.documents) == len(set(terms.documents)), documents=", ".join(terms.documents)
    )


def _names_each_once(names: Sequence[str]) -> bool:
    return 0 < len(names) == len(set(names))
