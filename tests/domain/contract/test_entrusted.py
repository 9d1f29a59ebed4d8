"""A contract of three parties: made on an entrustment, signed by borrower and who entrusts."""

from attrs import evolve

from domain.contract import CONTRACT
from domain.contract.guards import guards
from domain.contract.rules import APPROVAL_HOLDS, EVERY_PARTY_SIGNS, TERMS_ARE_AS_APPROVED
from domain.contract.wording import wording
from domain.facts.contract import ContractKind
from domain.facts.forms import SHIPPED
from domain.facts.terms import SecurityWay
from domain.money import Money
from domain.ties import TakeUpEntrustment
from tests.domain.contract.deeds import CHECK, DAY, DRAFT, DRAFTED, LOAN_CONTRACT, SIGN, SIGNED_LOAN
from tests.domain.entrustment.papers import ENTRUSTMENT_OF_C5
from tests.specs import given

TERMS = evolve(DRAFT.terms, security=(SecurityWay.UNSECURED,))
ACCEPTED = evolve(ENTRUSTMENT_OF_C5, terms=TERMS, accepted_on=DAY)
ENTRUSTED = evolve(
    DRAFT,
    terms=TERMS,
    approval=None,
    entrustment=ACCEPTED,
    securities=(),
    secured_by=(),
    backing=(),
)
AS_DRAFTED = evolve(
    DRAFTED,
    kind=ContractKind.ENTRUSTED_LOAN,
    terms=TERMS,
    approved=TERMS,
    facility_id=None,
    conditions=(),
    securities=(),
    secured_by=(),
    entrusted_by="C5",
    service_fee=Money(30_000),
)


def test_it_is_drafted_on_an_entrustment_with_the_third_party_and_what_they_pay():
    given(CONTRACT).when(ENTRUSTED).then(AS_DRAFTED)
    given(CONTRACT, AS_DRAFTED).when(ENTRUSTED).then_nothing()
    ended = evolve(ENTRUSTED, entrustment=evolve(ACCEPTED, ended=True))
    given(CONTRACT).when(ended).then_refused(APPROVAL_HOLDS)
    given(CONTRACT).when(evolve(ENTRUSTED, entrustment=None)).then_refused(APPROVAL_HOLDS)


def test_it_is_checked_against_what_the_two_agreed():
    other = evolve(ACCEPTED, terms=evolve(TERMS, months=6))
    checking = evolve(CHECK, approval=None, entrustment=other)
    given(CONTRACT, AS_DRAFTED).when(checking).then_refused(
        TERMS_ARE_AS_APPROVED, differences="months: 12 in the contract, 6 approved"
    )
    assert given(CONTRACT, AS_DRAFTED).when(evolve(checking, entrustment=ACCEPTED)).outcome()


def test_its_text_names_three_parties_and_says_whose_the_risk_is():
    text = "\n".join(wording("W1", AS_DRAFTED, SHIPPED[ContractKind.ENTRUSTED_LOAN]))
    assert "委托人（甲方）：〔C5·名称〕" in text
    assert "手续费300.00 CNY，不向丙方收取" in text
    assert "承担丙方的信用风险" in text
    assert "不提供任何形式的担保" in text


def test_borrower_and_who_entrusts_sign_it():
    contract = evolve(
        LOAN_CONTRACT, kind=ContractKind.ENTRUSTED_LOAN, terms=TERMS, entrusted_by="C5"
    )
    assert contract.parties == ("C1", "C5")
    printed = evolve(SIGNED_LOAN[2], digest=SIGN.text_digest)
    past = (AS_DRAFTED, SIGNED_LOAN[1], printed)
    signing = evolve(SIGN, approval=None, entrustment=ACCEPTED, contract=contract)
    given(CONTRACT, *past).when(signing).then_refused(EVERY_PARTY_SIGNS)


def test_signing_it_takes_the_entrustment_up():
    state = CONTRACT.fold([AS_DRAFTED, *SIGNED_LOAN[1:3]])
    taken = TakeUpEntrustment(application_id="A1", contract_id="L1", today=SIGNED_LOAN[3].signed_on)
    assert guards(SIGN, state, [SIGNED_LOAN[3]]) == (taken,)
