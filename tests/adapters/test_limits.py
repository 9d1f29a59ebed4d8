"""Limits through the whole core: granted, reserved by an approval, used by a payment, restored."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from threading import Barrier, Thread
from typing import Any

import pytest

from adapters.settings import Settings
from adapters.system import HandClock, System
from adapters.wiring import open_system
from domain.facility.rules import (
    FOUND_GROUP_IS_COVERED,
    INSIDERS_SHARE_A_LIMIT,
    PARTS_ADD_UP,
    WITHIN_CAPITAL,
    WITHIN_HEADROOM,
    WITHIN_RATED_CEILING,
)
from domain.facts.duty import ROLES_ARE_APART
from domain.rules import Refused
from tests import credit_file, limit_file
from tests.credit_file import A1, PAPER
from tests.department import OPERATOR, TODAY, set_up
from tests.limit_file import MAXIMUM, NEIGHBOUR, TERM, Neighbour
from tests.projections.asking import shown
from tests.specs import requiring
from tests.village import LI, OPEN, PRODUCT

GROUP = {"group_id": "G1", "why": "household", "members": ["C2", "C4"], "since": "2026-03-02"}
GROUP_LIMIT = {"facility_id": "G1", "limit": "100000.00", "mandate_id": "M1", **TERM}
FIGURES = ("reserved", "used", "headroom")


@pytest.fixture
def system() -> Iterator[System]:
    """A bank with capital, mandates, and a household that is rated."""
    with credit_file.bank_with_an_application() as opened:
        limit_file.may_grant(opened)
        yield opened


def refused(system: System, rule: Any, name: str, fields: dict[str, Any], **facts: Any) -> None:
    requiring(lambda: system.bus("feng").run(name, fields)).then_refused(rule, **facts)


def limit_of(system: System, facility_id: str = "C2") -> Any:
    (row,) = system.bus("feng").read("facilities", {"facility_id": facility_id}).rows
    return row


@pytest.mark.row(
    "RL-04", "RL-06", "RL-09",
    shown_by="facility.grant_maximum, approval.approve, drawdown.release, views.facilities,"
    " views.exposure",
)  # fmt: skip
def test_a_limit_is_reserved_by_an_approval_used_by_a_payment_and_restored_by_repayment(system):
    system.bus("feng").run("facility.grant_maximum", MAXIMUM)
    limit_file.concluded(system)
    limit_file.approved(system)
    assert shown(limit_of(system), *FIGURES) == ("50000.00 CNY", "0.00 CNY", "10000.00 CNY")
    limit_file.signed(system)
    limit_file.paid_out(system)
    assert shown(limit_of(system), *FIGURES) == ("0.00 CNY", "50000.00 CNY", "10000.00 CNY")
    rows = system.bus("feng").read("exposure", {"part": "industry"}).rows
    assert [shown(row, "name", "exposure", "share") for row in rows] == [
        ("A", "50000.00 CNY", "5.00%")
    ]
    receipt = {"loan_id": "L1", "receipt_no": "R1", "amount": "12000.00"}
    system.bus("wang").run("loan.record_repayment", {**receipt, "value_date": "2026-03-02"})
    (loan,) = system.bus("wang").read("loan_register", {"loan_id": "L1"}).rows
    assert limit_of(system)["used"] == loan["principal"]
    reversal = {"loan_id": "L1", "receipt_no": "R1", "reason": "keyed_wrong"}
    system.bus("wang").run("loan.reverse_repayment", reversal)
    assert limit_of(system)["used"] == "50000.00 CNY"


@pytest.mark.row("RL-06", shown_by="facility.grant_maximum, approval.approve, approval.revoke")
def test_what_is_not_drawn_is_released_when_the_approval_ends(system):
    system.bus("feng").run("facility.grant_maximum", MAXIMUM)
    limit_file.concluded(system)
    limit_file.approved(system)
    ended = {**A1, "mandate_id": "M1", "reason": "Harvest failed"}
    system.bus("feng").run("approval.revoke", ended)
    assert shown(limit_of(system), *FIGURES) == ("0.00 CNY", "0.00 CNY", "60000.00 CNY")


@pytest.mark.row(
    "RL-05", "RL-07",
    shown_by="facility.grant_sub_limit, facility.record_review, facility.freeze, views.facilities",
)  # fmt: skip
def test_a_limit_has_parts_is_reviewed_frozen_and_unfrozen_by_another(system):
    feng, zhou = system.bus("feng"), system.bus("zhou")
    feng.run("facility.grant_maximum", MAXIMUM)
    part = {"facility_id": "F1", "parent_id": "C2", "special_use": "project", "products": ["P9"]}
    granted = {**part, "limit": "60000.01", "mandate_id": "M1", **TERM}
    refused(system, PARTS_ADD_UP, "facility.grant_sub_limit", granted)
    feng.run("facility.grant_sub_limit", {**granted, "limit": "20000.00"})
    assert shown(limit_of(system, "F1"), "kind", "chain") == ("special_limit", ["C2"])
    zhou.run("facility.record_review", {"facility_id": "C2", "outcome": "keep", "report": PAPER})
    assert shown(limit_of(system), "last_review", "review_due") == ("keep", "2027-03-02")
    zhou.run("facility.freeze", {"facility_id": "C2", "reason": "early_warning"})
    assert limit_of(system)["status"] == "frozen"
    requiring(lambda: zhou.run("facility.unfreeze", {"facility_id": "C2"})).then_refused(
        ROLES_ARE_APART
    )
    system.bus("sun").run("facility.unfreeze", {"facility_id": "C2"})
    assert limit_of(system)["status"] == "open"


@pytest.mark.row("RL-04", "RL-09", shown_by="facility.grant_maximum")
def test_above_the_ceiling_and_above_the_share_of_capital_is_refused(system):
    # AA: 70 % of a yearly surplus of 50,000.00 over three years.
    above = {**MAXIMUM, "limit": "105000.01"}
    refused(system, WITHIN_RATED_CEILING, "facility.grant_maximum", above, grade="AA")
    waiver = {"rule": "LIMIT-007", "authority": "Board", "reason": "New barn", "document": PAPER}
    waived = {**above, "waivers": [waiver]}
    refused(
        system,
        WITHIN_CAPITAL,
        "facility.grant_maximum",
        waived,
        parameter="concentration.village_bank.single_borrower_max",
    )
    system.bus("feng").run("facility.grant_maximum", {**waived, "limit": "100000.00"})


@pytest.mark.row("RL-08", "RL-10", "CU-08", shown_by="facility.grant_maximum, views.relations")
def test_who_is_found_in_a_group_gets_a_limit_under_that_groups(system):
    wang, feng = system.bus("wang"), system.bus("feng")
    wang.run("customer.register", NEIGHBOUR)
    related = {"customer_id": "C4", "other_id": "C2", "relation": "household_member"}
    wang.run("customer.relate", {**related, "since": "2026-01-01"})
    refused(system, FOUND_GROUP_IS_COVERED, "facility.grant_maximum", MAXIMUM, outside="C4")
    wang.run("customer_group.form", GROUP)
    feng.run("facility.grant_group_limit", GROUP_LIMIT)
    feng.run("facility.grant_maximum", {**MAXIMUM, "parent_id": "G1"})
    assert limit_of(system)["chain"] == ["G1"]
    (row,) = feng.read("relations", {"customer_id": "C2"}).rows
    assert (row["customer_id"], row["tie"]) == ("C4", "group")


@pytest.mark.row("RL-08", "RL-10", shown_by="facility.grant_maximum, views.facilities")
def test_what_a_customer_owes_is_taken_on_by_the_limit_of_the_group_found_later(system):
    wang, feng = system.bus("wang"), system.bus("feng")
    feng.run("facility.grant_maximum", MAXIMUM)
    for step in (limit_file.concluded, limit_file.approved, limit_file.signed, limit_file.paid_out):
        step(system)
    wang.run("customer.register", NEIGHBOUR)
    wang.run("customer_group.form", GROUP)
    feng.run("facility.grant_group_limit", GROUP_LIMIT)
    feng.run("facility.grant_maximum", {**MAXIMUM, "parent_id": "G1"})
    assert shown(limit_of(system, "G1"), *FIGURES) == ("0.00 CNY", "50000.00 CNY", "50000.00 CNY")
    refused(system, FOUND_GROUP_IS_COVERED, "facility.grant_maximum", MAXIMUM)


@pytest.mark.row("RL-08", shown_by="facility.grant_related_parties_limit, views.exposure")
def test_a_related_party_is_found_by_what_staff_declared(system):
    feng = system.bus("feng")
    declared = {"staff_id": "qian", "customer_id": "C2", "connection": "near_relative"}
    system.bus("zhou").run("staff.declare_connected", declared)
    refused(system, INSIDERS_SHARE_A_LIMIT, "facility.grant_maximum", MAXIMUM)
    every = {"facility_id": "related-parties", "limit": "500000.00", "mandate_id": "M1", **TERM}
    feng.run("facility.grant_related_parties_limit", every)
    feng.run("facility.grant_maximum", {**MAXIMUM, "parent_id": "related-parties"})
    row, together = feng.read("exposure", {"part": "related"}).rows
    assert (row["name"], together["most"]) == ("C2", "500000.00 CNY")


@pytest.mark.row("RL-08", shown_by="facility.grant_maximum, views.facilities")
def test_what_a_related_party_has_outside_limits_and_in_the_family_counts_together(system):
    """1 % of net capital is 10,000.00, 5 % is 50,000.00."""
    wang, feng = system.bus("wang"), system.bus("feng")
    declared = {"staff_id": "qian", "customer_id": "C2", "connection": "near_relative"}
    system.bus("zhou").run("staff.declare_connected", declared)
    wang.run("customer.register", NEIGHBOUR)
    son = {"customer_id": "C4", "other_id": "C2", "relation": "household_member"}
    wang.run("customer.relate", {**son, "since": "2026-01-01"})
    for number, customer_id, amount in (("L8", "C2", "20000.00"), ("L9", "C4", "21000.00")):
        old = {"loan_id": number, "customer_id": customer_id, "amount": amount, "plan": []}
        origin = {"system": "old", "reference": number}
        begun = {**old, "rate_yearly": None, "granted_on": "2025-01-05", "origin": origin}
        wang.run("loan.take_over", begun)
    wang.run("customer_group.form", GROUP)
    every = {"facility_id": "related-parties", "limit": "400000.00", "mandate_id": "M1", **TERM}
    feng.run("facility.grant_related_parties_limit", every)
    feng.run("facility.grant_group_limit", {**GROUP_LIMIT, "parent_id": "related-parties"})
    feng.run("facility.grant_maximum", {**MAXIMUM, "limit": "9000.00", "parent_id": "G1"})
    (found,) = limit_of(system)["findings"]
    assert found == {
        "rule": "LIMIT-040",
        "facts": "credit 9000.00 CNY, beside loan L8 20000.00 CNY; loan L9 21000.00 CNY,"
        " in all 50000.00 CNY, net_capital 1000000.00 CNY",
    }


@pytest.mark.row("RL-06", "RL-10", shown_by="drawdown.release, facility.grant_group_limit")
@pytest.mark.parametrize("store", ["sqlite", "postgresql"])
def test_two_payments_that_race_for_the_last_yuan_of_a_group_are_one(store, servers, tmp_path):
    settings = _settings(store, servers, tmp_path)
    with open_system(settings, _clock()) as bank:
        _two_households_ready_to_draw(bank)
        cut = {"facility_id": "G1", "limit": "50000.00", "reason": "Capital fell"}
        bank.bus("zhou").run("facility.cut_limit", cut)
    at_once, told = Barrier(2), list[str]()
    racers = [Thread(target=_draw, args=(settings, n, at_once, told)) for n in (0, 1)]
    for racer in racers:
        racer.start()
    for racer in racers:
        racer.join()
    assert sorted(told) == [WITHIN_HEADROOM.code, "paid"]
    with open_system(settings, _clock()) as bank:
        assert shown(limit_of(bank, "G1"), *FIGURES) == (
            "50000.00 CNY",
            "50000.00 CNY",
            "-50000.00 CNY",
        )
        loans = bank.bus("wang").read("loan_register", {}).rows
        assert [loan["principal"] for loan in loans] == ["50000.00 CNY"]


def _settings(store: str, servers: Any, folder: Path) -> Settings:
    database = servers("wheel").database() if store == "postgresql" else str(folder / "bank.db")
    return Settings(database=database, keys=folder / "keys", views=folder / "views")


def _clock() -> HandClock:
    return HandClock(datetime(2026, 3, 2, 1, tzinfo=UTC))


def _two_households_ready_to_draw(bank: System) -> None:
    bank.bus(OPERATOR).run("log.open", OPEN)
    set_up(bank.bus(OPERATOR), bank.bus("zhou"), TODAY)
    wang, feng = bank.bus("wang"), bank.bus("feng")
    for customer in (LI, NEIGHBOUR):
        wang.run("customer.register", customer)
    wang.run("product.define", PRODUCT)
    households: tuple[Any, ...] = (bank, Neighbour(bank))
    for household in households:
        credit_file.applied(household.bus("wang"))
    limit_file.may_grant(bank)
    households[1].bus("wang").run("rating.rate_customer", credit_file.RATE)
    wang.run("customer_group.form", GROUP)
    feng.run("facility.grant_group_limit", GROUP_LIMIT)
    for household in households:
        household.bus("feng").run("facility.grant_maximum", {**MAXIMUM, "parent_id": "G1"})
        limit_file.concluded(household)
        limit_file.approved(household)
        limit_file.signed(household)
        household.bus("wang").run("drawdown.request", limit_file.REQUEST)
        household.bus("shen").run("drawdown.check", {"drawdown_id": "D1"})


def _draw(settings: Settings, number: int, at_once: Barrier, told: list[str]) -> None:
    with open_system(settings, _clock()) as bank:
        household: Any = Neighbour(bank) if number else bank
        at_once.wait()
        try:
            household.bus("shen").run("drawdown.release", limit_file.RELEASE)
            told.append("paid")
        except Refused as refusal:
            told.append(refusal.rule.code)
