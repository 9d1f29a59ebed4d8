"""What a product lends on: the values that a loan is agreed within and keeps for its life."""

from attrs import frozen

from domain.calendar import DayCount
from domain.facts.terms import LoanPurpose, SecurityWay
from domain.ids import DayOfMonth, Months
from domain.kinds import (
    Component,
    CompoundRule,
    CustomerKind,
    DocumentKind,
    Funding,
    GraceReading,
    LoanClass,
    PrepaymentMode,
    ProductRole,
    RepaymentMethod,
    Repricing,
)
from domain.money import Money
from domain.rate import Rate


@frozen(kw_only=True)
class Terms:
    """The terms of a product, all in one currency."""

    amount_min: Money
    amount_max: Money
    instalments_max: int  # Months.
    rate_min: Rate
    rate_max: Rate
    methods: tuple[RepaymentMethod, ...]
    customer_kinds: tuple[CustomerKind, ...]
    day_basis: int = 360  # Days that a year counts for interest by days: 360 or 365.
    penalty_percent: int = 150  # Penalty rate in percent of the contract rate.
    grace_days: int = 0  # Paid within these days after the due date, no penalty interest.
    allocation: tuple[Component, ...] = (
        Component.FEE,
        Component.PENALTY,
        Component.INTEREST,
        Component.PRINCIPAL,
    )
    documents: tuple[DocumentKind, ...] = ()  # What the file of a loan must hold.
    loan_class: LoanClass | None = None  # By the measures of 2024; None: none of theirs.
    drawdowns_max: int = 1  # More than one: the amount may be paid out in parts.
    misuse_percent: int = 200  # Of the contract rate; where overdue too, the higher alone.
    compound: CompoundRule = CompoundRule.OFF
    penalty_compounds: bool = False  # Unpaid penalty interest bears compound interest as well.
    grace: GraceReading = GraceReading.FROM_DUE_DATE
    allocation_ahead: tuple[Component, ...] = (Component.INTEREST, Component.PRINCIPAL)
    prepayment: PrepaymentMode = PrepaymentMode.KEEP_INSTALMENT  # Unless the borrower elects.
    prepayment_fee: Money | None = None  # For each prepayment,
    prepayment_fee_rate: Rate | None = None  # and of the principal that is prepaid,
    prepayment_fee_months: int | None = None  # within these months of paying out; None: always.
    late_fee: Money | None = None  # For each instalment not paid within the days of grace.
    early_days: int = 0  # The coming instalment, paid so many days before it is due, is paid.
    repricings: tuple[Repricing, ...] = ()  # (): lent at fixed rates alone.
    months_between: tuple[Months, ...] = (1,)  # How many months may lie between instalments.
    settled_through: DayOfMonth | None = None  # 结息日: interest is settled through that day.
    day_count: DayCount = DayCount.MONTHS_AND_DAYS  # Whole months, other days by day_basis.
    payment_unit: int = 1  # Fen that a level instalment is a multiple of; 100: whole yuan.
    securities: tuple[SecurityWay, ...] = ()  # How a loan may be secured; (): in any way.
    loan_purposes: tuple[LoanPurpose, ...] = ()  # What it may be for; (): anything.
    application_documents: tuple[DocumentKind, ...] = ()  # What an application for it must bring.
    funding: Funding = Funding.OWN_BOOK
    product_role: ProductRole | None = None  # None: nobody has placed it.
    by_instalment: bool = False  # The oldest instalment is paid whole first; else by component.

    def misfits(
        self, loan_purpose: LoanPurpose | None, security: tuple[SecurityWay, ...]
    ) -> tuple[str, ...]:
        """Return what of a purpose and of ways of security lies outside; what is unnamed does."""
        purposes, ways = self.loan_purposes, self.securities
        found = {
            f"purpose {loan_purpose}": not purposes or loan_purpose in purposes,
            f"security {', '.join(security) or None}": not ways
            or (bool(security) and {*security} <= {*ways}),
        }
        return tuple(says for says, fits in found.items() if not fits)
