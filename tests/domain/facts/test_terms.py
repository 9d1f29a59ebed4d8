"""What is lent, and in what two sets of terms differ."""

from attrs import evolve

from domain.facts.terms import (
    CreditTerms,
    Difference,
    LoanPurpose,
    PaymentWay,
    SecurityWay,
    differences,
)
from domain.kinds import RepaymentMethod
from domain.money import Money
from domain.rate import Rate

ASKED = CreditTerms(
    product_id="P1",
    amount=Money(5_000_000),
    months=12,
    rate_yearly=None,
    method=RepaymentMethod.EQUAL_INSTALMENT,
    loan_purpose=LoanPurpose.PLANTING,
    use="seed and fertiliser",
    security=(SecurityWay.UNSECURED,),
    payment=PaymentWay.SELF_PAYMENT,
)


def test_the_same_terms_do_not_differ():
    assert differences(ASKED, evolve(ASKED)) == []


def test_every_item_that_differs_is_named_with_both_sides():
    approved = evolve(
        ASKED,
        amount=Money(4_000_000),
        rate_yearly=Rate(4_350_000),
        security=(SecurityWay.GUARANTEE, SecurityWay.MORTGAGE),
    )
    assert differences(ASKED, approved) == [
        Difference("amount", str(ASKED.amount), str(approved.amount)),
        Difference("rate_yearly", "None", str(approved.rate_yearly)),
        Difference("security", "unsecured", "guarantee, mortgage"),
    ]
