"""An investigation through the whole core, from the admitted application to the report."""

from collections.abc import Iterator
from typing import Any

import pytest

from adapters.bus import Bus
from adapters.system import System
from domain.facts.duty import ACTOR_HOLDS_THE_POST
from domain.facts.seen import FILE_IS_AS_READ
from domain.investigation.rules import (
    ACTOR_INVESTIGATES,
    APPLICATION_GOES_ON,
    CREDIT_RECORD_IS_KNOWN,
    INVESTIGATORS_ARE_ENOUGH,
    LENDS_WHAT_CAN_BE_REPAID,
    NO_PART_IS_MISSING,
    REFUTED_IS_NOT_LENT,
    REPORT_IS_AS_CONCLUDED,
)
from tests import credit_file, credit_papers
from tests.credit_file import A1, CONCLUDE, FOUND, PAPER, RATE, REPORT, TERMS, VISIT
from tests.specs import requiring


@pytest.fixture
def system() -> Iterator[System]:
    """A bank with a household whose application was admitted."""
    with credit_file.bank_with_an_application() as opened:
        yield opened


def refused(bus: Bus, rule: Any, name: str, fields: dict[str, Any], **facts: Any) -> None:
    requiring(lambda: bus.run(name, fields)).then_refused(rule, **facts)


def concluded(system: System) -> str:
    """Investigate, rate and conclude; return the digest of the report."""
    wang = system.bus("wang")
    credit_file.investigated(wang)
    wang.run("rating.rate_customer", RATE)
    wang.run("investigation.conclude", CONCLUDE)
    (report,) = wang.read("investigation_report", A1).rows
    return str(report["report"])


def text_of(system: System, **query: str) -> str:
    return str(system.bus("wang").read("investigation_report", {**A1, **query}).rows[-1]["text"])


@pytest.mark.row(
    "IV-25", "IV-26", "IV-27", "IV-28",
    shown_by="investigation.conclude, investigation.sign_report, views.investigation_report",
)  # fmt: skip
def test_a_household_is_investigated_concluded_and_signed_by_both(system):
    wang, wu = system.bus("wang"), system.bus("wu")
    digest = concluded(system)
    (row,) = wang.read("investigations", {}).rows
    assert (row["stage"], row["lend"], row["amount"]) == ("report_to_sign", True, "50000.00 CNY")
    refused(system.bus("zhao"), ACTOR_INVESTIGATES, "investigation.sign_report", signing(digest))
    refused(wang, REPORT_IS_AS_CONCLUDED, "investigation.sign_report", signing(PAPER))
    wang.run("investigation.sign_report", signing(digest))
    wu.run("investigation.sign_report", signing(digest))
    (row,) = wang.read("investigations", {}).rows
    assert (row["stage"], row["signed_by"]) == ("report_signed", ["wang", "wu"])
    (report,) = wang.read("investigation_report", A1).rows
    assert report["unaltered"]
    assert [one["signer"] for one in report["signed"]] == ["wang", "wu"]
    text = report["text"]
    assert next(line for line in text.splitlines() if line[1:2] == "、") == "一、客户基本情况"
    assert "主营：rice；经营 12 年" in text
    assert "建议：同意放贷。steady income, little debt" in text


def signing(digest: str) -> dict[str, Any]:
    return {**A1, "report": digest}


@pytest.mark.row("IV-25", shown_by="views.investigation_report")
def test_what_comes_later_never_changes_a_report_that_was_concluded(system):
    digest = concluded(system)
    wang, known_by = system.bus("wang"), str(system.core.journal.head())
    before = text_of(system)
    wang.run("investigation.reopen", {**A1, "reason": "review asks for the title"})
    wang.run("investigation.record_visit", {**VISIT, "visit_id": "V2", "says": "title seen"})
    wang.run("investigation.conclude", {**CONCLUDE, "says": "the title was seen"})
    first, second = wang.read("investigation_report", A1).rows
    assert (first["text"], first["report"], first["current"]) == (before, digest, False)
    assert second["current"]
    assert "title seen" in second["text"]
    assert text_of(system, known_by=known_by) == before


@pytest.mark.row("IV-01", shown_by="investigation.record_visit, investigation.open")
def test_two_investigate_and_say_who_was_where_and_when(system):
    wang = system.bus("wang")
    alone = {**A1, "investigators": ["wang"]}
    refused(wang, INVESTIGATORS_ARE_ENOUGH, "investigation.open", alone, at_least="2")
    nobody = {"application_id": "A9", "investigators": ["wang", "wu"]}
    refused(wang, APPLICATION_GOES_ON, "investigation.open", nobody)
    reviewer = {**A1, "investigators": ["wang", "zheng"]}
    refused(wang, ACTOR_HOLDS_THE_POST, "investigation.open", reviewer, actor="zheng")
    credit_file.investigated(wang)
    wang.run("investigation.conclude", CONCLUDE)
    line = "2026-03-02 实地调查，地点 330106001002，wang、wu，影像 1 份"
    assert line in text_of(system)


@pytest.mark.row(
    "IV-02", "IV-03", "IV-04", "IV-20", "IV-21", shown_by="investigation.record_check"
)  # fmt: skip
def test_what_was_checked_is_in_the_report_and_what_was_refuted_is_not_lent_on(system):
    wang = system.bus("wang")
    credit_file.investigated(wang)
    checks = [fields for name, fields in FOUND if name == "investigation.record_check"]
    for item in ("licence_valid", "trade_genuine"):
        wang.run("investigation.record_check", {**checks[0], "item": item})
    wang.run("investigation.record_check", {**checks[2], "result": "refuted"})
    refused(wang, REFUTED_IS_NOT_LENT, "investigation.conclude", CONCLUDE)
    decline = {**CONCLUDE, "lend": False, "proposed": None, "says": "seed was not bought"}
    wang.run("investigation.conclude", decline)
    text = text_of(system)
    for said in (
        "身份与授权真实：属实",
        "申请真实齐全：属实",
        "需求与用途真实：不实",
        "证照有效：属实",
        "交易真实：属实",
    ):
        assert said in text


