"""What accrues over an interval: interest, penalty interest 罚息 and compound interest 复利.

The interval begins with its first day and ends before its last: the day of paying out bears
interest, the day of repayment does not.  Where a balance or a rate changes the interval is split;
the pieces of one claim are added up whole and rounded once.

Source: Circular PBOC 2005-129 (interest by products); Circular PBOC 2003-251, Art. 3 (overdue:
the contract rate and 30 to 50 % more; misused: 50 to 100 % more; unpaid interest bears compound
interest); Civil Code of the PRC, Art. 674-677.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

from domain.calendar import day_ratio
from domain.claim import claim
from domain.contradiction import require
from domain.kinds import CompoundRule, GraceReading
from domain.loan.accrual.sound import require_sound
from domain.loan.accrual.terms import CONTRACT_PERCENT, Accrued, AccruedPiece, AccrueTerms, Claim
from domain.money import Money


def accrue(terms: AccrueTerms) -> Accrued:
    """Return what accrues.  Raises Contradiction where the terms contradict themselves."""
    currency = require_sound(terms)
    pieces = (*_interest(terms, currency), *_misuse(terms), *_late(terms))
    sums = {kind: _sum(terms, pieces, kind, currency) for kind in Claim}
    return Accrued(
        interest=sums[Claim.INTEREST],
        penalty=sums[Claim.PENALTY],
        misuse=sums[Claim.MISUSE],
        compound=sums[Claim.COMPOUND],
        total=sum(sums.values(), Money.zero(currency)),
        pieces=pieces,
    )


def _sum(terms: AccrueTerms, pieces: Sequence[AccruedPiece], kind: Claim, currency: str) -> Money:
    exact = sum((piece.exact for piece in pieces if piece.claim is kind), Fraction(0))
    return Money(int(claim(exact.numerator, exact.denominator, terms.rounding)), currency)


def _interest(terms: AccrueTerms, currency: str) -> Iterator[AccruedPiece]:
    """Yield what the balance bears, from one movement to the next."""
    fen = terms.balance.fen if terms.balance else 0
    moves = [(d.value_date, d.amount.fen) for d in terms.drawn]
    moves += [(d.value_date, -d.amount.fen) for d in terms.repaid]
    days = sorted({terms.start, *(day for day, _ in moves), terms.until})
    for start, end in pairwise(days):
        fen += sum(amount for day, amount in moves if day == start)
        require(fen >= 0, "repaid", f"more is repaid by {start} than there is; lower it")
        yield from _pieces(terms, Claim.INTEREST, Money(fen, currency), (start, end))


def _misuse(terms: AccrueTerms) -> Iterator[AccruedPiece]:
    """Yield what misused principal bears: the higher rate alone, never both.

    Source: Circular PBOC 2003-251, Art. 3.
    """
    if terms.misused:
        days = (terms.start, terms.until)
        yield from _pieces(terms, Claim.MISUSE, terms.misused, days, percent=terms.misuse_percent)


def _late(terms: AccrueTerms) -> Iterator[AccruedPiece]:
    """Yield what is borne by what was due and is not paid."""
    due = terms.due or terms.start
    end_of_grace = due + timedelta(terms.grace_days)
    if terms.until <= end_of_grace:
        return
    late = end_of_grace if terms.grace is GraceReading.FROM_END_OF_GRACE else due
    days = (max(terms.start, late), terms.until)
    if terms.overdue:
        percent = terms.penalty_percent
        yield from _pieces(terms, Claim.PENALTY, terms.overdue, days, percent=percent)
    if terms.unpaid_interest and terms.compound is not CompoundRule.OFF:
        for span, percent in _compounding(terms, days):
            unpaid = terms.unpaid_interest
            yield from _pieces(terms, Claim.COMPOUND, unpaid, span, percent=percent)


def _compounding(
    terms: AccrueTerms, days: tuple[date, date]
) -> Iterator[tuple[tuple[date, date], int]]:
    """Yield the days of compound interest with their percent of the contract rate."""
    start, end = days
    if terms.compound is CompoundRule.PENALTY:
        yield days, terms.penalty_percent
        return
    turn = min(max(terms.maturity or end, start), end)
    yield (start, turn), CONTRACT_PERCENT
    yield (turn, end), terms.penalty_percent


def _pieces(
    terms: AccrueTerms,
    kind: Claim,
    balance: Money,
    days: tuple[date, date],
    *,
    percent: int = CONTRACT_PERCENT,
) -> Iterator[AccruedPiece]:
    """Yield one balance over days, split where its rate changes; paused days bear nothing."""
    start, end = days
    if balance.fen == 0:
        return
    for first, last in pairwise(sorted({start, end, *_turns(terms, start, end)})):
        rate = terms.rates.on(first)
        require(rate, "rates", f"no rate holds on {first}; give one from that day on")
        if rate is None or any(begin <= first < stop for begin, stop in terms.pauses):
            continue
        over, of = day_ratio(terms.day_count, first, last)
        yield AccruedPiece(
            claim=kind,
            start=first,
            end=last,
            days=(last - first).days,
            balance=balance,
            rate=rate,
            percent=percent,
            over=over,
            of=of,
        )


def _turns(terms: AccrueTerms, start: date, end: date) -> Iterable[date]:
    """Return the days strictly between two, on which a rate changes or a pause begins or ends."""
    days = [entry.day for entry in terms.rates.values]
    days += [day for pause in terms.pauses for day in pause]
    return (day for day in days if start < day < end)
