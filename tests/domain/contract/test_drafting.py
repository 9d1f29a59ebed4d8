"""A contract is drafted on an approval, checked by a second person, printed, and then stays."""

import hashlib
from datetime import date
from typing import Any

import pytest
from attrs import evolve

from domain.contract import CONTRACT, events
from domain.contract.commands import SendBackContract
from domain.contract.rules import (
    APPROVAL_HOLDS,
    CEILING_IS_NAMED,
    CONTRACT_IS_CHECKED,
    CONTRACT_IS_DRAFTED,
    CONTRACT_IS_OPEN,
    CONTRACT_WITHIN_PRODUCT,
    ITEMS_ARE_COMPLETE,
    NOT_ALTERED_ONCE_PRINTED,
    NOT_VOIDED_ONCE_SIGNED,
    SECURED_CONTRACTS_ARE_THE_BORROWERS,
    SECURITIES_ARE_AS_AGREED,
    SECURITIES_ARE_KNOWN,
    TERMS_ARE_AS_APPROVED,
)
from domain.contract.values import VoidReason
from domain.dated import Dated
from domain.facts.contract import ContractKind, ContractStage
from domain.facts.duty import ACTOR_HOLDS_THE_POST, ROLES_ARE_APART, UNIT_MAY_LEND
from domain.facts.forms import SHIPPED
from domain.facts.forms.form import Form, text_of
from domain.facts.terms import LoanPurpose, SecurityWay
from domain.money import Money
from domain.terms import Terms
from tests.domain.approval.files import FILE
from tests.domain.contract.deeds import (
    APPLICATION,
    APPROVAL,
    CHECK,
    CHECKED,
    DAY,
    DRAFT,
    DRAFT_MORTGAGE,
    DRAFTED,
    FLAT,
    LATER,
    LOAN_CONTRACT,
    MORTGAGE_DRAFTED,
    PRINT,
    PRINTED,
    QIAN,
    SIGNED_LOAN,
    SUN,
    TERMS,
    VOID,
    ZHAO,
)
from tests.domain.loan.loans import TERMS as OFFERED
from tests.specs import given

INVESTIGATED = FILE["investigation"]

HALF = evolve(TERMS, amount=Money(10_000_000), months=24)
CEILING = evolve(
    DRAFT_MORTGAGE,
    contract_id="M2",
    kind=ContractKind.MAXIMUM_AMOUNT_MORTGAGE,
    secures=(),
    secured=(),
    secures_up_to=Money(30_000_000),
    debts_since=DAY,
    debts_until=date(2029, 3, 1),
)
SEND_BACK = SendBackContract(
    contract_id="L1", reason="the due day is the 25th", actor="qian", staff=QIAN, today=DAY
)


def test_a_loan_contract_is_drafted_on_an_approval_that_holds():
    given(CONTRACT).when(DRAFT).then(DRAFTED)
    given(CONTRACT, DRAFTED).when(DRAFT).then_nothing()
    for approval in (None, evolve(APPROVAL, valid_until=date(2026, 3, 1))):
        given(CONTRACT).when(evolve(DRAFT, approval=approval)).then_refused(APPROVAL_HOLDS)


def test_who_drafts_holds_a_post_at_a_unit_that_may_lend():
    given(CONTRACT).when(evolve(DRAFT, staff=SUN)).then_refused(ACTOR_HOLDS_THE_POST)
    given(CONTRACT).when(evolve(DRAFT, unit=None)).then_refused(UNIT_MAY_LEND)


def test_a_contract_names_every_item():
    bare = evolve(
        DRAFT,
        terms=evolve(TERMS, rate_yearly=None, use=" "),
        breach_terms=(),
        securities=(),
        secured_by=(),
    )
    given(CONTRACT).when(bare).then_refused(
        ITEMS_ARE_COMPLETE, missing="breach_terms, use, rate_yearly, securities, secured_by"
    )
    loan = evolve(DRAFT_MORTGAGE, kind=ContractKind.LOAN, secures=())
    given(CONTRACT).when(loan).then_refused(ITEMS_ARE_COMPLETE, missing="kind, secures")


def test_what_secures_a_loan_is_known_and_of_the_ways_agreed():
    given(CONTRACT).when(evolve(DRAFT, backing=())).then_refused(SECURITIES_ARE_KNOWN)
    gone = evolve(FLAT, released_on=DAY)
    given(CONTRACT).when(evolve(DRAFT, backing=(gone,))).then_refused(SECURITIES_ARE_KNOWN)
    pledge = evolve(FLAT, way=SecurityWay.PLEDGE)
    given(CONTRACT).when(evolve(DRAFT, backing=(pledge,))).then_refused(SECURITIES_ARE_AS_AGREED)


