"""Labels of campaigns."""

from collections.abc import Mapping
from typing import Final

from domain.labels import Label

LABELS: Final[Mapping[str, Label]] = {
    "campaign": Label("营销活动", "campaign"),
    "campaign.plan": Label("策划活动", "plan a campaign"),
    "campaign.draw_targets": Label("生成目标名单", "draw the targets"),
    "campaign.approve": Label("审批批量营销", "approve a campaign"),
    "campaign.record_contact": Label("登记营销触达", "record a contact"),
    "campaign.close": Label("结束活动", "close a campaign"),
    "campaign.planned": Label("活动已策划", "campaign planned"),
    "campaign.targets_drawn": Label("目标名单已生成", "targets drawn"),
    "campaign.approved": Label("批量营销已审批", "campaign approved"),
    "campaign.contact_recorded": Label("营销触达已登记", "contact recorded"),
    "campaign.closed": Label("活动已结束", "campaign closed"),
    "campaign_id": Label("活动编号", "campaign number"),
    "kinds": Label("客户类型范围", "kinds of customer"),
    "model": Label("模型版本", "version of the model"),
    "wordings": Label("营销话术", "wordings"),
    "wording": Label("话术序号", "number of the wording"),
    "targets": Label("目标客户", "targets"),
    "drawn_on": Label("名单日期", "drawn on"),
    "planned_by": Label("策划人", "planned by"),
    "contacted_on": Label("触达日", "contacted on"),
    "contacted_by": Label("触达人", "contacted by"),
    "reply": Label("客户答复", "reply"),
    "any": Label("不限", "any"),
    "no_loan": Label("无贷户", "no loan"),
    "open_loan": Label("存量贷户", "open loan"),
    "past_loan": Label("结清客户", "past loan"),
    "interested": Label("有意向", "interested"),
    "another_time": Label("改日再谈", "another time"),
    "not_interested": Label("无意向", "not interested"),
    "not_reached": Label("未联系上", "not reached"),
    "no_more": Label("拒绝再联系", "asked not to be contacted"),
    "close_campaign.result": Label("活动成效", "result"),
}
