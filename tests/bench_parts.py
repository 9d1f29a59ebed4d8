"""The parts of the engine's measurement, each for a process of its own.

    python -m tests.bench_parts NAME [--quick]     writes figures and peak memory as JSON

What runs in one thread is measured in the time that the process had a core, the best of several
runs: other work on the machine hardly changes it.  What runs in several is measured by the wall.
"""

import json
import resource
import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from time import perf_counter, process_time
from typing import Any, Final

from attrs import evolve

from domain.kinds import RepaymentMethod
from domain.loan.contract import Contract
from domain.loan.facts import Received
from domain.loan.plan import PlanTerms, make
from domain.loan.plan.columns import columns
from domain.loan.schedule import make_plan
from domain.loan.settle import settle
from domain.money import Money
from domain.rate import Rate

ROWS: Final = 360
LENT: Final = 100_000_000  # Fen.
START: Final = date(2024, 1, 15)
RATES: Final = 400  # Different ones, a basis point apart.
LOAN: Final = PlanTerms(
    principal=Money(LENT), paid_out_on=START, rates=Rate(4_900_000), periods=ROWS
)
Figures = Iterator[tuple[str, float]]


def best(run: Callable[[], Any], times: int, clock: Callable[[], float] = process_time) -> float:
    """Return the shortest time of several runs, in seconds."""
    spent = []
    for _ in range(times):
        began = clock()
        run()
        spent.append(clock() - began)
    return min(spent)


def a_second(run: Callable[[], Any], *, quick: bool) -> float:
    """Return how often a second something runs, at its best."""
    once = max(best(run, 2), 1e-7)
    count = max(1, int((0.02 if quick else 0.2) / once))

    def runs() -> None:
        for _ in range(count):
            run()

    return count / best(runs, 2 if quick else 5)


def one_by_one(*, quick: bool) -> Figures:
    """Yield plans a second of the engine for one loan: as columns, and with all their rows."""
    yield "columns one by one, exact /s", a_second(lambda: columns(LOAN), quick=quick)
    yield "plans with explained rows /s", a_second(lambda: make(LOAN), quick=quick)


def mortgagemath(*, quick: bool) -> Figures:
    """Yield schedules a second of the fastest exact peer."""
    import mortgagemath as peer

    loan = peer.LoanParams(
        principal=Decimal("1000000.00"),
        annual_rate=Decimal("4.9"),
        term_months=ROWS,
        start_date=START,
        payment_rounding=peer.PaymentRounding.ROUND_HALF_UP,
    )
    assert len(peer.amortization_schedule(loan)) >= ROWS
    yield "mortgagemath (exact) /s", a_second(lambda: peer.amortization_schedule(loan), quick=quick)


def pyxirr(*, quick: bool) -> Figures:
    """Yield schedules a second of a peer in Rust: float, unrounded, no dates."""
    import numpy
    import pyxirr as peer

    no, rate = numpy.arange(1, ROWS + 1), 0.049 / 12
    yield (
        "pyxirr (float, unrounded, no dates) /s",
        a_second(
            lambda: (peer.ipmt(rate, no, ROWS, 1e6), peer.ppmt(rate, no, ROWS, 1e6)), quick=quick
        ),
    )


def numpy_financial(*, quick: bool) -> Figures:
    """Yield schedules a second of numpy-financial: float, unrounded, no dates."""
    import numpy
    import numpy_financial as peer

    no, rate = numpy.arange(1, ROWS + 1), 0.049 / 12
    yield (
        "numpy-financial (float, unrounded, no dates) /s",
        a_second(
            lambda: (peer.ipmt(rate, no, ROWS, 1e6), peer.ppmt(rate, no, ROWS, 1e6)), quick=quick
        ),
    )


def quantlib(*, quick: bool) -> Figures:
    """Yield schedules a second of QuantLib, dates and flows read into Python: float, unrounded."""
    import QuantLib as peer

    tenor, day = peer.Period(30, peer.Years), peer.Date(15, 1, 2024)

    def run() -> Any:
        dates = peer.sinkingSchedule(day, tenor, peer.Monthly, peer.NullCalendar())
        notionals = peer.sinkingNotionals(tenor, peer.Monthly, 0.049, 1e6)
        return list(dates), list(notionals)

    yield "QuantLib (float, unrounded, dates) /s", a_second(run, quick=quick)


