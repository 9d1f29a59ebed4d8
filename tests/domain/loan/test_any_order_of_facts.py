"""Whatever order any facts become known in, a loan stands as if all had been known in time."""

from datetime import date, timedelta
from typing import Any

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.kinds import Component, RepaymentMethod
from domain.loan import LOAN
from domain.loan.charges.commands import ChargeFee, RecordMisuse
from domain.loan.loss.commands import WaiveDebt, WriteOffLoan
from domain.loan.pricing.commands import ChangeRate, PauseInterest
from domain.loan.rescheduling.commands import (
    CapitaliseInterest,
    RespreadArrears,
    RestructureLoan,
)
from domain.loan.values import FeeKind, Respreading, Split
from domain.rules import Refused
from tests.domain.loan.loans import (
    AGREED,
    DISBURSE,
    PAID_OUT,
    TODAY,
    history,
    loan_of,
    on,
    order,
    receipt,
    reversal,
    yuan,
)

TERMS = evolve(AGREED.terms, drawdowns_max=9)
FIRST = evolve(DISBURSE, amount=yuan("6000"), reference="D0")
days = st.integers(0, 500).map(lambda n: PAID_OUT + timedelta(n))
amounts = st.sampled_from(["0.07", "25", "500", "1060", "4000"])


def _from_day(kind, number, fields):
    """Return a strategy for a command with some of its fields drawn, from any day."""
    drawn = {
        name: value if isinstance(value, st.SearchStrategy) else st.just(value)
        for name, value in fields.items()
    }
    return st.fixed_dictionaries({**drawn, "value_date": days}).map(
        lambda said: order(kind, reference=number, **said)
    )


def _facts(no: int) -> st.SearchStrategy[object]:
    """Return a strategy for a command that records a fact under a number of its own."""
    number = f"N{no}"

    def from_day(kind, **fields):
        return _from_day(kind, number, fields)

    return st.one_of(
        st.builds(lambda fen, day: receipt(number, fen, day), amounts, days),
        st.builds(lambda fen, day: receipt(number, fen, day), amounts, days),
        st.builds(
            lambda day: evolve(FIRST, amount=yuan("500"), reference=number, value_date=day), days
        ),
        from_day(ChangeRate, rate_yearly=st.sampled_from(["0%", "3%", "8%"])),
        from_day(PauseInterest),
        from_day(RecordMisuse),
        from_day(WaiveDebt, component=st.sampled_from(Component), amount="0.07"),
        from_day(CapitaliseInterest),
        from_day(RespreadArrears, how=st.sampled_from(Respreading)),
        from_day(
            RestructureLoan,
            instalments=st.sampled_from([3, 24]),
            method=st.sampled_from([None, RepaymentMethod.INTEREST_ONLY]),
        ),
        from_day(WriteOffLoan),
        st.builds(
            lambda day: order(
                ChargeFee,
                fee_no=number,
                kind=FeeKind.LATE,
                amount="25",
                value_date=day,
                due_date=day,
            ),
            days,
        ),
    )


@st.composite
def lives(draw):
    """Commands that were accepted, in order of knowing; some receipts are reversed again."""
    agreed = evolve(AGREED, terms=TERMS, method=draw(st.sampled_from(tuple(TERMS.methods))))
    past, accepted = list(history(agreed, then=[FIRST])), list[Any]()
    for command in [draw(_facts(no)) for no in range(draw(st.integers(1, 7)))]:
        try:
            events = LOAN.decide(command, loan_of(*past))
        except Refused:
            continue
        past, accepted = [*past, *events], [*accepted, command]
    return agreed, past, accepted


def _in_time(agreed, commands):
    """Return the history of commands in order of their days; None where a rule refuses one."""
    ordered = sorted(commands, key=lambda command: command.value_date)
    try:
        return history(agreed, then=[FIRST, *ordered])
    except Refused:
        return None


@settings(max_examples=150, deadline=None)
@given(lives())
def test_facts_known_late_lead_to_the_account_that_stood_in_time(life):
    agreed, past, commands = life
    known_in_time = _in_time(agreed, commands)
    if known_in_time is None:
        return
    late, in_time = loan_of(*past), loan_of(*known_in_time)
    assert (late.plan, late.settled_on) == (in_time.plan, in_time.settled_on)
    assert {key: k.moved for key, k in late.known.items()} == {
        key: k.moved for key, k in in_time.known.items()
    }
    for day in (date(2024, 6, 1), date(2025, 1, 31), TODAY):
        assert on(day, *past) == on(day, *known_in_time)


@settings(max_examples=100, deadline=None)
@given(lives(), st.data())
def test_what_a_receipt_changed_is_gone_when_it_is_reversed(life, data):
    agreed, past, commands = life
    numbers = [c.receipt_no for c in commands if hasattr(c, "receipt_no")]
    if not numbers:
        return
    gone = data.draw(st.sampled_from(numbers))
    rest = [c for c in commands if getattr(c, "receipt_no", "") != gone]
    without = _in_time(agreed, rest)
    if without is None:
        return
    after = history(*past, then=[reversal(gone)])
    assert loan_of(*after).plan == loan_of(*without).plan
    assert on(TODAY, *after) == on(TODAY, *without)


@settings(max_examples=100, deadline=None)
@given(lives())
def test_the_events_tell_what_each_fact_moved(life):
    _, past, _ = life
    told: dict[object, Split] = {}
    for event in past:
        for row in getattr(event, "restated", ()):
            key = (row.kind, row.receipt_no)
            assert told[key] == row.before != row.after
            told[key] = row.after
        before = loan_of(*past[: past.index(event) + 1]).known
        told |= {key: k.moved for key, k in before.items() if key not in told}
    assert told == {key: k.moved for key, k in loan_of(*past).known.items()}
