"""Labels of what views of decisions show beside the domain's own names."""

from collections.abc import Mapping
from typing import Final

from domain.labels import Label

DECISIONS: Final[Mapping[str, Label]] = {
    "reviews": Label("审查次数与意见", "reviews"),
    "escalated_to": Label("已上报至", "taken up to"),
    "review_overdue": Label("补审逾期", "review overdue"),
    "notified_on": Label("通知日", "told on"),
    "fast_track": Label("特事特办", "fast track"),
    "expert_opinions": Label("专家意见", "expert opinions"),
    "escalations": Label("上报记录", "escalations"),
    "motions": Label("议案", "motions"),
    "votes": Label("表决", "votes"),
    "decision": Label("审批决定", "decision"),
    "notices": Label("客户通知", "notices"),
    "said": Label("结论", "said"),
    "record": Label("记录", "record"),
    "as_seen_by": Label("按该决定所见", "as seen by"),
    "later": Label("其后资料", "what came later"),
    "content": Label("内容", "content"),
    "about": Label("申请或客户编号", "application or customer"),
    "under_own": Label("按原规则", "under its own rules"),
    "own_differences": Label("按原规则差异", "differences under its own rules"),
    "under_today": Label("按现行规则", "under today's rules"),
    "today_differences": Label("按现行规则差异", "differences under today's rules"),
    "step": Label("环节", "step"),
    "days_open": Label("已等天数", "days open"),
    "overdue": Label("逾期", "overdue"),
    "priority": Label("优先", "priority lane"),
    "came": Label("进入件数", "came"),
    "done": Label("办结件数", "done"),
    "done_late": Label("超时办结件数", "done late"),
    "waiting": Label("在办件数", "waiting"),
    "overdue_now": Label("现逾期件数", "overdue now"),
    "median_days": Label("中位天数", "median days"),
    "longest_days": Label("最长天数", "longest, days"),
    "oldest_waiting": Label("最早在办日", "oldest waiting"),
    "reviewed": Label("审查", "reviewed"),
    "granted": Label("批准", "granted"),
    "escalated": Label("上报", "taken up"),
    "heard": Label("听取专家", "heard an expert"),
    "put": Label("提交", "put"),
    "voted": Label("表决", "voted"),
    "decided": Label("审批", "decided"),
}