def test_a_security_contract_names_the_loan_contract_that_it_secures():
    given(CONTRACT).when(DRAFT_MORTGAGE).then(MORTGAGE_DRAFTED)
    others = evolve(LOAN_CONTRACT, customer_id="C9")
    void = evolve(LOAN_CONTRACT, stage=ContractStage.VOIDED)
    for secured in ((), (others,), (void,)):
        command = evolve(DRAFT_MORTGAGE, secured=secured)
        given(CONTRACT).when(command).then_refused(SECURED_CONTRACTS_ARE_THE_BORROWERS)
    guarantee = evolve(DRAFT_MORTGAGE, kind=ContractKind.GUARANTEE)
    given(CONTRACT).when(guarantee).then_refused(SECURITIES_ARE_AS_AGREED)


@pytest.mark.row("CT-02", "CT-04", shown_by="contract.draft_security")
@pytest.mark.parametrize(
    ("kind", "way"),
    [
        (ContractKind.GUARANTEE, SecurityWay.GUARANTEE),
        (ContractKind.PLEDGE_OF_RIGHTS, SecurityWay.PLEDGE),
    ],
)
def test_each_way_of_security_has_a_form_of_its_own(kind, way):
    command = evolve(DRAFT_MORTGAGE, kind=kind, backing=(evolve(FLAT, way=way),))
    (drafted,) = given(CONTRACT).when(command).outcome()
    assert (drafted.kind, drafted.securities) == (kind, DRAFT_MORTGAGE.securities)
    other = evolve(command, backing=(evolve(FLAT, way=SecurityWay.MORTGAGE),))
    given(CONTRACT).when(other).then_refused(SECURITIES_ARE_AS_AGREED)


def test_a_maximum_amount_contract_names_a_ceiling_and_days_and_no_other_does():
    ceiling = given(CONTRACT).when(CEILING).outcome()[0]
    assert (ceiling.secures_up_to, ceiling.givers) == (Money(30_000_000), ("C2",))
    for broken in (
        evolve(CEILING, secures_up_to=None),
        evolve(CEILING, debts_until=date(2026, 1, 1)),
        evolve(CEILING, secures=("L1",), secured=(LOAN_CONTRACT,)),
        evolve(DRAFT_MORTGAGE, secures_up_to=Money(1)),
    ):
        given(CONTRACT).when(broken).then_refused(CEILING_IS_NAMED)


def test_a_draft_is_drafted_again_and_then_checked_again():
    again = evolve(DRAFT, due_day=25)
    (redrafted,) = given(CONTRACT, DRAFTED, CHECKED).when(again).outcome()
    assert redrafted.due_day == 25
    given(CONTRACT, DRAFTED, CHECKED, redrafted).when(PRINT).then_refused(CONTRACT_IS_CHECKED)


def test_a_second_person_checks_a_draft():
    given(CONTRACT, DRAFTED).when(CHECK).then(CHECKED)
    given(CONTRACT, DRAFTED, CHECKED).when(CHECK).then_nothing()
    given(CONTRACT).when(CHECK).then_refused(CONTRACT_IS_DRAFTED)
    own = evolve(DRAFTED, drafted_by="qian")
    given(CONTRACT, own).when(CHECK).then_refused(ROLES_ARE_APART, role="drafter")
    given(CONTRACT, DRAFTED).when(evolve(CHECK, staff=ZHAO)).then_refused(ACTOR_HOLDS_THE_POST)


@pytest.mark.parametrize(
    ("role", "changes"),
    [
        ("decider", {"approval": evolve(APPROVAL, people=("qian",))}),
        ("taken_by", {"application": evolve(APPLICATION, taken_by="qian")}),
        ("investigator", {"investigation": evolve(INVESTIGATED, investigators=("qian", "li"))}),
    ],
)
def test_who_checks_a_draft_took_no_other_part_on_the_file(role, changes):
    given(CONTRACT, DRAFTED).when(evolve(CHECK, **changes)).then_refused(ROLES_ARE_APART, role=role)


def test_who_decided_does_not_draft():
    own = evolve(DRAFT, approval=evolve(APPROVAL, people=("zhao",)))
    given(CONTRACT).when(own).then_refused(ROLES_ARE_APART, role="decider")


