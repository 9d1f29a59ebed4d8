"""Labels of what calculations are given and answer, where the catalogue has none of its own."""

from collections.abc import Mapping
from typing import Final

from attrs import evolve

from adapters import describe
from adapters.describe import Input
from domain.labels import Label

_TERMS: Final[Mapping[str, Label]] = {
    "paid_out_on": Label("放款日", "day of paying out"),
    "rates": Label("年利率", "yearly rates"),
    "floating": Label("浮动利率", "floating rate"),
    "quotes": Label("基准报价", "quotes of the benchmark"),
    "spread_bp": Label("加点（基点）", "spread in basis points"),
    "cap": Label("利率上限", "cap of the rate"),
    "floor": Label("利率下限", "floor of the rate"),
    "policy": Label("取整规则", "rounding"),
    "payment": Label("每期等额", "level payment or principal"),
    "payment_unit": Label("期供取整单位（分）", "unit of the payment in fen"),
    "carries": Label("余额保留全部精度", "the balance keeps its full precision"),
    "periods": Label("期数", "number of periods"),
    "maturity": Label("到期日", "maturity"),
    "due_dates": Label("约定还款日", "agreed due dates"),
    "settled": Label("结息规则", "settlement of interest"),
    "cycle": Label("还款周期", "cycle"),
    "first_due": Label("首期还款日", "first due date"),
    "month_end": Label("月末规则", "month ends stay month ends"),
    "stub": Label("零头期", "odd days"),
    "counted_back": Label("自到期日倒推", "counted back from the maturity"),
    "in_advance": Label("期初还款", "paid in advance"),
    "shift": Label("非工作日规则", "business-day convention"),
    "calendar": Label("工作日历", "calendar of working days"),
    "announced_only": Label("仅限已公布年份", "announced years only"),
    "day_count": Label("计息基础", "day count"),
    "counting": Label("整期计息方式", "what a whole period counts for"),
    "part_of_year": Label("每期占年比例", "part of a year of a period"),
    "compounded": Label("每年复利次数", "times a year that the rate compounds"),
    "level_by": Label("期供计算口径", "periods that the payment is solved over"),
    "stub_keeps_principal": Label("首期零头按整期还本", "an odd first period keeps its principal"),
    "pauses": Label("停息期间", "pauses of interest"),
    "grace_principal": Label("本金宽限期数", "periods without principal"),
    "grace_interest": Label("利息宽限期数", "periods without interest"),
    "grace_unpaid": Label("宽限期利息处理", "what becomes of interest in grace"),
    "principal_every": Label("还本间隔期数", "principal with every so many periods"),
    "interest_every": Label("付息间隔期数", "interest with every so many periods"),
    "instalment": Label("每期应还", "instalment"),
    "amortised_over": Label("摊销期数", "periods that the payment is solved over"),
    "stages": Label("分段还款", "stages"),
    "pays": Label("还款内容", "what is paid"),
    "principals": Label("各期本金", "principal of each period"),
    "instalments": Label("各期应还", "instalment of each period"),
    "draws": Label("后续提款", "later drawdowns"),
    "repayments": Label("随借随还还款", "repayments as they fall"),
    "refix": Label("重定期供方式", "what becomes of the payment"),
    "payment_cap": Label("期供上限倍数", "cap on the payment"),
    "transit_days": Label("贴现在途天数", "days in transit"),
    "fee_each": Label("每期费用", "fee with each instalment"),
    "fee_up_front": Label("放款时费用", "fee on paying out"),
    "interval": Label("时间计量方式", "how time is measured"),
    "flows": Label("现金流，借款人收到为正", "flows, positive to the borrower"),
}
_ACCRUAL: Final[Mapping[str, Label]] = {
    "start": Label("起息日（含）", "first day"),
    "until": Label("止息日（不含）", "day after the last"),
    "balance": Label("余额", "balance"),
    "drawn": Label("提款", "drawn"),
    "repaid": Label("还本", "repaid"),
    "overdue": Label("逾期本金", "overdue principal"),
    "unpaid_interest": Label("未付利息", "unpaid interest"),
    "due": Label("到期应付日", "day on which it was due"),
    "misused": Label("挪用本金", "misused principal"),
    "penalty_percent": Label("逾期罚息倍数（%）", "penalty rate in percent"),
    "misuse_percent": Label("挪用罚息倍数（%）", "misuse rate in percent"),
    "compound": Label("复利", "compound interest"),
    "grace_days": Label("宽限天数", "days of grace"),
    "grace": Label("宽限期口径", "reading of the grace"),
    "rounding": Label("取整", "rounding"),
    "claim": Label("类别", "claim"),
    "misuse": Label("挪用罚息", "interest on misuse"),
    "percent": Label("倍数（%）", "percent of the rate"),
    "rate": Label("年利率", "yearly rate"),
    "total": Label("合计", "total"),
}
_ANSWERS: Final[Mapping[str, Label]] = {
    "loan": Label("借款", "loan"),
    "no": Label("期次", "no."),
    "end": Label("止息日（不含）", "day after the last"),
    "due_date": Label("应还日", "due date"),
    "days": Label("天数", "days"),
    "opening": Label("期初本金", "opening balance"),
    "closing": Label("期末本金", "closing balance"),
    "balloon": Label("气球款", "balloon"),
    "deducted": Label("预扣", "kept back"),
    "residue": Label("末期尾差", "residue of the last instalment"),
    "unannounced_from": Label("日历未公布起始日", "not announced from"),
    "measure": Label("口径", "measure"),
    "called": Label("名称", "called"),
    "lent": Label("借款人收到", "received by the borrower"),
    "paid": Label("借款人支付", "paid by the borrower"),
    "cost": Label("费用总额", "total cost"),
    "currency": Label("币种", "currency"),
    "annualised_simple": Label("贷款年化利率（单利）", "annualised rate, simple"),
    "annualised_compound": Label(
        "贷款年化利率（复利，内部收益率）", "annualised rate, compound (IRR)"
    ),
    "dated_return": Label("按实际天数内部收益率", "dated internal rate of return (XIRR)"),
    "apr": Label("美国年百分率", "United States APR (Regulation Z)"),
    "aprc": Label("欧盟年费用率", "European APRC"),
}
_VALUES: Final[Mapping[str, Label]] = {
    "half_up": Label("四舍五入", "half up"),
    "half_even": Label("四舍六入五成双", "half to even"),
    "half_down": Label("五舍六入", "half down"),
    "up": Label("进位", "up"),
    "down": Label("舍去", "down"),
    "exact": Label("不取整", "exact"),
    "short": Label("单独成期", "a period of its own"),
    "long": Label("并入相邻期", "joined to the period beside it"),
    "by_period": Label("按月（期）", "by whole periods"),
    "by_days": Label("按日", "by days"),
    "equal_periods": Label("等长各期", "equal periods"),
    "true_periods": Label("实际各期", "true periods"),
    "deferred": Label("递延收取", "asked for later"),
    "capitalised": Label("计入本金", "joins the principal"),
    "level": Label("等额", "level payment"),
    "nothing": Label("不还本", "nothing"),
    "off": Label("不计复利", "none"),
    "contract_then_penalty": Label("到期前合同利率，到期后罚息利率", "contract, then penalty rate"),
    "penalty_rate": Label("罚息利率", "penalty rate"),
    "from_due_date": Label("自到期日起算", "from the due date"),
    "from_end_of_grace": Label("自宽限期满起算", "from the end of grace"),
    "years": Label("整年加天数", "years and days"),
    "months": Label("整月加天数", "months and days"),
    "weeks": Label("整周加天数", "weeks and days"),
    "NOS": Label("不调整", "no shift"),
    "SCF": Label("先顺延后计息", "shift then calculate, following"),
    "SCMF": Label("先顺延后计息（不跨月）", "shift then calculate, modified following"),
    "CSF": Label("先计息后顺延", "calculate then shift, following"),
    "CSMF": Label("先计息后顺延（不跨月）", "calculate then shift, modified following"),
    "SCP": Label("先提前后计息", "shift then calculate, preceding"),
    "SCMP": Label("先提前后计息（不跨月）", "shift then calculate, modified preceding"),
    "CSP": Label("先计息后提前", "calculate then shift, preceding"),
    "CSMP": Label("先计息后提前（不跨月）", "calculate then shift, modified preceding"),
    "A/A ISDA": Label("实际/实际", "actual/actual ISDA"),
    "A/360": Label("实际/360", "actual/360"),
    "A/365": Label("实际/365", "actual/365"),
    "30E/360": Label("30/360", "30E/360"),
    "30E/360 ISDA": Label("30/360（ISDA）", "30E/360 ISDA"),
    "28E/336": Label("28/336", "28E/336"),
    "months and days": Label("逐笔（月加零头天）", "months and odd days"),
}
LABELS: Final[Mapping[str, Label]] = {**_TERMS, **_ACCRUAL, **_ANSWERS, **_VALUES}


def label_of(name: str) -> Label:
    """Return the label of a name; that of the catalogue where there is none of our own."""
    return LABELS.get(name) or describe.label_of(name)


def labelled(part: Input) -> Input:
    """Return an input with our labels on it, and on all that it is made of."""
    choices = (evolve(choice, label=label_of(choice.value)) for choice in part.choices)
    return evolve(
        part,
        label=label_of(part.name),
        choices=tuple(choices),
        item=labelled(part.item) if part.item else None,
        fields=tuple(map(labelled, part.fields)),
    )
