"""Labels of financial statements."""

from collections.abc import Mapping
from typing import Final

from domain.labels import Label

LABELS: Final[Mapping[str, Label]] = {
    "financial_statement": Label("财务报表", "financial statement"),
    "financial_statement.record": Label("录入财务报表", "record a financial statement"),
    "financial_statement.restate": Label("重述财务报表", "restate a financial statement"),
    "financial_statement.recorded": Label("财务报表已录入", "financial statement recorded"),
    "financial_statement.restated": Label("财务报表已重述", "financial statement restated"),
    "contradicts": Label("报表自身勾稽不符", "contradicts itself"),
}
