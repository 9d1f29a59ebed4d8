"""To whom a drawdown is paid: the counterparty above the amounts of the policy (受托支付)."""

from typing import Any

import pytest
from attrs import evolve

from domain.dated import Dated
from domain.drawdown import DRAWDOWN
from domain.drawdown.rules import (
    PAYEE_IS_A_COUNTERPARTY,
    PAYEES_ADD_UP,
    PAYMENT_IS_ENTRUSTED,
    WAY_IS_AS_AGREED,
)
from domain.drawdown.values import PayeeKind
from domain.facts.terms import CreditTerms, LoanPurpose, PaymentWay
from domain.facts.waiver import Waiver
from domain.kinds import CustomerKind, LoanClass
from domain.money import Money
from domain.party import Party, Standing
from domain.terms import Terms
from tests.domain.contract.deeds import TERMS
from tests.domain.drawdown.drawings import CONTRACT, PAPER, REQUEST, SELLER
from tests.domain.loan.loans import TERMS as PRODUCT_TERMS
from tests.specs import When, given

FIRM, FARM, PERSON = (
    CustomerKind.ENTERPRISE,
    CustomerKind.FARM_HOUSEHOLD,
    CustomerKind.NATURAL_PERSON,
)
SELF, MIXED, ENTRUSTED = (
    PaymentWay.SELF_PAYMENT,
    PaymentWay.MIXED_PAYMENT,
    PaymentWay.ENTRUSTED_PAYMENT,
)


def requesting(
    amount: int,
    kind: CustomerKind,
    loan_class: LoanClass | None,
    *,
    terms: CreditTerms = TERMS,
    paid: int = 0,
    **changes: Any,
) -> When:
    """Return a request of an amount in yuan, of which so much is paid to the seller."""
    whole = evolve(terms, amount=Money(10_000_000_000))
    way = SELF if not paid else ENTRUSTED if paid == amount else MIXED
    product = evolve(PRODUCT_TERMS, loan_class=loan_class)
    command = evolve(
        REQUEST,
        amount=Money(100 * amount),
        payment=way,
        payees=(evolve(SELLER, amount=Money(100 * paid)),) if paid else (),
        contract=evolve(CONTRACT, terms=whole),
        customer=Party("C1", Standing.ACTIVE, kind),
        product=Dated[Terms | None]().with_value(TERMS_SINCE, product, "Decision 2025-1"),
        **changes,
    )
    return given(DRAWDOWN).when(command)


TERMS_SINCE = REQUEST.today.replace(month=1)
CONSUMED = evolve(TERMS, loan_purpose=LoanPurpose.CONSUMPTION)


@pytest.mark.parametrize(
    ("most", "kind", "loan_class", "terms"),
    [
        (10_000_000, FIRM, LoanClass.FIXED_ASSET, TERMS),
        (10_000_000, FIRM, LoanClass.WORKING_CAPITAL, TERMS),
        (500_000, PERSON, LoanClass.PERSONAL_BUSINESS, TERMS),
        (300_000, PERSON, LoanClass.PERSONAL_CONSUMPTION, CONSUMED),
        (500_000, FARM, None, TERMS),
        (300_000, FARM, LoanClass.PERSONAL_CONSUMPTION, CONSUMED),
    ],
)
def test_the_borrower_is_paid_up_to_the_amount_of_the_policy(most, kind, loan_class, terms):
    unknown = loan_class is LoanClass.PERSONAL_CONSUMPTION
    at = requesting(most, kind, loan_class, terms=terms, payees_unknown=unknown)
    assert len(at.outcome()[0].settings) == 1
    above = requesting(most + 1, kind, loan_class, terms=terms, payees_unknown=unknown)
    above.then_refused(PAYMENT_IS_ENTRUSTED, weighed=Money(100 * most + 100))
    assert requesting(most + 1, kind, loan_class, terms=terms, paid=most + 1).outcome()


def test_of_an_enterprise_each_payment_is_weighed_and_of_a_person_the_drawdown():
    assert requesting(19_000_000, FIRM, LoanClass.FIXED_ASSET, paid=9_000_000).outcome()
    requesting(600_000, PERSON, LoanClass.PERSONAL_BUSINESS, paid=500_000).then_refused(
        PAYMENT_IS_ENTRUSTED
    )


def test_a_consumer_is_paid_only_where_nobody_knows_beforehand_who_will_be():
    requesting(1_000, PERSON, LoanClass.PERSONAL_CONSUMPTION).then_refused(PAYMENT_IS_ENTRUSTED)


def test_a_product_of_no_class_leaves_it_to_the_contract():
    (free,) = requesting(90_000_000, FIRM, None).outcome()
    assert free.settings == ()
    entrusted = evolve(TERMS, payment=ENTRUSTED)
    requesting(1_000, FIRM, None, terms=entrusted).then_refused(WAY_IS_AS_AGREED)
    assert requesting(1_000, FIRM, None, terms=entrusted, paid=1_000).outcome()


def test_authority_may_waive_it_and_the_record_says_what():
    code = PAYMENT_IS_ENTRUSTED.code
    waived = Waiver(rule=code, authority="president", reason="harvest wages", document=PAPER)
    (requested,) = requesting(600_000, FARM, None, waivers=(waived,)).outcome()
    assert requested.waivers == (waived,)
    other = evolve(waived, rule="DRAW-005")
    requesting(600_000, FARM, None, waivers=(other,)).then_refused(PAYMENT_IS_ENTRUSTED)
    assert [finding.rule for finding in requested.findings] == [PAYMENT_IS_ENTRUSTED.code]


@pytest.mark.parametrize(
    ("payment", "payees"),
    [
        (SELF, (SELLER,)),
        (MIXED, ()),
        (MIXED, (evolve(SELLER, amount=REQUEST.amount),)),
        (MIXED, (SELLER, evolve(SELLER, amount=Money(1)))),
        (MIXED, (SELLER, evolve(SELLER, payee_id="2", amount=Money(0)))),
        (MIXED, (evolve(SELLER, amount=Money(1, "USD")),)),
        (ENTRUSTED, (SELLER,)),
    ],
)
def test_payments_to_others_are_those_of_the_way_of_payment(payment, payees):
    command = evolve(REQUEST, payment=payment, payees=payees)
    given(DRAWDOWN).when(command).then_refused(PAYEES_ADD_UP)


@pytest.mark.parametrize(
    "payee",
    [
        evolve(SELLER, kind=PayeeKind.TRANSIT_ACCOUNT),
        evolve(SELLER, kind=PayeeKind.OWN_ACCOUNT),
        evolve(SELLER, trade=None),
    ],
)
def test_entrusted_money_goes_to_who_traded_and_not_through_a_transit_account(payee):
    given(DRAWDOWN).when(evolve(REQUEST, payees=(payee,))).then_refused(
        PAYEE_IS_A_COUNTERPARTY, payee_id="1"
    )
