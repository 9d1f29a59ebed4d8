"""Why a figure is another now is said fact by fact, and the effects add up to the fen."""

from datetime import date, timedelta

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.loan.difference import Change, explain_difference
from domain.loan.facts import Drawn, RateSet, WrittenOff
from domain.money import Money
from domain.rate import Rate
from tests.domain.loan.servicing_facts import facts_of, last_of, serviced
from tests.domain.loan.strategies import DUE, LOAN, received

DAY = date(2024, 3, 31)
PAID = received(1_060_00, DUE)


def explained(before, after, day=DAY):
    return explain_difference(LOAN, before, after, day)


def test_interest_of_march_is_higher_because_of_a_rate_that_became_known_later():
    raised = RateSet(reference="P1", rate_yearly=Rate.parse("7.2%"), value_date=date(2024, 3, 5))
    found = explained([PAID], [PAID, raised])
    (effect,) = found.effects
    assert (effect.change, effect.fact) == (Change.ADDED, raised)
    # Of 11,000.00: 55.00 becomes 14 days at 6 % and 15 at 7.2 %; since then 11 days of 10,000.00
    # at 7.2 %, and penalty interest of 1,000.00 at 10.8 % in place of 9 %.
    assert effect.figures["interest_due"] == Money(25_67 + 33_00 - 55_00)
    assert effect.figures["interest_accrued"] == Money(22_00 - 18_33)
    assert effect.figures["penalty"] == Money(3_30 - 2_75)
    assert found.figures == effect.figures


def test_a_receipt_that_was_keyed_wrong_and_corrected_is_one_effect():
    right = evolve(PAID, amount=Money(1_000_00))
    found = explained([PAID], [right])
    (effect,) = found.effects
    assert (effect.change, effect.fact) == (Change.CORRECTED, right)
    assert effect.figures["principal"] == Money(60_00)


def test_a_reversed_receipt_and_a_draw_that_became_known_are_told_apart():
    draw = Drawn(reference="D2", amount=Money(1_200_00), value_date=DUE)
    found = explained([PAID], [draw])
    assert [(e.change, e.fact) for e in found.effects] == [
        (Change.REVERSED, PAID),
        (Change.ADDED, draw),
    ]
    assert found.effects[0].figures["principal"] == Money(1_000_00)
    assert found.effects[1].figures["principal"] == Money(1_200_00)


def test_a_late_payment_dated_before_a_write_off_makes_it_less():
    """A loan of 650.00 that is written off; then 50.00 turn up that came in before."""
    only = LOAN.plan[0]
    loan = evolve(
        LOAN,
        amount=Money(650_00),
        rate_yearly=Rate(0),
        plan=(evolve(only, principal=Money(650_00), interest=Money(0)),),
    )
    gone = WrittenOff(reference="W1", value_date=date(2024, 6, 30))
    late = received(50_00, date(2024, 6, 1))
    found = explain_difference(loan, [gone], [gone, late], date(2024, 7, 1))
    assert (found.before.written_off, found.after.written_off) == (Money(650_00), Money(600_00))
    assert found.after.recovered == Money(0)
    after_it = explain_difference(
        loan, [gone], [gone, received(50_00, date(2024, 7, 1))], date(2024, 7, 1)
    ).after
    assert (after_it.written_off, after_it.recovered) == (Money(650_00), Money(50_00))
    assert after_it.principal == Money(600_00)


@settings(max_examples=150)
@given(serviced(), st.data())
def test_the_effects_add_up_to_the_difference(contract, data):
    known = data.draw(facts_of(contract))
    before = [fact for fact in known if data.draw(st.booleans())]
    after = [fact for fact in data.draw(st.permutations(known)) if data.draw(st.booleans())]
    day = last_of(contract, known) + timedelta(data.draw(st.integers(-40, 40)))
    found = explain_difference(contract, before, after, day)
    for (name, was), (_, now) in zip(found.before.items(), found.after.items(), strict=True):
        changes = [effect.figures[name] for effect in found.effects if name in effect.figures]
        total = sum(change.fen if isinstance(change, Money) else change for change in changes)
        was, now = (each.fen if isinstance(each, Money) else each for each in (was, now))
        assert now - was == total
    assert len(found.effects) == len(set(before) ^ set(after))
