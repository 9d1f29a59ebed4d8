"""A signed contract is drawn on within its amount, secured within a ceiling, kept, and ended."""

from datetime import date

import pytest
from attrs import evolve

from domain.contract import CONTRACT, events
from domain.contract.rules import (
    CONTRACT_IS_OPEN,
    CONTRACT_IS_PRINTED,
    CONTRACT_IS_SIGNED,
    COPIES_ARE_COUNTED,
    ENDED_AFTER_SIGNING,
    MOVED_BY_TODAY,
    NAMED_AS_SECURED,
    NOTE_DRAWS_ONCE,
    NOTHING_HANGS_ON_IT,
    ONE_ENTRY_A_REFERENCE,
    WITHIN_CEILING,
    WITHIN_CONTRACT,
)
from domain.contract.values import CopiesWay, EndReason
from domain.facts.contract import Breach, ContractKind, ContractStage
from domain.money import Money
from domain.ties import (
    ConfirmLoanEnded,
    DrawContract,
    ReleaseHeadroom,
    SecureContract,
    UndrawContract,
    UnsecureContract,
)
from tests.domain.contract.deeds import (
    CHECKED,
    DAY,
    DRAFTED,
    END,
    ENDED,
    LATER,
    LOAN_CONTRACT,
    MORTGAGE_DRAFTED,
    MORTGAGE_SIGNED,
    PRINTED,
    SIGNED_LOAN,
    SIGNED_MORTGAGE,
    STORE,
    STORED,
    printed,
)
from tests.specs import given

DRAW = DrawContract(contract_id="L1", loan_id="N1", amount=Money(15_000_000))
DRAWN = events.ContractDrawn(loan_id="N1", amount=Money(15_000_000))
SECURE = SecureContract(
    contract_id="M1",
    loan_contract_id="L1",
    customer_id="C1",
    amount=Money(20_000_000),
    signed_on=DAY,
)
SECURED = events.ContractSecured(loan_contract_id="L1", amount=Money(20_000_000))
CEILING_DRAFTED = evolve(
    MORTGAGE_DRAFTED,
    kind=ContractKind.MAXIMUM_AMOUNT_MORTGAGE,
    secures=(),
    secures_up_to=Money(30_000_000),
    debts_since=DAY,
    debts_until=date(2029, 3, 1),
)
CEILING = (
    CEILING_DRAFTED,
    CHECKED,
    printed("M2", CEILING_DRAFTED),
    evolve(MORTGAGE_SIGNED, digest=printed("M2", CEILING_DRAFTED).digest),
)


def test_notes_draw_on_a_signed_contract_up_to_its_amount():
    given(CONTRACT, *SIGNED_LOAN).when(DRAW).then(DRAWN)
    given(CONTRACT, *SIGNED_LOAN, DRAWN).when(DRAW).then_nothing()
    rest = evolve(DRAW, loan_id="N2", amount=Money(5_000_000))
    assert given(CONTRACT, *SIGNED_LOAN, DRAWN).when(rest).outcome()
    for amount in (Money(5_000_001), Money(0), Money(1, "USD")):
        more = evolve(rest, amount=amount)
        given(CONTRACT, *SIGNED_LOAN, DRAWN).when(more).then_refused(WITHIN_CONTRACT)
    given(CONTRACT, DRAFTED, CHECKED, PRINTED).when(DRAW).then_refused(CONTRACT_IS_SIGNED)


def test_what_was_not_paid_out_is_drawn_by_another_note():
    undraw = UndrawContract(contract_id="L1", loan_id="N1")
    undrawn = events.ContractUndrawn(loan_id="N1", amount=DRAW.amount)
    given(CONTRACT, *SIGNED_LOAN, DRAWN).when(undraw).then(undrawn)
    given(CONTRACT, *SIGNED_LOAN, DRAWN, undrawn).when(undraw).then_nothing()
    given(CONTRACT, *SIGNED_LOAN, DRAWN, undrawn).when(DRAW).then_refused(NOTE_DRAWS_ONCE)
    other = evolve(DRAW, loan_id="N2")
    assert given(CONTRACT, *SIGNED_LOAN, DRAWN, undrawn).when(other).outcome()


def test_others_know_what_a_contract_says_and_what_is_left_of_it():
    found = CONTRACT.fact("L1", CONTRACT.fold((*SIGNED_LOAN, DRAWN)))
    assert (found.stage, found.left, found.signed_on) == (
        ContractStage.SIGNED,
        Money(5_000_000),
        DAY,
    )
    assert [term.breach for term in found.breach_terms] == [Breach.LATE_PAYMENT, Breach.MISUSE]
    assert found.people == ("zhao", "qian")
    assert CONTRACT.fact("L1", CONTRACT.initial) is None


