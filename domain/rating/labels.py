"""Labels of ratings."""

from collections.abc import Mapping
from typing import Final

from domain.labels import Label

LABELS: Final[Mapping[str, Label]] = {
    "rating.rate_customer": Label("信用评级", "rate a customer"),
    "rating.override_grade": Label("人工调整等级", "override a grade"),
    "rating.customer_rated": Label("客户已评级", "customer rated"),
    "rating.grade_overridden": Label("等级已人工调整", "grade overridden"),
    "rated_by": Label("评级人", "rated by"),
}
