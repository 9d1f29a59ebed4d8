"""The scorecards that ship: editable defaults, the bank's own from its first version on.

A shipped card never changes, because ratings name it: a better one ships under a new number.

Source: the farm household's points are those of an economic file form of a rural cooperative
(人口 8, 劳动力 8, 资产 13, 净资产 13, 股金 4, 纯收入 14, 综合 30, 履约 10); where its bands
lie, and the two other cards, no rule says: they are a beginning for the bank's own.
"""

from collections.abc import Mapping
from datetime import date
from typing import Final

from domain.dated import Dated
from domain.facts.scorecard import Band, Card, Characteristic, Figure, GradeFrom, Scorecard
from domain.kinds import CustomerKind

_GRADES: Final = tuple(
    GradeFrom(grade=grade, points_min=points)
    for grade, points in (("AAA", 90), ("AA", 80), ("A", 70), ("B", 60), ("C", 45), ("D", 0))
)


def _bands(*steps: tuple[str | None, int]) -> tuple[Band, ...]:
    """Return bands of which each reaches from its bound to the next one's."""
    ends = [*(low for low, _ in steps[1:]), None]
    return tuple(
        Band(low=low, high=high, points=points)
        for (low, points), high in zip(steps, ends, strict=True)
    )


def _measured(figure: Figure, zh: str, en: str, *steps: tuple[str | None, int]) -> Characteristic:
    bands = _bands(*steps)
    return Characteristic(
        name=figure.value,
        zh=zh,
        en=en,
        points_max=max(band.points for band in bands),
        looks_at=figure,
        bands=bands,
    )


def _judged(name: str, zh: str, en: str, points: int) -> Characteristic:
    return Characteristic(name=name, zh=zh, en=en, points_max=points, looks_at=None)


_PERFORMANCE: Final = _measured(
    Figure.OVERDUE_LOANS, "履约情况", "performance", (None, 10), ("1", 3), ("2", 0)
)

FARM_HOUSEHOLD: Final = (
    _measured(Figure.HOUSEHOLD_SIZE, "家庭人口", "people", (None, 0), ("1", 3), ("2", 6), ("3", 8)),
    _measured(Figure.LABOUR, "劳动力", "labour", (None, 0), ("1", 5), ("2", 8)),
    _measured(
        Figure.ASSETS,
        "家庭资产",
        "assets",
        (None, 0),
        ("20000", 4),
        ("50000", 7),
        ("100000", 10),
        ("200000", 13),
    ),
    _measured(
        Figure.NET_ASSETS,
        "净资产",
        "net assets",
        (None, 0),
        ("10000", 4),
        ("30000", 7),
        ("80000", 10),
        ("150000", 13),
    ),
    _measured(Figure.SHARES, "入股金额", "shares", (None, 0), ("100", 1), ("1000", 2), ("5000", 4)),
    _measured(
        Figure.NET_INCOME,
        "年纯收入",
        "net income",
        (None, 0),
        ("10000", 4),
        ("30000", 8),
        ("60000", 11),
        ("100000", 14),
    ),
    _judged("overall", "综合评价", "overall", 30),
    _PERFORMANCE,
)
SOLE_TRADER: Final = (
    _judged("character", "经营者品行", "character of the owner", 15),
    _judged("premises", "经营场所与年限", "premises and years in trade", 15),
    _judged("market", "市场前景", "market", 10),
    _measured(
        Figure.NET_ASSETS,
        "净资产",
        "net assets",
        (None, 0),
        ("50000", 6),
        ("200000", 11),
        ("500000", 15),
    ),
    _measured(
        Figure.NET_INCOME,
        "年纯收入",
        "net income",
        (None, 0),
        ("30000", 6),
        ("80000", 11),
        ("200000", 15),
    ),
    _measured(Figure.DISPOSABLE, "可支配现金流", "disposable", (None, 0), ("0", 8), ("50000", 15)),
    _measured(Figure.GUARANTEES, "对外担保", "guarantees given", (None, 5), ("1", 3), ("3", 0)),
    _PERFORMANCE,
)
ENTERPRISE: Final = (
    _judged("management", "管理水平", "management", 10),
    _judged("industry", "行业前景", "industry outlook", 10),
    _measured(
        Figure.DEBT_TO_ASSET,
        "资产负债率",
        "debt to assets",
        (None, 15),
        ("0.50", 12),
        ("0.60", 8),
        ("0.70", 4),
        ("0.85", 0),
    ),
    _measured(
        Figure.CURRENT_RATIO,
        "流动比率",
        "current ratio",
        (None, 0),
        ("1", 5),
        ("1.50", 8),
        ("2", 10),
    ),
    _measured(
        Figure.QUICK_RATIO, "速动比率", "quick ratio", (None, 0), ("0.60", 3), ("0.80", 6), ("1", 8)
    ),
    _measured(
        Figure.RECEIVABLES_TURNOVER,
        "应收账款周转率",
        "receivables turnover",
        (None, 0),
        ("2", 3),
        ("4", 6),
        ("6", 7),
    ),
    _measured(
        Figure.RETURN_ON_SALES,
        "销售利润率",
        "return on sales",
        (None, 0),
        ("0", 3),
        ("0.05", 6),
        ("0.10", 10),
    ),
    _measured(
        Figure.RETURN_ON_ASSETS,
        "资产利润率",
        "return on assets",
        (None, 0),
        ("0", 3),
        ("0.03", 6),
        ("0.08", 10),
    ),
    _measured(
        Figure.INCOME_GROWTH, "营业收入增长率", "growth of income", (None, 0), ("0", 3), ("0.10", 5)
    ),
    _measured(Figure.GUARANTEES, "对外担保", "guarantees given", (None, 5), ("1", 3), ("3", 0)),
    _PERFORMANCE,
)


def _shipped(
    number: str, kinds: tuple[CustomerKind, ...], characteristics: tuple[Characteristic, ...]
) -> Scorecard:
    card = Card(version=0, characteristics=characteristics, grades=_GRADES)
    return Scorecard(
        scorecard_id=number,
        customer_kinds=kinds,
        versions=Dated[Card | None]().with_value(date.min, card, "editable default"),
    )


SHIPPED_CARDS: Final[Mapping[str, Scorecard]] = {
    card.scorecard_id: card
    for card in (
        _shipped(
            "farm-household",
            (CustomerKind.FARM_HOUSEHOLD, CustomerKind.NATURAL_PERSON),
            FARM_HOUSEHOLD,
        ),
        _shipped("sole-trader", (CustomerKind.SOLE_TRADER,), SOLE_TRADER),
        _shipped("enterprise", (CustomerKind.ENTERPRISE,), ENTERPRISE),
    )
}
