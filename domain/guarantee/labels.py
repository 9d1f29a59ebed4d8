"""Labels of guarantees."""

from collections.abc import Mapping
from typing import Final

from domain.labels import Label

LABELS: Final[Mapping[str, Label]] = {
    "guarantee.give": Label("提供保证", "give a guarantee"),
    "guarantee.bind": Label("签订保证合同", "bind a guarantee"),
    "guarantee.record_release_notice": Label("登记放款通知书", "record a release notice"),
    "guarantee.agree_to_refinancing": Label("确认知悉借新还旧", "agree to refinancing"),
    "guarantee.release": Label("解除保证", "release a guarantee"),
    "guarantee.given": Label("保证已提供", "guarantee given"),
    "guarantee.bound": Label("保证已生效", "guarantee bound"),
    "guarantee.release_notice_recorded": Label("放款通知书已登记", "release notice recorded"),
    "guarantee.refinancing_agreed": Label("已知悉借新还旧", "refinancing agreed to"),
    "guarantee.released": Label("保证已解除", "guarantee released"),
    "guarantee_id": Label("保证编号", "guarantee number"),
    "borrower_id": Label("借款人客户编号", "borrower"),
    "mode": Label("保证方式", "mode of guarantee"),
    "general": Label("一般保证", "general guarantee"),
    "joint": Label("连带责任保证", "joint guarantee"),
    "clause": Label("保证期间约定", "clause on the guarantee period"),
    "agreed_period": Label("有明确约定", "agreed"),
    "not_agreed": Label("未约定", "not agreed"),
    "until_paid": Label("至本息还清为止", "until paid off"),
    "period_months": Label("保证期间（月）", "guarantee period in months"),
    "by_company": Label("担保公司保证", "by a guarantee company"),
    "notice": Label("放款通知书", "release notice"),
    "noticed_on": Label("通知日", "noticed on"),
    "statement": Label("知悉声明", "signed statement"),
}