def bulk(*, quick: bool) -> Figures:
    """Yield schedules a second as columns, payments included, memory used again."""
    import numba
    import numpy

    from adapters.bulk.columns import PlainLoans
    from adapters.bulk.schedules import due_dates, plans_of

    size = 4_096
    draw = numpy.random.default_rng(7)
    given = {
        "principal": draw.integers(10**6, 10**9, size),
        "rate_e8": draw.integers(300, 300 + RATES, size) * 10_000,
        "count": numpy.full(size, ROWS),
        "pays": numpy.zeros(size),
        "months": numpy.ones(size),
    }
    plans = plans_of(PlainLoans(**given))
    anchors = numpy.datetime64("2024-01-01") + numpy.arange(31)

    def run() -> None:
        plans_of(PlainLoans(**given), plans)
        # The loans of a day share their dates: one vector for each day of paying out.
        one = numpy.ones(anchors.size, dtype=numpy.int64)
        due_dates(anchors, one, one * ROWS, numpy.arange(anchors.size) * ROWS)

    for threads in dict.fromkeys((1, numba.get_num_threads())):
        numba.set_num_threads(threads)
        clock = process_time if threads == 1 else perf_counter
        yield f"bulk, {threads} threads /s", size / best(run, 5 if quick else 60, clock)


def valuation(*, quick: bool) -> Figures:
    """Yield the time in which a million loans are valued as of a day."""
    import numpy

    from adapters.bulk.columns import PlainLoans
    from adapters.bulk.valuation import Holdings, value_loans

    size = 50_000 if quick else 1_000_000
    draw = numpy.random.default_rng(7)
    loans = PlainLoans(
        principal=draw.integers(10**6, 10**9, size),
        rate_e8=draw.integers(300, 300 + RATES, size) * 10_000,
        count=draw.choice([12, 36, 60, 120, 240, 360], size),
        pays=draw.integers(0, 3, size),
        months=numpy.ones(size),
    )
    holdings = Holdings(
        loans=loans,
        paid_out_on=numpy.datetime64("2014-01-01") + draw.integers(0, 4_300, size),
        received=draw.integers(0, 10**9, size),
    )
    spent = best(lambda: value_loans(holdings, date(2026, 1, 1)), 5, perf_counter)
    yield "as-of values of 1,000,000 loans, two cores, s", spent * 1_000_000 / size


def contract(months: int) -> Contract:
    """Return a loan of equal instalments with its plan."""
    bare = Contract(
        amount=Money(LENT),
        rate_yearly=Rate(4_900_000),
        method=RepaymentMethod.EQUAL_INSTALMENT,
        instalments=months,
        due_day=15,
        paid_out_on=START,
        plan=(),
    )
    return evolve(bare, plan=make_plan(bare))


def replay(*, quick: bool) -> Figures:
    """Yield the time in which 2,400 receipts are replayed and what is due is stated."""
    facts = [
        Received(receipt_no=f"R{k}", amount=Money(20_000), value_date=START + timedelta(1 + 2 * k))
        for k in range(2_400)
    ]
    loan, day = contract(ROWS), START + timedelta(4_900)
    spent = best(lambda: settle(loan, facts).due(day), 3 if quick else 10)
    yield "2,400 movements replayed and due stated, ms", spent * 1_000


def catch_up(*, quick: bool) -> Figures:
    """Yield the time in which 1,000 loans are caught up over some days, a due date each month."""
    count = 100 if quick else 1_000
    account = settle(contract(ROWS), ())
    accounts = [account] * count
    times = {}
    for days in (1, 7, 30, 100, 300, 700):
        day = START + timedelta(days)
        spent = best(lambda day=day: [one.due(day) for one in accounts], 3)  # type: ignore[misc]
        times[days] = spent / count * 1_000
        yield f"1,000 loans caught up over {days} days, ms", times[days] * 1_000
    yield "700 days against 1, per due date crossed, us", (times[700] - times[1]) * 1_000 / 23


PARTS: Final[Mapping[str, Callable[..., Figures]]] = {
    part.__name__: part
    for part in (
        one_by_one,
        mortgagemath,
        pyxirr,
        numpy_financial,
        quantlib,
        bulk,
        valuation,
        replay,
        catch_up,
    )
}


def main(name: str, *, quick: bool) -> None:
    """Write the figures of a part, and the peak memory of its process, as JSON."""
    figures = dict(PARTS[name](quick=quick))
    if name == "bulk":
        figures["bulk /s"] = max(figures.values())
    kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    sys.stdout.write(json.dumps({**figures, "peak MB": kilobytes / 1024}))


if __name__ == "__main__":
    main(sys.argv[1], quick="--quick" in sys.argv)
