"""A bill of exchange that is discounted (贴现): what it says, and when it may be lent on.

Firms and banks alone draw and accept bills, so their names are no personal data; who endorsed one
may be a person, and stands as a reference.

Source: 票据法; 支付结算办法 (discount to the day before maturity, three days more where the
acceptor is elsewhere); 商业汇票承兑、贴现与再贴现管理办法 (2022, in force from 2023-01-01).
"""

from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from attrs import frozen

from domain.calendar import months_after
from domain.ids import BillNo, BillPartyId, Count
from domain.money import Money
from domain.rules import Rule

TRANSIT_DAYS: Final = 3  # That the money of an acceptor elsewhere travels (划款日期).
SHORTER_FROM: Final = date(2023, 1, 1)
MONTHS_LONGEST: Final = 6  # From issue to maturity,
MONTHS_LONGEST_BEFORE: Final = 12  # and of electronic bills issued before that day.
HOLIDAYS_LONGEST: Final = timedelta(days=10)

_ORDER: Final = "商业汇票承兑、贴现与再贴现管理办法 (2022)"


class BillKind(StrEnum):
    """Who accepted a bill."""

    BANK_ACCEPTANCE = "bank_acceptance"  # 银行承兑汇票
    COMMERCIAL_ACCEPTANCE = "commercial_acceptance"  # 商业承兑汇票


class BillParty(StrEnum):
    """Who pays on a bill: all who signed it answer for it together (票据法 第68条)."""

    ACCEPTOR = "acceptor"
    BORROWER = "borrower"  # Who endorsed it to us.
    ENDORSER = "endorser"
    DRAWER = "drawer"


@frozen(kw_only=True)
class Bill:
    """An accepted bill, as it is shown when it is discounted."""

    bill_no: BillNo
    bill_kind: BillKind
    drawer: str  # A firm's name.
    acceptor: str  # A bank's or a firm's name.
    endorsers: tuple[BillPartyId, ...]  # From the payee on; the last endorses it to us.
    face: Money
    issued_on: date
    matures_on: date
    payable_on: date | None = None  # The working day after a maturity on a holiday; None: then.
    acceptor_elsewhere: bool = False  # In another place than ours (异地): the money travels.

    @property
    def collected_from(self) -> date:
        """The day from which the acceptor must pay."""
        return self.payable_on or self.matures_on

    @property
    def transit_days(self) -> int:
        """The days that the money travels."""
        return TRANSIT_DAYS if self.acceptor_elsewhere else 0

    @property
    def due_on(self) -> date:
        """The day until which interest is kept back, and after which the money is late."""
        return self.collected_from + timedelta(self.transit_days)


@frozen(kw_only=True)
class KeptBack:
    """The discount: interest kept back on paying out, and the days that it is for."""

    interest: Money
    first_day: date
    until: date  # Interest is for the days before it.
    interest_days: Count


FACE_IS_MONEY: Final = Rule(
    "BILL-001", "The face of a bill is more than nothing.", "票据法 第8条, 第22条"
)
DAYS_ARE_IN_ORDER: Final = Rule(
    "BILL-002",
    "A bill is issued before it is discounted and discounted before it matures; a maturity on a "
    "holiday is payable within the ten days after it.",
    "票据法 第22条, 第38条; 支付结算办法: discount before maturity",
)
RUNS_NO_LONGER: Final = Rule(
    "BILL-003",
    "A bill runs six months from its issue at most; one issued before 2023, a year.",
    _ORDER + ": 付款期限; before it 电子商业汇票业务管理办法 第13条",
)
DISCOUNT_IS_OF_A_BILL: Final = Rule(
    "BILL-004",
    "A discount names the bill that it is of (bill); a loan by another method names none.",
    _ORDER + ": 贴现",
)
WHOLE_FACE_IS_DISCOUNTED: Final = Rule(
    "BILL-005",
    "A bill is discounted whole: the amount of the loan is its face.",
    "票据法 第33条: no endorsement of a part",
)


def require_discount(bill: Bill | None, amount: Money, *, discounts: bool, day: date) -> None:
    """Raise Refused where an amount cannot be lent on a bill on a day, or not without one.

    discounts says whether the loan is by discount.
    """
    DISCOUNT_IS_OF_A_BILL.require(
        (bill is not None) == discounts, bill_no=bill.bill_no if bill else None
    )
    if bill is None:
        return
    FACE_IS_MONEY.require(bill.face.fen > 0, face=bill.face)
    WHOLE_FACE_IS_DISCOUNTED.require(amount == bill.face, amount=amount, face=bill.face)
    payable = bill.collected_from
    DAYS_ARE_IN_ORDER.require(
        bill.issued_on <= day < bill.matures_on <= payable <= bill.matures_on + HOLIDAYS_LONGEST,
        issued_on=bill.issued_on,
        day=day,
        matures_on=bill.matures_on,
        payable_on=payable,
    )
    longest = MONTHS_LONGEST if bill.issued_on >= SHORTER_FROM else MONTHS_LONGEST_BEFORE
    last = months_after(bill.issued_on, longest, bill.issued_on.day)
    RUNS_NO_LONGER.require(bill.matures_on <= last, matures_on=bill.matures_on, latest=last)
