"""Labels of what views of customers show beside the domain's own names."""

from collections.abc import Mapping
from typing import Final

from domain.labels import Label

LOOKED_AFTER: Final[Mapping[str, Label]] = {
    "records": Label("登记记录", "records"),
    "what": Label("事项", "what"),
    "refresh": Label("档案更新", "refresh of the file"),
    "contact": Label("客户联系", "contact"),
    "follow_up": Label("满意度回访", "follow-up of a survey"),
    "days_over": Label("超期天数", "days over"),
    "done_by": Label("上次经办", "done by"),
    "key_persons": Label("关键人物与决策链", "key persons, in the chain of decision"),
    "notes": Label("软信息", "notes"),
    "comparisons": Label("印鉴核对", "seals compared"),
    "preferences": Label("服务偏好", "preferences"),
    "priority": Label("绿色通道", "priority"),
    "surveys": Label("满意度调查", "surveys"),
    "credit_standing": Label("信用状况", "credit standing"),
    "followed_up_on": Label("回访日", "followed up on"),
    "done": Label("处理情况", "what was done"),
    "extended": Label("已延期", "extended"),
    "answered_on": Label("答复日", "answered on"),
    "answer": Label("答复", "answer"),
    "answered": Label("已答复", "answered"),
    "open": Label("办理中", "open"),
    "fed_back": Label("向上反馈", "fed back"),
    "consent_digest": Label("授权书摘要", "consent by digest"),
    "dormant": Label("休眠", "dormant"),
    "last_activity": Label("最近往来日", "last activity on"),
    "activity": Label("最近往来", "last activity"),
    "economy": Label("经济状况", "economy"),
    "requests": Label("需求与投诉", "requests"),
    "service": Label("客户服务", "service"),
    "marketing": Label("营销", "marketing"),
    "collection": Label("催收", "collection"),
    "audit": Label("审计", "audit"),
}
