"""What has happened about fees and misuse: the contract with history."""

from datetime import date

from attrs import frozen

from domain.fields import last_day
from domain.ids import ReceiptNo
from domain.loan.booked import Booked
from domain.loan.values import FeeKind, Instalment, Restated
from domain.money import Money


@frozen(kw_only=True)
class FeeCharged(Booked):
    """A fee is owed from its value date and due on its due date."""

    fee_no: ReceiptNo
    kind: FeeKind
    amount: Money
    value_date: date
    due_date: date
    restated: tuple[Restated, ...]
    plan: tuple[Instalment, ...]


@frozen(kw_only=True)
class MisuseRecorded(Booked):
    """Money was used for what was not agreed; while that lasts it bears the misuse rate."""

    reference: ReceiptNo
    value_date: date
    amount: Money | None
    until: date | None = last_day()
    restated: tuple[Restated, ...]
    plan: tuple[Instalment, ...]


@frozen(kw_only=True)
class MisuseEnded(Booked):
    """Misused money is used as agreed again from a day on."""

    reference: ReceiptNo
    until: date
    restated: tuple[Restated, ...]
    plan: tuple[Instalment, ...]


ChargesEvent = FeeCharged | MisuseRecorded | MisuseEnded
