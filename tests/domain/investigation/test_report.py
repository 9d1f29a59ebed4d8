"""The report: seven parts, word for word out of the record."""

from typing import Any

from attrs import evolve

from domain.investigation import INVESTIGATION
from domain.investigation.events import InvestigationConcluded
from domain.investigation.report import digest_of, written
from tests.domain.investigation.files import (
    CONCLUDE,
    FOUND,
    OPEN,
    SECURED,
    VISIT,
    after,
)


def concluded(*commands: Any, **changes: Any) -> InvestigationConcluded:
    (event,) = after(*(commands or FOUND)).when(evolve(CONCLUDE, **changes)).outcome()
    assert isinstance(event, InvestigationConcluded)
    return event


def test_the_report_has_seven_parts_and_is_the_same_text_for_the_same_facts():
    event = concluded(*SECURED)
    titles = [line for line in event.text.splitlines() if line[1:2] == "、"]
    assert titles == [
        "一、客户基本情况",
        "二、经营情况",
        "三、借款需求",
        "四、财务分析",
        "五、非财务分析",
        "六、担保分析",
        "七、结论建议",
    ]
    assert event.report == digest_of(event.text)
    assert event.text == concluded(*SECURED).text


def test_the_report_is_made_again_from_the_record_byte_for_byte():
    past = after(*SECURED, CONCLUDE).past
    case = INVESTIGATION.fold(past[:-1])
    assert written(case, past[-1]) == past[-1].text


def test_the_report_says_what_was_found_in_the_words_of_the_trade():
    text = concluded(*SECURED).text
    for said in (
        "客户编号：C1；类型：农户",
        "2026-02-28 实地调查，地点 330106001002，wang、zhao，影像 1 份",
        "用途真实：属实（wang，2026-02-27）",
        "民间借款 5000.00元，年偿付 0.00元，调查发现（隐性）",
        "年偿债 6000.00元，可支配 84000.00元",
        "第一还款来源：sales through the year，2026-03-02 起 5000.00元，12 次，每隔 1 个月",
        "品德 4/5：as neighbours say",
        "collateral-K1：合格，权属清楚，价值 80000.00元，可计担保 40000.00元",
        "贷款风险等级：中（履约 强，能力 适中，担保 适中）",
        "建议：同意放贷。steady income, little debt",
        "方案：P1，50000.00元，12 个月，年利率 6.00%，等额本息，信用，自主支付",
    ):
        assert said in text


def test_a_part_without_a_record_says_so():
    text = concluded(OPEN, VISIT, lend=False, proposed=None, inquiries=None, economy=None).text
    assert "四、财务分析\n无记录\n五、非财务分析\n无记录\n六、担保分析\n无记录\n" in text
    assert "建议：不同意放贷" in text
