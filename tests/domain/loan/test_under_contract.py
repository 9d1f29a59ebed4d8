"""A note under a contract: lent in one go by its drawdown, undone with it, and paid back."""

from datetime import date

from attrs import evolve

from domain.dated import Dated
from domain.facts.policy import PolicyBook
from domain.facts.terms import CreditTerms, LoanPurpose, PaymentWay, SecurityWay
from domain.kinds import Funding, RepaymentMethod
from domain.loan import LOAN
from domain.loan.commands import (
    DisburseLoan,
    RecordRepayment,
    ReverseDisbursement,
    ReverseRepayment,
)
from domain.loan.entrusted.events import LoanEntrusted
from domain.loan.entrusted.rules import ENTRUSTER_IS_NAMED, ONLY_AN_ENTRUSTED_PRODUCT
from domain.loan.events import DisbursementReversed, LoanCancelled, LoanSettled
from domain.loan.rules import (
    AMOUNT_WITHIN_TERMS,
    LOAN_IS_AGREED_ONCE,
    NO_RECEIPT_STANDS,
    USE_WITHIN_TERMS,
)
from domain.loan.under_contract.rules import (
    CONTRACT_IS_REQUIRED,
    LOAN_HAS_ENDED,
    PAID_BY_ITS_DRAWDOWN,
    WITHIN_ITS_CONTRACT,
)
from domain.loan.values import CancelReason, Purpose, ReversalReason
from domain.money import Money
from domain.rate import Rate
from domain.ties import (
    ConfirmLoanEnded,
    LendUnderContract,
    ReleaseLoan,
    RestoreHeadroom,
    TieLoan,
    UndoLending,
)
from tests.domain.loan.loans import (
    AGREE,
    AGREED,
    DISBURSED,
    LENT,
    PAID_OUT,
    SIGNED,
    TERMS,
    TODAY,
    paid_out,
)
from tests.specs import given

CREDIT = CreditTerms(
    product_id="P1",
    amount=Money(1_200_000),
    months=12,
    rate_yearly=Rate.parse("6%"),
    method=RepaymentMethod.EQUAL_PRINCIPAL,
    loan_purpose=LoanPurpose.PLANTING,
    use="seed and fertiliser",
    security=(SecurityWay.UNSECURED,),
    payment=PaymentWay.SELF_PAYMENT,
)
LEND = LendUnderContract(
    loan_id="L1",
    customer_id="C1",
    contract_id="K1",
    facility_id="F1",
    contract_terms=CREDIT,
    amount=Money(1_200_000),
    due_day=20,
    signed_on=SIGNED,
    value_date=PAID_OUT,
    reference="D1",
    product_id="P1",
    terms=LENT,
    today=TODAY,
)
NOTE = evolve(
    AGREED,
    contract_id="K1",
    facility_id="F1",
    loan_purpose=CREDIT.loan_purpose,
    security=CREDIT.security,
)
LENT_OUT = (NOTE, DISBURSED)
UNDO = UndoLending(loan_id="L1", reference="D1", today=TODAY)
UNDONE = DisbursementReversed(amount=AGREED.amount, value_date=PAID_OUT, reference="D1")
CANCELLED = LoanCancelled(reason=CancelReason.AGREED_IN_ERROR, on=TODAY)
RECEIPT = RecordRepayment(
    loan_id="L1",
    receipt_no="R1",
    amount=Money(106_000),
    value_date=date(2024, 2, 20),
    today=TODAY,
)
ALL = evolve(RECEIPT, amount=Money(1_206_000), receipt_no="R2", purpose=Purpose.SETTLE)


def test_a_note_is_agreed_and_paid_out_in_one_go():
    lending = given(LOAN).when(LEND)
    lending.then(NOTE, DISBURSED)
    lending.then_guards(TieLoan(customer_id="C1", loan_id="L1", kind_required=TERMS.customer_kinds))
    given(LOAN, *LENT_OUT).when(LEND).then_nothing()
    other = evolve(LEND, reference="D2")
    given(LOAN, *LENT_OUT).when(other).then_refused(LOAN_IS_AGREED_ONCE)


def test_it_is_the_contract_that_keeps_to_the_terms_of_the_product():
    part = evolve(LEND, amount=Money(60_000))
    agreed, paid = given(LOAN).when(part).outcome()
    assert (agreed.amount, paid.amount) == (Money(60_000), Money(60_000))
    small = evolve(LEND, contract_terms=evolve(CREDIT, amount=Money(60_000)), amount=Money(60_000))
    given(LOAN).when(small).then_refused(AMOUNT_WITHIN_TERMS)


def test_a_note_lends_no_more_than_its_contract():
    for amount in (Money(1_200_001), Money(1, "USD")):
        given(LOAN).when(evolve(LEND, amount=amount)).then_refused(WITHIN_ITS_CONTRACT)
    unnamed = evolve(LEND, contract_terms=evolve(CREDIT, rate_yearly=None))
    given(LOAN).when(unnamed).then_refused(WITHIN_ITS_CONTRACT)


