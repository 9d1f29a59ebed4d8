"""Labels of groups of customers."""

from collections.abc import Mapping
from typing import Final

from domain.labels import Label

LABELS: Final[Mapping[str, Label]] = {
    "customer_group": Label("集团客户", "group of customers"),
    "customer_group.form": Label("认定集团客户", "form a group of customers"),
    "customer_group.formed": Label("集团客户已认定", "group formed"),
    "customer_group.add_member": Label("增加集团成员", "add a member"),
    "customer_group.member_added": Label("集团成员已增加", "member added"),
    "customer_group.end_membership": Label("终止集团成员关系", "end a membership"),
    "customer_group.membership_ended": Label("集团成员关系已终止", "membership ended"),
    "why": Label("认定理由", "why they are one risk"),
    "control": Label("控制关系", "control"),
    "household": Label("同一家庭", "one household"),
}
