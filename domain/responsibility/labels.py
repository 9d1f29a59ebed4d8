"""Labels of the responsibility for a file."""

from collections.abc import Mapping
from typing import Final

from domain.labels import Label

LABELS: Final[Mapping[str, Label]] = {
    "responsibility": Label("经办责任", "responsibility"),
    "responsibility.assign": Label("指定经办责任人", "assign the officer in charge"),
    "responsibility.move": Label("移交经办责任", "move the responsibility"),
    "responsibility.assigned": Label("经办责任人已指定", "officer in charge assigned"),
    "responsibility.moved": Label("经办责任已移交", "responsibility moved"),
    "assignee": Label("被指定员工", "staff assigned"),
    "answering": Label("现经办责任", "who answers now"),
    "answering_staff": Label("现经办责任人", "officer who answers now"),
}
