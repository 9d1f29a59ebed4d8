"""Labels of checklists."""

from collections.abc import Mapping
from typing import Final

from domain.labels import Label

LABELS: Final[Mapping[str, Label]] = {
    "checklist": Label("档案清单", "checklist"),
    "checklist.set": Label("设定档案清单", "set a checklist"),
}
