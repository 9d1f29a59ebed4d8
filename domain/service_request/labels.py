"""Labels of service requests and complaints."""

from collections.abc import Mapping
from typing import Final

from domain.labels import Label

LABELS: Final[Mapping[str, Label]] = {
    "service_request": Label("需求与投诉", "service request"),
    "service_request.receive": Label("受理需求或投诉", "receive a request"),
    "service_request.extend": Label("延长答复时限", "extend the time to answer"),
    "service_request.answer": Label("答复需求或投诉", "answer a request"),
    "service_request.feed_back": Label("向上反馈", "feed back"),
    "service_request.received": Label("需求或投诉已受理", "request received"),
    "service_request.extended": Label("答复时限已延长", "time to answer extended"),
    "service_request.answered": Label("需求或投诉已答复", "request answered"),
    "service_request.fed_back": Label("已向上反馈", "fed back"),
    "request_id": Label("需求编号", "request number"),
    "about": Label("事由", "about"),
    "received_by": Label("受理员工", "received by"),
    "answered_by": Label("答复人", "answered by"),
    "late_days": Label("逾期天数（答复）", "days late"),
    "request": Label("需求", "request"),
    "complaint": Label("投诉", "complaint"),
    "suggestion": Label("建议", "suggestion"),
    "rate_or_fee": Label("利率或收费", "rate or fee"),
    "repayment": Label("还款", "repayment"),
    "staff_conduct": Label("员工行为", "conduct of staff"),
    "waiting_time": Label("等候时间", "waiting time"),
    "personal_data": Label("个人信息", "personal data"),
}
