"""Whatever order facts become known in, a loan stands as if all had been known in time."""

from datetime import timedelta

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from domain.loan import LOAN, contract_of, settle
from domain.loan.commands import RecordRepayment, ReverseRepayment
from domain.loan.events import RepaymentRecorded, RepaymentReversed
from domain.loan.values import Instalment, ReversalReason, Split
from domain.money import Money
from tests.domain.loan.loans import ORIGIN, TAKEN_OVER, history, loan_of, receipts_of
from tests.domain.loan.strategies import LONG_AFTER, begun, contracts, receipts, record


def reverse(movement):
    return ReverseRepayment(
        loan_id="L1", receipt_no=movement.receipt_no, reason=ReversalReason.WRONG_LOAN
    )


def stood(loan):
    """Return what is recorded of a loan, apart from the order in which it became known."""
    splits = {no: receipt.moved for no, receipt in receipts_of(loan).items()}
    return splits, loan.plan, loan.settled_on


@st.composite
def commands_on(draw, contract):
    """Return receipts in order of value date, and commands that end with just these standing."""
    known = draw(receipts(contract, most=8))
    kept = [m for m in known if draw(st.booleans())]
    gone = [m for m in known if m not in kept]
    # A receipt that is reversed is recorded at some time before.
    slots = draw(st.permutations([*known, *gone]))
    seen, commands = set(), []
    for movement in slots:
        again = movement.receipt_no in seen
        commands.append(reverse(movement) if again else record(movement))
        seen.add(movement.receipt_no)
    return sorted(kept, key=lambda m: m.value_date), commands


@st.composite
def stated_loans(draw):
    """A loan that was taken over with a plan of another system, perhaps one not adding up."""
    asked = draw(st.lists(st.integers(1, 10_000), min_size=1, max_size=6))
    plan = tuple(
        Instalment(
            no=no,
            due_date=TAKEN_OVER.granted_on + timedelta(30 * no),
            principal=Money(fen),
            interest=Money(fen // 9),
            fee=Money(fen // 50),
        )
        for no, fen in enumerate(asked, 1)
    )
    amount = Money(max(1, sum(asked) + draw(st.sampled_from((0, 0, 0, -50, 700)))))
    return evolve(TAKEN_OVER, plan=plan, amount=amount)


@given(contracts(), st.data())
def test_any_order_of_knowing_leads_to_the_account_that_stood_in_time(contract, data):
    in_time, commands = data.draw(commands_on(contract))
    loan = loan_of(*history(*begun(contract), then=commands))
    assert stood(loan) == stood(loan_of(*history(*begun(contract), then=map(record, in_time))))


@given(stated_loans(), st.data())
def test_any_order_of_knowing_does_so_on_a_stated_plan(taken_over, data):
    days = data.draw(st.lists(st.integers(-20, 250), max_size=7, unique=True))
    movements = [
        RecordRepayment(
            loan_id="L1",
            receipt_no=f"R{day}",
            amount=Money(data.draw(st.integers(1, 9_000))),
            value_date=TAKEN_OVER.granted_on + timedelta(day),
            origin=ORIGIN,
            today=LONG_AFTER,
        )
        for day in days
    ]
    shuffled = data.draw(st.permutations(movements))
    in_time = sorted(movements, key=lambda m: m.value_date)
    loan = loan_of(*history(taken_over, then=shuffled))
    assert stood(loan) == stood(loan_of(*history(taken_over, then=in_time)))


@given(contracts(), st.data())
def test_what_is_recorded_is_what_is_calculated_anew(contract, data):
    _, commands = data.draw(commands_on(contract))
    loan = loan_of(*history(*begun(contract), then=commands))
    account = settle(contract_of(loan), loan.facts)
    assert stood(loan) == (dict(account.splits), account.plan, account.settled_on)


@given(contracts(), st.data())
def test_the_events_add_up_to_what_each_receipt_discharged(contract, data):
    _, commands = data.draw(commands_on(contract))
    past = history(*begun(contract), then=commands)
    told = Split.nothing("CNY")
    for event in past:
        match event:
            case RepaymentRecorded():
                told += event.paid
            case RepaymentReversed():
                told -= event.undone
        for row in getattr(event, "restated", ()):
            assert row.before != row.after
            told += row.after - row.before
    splits, _, _ = stood(loan_of(*past))
    assert told == sum(splits.values(), Split.nothing("CNY"))


@given(contracts(), st.data())
def test_each_record_of_a_receipt_restates_what_the_record_before_said(contract, data):
    _, commands = data.draw(commands_on(contract))
    known: dict[str, Split] = {}
    for event in history(*begun(contract), then=commands):
        for row in getattr(event, "restated", ()):
            assert known[row.receipt_no] == row.before
            known[row.receipt_no] = row.after
        match event:
            case RepaymentRecorded():
                known[event.receipt_no] = event.paid
                assert event.paid.total == event.amount
            case RepaymentReversed():
                assert known.pop(event.receipt_no) == event.undone


@given(contracts(), st.data())
def test_recording_and_reversing_a_receipt_leaves_the_loan_as_it_was(contract, data):
    movements = data.draw(receipts(contract, most=5))
    if not movements:
        return
    *others, one = movements
    before = history(*begun(contract), then=map(record, others))
    after = history(*before, then=[record(one), reverse(one)])
    assert stood(loan_of(*after)) == stood(loan_of(*before))


@given(contracts(), st.data())
def test_every_command_sent_again_adds_nothing(contract, data):
    _, commands = data.draw(commands_on(contract))
    loan = loan_of(*history(*begun(contract), then=commands))
    standing = [c for c in commands if isinstance(c, ReverseRepayment)]
    gone = {c.receipt_no for c in standing}
    standing += [c for c in commands if c.receipt_no not in gone]
    for command in standing:
        assert LOAN.decide(command, loan) == ()
