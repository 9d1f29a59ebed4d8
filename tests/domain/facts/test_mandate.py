"""What a mandate covers."""

from attrs import evolve

from domain.facts.mandate import Scope
from domain.facts.terms import SecurityWay
from domain.money import Money
from tests.domain.facts.test_terms import ASKED


def test_a_mandate_without_limits_but_the_amount_covers_all_up_to_it():
    scope = Scope(amount_max=Money(5_000_000))
    assert scope.covers(ASKED, None, "B1")
    assert not scope.covers(evolve(ASKED, amount=Money(5_000_001)), "AAA", "B1")
    assert not scope.covers(evolve(ASKED, amount=Money(1, "USD")), "AAA", "B1")


def test_a_mandate_is_kept_to_its_products_grades_units_and_securities():
    scope = Scope(
        amount_max=Money(5_000_000),
        products=("P1",),
        grades=("A", "AA"),
        units=("B1",),
        securities=(SecurityWay.UNSECURED, SecurityWay.GUARANTEE),
    )
    assert scope.covers(ASKED, "A", "B1")
    assert not scope.covers(evolve(ASKED, product_id="P2"), "A", "B1")
    assert not scope.covers(ASKED, "B", "B1")
    assert not scope.covers(ASKED, None, "B1")
    assert not scope.covers(ASKED, "A", "B2")
    mixed = evolve(ASKED, security=(SecurityWay.GUARANTEE, SecurityWay.MORTGAGE))
    assert not scope.covers(mixed, "A", "B1")
