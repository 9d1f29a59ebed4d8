"""The plan ahead, made again when principal, rate or days have changed.

It is made once for all the changes of a period, when it is asked for.  The instalment that a
change falls before asks for the interest of its days; what was prepaid stands in it.  Plans that
are neither level nor of one principal keep their shape: shorter plans lose their last amounts,
lower ones are lowered in proportion.

Source: Civil Code of the PRC, Art. 677 (early repayment); 等额本息, 等额本金 (see plan.spread).
"""

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Final

from domain.kinds import RepaymentMethod
from domain.loan.plan.spread import Pays, Ratio, Span, kept, spread
from domain.loan.servicing.claims import NEVER, Claim
from domain.loan.servicing.clock import MONTHS_A_YEAR
from domain.loan.servicing.debt import Debt, Replan
from domain.rate import E8

PAYS: Final[Mapping[RepaymentMethod, Pays]] = {
    RepaymentMethod.EQUAL_INSTALMENT: Pays.LEVEL,
    RepaymentMethod.EQUAL_PRINCIPAL: Pays.PRINCIPAL,
    RepaymentMethod.INTEREST_ONLY: Pays.NOTHING,
}


def ask_again(debt: Debt, how: Replan) -> None:
    """Note, before a change, how the plan ahead is to be made again after it.

    Changes of one kind in one period are made together.
    """
    if debt.replan not in (None, how):
        plan_again(debt)
    debt.replan = how


def set_rate(debt: Debt, e8: int) -> None:
    """Let another rate hold; a period that has begun is split by days, the next are solved."""
    plan_again(debt)
    debt.rate = e8
    debt.broken = debt.broken or debt.begun
    if debt.pays is Pays.LEVEL:
        ask_again(debt, Replan.KEEP_NEXT if debt.begun else Replan.KEEP_TERM)
    else:
        ask_again(debt, Replan.INTEREST)


def plan_again(debt: Debt) -> None:
    """Make the plan ahead again if anything asks for it."""
    how, debt.replan = debt.replan, None
    first = debt.next_open()
    rows = [claim for claim in debt.claims[first:] if claim.due_date < NEVER]
    if how is None or debt.contract.as_stated or not rows:
        return
    del debt.claims[first + len(rows) :]
    live = rows[: len(rows) if how is Replan.WHOLE_TERM else _live(rows)]
    spans = _spans(debt, live)
    asked = _asked(debt, live, spans, how)
    _ask(debt, live, spans, asked)
    _clear(rows[len(asked) :])
    _carry(debt, rows[: len(asked)])
    if how is Replan.WHOLE_TERM:
        for claim, fee in zip(rows, debt.fees_asked[first:], strict=False):
            claim.fee = fee


def _ask(debt: Debt, rows: list[Claim], spans: list[Span], asked: list[int]) -> None:
    """Have instalments ask for principal, and for the interest on what is left before each."""
    balance, later = debt.ahead, Fraction(0)
    for claim, span, principal in zip(rows, spans, asked, strict=False):
        interest = Fraction(balance * span.over + span.extra, span.of) + later
        later = Fraction(0) if claim.asks_interest else interest
        claim.principal = claim.paid_principal + principal
        claim.interest = int(debt.policy.of_interest(interest - later, 1))
        balance -= principal


def _live(rows: list[Claim]) -> int:
    """Return how many instalments there are up to the last that asks for principal."""
    count = len(rows)
    while count > 1 and rows[count - 1].principal == rows[count - 1].paid_principal:
        count -= 1
    return count


def _clear(rows: list[Claim]) -> None:
    """Leave the days of instalments that nothing is left for, without anything to pay."""
    for claim in rows:
        claim.principal = claim.interest = claim.carried = claim.fee = 0


def _asked(debt: Debt, rows: list[Claim], spans: list[Span], how: Replan) -> list[int]:
    """Return the principal that each instalment asks for; at most one for each row."""
    stays = [max(claim.principal - claim.paid_principal, 0) for claim in rows]
    if how is Replan.INTEREST:
        return stays
    if how is Replan.KEEP_NEXT:
        if len(rows) == 1:
            return stays
        first = min(stays[0], debt.ahead)
        rest = _solved(debt, debt.ahead - first, spans[1:], stays[1:], how=how)
        return [first, *rest]
    return _solved(debt, debt.ahead, spans, stays, how=how)