@pytest.mark.row("IV-05", shown_by="investigation.conclude, investigation.grade_loan_risk")
def test_nothing_is_concluded_on_a_consent_that_was_withdrawn(system):
    wang = system.bus("wang")
    credit_file.investigated(wang)
    gone = {"customer_id": "C2", "consent_id": "S1", "on": "2026-03-01"}
    wang.run("credit_inquiry.withdraw_consent", {**gone, "on": "2026-03-02"})
    refused(wang, CREDIT_RECORD_IS_KNOWN, "investigation.conclude", CONCLUDE)
    assert REPORT["report"]["reported_on"] == "2026-03-02"


@pytest.mark.row("IV-06", shown_by="investigation.survey_debts, views.investigation_report")
def test_hidden_and_contingent_debts_are_in_the_report(system):
    wang = system.bus("wang")
    credit_file.investigated(wang)
    debts = [
        {"kind": "private_debt", "amount": "9000.00", "each_year": "0.00", "declared": False},
        {"kind": "guarantee_given", "amount": "7000.00", "each_year": "0.00", "declared": True},
    ]
    wang.run("investigation.survey_debts", {**A1, "on": "2026-03-02", "debts": debts})
    refused(wang, NO_PART_IS_MISSING, "investigation.conclude", CONCLUDE, missing="cash_flow, risk")
    reckoned = ("investigation.estimate_cash_flow", "investigation.grade_loan_risk")
    for name, fields in FOUND:
        if name in reckoned:
            wang.run(name, fields)
    wang.run("investigation.conclude", CONCLUDE)
    (report,) = wang.read("investigation_report", A1).rows
    assert "民间借款 9000.00元，年偿付 0.00元，调查发现（隐性）" in report["text"]
    assert "对外担保（或有） 7000.00元" in report["text"]
    assert [finding["rule"] for finding in report["findings"]] == ["INVE-024"]


@pytest.mark.row("IV-16", shown_by="investigation.estimate_cash_flow, investigation.conclude")
def test_disposable_cash_flow_decides_how_much_is_lent(system):
    wang = system.bus("wang")
    credit_file.investigated(wang)
    (row,) = wang.read("investigations", {}).rows
    assert row["affordable"] == "54200.00 CNY"
    dear = {**CONCLUDE, "proposed": {**TERMS, "amount": "54300.00"}}
    refused(wang, LENDS_WHAT_CAN_BE_REPAID, "investigation.conclude", dear)
    wang.run("investigation.conclude", {**dear, "proposed": {**TERMS, "amount": "54200.00"}})


@pytest.mark.row(
    "IV-17", "IV-18", "IV-19", "IV-22",
    shown_by="investigation.assess_factors, investigation.match_repayment",
)  # fmt: skip
def test_judgement_and_sources_of_repayment_are_required_and_reported(system):
    wang = system.bus("wang")
    wang.run("investigation.open", {**A1, "investigators": ["wang", "wu"]})
    for name, fields in FOUND:
        if name not in ("investigation.assess_factors", "investigation.match_repayment"):
            wang.run(name, fields)
    (row,) = wang.read("investigations", {}).rows
    assert row["missing_parts"] == ["repayment", *credit_file.FACTORS]
    refused(wang, NO_PART_IS_MISSING, "investigation.conclude", CONCLUDE)
    for name, fields in FOUND:
        wang.run(name, fields)
    market = [{"factor": "market_outlook", "mark": 3, "says": "prices are steady"}]
    wang.run("investigation.assess_factors", {**A1, "assessed": market})
    wang.run("investigation.conclude", CONCLUDE)
    text = text_of(system)
    for said in (
        "市场前景 3/5：prices are steady",
        "品德 4/5：good",
        "还款意愿 4/5：good",
        "应还合计 51639.86元：第一来源 51639.86元，第二来源 0.00元",
    ):
        assert said in text


@pytest.mark.row("IV-23", "IV-24", shown_by="investigation.assess_security")
def test_security_is_looked_up_with_its_value_and_judged_by_title(system):
    wang = system.bus("wang")
    wang.run("investigation.open", {**A1, "investigators": ["wang", "wu"]})
    for actor, name, fields in credit_papers.COLLATERAL:
        system.bus(actor).run(name, fields)
    wang.run("investigation.assess_security", credit_papers.SECURITY)
    for name, fields in FOUND:
        wang.run(name, fields)
    proposed = {**TERMS, "security": ["mortgage"]}
    wang.run("investigation.conclude", {**CONCLUDE, "proposed": proposed})
    (report,) = wang.read("investigation_report", A1).rows
    assert "collateral-K1：合格，权属清楚，价值 80000.00元，可计担保 56000.00元" in report["text"]
    assert report["findings"] == []


@pytest.mark.row("RL-03", shown_by="investigation.grade_loan_risk, views.investigations")
def test_a_loan_has_a_risk_grade_as_it_begins(system):
    wang = system.bus("wang")
    credit_file.investigated(wang)
    assert wang.read("investigations", {}).rows[0]["risk"] == "moderate"


def test_a_conclusion_is_made_on_the_file_as_it_was_read(system):
    wang = system.bus("wang")
    credit_file.investigated(wang)
    stale = {**CONCLUDE, "read": "sha256:" + "0" * 64}
    refused(wang, FILE_IS_AS_READ, "investigation.conclude", stale)
