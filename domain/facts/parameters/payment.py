"""To whom a loan is paid out, by when, and how its contract may be signed."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from domain.facts.parameters.parameter import (
    Confidence,
    Decider,
    Measure,
    Parameter,
    Stricter,
)

_SINCE_2024: Final = date(2024, 7, 1)
_FIXED_ASSET: Final = "固定资产贷款管理办法 (金监总局令2024年第1号)"
_WORKING_CAPITAL: Final = "流动资金贷款管理办法 (金监总局令2024年第2号)"
_PERSONAL: Final = "个人贷款管理办法 (金监总局令2024年第3号)"
_FARM: Final = "农户贷款管理办法 (银监发〔2012〕50号)"


def _law(
    zh: str, en: str, setting: str, *, source: str, measure: Measure = Measure.YUAN
) -> Parameter:
    return Parameter(
        zh=zh,
        en=en,
        measure=measure,
        setting=setting,
        source=source,
        confidence=Confidence.MEDIUM,
        decided_by=Decider.LAW,
        since=_SINCE_2024,
        stricter=Stricter.LOWER,
    )


def _farm(zh: str, en: str, setting: str) -> Parameter:
    return Parameter(
        zh=zh,
        en=en,
        measure=Measure.YUAN,
        setting=setting,
        source=_FARM,
        confidence=Confidence.MEDIUM,
        decided_by=Decider.GUIDANCE,
        since=date(2013, 1, 1),
        stricter=Stricter.LOWER,
    )


PARAMETERS: Final[Mapping[str, Parameter]] = {
    "entrusted_payment.fixed_asset.single_payment_gt": _law(
        "固贷单笔支付超过1000万元须受托支付",
        "single payment of a fixed asset loan above which it is entrusted",
        "10000000",
        source=_FIXED_ASSET,
    ),
    "entrusted_payment.working_capital.single_payment_gt": _law(
        "流贷对某一交易对象单笔超过1000万元须受托支付",
        "single payment of a working capital loan above which it is entrusted",
        "10000000",
        source=_WORKING_CAPITAL,
    ),
    "self_payment.personal.unknown_payee.single_drawdown_max": _law(
        "无法事先确定交易对象且单次提款不超过30万元可自主支付",
        "largest drawdown that a person pays out themselves, payee unknown",
        "300000",
        source=_PERSONAL,
    ),
    "self_payment.personal.business.single_drawdown_max": _law(
        "生产经营且单次提款不超过50万元可自主支付",
        "largest drawdown that a person pays out themselves, for business",
        "500000",
        source=_PERSONAL,
    ),
    "farm_loan.self_payment.business_max": _farm(
        "农户生产经营贷款不超过50万元可自主支付",
        "largest drawdown that a farm household pays out itself, for business",
        "500000",
    ),
    "farm_loan.self_payment.consumption_max": _farm(
        "农户消费贷款不超过30万元可自主支付",
        "largest drawdown that a farm household pays out itself, for consumption",
        "300000",
    ),
    "entrusted_payment.completion.working_days": _law(
        "受托支付原则上五个工作日内完成",
        "working days in which an entrusted payment is completed",
        "5",
        source=f"{_FIXED_ASSET}, {_WORKING_CAPITAL}",
        measure=Measure.WORKING_DAYS,
    ),
    "entrusted_payment.completion.borrower_cause.working_days": _law(
        "借款人原因最迟十个工作日",
        "working days where the borrower is the cause",
        "10",
        source=f"{_FIXED_ASSET}, {_WORKING_CAPITAL}",
        measure=Measure.WORKING_DAYS,
    ),
    "esign.personal.amount_max": _law(
        "不超过20万元可电子渠道签订合同",
        "largest personal loan whose contract is signed electronically",
        "200000",
        source=_PERSONAL,
    ),
    "bank.lending.contract_required": Parameter(
        zh="贷款须凭合同发放",
        en="a loan needs a contract drafted here",
        measure=Measure.FLAG,
        setting="false",
        source="editable default: set it to true once contracts are drafted in this system",
        confidence=Confidence.LOW,
        decided_by=Decider.BANK,
    ),
    "bank.contract.witnesses_min": Parameter(
        zh="合同面签见证人数",
        en="members of staff who witness a signature",
        measure=Measure.PERSONS,
        setting="1",
        source="editable default; many rural lenders ask for two (双人面签)",
        confidence=Confidence.LOW,
        decided_by=Decider.BANK,
    ),
}
