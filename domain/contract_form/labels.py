"""Labels of forms of contract."""

from collections.abc import Mapping
from typing import Final

from domain.labels import Label

LABELS: Final[Mapping[str, Label]] = {
    "contract_form": Label("合同文本", "form of contract"),
    "contract_form.adopt": Label("启用合同文本", "adopt a form of contract"),
    "contract_form.adopted": Label("合同文本已启用", "form of contract adopted"),
    "lines": Label("条款文字", "lines of the text"),
}
