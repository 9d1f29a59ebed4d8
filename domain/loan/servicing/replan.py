"""The plan ahead, made again when principal, rate or days have changed.

It is made once for all the changes of a period, when it is asked for; a sweep makes just the
instalment that falls due.  The instalment that a change falls before asks for the interest of
its days; what was prepaid stands in it.  Plans that are neither level nor of one principal keep
their shape: shorter plans lose their last amounts, lower ones are lowered in proportion.

Source: Civil Code of the PRC, Art. 677 (early repayment); 等额本息, 等额本金 (see plan.spread).
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Final

from domain.kinds import RepaymentMethod
from domain.loan.plan.spread import Pays, Span, ask, kept, spread
from domain.loan.servicing.claims import NEVER, Claim
from domain.loan.servicing.debt import Debt, Replan
from domain.loan.servicing.shapes import in_proportion, shortened
from domain.loan.servicing.spans import rates_of, spans_of

PAYS: Final[Mapping[RepaymentMethod, Pays]] = {
    RepaymentMethod.EQUAL_INSTALMENT: Pays.LEVEL,
    RepaymentMethod.EQUAL_PRINCIPAL: Pays.PRINCIPAL,
    RepaymentMethod.INTEREST_ONLY: Pays.NOTHING,
    RepaymentMethod.SINGLE_PAYMENT: Pays.NOTHING,
    RepaymentMethod.REVOLVING: Pays.NOTHING,
}  # Plans of other methods keep the shape that they were made in.


def ask_again(debt: Debt, how: Replan) -> None:
    """Note, before a change, how the plan ahead is to be made again after it.

    Changes of one period are made together where that comes to the same.
    """
    before = debt.replan
    if before is how or (how is Replan.INTEREST and before):
        return
    shortens = before is Replan.KEEP_INSTALMENT and how is Replan.KEEP_TERM
    if before is Replan.KEEP_NEXT:
        _solve_behind(debt)
    elif shortens or debt.pays is None:
        plan_again(debt)
    elif how in (Replan.KEEP_INSTALMENT, Replan.KEEP_NEXT):
        _solve(debt)
    if how is Replan.WHOLE_TERM:
        restore_term(debt)
    debt.replan = how


def restore_term(debt: Debt) -> None:
    """Have all the days that were agreed, also those that prepaying had made needless."""
    for place in range(max(debt.term, debt.next_open()), len(debt.claims)):
        debt.claims[place].fee = debt.fees_asked[place]
    debt.term = len(debt.claims)


def set_rate(debt: Debt, e8: int) -> None:
    """Let another rate hold.

    A period that has begun is split by days and keeps its instalment; the next are solved.
    """
    plan_again(debt)
    debt.rate = e8
    debt.broken = debt.broken or debt.begun
    if debt.pays is Pays.LEVEL:
        splits = debt.begun and not debt.met
        ask_again(debt, Replan.KEEP_NEXT if splits else Replan.KEEP_TERM)
    else:
        ask_again(debt, Replan.INTEREST)


def plan_again(debt: Debt) -> None:
    """Make the plan ahead again if anything asks for it."""
    rows, how = _rows(debt), debt.replan
    if how is not Replan.KEEP_NEXT:  # What is kept then is needed until the next is due.
        debt.replan = None
    if how is None or debt.contract.as_stated or not rows:
        return
    first, spans = debt.next_open(), spans_of(debt, rows)
    asked = _asked(debt, rows, spans, how)
    _ask(debt, rows, spans, asked)
    if how is Replan.KEEP_INSTALMENT or debt.ahead == 0:
        debt.term = first + len(asked)
    for claim in debt.claims[first + len(asked) :]:
        claim.principal = claim.interest = claim.carried = 0
    for claim in debt.claims[debt.term :]:
        claim.fee = 0
    _carry(debt, rows)


def fix_plan(debt: Debt) -> None:
    """Make the plan again as it stands, before its days or its kind change."""
    plan_again(debt)
    debt.replan = None


def plan_next(debt: Debt) -> None:
    """Make the next instalment again, and leave those behind it until they are asked for."""
    rows, how = _rows(debt), debt.replan
    if debt.pays is None or debt.carried or debt.ahead == 0 or len(rows) < 2:
        plan_again(debt)
    elif how is not None and not debt.met:
        spans = spans_of(debt, rows[:1])
        principal = rows[0].principal - rows[0].paid_principal
        if how is Replan.KEEP_NEXT:
            principal = _split_next(debt, spans[0])
        elif how is not Replan.INTEREST:
            _solve(debt)
            asked = ask(debt.ahead, spans[0], debt.pays, debt.keeping, policy=debt.policy)
            principal = int(asked.principal)
        _ask(debt, rows[:1], spans, [principal, 0])


def _split_next(debt: Debt, span: Span) -> int:
    """Return the principal of an instalment that stays as it was, whatever its interest is now."""
    if debt.pays is not Pays.LEVEL:
        return min(debt.keeping, debt.ahead)
    interest = int(debt.policy.of_interest(debt.ahead * span.over + span.extra, span.of))
    return min(max(debt.keeping - interest, 0), debt.ahead)


def _solve_behind(debt: Debt) -> None:
    """Solve what stays the same behind an instalment that is split by a rate."""
    rows = _rows(debt)
    if len(rows) > 1 and debt.pays:
        balance = debt.ahead - _split_next(debt, spans_of(debt, rows[:1])[0])
        rates = rates_of(debt, rows)[1:]
        debt.keeping = int(kept(balance, rates, debt.pays, policy=debt.policy))


def _rows(debt: Debt) -> list[Claim]:
    """Return the instalments of the term that a new plan may still change."""
    rows = debt.claims[debt.next_open() : debt.term]
    return rows[:-1] if rows and rows[-1].due_date == NEVER else rows


def _ask(debt: Debt, rows: list[Claim], spans: list[Span], asked: list[int]) -> None:
    """Have instalments ask for principal, and for the interest on what is left before each.

    The last takes all that is left, also of interest that joined the principal on the way.
    """
    balance, later = debt.ahead, Fraction(0)
    for place, (claim, span, principal) in enumerate(zip(rows, spans, asked, strict=False), 1):
        over, of = balance * span.over + span.extra, span.of
        if later or not claim.asks_interest:
            later += Fraction(over, of)
            over, of = later.numerator, later.denominator
            later, over = (Fraction(0), over) if claim.asks_interest else (later, 0)
        claim.interest = int(debt.policy.of_interest(over, of))
        if claim.joins:
            principal = claim.paid_interest - claim.interest
        elif place == len(asked):
            principal = balance
        claim.principal = claim.paid_principal + principal
        balance -= principal


def _asked(debt: Debt, rows: list[Claim], spans: list[Span], how: Replan) -> list[int]:
    """Return the principal that each instalment asks for; at most one for each row."""
    stays = [max(claim.principal - claim.paid_principal, 0) for claim in rows]
    if how is Replan.INTEREST or (how is Replan.KEEP_NEXT and len(rows) == 1):
        return stays
    if debt.pays is None:
        shorter = how is Replan.KEEP_INSTALMENT
        return shortened(debt.ahead, stays) if shorter else in_proportion(debt.ahead, stays)
    first = [_split_next(debt, spans[0])] if how is Replan.KEEP_NEXT else []
    balance, behind, keeping = debt.ahead - sum(first), spans[len(first) :], debt.keeping
    if how not in (Replan.KEEP_INSTALMENT, Replan.KEEP_SOLVED):
        rates = rates_of(debt, rows)[len(first) :]
        keeping = int(kept(balance, rates, debt.pays, policy=debt.policy))
    if how is not Replan.KEEP_NEXT:
        debt.keeping = keeping
    found = spread(balance, behind, debt.pays, keeping=keeping, policy=debt.policy)
    return [*first, *(int(portion.principal) for portion in found)]


def _solve(debt: Debt) -> None:
    """Solve what stays the same, where that is asked for, before the balance changes again."""
    if debt.replan in (Replan.KEEP_TERM, Replan.WHOLE_TERM) and debt.pays:
        rows = _rows(debt)
        rates = rates_of(debt, rows)
        debt.keeping = int(kept(debt.ahead, rates, debt.pays, policy=debt.policy)) if rows else 0
        debt.replan = Replan.KEEP_SOLVED


def _carry(debt: Debt, rows: Sequence[Claim]) -> None:
    """Spread the interest of former instalments over those ahead, the last takes the rest."""
    if debt.carried == 0 and not any(claim.carried for claim in rows):
        return
    live = [k for k, claim in enumerate(rows) if claim.principal > claim.paid_principal]
    count = live[-1] + 1 if live else 1
    each, rest = divmod(debt.carried, count)
    for claim in rows:
        claim.carried = 0
    for claim in rows[:count]:
        claim.carried = each
    rows[count - 1].carried += rest
