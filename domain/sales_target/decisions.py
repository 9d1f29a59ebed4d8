"""What follows from setting a sales target."""

from collections.abc import Sequence

from domain.facts.duty import require_post
from domain.facts.staff import HEADS, Post
from domain.sales_target.commands import SetSalesTarget
from domain.sales_target.events import SalesTargetSet
from domain.sales_target.rules import SET_BY_ANOTHER, SET_WHILE_IT_RUNS, TARGET_IS_OF_ONE_MONTH
from domain.sales_target.state import Target


def decide(command: SetSalesTarget, target: Target) -> Sequence[SalesTargetSet]:
    """Set a target; () where the same is set."""
    new = SalesTargetSet(
        staff_id=command.staff_id,
        month=command.month,
        leads=command.leads,
        loans=command.loans,
        amount=command.amount,
        reason=command.reason,
        set_by=command.actor,
    )
    if target.last == new:
        return ()
    require_post(command.staff, command.today, (*HEADS, Post.RELATIONSHIP_HEAD))
    SET_BY_ANOTHER.require(command.actor != command.staff_id, actor=command.actor)
    TARGET_IS_OF_ONE_MONTH.require(
        command.officer is not None and command.target_id == f"{command.staff_id}:{command.month}",
        target_id=command.target_id,
    )
    SET_WHILE_IT_RUNS.require(command.today.isoformat()[:7] <= command.month, month=command.month)
    return (new,)