def test_a_mortgage_secures_the_loan_contract_that_it_names():
    given(CONTRACT, *SIGNED_MORTGAGE).when(SECURE).then(SECURED)
    given(CONTRACT, *SIGNED_MORTGAGE, SECURED).when(SECURE).then_nothing()
    given(CONTRACT, MORTGAGE_DRAFTED).when(SECURE).then_refused(CONTRACT_IS_SIGNED)
    for other in (
        evolve(SECURE, loan_contract_id="L9"),
        evolve(SECURE, customer_id="C9"),
    ):
        given(CONTRACT, *SIGNED_MORTGAGE).when(other).then_refused(NAMED_AS_SECURED)
    given(CONTRACT, *SIGNED_LOAN).when(SECURE).then_refused(NAMED_AS_SECURED)


@pytest.mark.row("CT-05", shown_by="contract.draft_security")
def test_a_maximum_amount_mortgage_secures_several_loans_up_to_its_ceiling():
    secure = evolve(SECURE, contract_id="M2")
    given(CONTRACT, *CEILING).when(secure).then(SECURED)
    second = evolve(secure, loan_contract_id="L2", amount=Money(10_000_001))
    given(CONTRACT, *CEILING, SECURED).when(second).then_refused(
        WITHIN_CEILING, secured=Money(20_000_000), ceiling=Money(30_000_000)
    )
    fits = evolve(second, amount=Money(10_000_000))
    assert given(CONTRACT, *CEILING, SECURED).when(fits).outcome()
    early = evolve(secure, signed_on=date(2026, 3, 1))
    given(CONTRACT, *CEILING).when(early).then_refused(NAMED_AS_SECURED)


def test_a_ceiling_is_free_again_when_a_loan_contract_ends():
    unsecure = UnsecureContract(contract_id="M2", loan_contract_id="L1")
    unsecured = events.ContractUnsecured(loan_contract_id="L1", amount=Money(20_000_000))
    given(CONTRACT, *CEILING, SECURED).when(unsecure).then(unsecured)
    given(CONTRACT, *CEILING).when(unsecure).then_nothing()
    second = evolve(SECURE, contract_id="M2", loan_contract_id="L2", amount=Money(30_000_000))
    assert given(CONTRACT, *CEILING, SECURED, unsecured).when(second).outcome()


def test_a_loan_contract_ends_with_its_notes_and_frees_what_hangs_on_it():
    ending = given(CONTRACT, *SIGNED_LOAN, DRAWN).when(END)
    ending.then(ENDED)
    ending.then_guards(
        ConfirmLoanEnded(loan_id="N1"),
        UnsecureContract(contract_id="M1", loan_contract_id="L1"),
        ReleaseHeadroom(facility_id="F1", application_id="A1"),
    )
    given(CONTRACT, *SIGNED_LOAN, ENDED).when(END).then_nothing()
    other = evolve(END, reason=EndReason.RESCINDED)
    given(CONTRACT, *SIGNED_LOAN, ENDED).when(other).then_refused(CONTRACT_IS_OPEN)
    given(CONTRACT, *SIGNED_LOAN, ENDED).when(DRAW).then_refused(CONTRACT_IS_OPEN)


def test_a_contract_ends_after_signing():
    given(CONTRACT, DRAFTED).when(END).then_refused(CONTRACT_IS_SIGNED)
    for day in (date(2026, 3, 1), date(2026, 3, 6)):
        given(CONTRACT, *SIGNED_LOAN).when(evolve(END, on=day)).then_refused(ENDED_AFTER_SIGNING)


def test_a_security_contract_ends_once_it_secures_nothing():
    end = evolve(END, contract_id="M1", secured=(LOAN_CONTRACT,))
    given(CONTRACT, *SIGNED_MORTGAGE, SECURED).when(end).then_refused(NOTHING_HANGS_ON_IT)
    over = evolve(end, secured=(evolve(LOAN_CONTRACT, stage=ContractStage.ENDED),))
    given(CONTRACT, *SIGNED_MORTGAGE).when(over).then(ENDED)


def test_copies_are_kept_and_counted():
    given(CONTRACT, *SIGNED_LOAN).when(STORE).then(STORED)
    given(CONTRACT, *SIGNED_LOAN, STORED).when(STORE).then_nothing()
    given(CONTRACT, DRAFTED).when(STORE).then_refused(CONTRACT_IS_PRINTED)
    other = evolve(STORE, copies=1)
    given(CONTRACT, *SIGNED_LOAN, STORED).when(other).then_refused(ONE_ENTRY_A_REFERENCE)
    more = evolve(STORE, reference="REG-2")
    given(CONTRACT, *SIGNED_LOAN, STORED).when(more).then_refused(
        COPIES_ARE_COUNTED, kept=2, printed=3
    )
    out = evolve(more, way=CopiesWay.OUT_OF_CUSTODY, place="court of Qinghe")
    assert given(CONTRACT, *SIGNED_LOAN, STORED).when(out).outcome()
    too_many = evolve(out, copies=3)
    given(CONTRACT, *SIGNED_LOAN, STORED).when(too_many).then_refused(COPIES_ARE_COUNTED)
    ahead = evolve(STORE, today=DAY, on=LATER)
    given(CONTRACT, *SIGNED_LOAN).when(ahead).then_refused(MOVED_BY_TODAY)