def test_a_contract_is_compared_with_the_approval_item_by_item():
    other = evolve(DRAFTED, terms=HALF, conditions=())
    said = (
        "amount: 100000.00 CNY in the contract, 200000.00 CNY approved; "
        "months: 24 in the contract, 12 approved; conditions: not those of the approval"
    )
    given(CONTRACT, other).when(CHECK).then_refused(TERMS_ARE_AS_APPROVED, differences=said)
    given(CONTRACT, other, CHECKED).when(PRINT).then_refused(TERMS_ARE_AS_APPROVED)
    changed = evolve(PRINT, approval=evolve(APPROVAL, terms=HALF))
    given(CONTRACT, DRAFTED, CHECKED).when(changed).then_refused(TERMS_ARE_AS_APPROVED)


def test_a_draft_is_sent_back():
    sent_back = events.ContractSentBack(sent_back_by="qian", reason=SEND_BACK.reason, unit_id="B1")
    given(CONTRACT, DRAFTED, CHECKED).when(SEND_BACK).then(sent_back)
    given(CONTRACT, DRAFTED, sent_back).when(SEND_BACK).then_nothing()
    given(CONTRACT, DRAFTED, CHECKED, sent_back).when(PRINT).then_refused(CONTRACT_IS_CHECKED)
    given(CONTRACT, DRAFTED, CHECKED, PRINTED).when(SEND_BACK).then_refused(
        NOT_ALTERED_ONCE_PRINTED
    )


def test_printing_freezes_the_text_by_its_digest():
    given(CONTRACT, DRAFTED, CHECKED).when(PRINT).then(PRINTED)
    given(CONTRACT, DRAFTED, CHECKED, PRINTED).when(PRINT).then_nothing()
    plain = hashlib.sha256(text_of(PRINTED.lines).encode()).hexdigest()
    assert PRINTED.digest == f"sha256:{plain}"


def test_a_printed_contract_is_not_altered():
    other = evolve(DRAFT, due_day=25)
    given(CONTRACT, DRAFTED, CHECKED, PRINTED).when(other).then_refused(NOT_ALTERED_ONCE_PRINTED)


def test_a_contract_is_printed_on_the_form_of_the_day():
    own = Form((*SHIPPED[ContractKind.LOAN].lines, "附则：本合同一式三份。"))
    forms = Dated[Form]().with_value(date(2026, 3, 1), own, "Decision 2026-7")
    (by_own,) = given(CONTRACT, DRAFTED, CHECKED).when(evolve(PRINT, forms=forms)).outcome()
    assert (by_own.form_digest, by_own.form_source) == (own.digest, "Decision 2026-7")
    assert by_own.lines[-1] == "附则：本合同一式三份。"
    later = Dated[Form]().with_value(LATER, own, "Decision 2026-7")
    given(CONTRACT, DRAFTED, CHECKED).when(evolve(PRINT, forms=later)).then(PRINTED)


def test_an_unsigned_contract_is_voided_and_stays_so():
    voided = events.ContractVoided(reason=VoidReason.TERMS_CHANGED)
    given(CONTRACT, DRAFTED, CHECKED, PRINTED).when(VOID).then(voided)
    given(CONTRACT, DRAFTED, voided).when(VOID).then_nothing()
    given(CONTRACT, DRAFTED, voided).when(CHECK).then_refused(CONTRACT_IS_OPEN)
    given(CONTRACT, *SIGNED_LOAN).when(VOID).then_refused(NOT_VOIDED_ONCE_SIGNED)


def test_a_contract_is_for_what_its_product_is_lent_for_and_secured_as_it_is_lent_on():
    def lent_on(**narrow: Any) -> Dated[Terms | None]:
        return Dated[Terms | None]().with_value(DAY, evolve(OFFERED, **narrow), "Decision")

    for narrow in (
        {"loan_purposes": (LoanPurpose.PLANTING,)},
        {"securities": (SecurityWay.GUARANTEE,)},
    ):
        command = evolve(DRAFT, product=lent_on(**narrow))
        given(CONTRACT).when(command).then_refused(CONTRACT_WITHIN_PRODUCT)
    fit = lent_on(loan_purposes=(LoanPurpose.BREEDING,), securities=(SecurityWay.MORTGAGE,))
    given(CONTRACT).when(evolve(DRAFT, product=fit)).then(DRAFTED)
