"""Labels of debts that are given up or written off."""

from collections.abc import Mapping
from typing import Final

from domain.labels import Label

LABELS: Final[Mapping[str, Label]] = {
    "loan.waive_debt": Label("减免", "waive debt"),
    "loan.write_off": Label("核销", "write off a loan"),
    "loan.debt_waived": Label("已减免", "debt waived"),
    "loan.written_off": Label("已核销", "written off"),
    "component": Label("款项", "component"),
}
