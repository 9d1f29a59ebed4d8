"""Measure servicing: python -m tests.bench_servicing [loans].

The floor of a replay is what no replay can leave out: sorting the same movements by day and
adding up balance x days between them in whole numbers.  The floor of catching up is one copy of
a loan's debt.  Time is that of the processor, the best of five.
"""

import resource
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from functools import partial
from time import process_time

from attrs import evolve

from domain.kinds import CompoundRule, RepaymentMethod
from domain.loan.contract import Contract
from domain.loan.facts import Drawn, Fact, Received
from domain.loan.schedule import make_plan
from domain.loan.settle import Account, settle
from domain.money import Money
from domain.rate import Rate

MOVEMENTS, YEARS = 2_400, 20
AHEAD = (1, 7, 30, 100, 300, 700)
PAID_OUT = date(2004, 1, 20)


def loan(method: RepaymentMethod, instalments: int) -> Contract:
    """Return a loan of 10,000,000.00 with compound interest."""
    contract = Contract(
        amount=Money(10**9),
        rate_yearly=Rate.parse("4.9%"),
        method=method,
        instalments=instalments,
        due_day=20,
        paid_out_on=PAID_OUT,
        plan=(),
        compound=CompoundRule.PENALTY,
    )
    return evolve(contract, plan=make_plan(contract))


def movements(fen: int, drawn: int = 0) -> list[Fact]:
    """Return receipts over all years; every other one is money drawn, if any is."""
    days = [PAID_OUT + timedelta(1 + k * YEARS * 365 // MOVEMENTS) for k in range(MOVEMENTS)]
    return [
        Drawn(reference=f"D{k}", amount=Money(drawn), value_date=day)
        if drawn and k % 2
        else Received(receipt_no=f"R{k}", amount=Money(fen), value_date=day)
        for k, day in enumerate(days)
    ]


def best(run: Callable[[], object], times: int = 5) -> float:
    """Return the least seconds of several runs."""
    spent = []
    for _ in range(times):
        began = process_time()
        run()
        spent.append(process_time() - began)
    return min(spent)


def measure(count: int) -> Iterator[str]:
    """Yield one line a figure."""
    level = loan(RepaymentMethod.EQUAL_INSTALMENT, 12 * YEARS)
    revolving = loan(RepaymentMethod.INTEREST_ONLY, 12 * YEARS)
    for name, contract, facts in (
        ("equal instalments, paid on any day", level, movements(40_000_00)),
        ("equal instalments, always in arrears", level, movements(1_000_00)),
        ("drawn and repaid at will", revolving, movements(20_000_00, 19_000_00)),
    ):
        yield _replay(name, contract, facts)
    yield from _catching_up("monthly instalments", level, count)
    yield from _catching_up("due once, at the end", evolve(level, plan=level.plan[-1:]), count)
    yield f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB"


def _replay(name: str, contract: Contract, facts: Sequence[Fact]) -> str:
    end = PAID_OUT + timedelta(YEARS * 365)
    floor = best(lambda: _floor(facts))
    spent = best(lambda: settle(contract, facts).due(end))
    return (
        f"{len(facts)} movements, {name:38} {spent * 1000:6.1f} ms   "
        f"floor {floor * 1000:4.1f} ms   {spent / floor:5.1f} x"
    )


def _floor(facts: Sequence[Fact]) -> int:
    balance = product = 0
    before = PAID_OUT
    for fact in sorted(facts, key=lambda fact: fact.value_date):
        product += balance * (fact.value_date - before).days
        before = fact.value_date
        if isinstance(fact, Drawn | Received):
            balance += fact.amount.fen
    return product


def _catching_up(name: str, contract: Contract, count: int) -> Iterator[str]:
    """Yield how long it takes to state many loans so many days after their last movement."""
    paid = Received(receipt_no="R1", amount=Money(70_000_00), value_date=contract.plan[0].due_date)
    account = settle(contract, [paid])
    floor = best(lambda: [account.debt.copy().day for _ in range(count)], 3)
    yield f"{count} loans, {name}: floor {floor * 1000:.0f} ms"
    for days in AHEAD:
        day = paid.value_date + timedelta(days)
        due = sum(row.due_date <= day for row in contract.plan)
        spent = best(partial(_state, account, day, count), 3)
        yield (
            f"  caught up over {days:3} days ({due:2} due dates)   {spent * 1000:6.0f} ms   "
            f"{spent / floor:5.2f} x"
        )


def _state(account: Account, day: date, count: int) -> None:
    for _ in range(count):
        account.due(day)


if __name__ == "__main__":
    for line in measure(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000):
        sys.stdout.write(line + "\n")
