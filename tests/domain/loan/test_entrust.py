"""Loans of another's money: it is named whose, and what moves it is marked."""

import pytest
from attrs import evolve

from domain.kinds import Funding
from domain.loan import LOAN
from domain.loan.entrusted.commands import EntrustLoan
from domain.loan.entrusted.events import LoanEntrusted
from domain.loan.entrusted.rules import (
    ENTRUSTED_ONCE,
    ENTRUSTER_IS_A_CUSTOMER,
    ENTRUSTER_IS_NAMED,
    ONLY_AN_ENTRUSTED_PRODUCT,
)
from domain.party import Party, Standing
from tests.domain.loan.loans import AGREED, DISBURSE, DISBURSED, REPAY, TERMS
from tests.specs import given

FOR_OTHERS = evolve(AGREED, terms=evolve(TERMS, funding=Funding.ENTRUSTED))
NAMED = LoanEntrusted(entrusted_by="C7", contract_no="E-2024-3")
NAME = EntrustLoan(
    loan_id="L1",
    entrusted_by="C7",
    contract_no="E-2024-3",
    entruster=Party("C7", Standing.ACTIVE),
)


def test_whose_money_it_is_is_named_once_before_it_is_paid_out():
    given(LOAN, FOR_OTHERS).when(NAME).then(NAMED)
    given(LOAN, FOR_OTHERS, NAMED).when(NAME).then_nothing()
    other = evolve(NAME, contract_no="E-2024-4")
    given(LOAN, FOR_OTHERS, NAMED).when(other).then_refused(ENTRUSTED_ONCE)
    given(LOAN, FOR_OTHERS).when(DISBURSE).then_refused(ENTRUSTER_IS_NAMED)


def test_our_own_money_is_nobody_elses():
    given(LOAN, AGREED).when(NAME).then_refused(ONLY_AN_ENTRUSTED_PRODUCT)


@pytest.mark.parametrize(
    "entruster", [None, Party("C7", Standing.MERGED, None), Party("C7", Standing.ERASED)]
)
def test_who_entrusts_is_a_customer(entruster):
    unknown = evolve(NAME, entruster=entruster)
    given(LOAN, FOR_OTHERS).when(unknown).then_refused(ENTRUSTER_IS_A_CUSTOMER)


def test_nobody_entrusts_money_for_a_loan_to_themselves():
    own = evolve(NAME, entrusted_by=FOR_OTHERS.customer_id)
    given(LOAN, FOR_OTHERS).when(own).then_refused(ENTRUSTER_IS_A_CUSTOMER)


def test_what_moves_it_is_marked_from_paying_out_on():
    (paid, *_) = given(LOAN, FOR_OTHERS, NAMED).when(DISBURSE).outcome()
    assert paid == evolve(DISBURSED, entrusted=True)
    (received, *_) = given(LOAN, FOR_OTHERS, NAMED, paid).when(REPAY).outcome()
    assert received.entrusted
    (ours, *_) = given(LOAN, AGREED, DISBURSED).when(REPAY).outcome()
    assert not ours.entrusted