def test_a_note_is_paid_out_and_taken_back_by_its_drawdown_alone():
    pay = DisburseLoan(
        loan_id="L1", amount=AGREED.amount, value_date=PAID_OUT, reference="D2", today=TODAY
    )
    given(LOAN, NOTE).when(pay).then_refused(PAID_BY_ITS_DRAWDOWN, contract_id="K1")
    undo = ReverseDisbursement(loan_id="L1", reference="D1")
    given(LOAN, *LENT_OUT).when(undo).then_refused(PAID_BY_ITS_DRAWDOWN)


def test_a_note_is_undone_with_its_drawdown():
    undoing = given(LOAN, *LENT_OUT).when(UNDO)
    undoing.then(UNDONE, CANCELLED)
    undoing.then_guards(ReleaseLoan(customer_id="C1", loan_id="L1", ended_on=TODAY))
    given(LOAN, *LENT_OUT, UNDONE, CANCELLED).when(UNDO).then_nothing()
    (repaid, *_) = given(LOAN, *LENT_OUT).when(RECEIPT).outcome()
    given(LOAN, *LENT_OUT, repaid).when(UNDO).then_refused(NO_RECEIPT_STANDS)


def test_the_limit_is_told_how_much_was_paid_back_in_all():
    first = given(LOAN, *LENT_OUT).when(RECEIPT)
    first.then_guards(RestoreHeadroom(facility_id="F1", loan_id="L1", amount=Money(100_000)))
    settling = given(LOAN, *LENT_OUT).when(ALL)
    assert isinstance(settling.outcome()[-1], LoanSettled)
    settling.then_guards(
        ReleaseLoan(customer_id="C1", loan_id="L1", ended_on=ALL.value_date),
        RestoreHeadroom(facility_id="F1", loan_id="L1", amount=AGREED.amount),
    )
    wrong = ReverseRepayment(loan_id="L1", receipt_no="R2", reason=ReversalReason.KEYED_WRONG)
    reopening = given(LOAN, *LENT_OUT, *settling.outcome()).when(wrong)
    reopening.then_guards(
        TieLoan(customer_id="C1", loan_id="L1"),
        RestoreHeadroom(facility_id="F1", loan_id="L1", amount=Money(0)),
    )


def test_a_loan_without_a_limit_gives_nothing_back():
    given(LOAN, evolve(NOTE, facility_id=None), DISBURSED).when(RECEIPT).then_guards()


def test_a_contract_ends_once_its_notes_have():
    confirm = ConfirmLoanEnded(loan_id="L1")
    given(LOAN, *LENT_OUT).when(confirm).then_refused(LOAN_HAS_ENDED)
    given(LOAN, *LENT_OUT, UNDONE, CANCELLED).when(confirm).then_nothing()
    settled = given(LOAN, *LENT_OUT).when(ALL).outcome()
    given(LOAN, *LENT_OUT, *settled).when(confirm).then_nothing()


def test_where_the_policy_asks_for_contracts_none_is_agreed_without():
    asked = Dated[str]().with_value(date(2026, 6, 1), "true", "Decision 2026-6")
    book = PolicyBook({"bank.lending.contract_required": asked})
    given(LOAN).when(evolve(AGREE, book=book)).then_refused(CONTRACT_IS_REQUIRED)
    given(LOAN).when(evolve(AGREE, book=book, today=date(2026, 5, 31))).then(AGREED)
    given(LOAN, AGREED).when(evolve(AGREE, book=book)).then_nothing()
    assert paid_out()


def test_a_note_of_another_s_money_says_whose_it_is_and_is_marked():
    terms = evolve(TERMS, funding=Funding.ENTRUSTED)
    lent = Dated(tuple(evolve(entry, value=terms) for entry in LENT.values))
    lending = evolve(LEND, terms=lent, facility_id=None, entrusted_by="C5")
    agreed = evolve(NOTE, terms=terms, facility_id=None)
    whose = LoanEntrusted(entrusted_by="C5", contract_no="K1")
    paid = evolve(DISBURSED, entrusted=True)
    given(LOAN).when(lending).then(agreed, whose, paid)
    given(LOAN, agreed, whose, paid).when(lending).then_nothing()
    given(LOAN).when(evolve(lending, entrusted_by=None)).then_refused(ENTRUSTER_IS_NAMED)
    ours = evolve(LEND, entrusted_by="C5")
    given(LOAN).when(ours).then_refused(ONLY_AN_ENTRUSTED_PRODUCT)


def test_a_drawdown_lends_for_what_the_product_is_lent_for():
    for narrow in (
        {"loan_purposes": (LoanPurpose.TRADE,)},
        {"securities": (SecurityWay.MORTGAGE,)},
    ):
        terms = Dated(tuple(evolve(e, value=evolve(TERMS, **narrow)) for e in LENT.values))
        given(LOAN).when(evolve(LEND, terms=terms)).then_refused(USE_WITHIN_TERMS)
