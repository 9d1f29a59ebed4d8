"""What has happened to an economic file: the contract with history."""

from datetime import date

from attrs import frozen

from domain.economic_file.values import Alert, Figures, Sections
from domain.facts.policy import Setting
from domain.ids import StaffId
from domain.kinds import CustomerKind
from domain.origin import Finding, Origin


@frozen(kw_only=True)
class SectionsRecorded:
    """Sections of the file hold from a day on; figures are those of the file with them."""

    kind: CustomerKind
    sections: Sections
    since: date
    collected_by: StaffId | None  # None where another system had it.
    investigators: tuple[StaffId, ...]
    figures: Figures
    missing_items: tuple[str, ...]
    alerts: tuple[Alert, ...]
    refresh_due: date
    refresh_setting: Setting  # How often such a file is refreshed.
    origin: Origin | None
    findings: tuple[Finding, ...]


EconomicFileEvent = SectionsRecorded
