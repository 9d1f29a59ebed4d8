"""The parameters that ship: what they say, and where that comes from."""

import json
from datetime import date
from fractions import Fraction

import pytest

from domain.dated import Dated
from domain.facts.parameters import PARAMETERS
from domain.facts.parameters.parameter import Measure
from domain.facts.policy import SHIPPED, Capital, PolicyBook
from domain.money import Money
from tests.references.harness import folder

DAY = date(2026, 3, 2)


def test_what_ships_is_what_the_rule_collection_says():
    path = folder() / "rules_cn.json"
    if not path.exists():
        pytest.skip(f"{path} is missing; set LOANFOLD_REFERENCE")
    rules = json.loads(path.read_text(encoding="utf-8"))["rules"]
    known = {rule["name"]: rule for rule in rules}
    shared = PARAMETERS.keys() & known.keys()
    assert shared
    for name in shared:
        rule, ours = known[name], PARAMETERS[name]
        assert (ours.setting, ours.source, ours.confidence) == (
            rule["value"],
            rule["source"],
            rule["confidence"],
        )
        assert (ours.since and ours.since.isoformat()) == rule.get("effective_from")


@pytest.mark.parametrize("name", PARAMETERS)
def test_a_parameter_can_be_read_by_its_measure(name):
    parameter = PARAMETERS[name]
    match parameter.measure:
        case Measure.RATIO:
            assert 0 < SHIPPED.share(name, DAY) <= 1
        case Measure.YUAN:
            assert SHIPPED.money(name, DAY, "CNY").fen % 100 == 0
        case Measure.FLAG:
            assert parameter.setting in ("true", "false")
        case Measure.CODE:
            assert parameter.setting
        case _:
            assert SHIPPED.count(name, DAY) > 0


def test_what_the_institution_sets_holds_from_its_day():
    name = "collateral.ltv_max_default.vehicle"
    book = PolicyBook({name: Dated[str]().with_value(DAY, "0.40", "Board 2026-7")})
    assert book.share(name, date(2026, 3, 1)) == Fraction(1, 2)
    assert book.share(name, DAY) == Fraction(2, 5)
    assert book.on(name, DAY).source == "Board 2026-7"


def test_a_parameter_nobody_knows_is_not_read():
    with pytest.raises(KeyError):
        SHIPPED.on("concentration.nobody", DAY)


def test_yes_and_no_are_read():
    assert SHIPPED.says_yes("interview.personal.required", DAY)
    assert not SHIPPED.says_yes("insider.unsecured_loan.allowed", DAY)


def test_limits_are_counted_against_the_capital_of_the_last_day_known():
    june = Capital(net_capital=Money(10**11), net_tier1=Money(9 * 10**10))
    book = PolicyBook(capital=Dated[Capital]().with_value(date(2026, 6, 30), june, "Q2"))
    assert book.capital.on(date(2026, 6, 29)) is None
    assert book.capital.on(date(2026, 7, 1)) == june
