"""How high a limit may be, and how often it is reviewed: what institutions decide for themselves.

Beside them stand the caps that hold for village banks and micro-lenders in place of a bank's.
"""

from collections.abc import Mapping
from typing import Final

from domain.facts.parameters.parameter import Confidence, Decider, Measure, Parameter, Stricter

# Grade -> the highest debt ratio, and the share of a year's surplus, that a limit may lead to.
_BY_GRADE: Final = {
    "AAA": ("0.70", "0.80"),
    "AA": ("0.65", "0.70"),
    "A": ("0.60", "0.60"),
    "BBB": ("0.50", "0.50"),
    "BB": ("0.40", "0.40"),
    "B": ("0.30", "0.30"),
}


def _village_bank(zh: str, en: str, setting: str, before: str) -> Parameter:
    return Parameter(
        zh=zh,
        en=en,
        measure=Measure.RATIO,
        setting=setting,
        source=f"银监发〔2010〕27号 (before: {before})",
        confidence=Confidence.MEDIUM,
        decided_by=Decider.GUIDANCE,
        stricter=Stricter.LOWER,
    )


def _own(zh: str, en: str, measure: Measure, setting: str) -> Parameter:
    return Parameter(
        zh=zh,
        en=en,
        measure=measure,
        setting=setting,
        source="editable default; rural practice",
        confidence=Confidence.LOW,
        decided_by=Decider.BANK,
    )


_CEILINGS: Final = {
    name: parameter
    for grade, (debt_ratio, surplus_share) in _BY_GRADE.items()
    for name, parameter in (
        (
            f"bank.ceiling.debt_ratio_max.{grade}",
            _own(
                f"{grade}级最高资产负债率",
                f"highest debt ratio, {grade}",
                Measure.RATIO,
                debt_ratio,
            ),
        ),
        (
            f"bank.ceiling.surplus_share_max.{grade}",
            _own(
                f"{grade}级年可支配现金流用于还款的比例",
                f"share of a year's surplus for debts, {grade}",
                Measure.RATIO,
                surplus_share,
            ),
        ),
    )
}

PARAMETERS: Final[Mapping[str, Parameter]] = {
    "bank.institution": _own(
        "机构类型（决定集中度上限）",
        "kind of institution: bank, village_bank or micro_lender",
        Measure.CODE,
        "village_bank",
    ),
    "concentration.village_bank.single_borrower_max": _village_bank(
        "村镇银行同一借款人10%",
        "village bank: loans to one borrower to net capital",
        "0.10",
        "5 %",
    ),
    "concentration.village_bank.group_max": _village_bank(
        "村镇银行单一集团15%",
        "village bank: credit to one group to net capital",
        "0.15",
        "10 %",
    ),
    "microlender.single_borrower.loans_to_net_assets_max": Parameter(
        zh="小贷同一借款人10%",
        en="micro-lender: loans to one borrower to net assets",
        measure=Measure.RATIO,
        setting="0.10",
        source="小额贷款公司监督管理暂行办法 (金融监管总局, 2025-01)",
        confidence=Confidence.HIGH,
        decided_by=Decider.LAW,
        stricter=Stricter.LOWER,
    ),
    "microlender.connected.loans_to_net_assets_max": Parameter(
        zh="小贷同一借款人及关联方15%",
        en="micro-lender: loans to one borrower and who is connected to net assets",
        measure=Measure.RATIO,
        setting="0.15",
        source="小额贷款公司监督管理暂行办法 (金融监管总局, 2025-01)",
        confidence=Confidence.HIGH,
        decided_by=Decider.LAW,
        stricter=Stricter.LOWER,
    ),
    "bank.ceiling.months": _own(
        "最高授信额度测算期（月）", "months of surplus that a limit may take", Measure.MONTHS, "36"
    ),
    "bank.facility.months_max": _own(
        "授信最长有效期（月）", "longest term of a limit", Measure.MONTHS, "36"
    ),
    "bank.facility.review_months": _own(
        "授信定期审查间隔（月）", "months between reviews of a limit", Measure.MONTHS, "12"
    ),
    "bank.facility.review_grace_days": _own(
        "逾期未审查停止新增用信宽限（天）",
        "days that a review may be late before nothing new is reserved",
        Measure.DAYS,
        "30",
    ),
    **_CEILINGS,
}