def _solved(
    debt: Debt, balance: int, spans: Sequence[Span], stays: list[int], *, how: Replan
) -> list[int]:
    if debt.pays is None:
        shorter = how is Replan.KEEP_INSTALMENT
        return _shortened(balance, stays) if shorter else _in_proportion(balance, stays)
    if how is not Replan.KEEP_INSTALMENT:
        rates = [span.split or (span.over, span.of) for span in spans]
        debt.keeping = int(kept(balance, rates, debt.pays, policy=debt.policy))
    found = spread(balance, spans, debt.pays, keeping=debt.keeping, policy=debt.policy)
    return [int(portion.principal) for portion in found]


def _shortened(balance: int, stays: list[int]) -> list[int]:
    """Return amounts as they are until a balance is gone; the last takes what is left."""
    found: list[int] = []
    for amount in stays[:-1]:
        found.append(min(amount, balance))
        balance -= found[-1]
        if balance == 0:
            return found
    return [*found, balance]


def _in_proportion(balance: int, stays: list[int]) -> list[int]:
    """Return amounts in proportion to others that add up to a balance; the last takes the rest."""
    if balance == 0:
        return [0]
    total, passed, given = sum(stays), 0, 0
    found = []
    for amount in stays[:-1]:
        passed += amount
        upto = balance * passed // total if total else 0
        found.append(upto - given)
        given = upto
    return [*found, balance - given]


def _spans(debt: Debt, rows: list[Claim]) -> list[Span]:
    """Return the periods of the instalments that can still be changed."""
    start = debt.claims[debt.fallen].due_date if debt.met else debt.period_start
    spans = []
    for claim in rows:
        spans.append(_span(debt, start, claim.due_date))
        start = claim.due_date
    if rows and not debt.met:
        spans[0] = _current(debt, rows[0], spans[0])
    return spans


def _span(debt: Debt, start: date, end: date) -> Span:
    """Return a period that nothing has broken yet."""
    clock, e8 = debt.clock, debt.rate
    for day, later in debt.rates_ahead:
        e8 = later if day <= start else e8
    if debt.pauses and (paused := _paused(debt, start, end)):
        over, of = clock.by_days(start, end, e8)
        return Span(over - paused * e8, of, split=_split(debt, (over, of)))
    rate = clock.of_period(start, end, due_day=debt.due_day, e8=e8)
    return Span(*rate, split=_split(debt, rate))


def _split(debt: Debt, rate: Ratio) -> Ratio:
    """Return the rate that a level payment is split by: a month's where months count."""
    if debt.clock.by_months:
        return debt.rate * debt.rhythm, MONTHS_A_YEAR * E8
    return rate


def _current(debt: Debt, claim: Claim, whole: Span) -> Span:
    """Return the period that the day is in: what ran up to it, and its balance from then on."""
    if not debt.broken:
        return whole
    left = debt.rate * debt.clock.parts(debt.day, max(claim.due_date, debt.day))
    left -= debt.rate * (_paused(debt, debt.day, claim.due_date) if debt.pauses else 0)
    beside = (debt.advanced - debt.undrawn) * left
    return Span(left, debt.clock.of * E8, debt.interest_sum + beside, split=whole.split)


def _paused(debt: Debt, start: date, end: date) -> int:
    """Return the parts of a period that are known to bear no interest."""
    until = max((pause.until for pause in debt.pauses), default=start)
    start = max(start, debt.day)
    return debt.clock.parts(start, min(until, end)) if start < min(until, end) else 0


def _carry(debt: Debt, rows: list[Claim]) -> None:
    """Spread the interest of former instalments over those ahead, the last takes the rest."""
    each, rest = divmod(debt.carried, len(rows))
    for claim in rows:
        claim.carried = each
    rows[-1].carried += rest
