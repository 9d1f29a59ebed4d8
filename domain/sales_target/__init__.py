"""What an officer is to bring in a month (营销目标); what they did bring is a view."""

from typing import Final

from domain.decider import Decider
from domain.sales_target import labels, rules
from domain.sales_target.commands import SetSalesTarget
from domain.sales_target.decisions import decide
from domain.sales_target.events import SalesTargetSet
from domain.sales_target.state import Target, evolve

__all__ = ["SALES_TARGET", "Target"]

SALES_TARGET: Final[Decider[SetSalesTarget, Target, SalesTargetSet]] = Decider(
    category="sales_target",
    identity="target_id",
    initial=Target(),
    decide=decide,
    evolve=evolve,
    commands=(SetSalesTarget,),
    events=(SalesTargetSet,),
    rules=(rules,),
    labels=labels,
)
