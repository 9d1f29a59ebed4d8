"""Who must take part in lending, and what they must have done."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from domain.facts.parameters.parameter import Confidence, Decider, Measure, Parameter, Stricter

PARAMETERS: Final[Mapping[str, Parameter]] = {
    "dual_investigators.min": Parameter(
        zh="双人调查",
        en="investigators at least",
        measure=Measure.PERSONS,
        setting="2",
        source="尽职指引 and rural practice",
        confidence=Confidence.MEDIUM,
        decided_by=Decider.BANK,
        stricter=Stricter.HIGHER,
    ),
    "interview.personal.required": Parameter(
        zh="个人贷款面谈",
        en="interview for a personal loan",
        measure=Measure.FLAG,
        setting="true",
        source="个人贷款管理办法 (金监总局令2024年第3号)",
        confidence=Confidence.HIGH,
        decided_by=Decider.LAW,
        since=date(2024, 7, 1),
        stricter=Stricter.HIGHER,
    ),
    "separation.review_from_approval": Parameter(
        zh="审贷分离 分级审批",
        en="review apart from approval",
        measure=Measure.FLAG,
        setting="true",
        source="商业银行法 第35条",
        confidence=Confidence.HIGH,
        decided_by=Decider.LAW,
        stricter=Stricter.HIGHER,
    ),
    "insider.unsecured_loan.allowed": Parameter(
        zh="不得向关系人发放信用贷款",
        en="unsecured loan to an insider allowed",
        measure=Measure.FLAG,
        setting="false",
        source="商业银行法 第40条",
        confidence=Confidence.HIGH,
        decided_by=Decider.LAW,
        stricter=Stricter.LOWER,
    ),
    "credit_report.query.written_consent": Parameter(
        zh="查询个人信用报告须书面同意并约定用途",
        en="written consent before a credit enquiry",
        measure=Measure.FLAG,
        setting="true",
        source="征信业管理条例 第18条",
        confidence=Confidence.HIGH,
        decided_by=Decider.LAW,
        stricter=Stricter.HIGHER,
    ),
    "farm_loan.unit": Parameter(
        zh="农户贷款以户为单位",
        en="who borrows as a farm household",
        measure=Measure.CODE,
        setting="household",
        source="农户贷款管理办法 (draft summary by Boston University CFLP)",
        confidence=Confidence.HIGH,
        decided_by=Decider.GUIDANCE,
    ),
}
