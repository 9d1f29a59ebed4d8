"""A contract is signed as it was printed, in presence, under seals that are those on record."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from domain.contract import CONTRACT
from domain.contract.rules import (
    APPROVAL_HOLDS,
    CONTRACT_IS_PRINTED,
    CONTRACT_IS_SIGNED_ONCE,
    ELECTRONIC_IS_FOR_SMALL_LOANS,
    EVERY_PARTY_SIGNS,
    PRICE_IS_WITHIN_POLICY,
    SEAL_IS_THE_SPECIMEN,
    SIGNED_IN_PRESENCE,
    SIGNED_ONCE_PRINTED,
    TEXT_IS_AS_PRINTED,
)
from domain.contract.values import Signature, SigningWay
from domain.dated import Dated
from domain.facts.policy import PolicyBook
from domain.facts.pricing_policy import AgreedFee, FeeCap
from domain.facts.seal import SealKind, Specimens
from domain.facts.terms import LoanPurpose
from domain.kinds import CustomerKind
from domain.money import Money
from domain.party import Party, Standing
from domain.rate import Rate
from domain.ties import SecureContract, TakeUpApproval
from tests.domain.contract.deeds import (
    APPROVAL,
    CHECKED,
    DAY,
    DRAFTED,
    FORGED,
    KNOWN,
    LATER,
    PRINTED,
    SIGN,
    SIGNED,
    SIGNED_LOAN,
    TERMS,
    printed,
)
from tests.specs import When, given

FIRM = (Party("C1", Standing.ACTIVE, CustomerKind.ENTERPRISE),)
BY_PHONE = evolve(SIGN, way=SigningWay.ELECTRONIC, witnesses=(), present=())


def signing(**changes: Any) -> When:
    """Return the signing of a printed contract, but for some things."""
    return given(CONTRACT, DRAFTED, CHECKED, PRINTED).when(evolve(SIGN, **changes))


def test_a_printed_contract_is_signed_in_presence():
    signing().then(SIGNED)
    given(CONTRACT, *SIGNED_LOAN).when(SIGN).then_nothing()
    given(CONTRACT, DRAFTED, CHECKED).when(SIGN).then_refused(CONTRACT_IS_PRINTED)


def test_signing_takes_up_the_approval_and_what_secures_the_contract_takes_it_on():
    signing().then_guards(
        TakeUpApproval(application_id="A1", contract_id="L1", today=DAY),
        SecureContract(
            contract_id="M1",
            loan_contract_id="L1",
            customer_id="C1",
            amount=TERMS.amount,
            signed_on=DAY,
        ),
    )


def test_another_text_than_the_printed_one_is_no_contract():
    signing(text_digest=FORGED).then_refused(TEXT_IS_AS_PRINTED, printed=PRINTED.digest)
    again = evolve(SIGN, signed_on=LATER)
    given(CONTRACT, *SIGNED_LOAN).when(again).then_refused(CONTRACT_IS_SIGNED_ONCE)


def test_a_contract_is_signed_after_printing_while_the_approval_holds():
    signing(signed_on=date(2026, 3, 1)).then_refused(SIGNED_ONCE_PRINTED)
    signing(signed_on=date(2026, 3, 6)).then_refused(SIGNED_ONCE_PRINTED)
    expired = evolve(APPROVAL, valid_until=DAY)
    assert signing(approval=expired).outcome()
    signing(approval=expired, signed_on=LATER).then_refused(APPROVAL_HOLDS)


@pytest.mark.row("PR-11", shown_by="contract.sign")
def test_the_rate_and_the_fees_are_those_that_policy_allows():
    survey = AgreedFee(fee_id="survey", amount=Money.parse("500"))
    asked = evolve(DRAFTED, fees=(survey,))
    frozen = printed("L1", asked)
    assert any("费用：survey 500.00 CNY。" in line for line in frozen.lines)
    command = evolve(SIGN, text_digest=frozen.digest)
    given(CONTRACT, asked, CHECKED, frozen).when(command).then_refused(PRICE_IS_WITHIN_POLICY)
    caps = (FeeCap(fee_id="survey", title="评估费", amount_max=Money.parse("500")),)
    schedule = PolicyBook(fees=Dated[tuple[FeeCap, ...]]().with_value(DAY, caps, "Board 2026-3"))
    allowed = evolve(command, book=schedule)
    assert given(CONTRACT, asked, CHECKED, frozen).when(allowed).outcome()
    cheaper = evolve(APPROVAL, terms=evolve(TERMS, rate_yearly=Rate.parse("5%")))
    signing(approval=cheaper).then_refused(
        PRICE_IS_WITHIN_POLICY,
        departures="rate_yearly: 6.00%, raised above the approved 5.00%",
    )


def test_each_party_signs_and_nobody_else():
    other = Signature(customer_id="C9", kind=SealKind.SIGNATURE, shown=FORGED)
    signing(signatures=()).then_refused(EVERY_PARTY_SIGNS)
    signing(signatures=(*SIGN.signatures, other)).then_refused(EVERY_PARTY_SIGNS)


def test_staff_see_it_signed_as_many_as_the_policy_asks_for():
    signing(witnesses=(), present=()).then_refused(SIGNED_IN_PRESENCE)
    signing(witnesses=("qian", "nobody")).then_refused(SIGNED_IN_PRESENCE)
    two = Dated[str]().with_value(date(2026, 1, 1), "2", "Decision 2026-1")
    book = PolicyBook({"bank.contract.witnesses_min": two})
    signing(book=book).then_refused(SIGNED_IN_PRESENCE, least=2)


def test_a_seal_is_compared_with_the_specimen():
    forged = (Signature(customer_id="C1", kind=SealKind.FINGERPRINT, shown=FORGED),)
    signing(signatures=forged).then_refused(SEAL_IS_THE_SPECIMEN, party="C1")
    unknown = evolve(KNOWN, specimens=Specimens())
    assert signing(relationships=(unknown,)).outcome(), "a person signs before us"
    signing(relationships=(unknown,), signatories=FIRM).then_refused(SEAL_IS_THE_SPECIMEN)
    assert signing(signatories=FIRM).outcome(), "an enterprise by the specimen on record"


def test_small_personal_loans_are_signed_electronically():
    given(CONTRACT, DRAFTED, CHECKED, PRINTED).when(BY_PHONE).then(
        evolve(
            SIGNED,
            way=SigningWay.ELECTRONIC,
            witnesses=(),
            settings=(PolicyBook().on("esign.personal.amount_max", DAY),),
        )
    )


def test_large_loans_housing_loans_and_firms_are_not_signed_electronically():
    large = evolve(DRAFTED, terms=evolve(TERMS, amount=Money(20_000_001)))
    housing = evolve(DRAFTED, terms=evolve(TERMS, loan_purpose=LoanPurpose.HOUSING))
    for drafted in (large, housing):
        frozen = printed("L1", drafted)
        command = evolve(BY_PHONE, text_digest=frozen.digest)
        given(CONTRACT, drafted, CHECKED, frozen).when(command).then_refused(
            ELECTRONIC_IS_FOR_SMALL_LOANS
        )
    signing(way=SigningWay.ELECTRONIC, signatories=FIRM).then_refused(ELECTRONIC_IS_FOR_SMALL_LOANS)
