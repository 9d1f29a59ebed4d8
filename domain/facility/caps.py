"""How high a limit may be against the institution's capital (集中度).

Source: 商业银行法 第39条; 商业银行集团客户授信业务风险管理指引; 商业银行大额风险暴露管理办法;
银行保险机构关联交易管理办法; 银监发〔2010〕27号 for village banks; 小额贷款公司监督管理暂行办法.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from math import floor
from typing import Final

from domain.facility.rules import CAPITAL_IS_ON_RECORD, SAME_CURRENCY, WITHIN_CAPITAL
from domain.facility.values import Cap
from domain.facts.facility import FacilityKind
from domain.facts.policy import Capital, PolicyBook
from domain.money import Money

# Kind of institution -> the caps on one borrower, and on a group.
_CONCENTRATION: Final[Mapping[str, tuple[str, str]]] = {
    "bank": (
        "concentration.single_borrower.loans_to_capital_max",
        "concentration.group.credit_to_capital_max",
    ),
    "village_bank": (
        "concentration.village_bank.single_borrower_max",
        "concentration.village_bank.group_max",
    ),
    "micro_lender": (
        "microlender.single_borrower.loans_to_net_assets_max",
        "microlender.connected.loans_to_net_assets_max",
    ),
}
_TIER1: Final = (
    "large_exposure.nonbank_single.exposure_to_tier1_max",
    "large_exposure.connected_group.exposure_to_tier1_max",
)
_RELATED: Final = (
    "related_party.single.credit_to_capital_max",
    "related_party.group.credit_to_capital_max",
)
_ALL_RELATED: Final = "related_party.all.credit_to_capital_max"


def require_capital(book: PolicyBook, day: date, currency: str) -> Capital:
    """Return the capital of a day; Refused where none is on record, or not in the currency."""
    capital = book.capital.on(day)
    CAPITAL_IS_ON_RECORD.require(capital is not None, day=day)
    assert capital is not None
    SAME_CURRENCY.require(
        currency == capital.net_capital.currency,
        currency=currency,
        expected=capital.net_capital.currency,
    )
    return capital


def caps_on(
    kind: FacilityKind, book: PolicyBook, day: date, capital: Capital, *, related: bool
) -> Iterator[tuple[Cap, bool]]:
    """Yield each cap on a kind of limit, and whether it counts net of cash cover.

    related says whether the customer, or one of their group, is a related party.
    """
    if kind is FacilityKind.RELATED_PARTIES:
        yield cap_of(book, _ALL_RELATED, day, capital.net_capital), True
        return
    of = 1 if kind is FacilityKind.GROUP else 0
    own = _CONCENTRATION[book.on("bank.institution", day).setting]
    yield cap_of(book, own[of], day, capital.net_capital), False
    yield cap_of(book, _TIER1[of], day, capital.net_tier1), False
    if related:
        yield cap_of(book, _RELATED[of], day, capital.net_capital), True


def require_within(cap: Cap, limit: Money) -> None:
    """Raise Refused where a limit is above a cap; all figures and their source are named."""
    WITHIN_CAPITAL.require(
        limit <= cap.most,
        limit=limit,
        most=cap.most,
        capital=cap.capital,
        share=cap.setting.setting,
        parameter=cap.setting.parameter,
        by=cap.setting.source,
    )


def share_of(amount: Money, whole: Money) -> Fraction:
    """Return an amount as a share of another; zero where that is."""
    return Fraction(amount.fen, whole.fen) if whole.fen else Fraction(0)


def cap_of(book: PolicyBook, name: str, day: date, capital: Money) -> Cap:
    """Return a share of capital, by the parameter of that name, rounded down to the fen."""
    most = floor(capital.fen * book.share(name, day))
    return Cap(setting=book.on(name, day), capital=capital, most=Money(most, capital.currency))
