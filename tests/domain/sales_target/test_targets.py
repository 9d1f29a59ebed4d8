"""A head sets what an officer is to bring in a month."""

from typing import Any

from attrs import evolve

from domain.facts.staff import Post
from domain.money import Money
from domain.sales_target import SALES_TARGET
from domain.sales_target.commands import SetSalesTarget
from domain.sales_target.events import SalesTargetSet
from domain.sales_target.rules import (
    SET_BY_ANOTHER,
    SET_WHILE_IT_RUNS,
    TARGET_IS_OF_ONE_MONTH,
)
from tests.department import TODAY, staff
from tests.specs import given

TOLD: dict[str, Any] = {
    "staff_id": "wang",
    "month": "2026-03",
    "leads": 4,
    "loans": 2,
    "amount": Money(5_000_000),
    "reason": "plan of the year",
}
SET = SetSalesTarget(
    target_id="wang:2026-03",
    actor="bai",
    today=TODAY,
    staff=staff("bai", Post.BRANCH_HEAD),
    officer=staff("wang", Post.RELATIONSHIP_MANAGER),
    **TOLD,
)
WAS_SET = SalesTargetSet(set_by="bai", **TOLD)


def test_a_target_is_set_and_may_change_while_its_month_runs():
    given(SALES_TARGET).when(SET).then(WAS_SET)
    given(SALES_TARGET, WAS_SET).when(SET).then_nothing()
    more = evolve(SET, loans=3)
    given(SALES_TARGET, WAS_SET).when(more).then(evolve(WAS_SET, loans=3))
    over = evolve(SET, month="2026-02", target_id="wang:2026-02")
    given(SALES_TARGET).when(over).then_refused(SET_WHILE_IT_RUNS)


def test_a_target_is_that_of_one_officer_and_month_set_by_another():
    for wrong in (evolve(SET, target_id="wang:2026-04"), evolve(SET, officer=None)):
        given(SALES_TARGET).when(wrong).then_refused(TARGET_IS_OF_ONE_MONTH)
    given(SALES_TARGET).when(evolve(SET, actor="wang")).then_refused(SET_BY_ANOTHER)
