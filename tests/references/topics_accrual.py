"""Interest by days, by months and days, by products, and on settlement days."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from domain.calendar import DayCount, SettlementRule, year_fraction
from domain.claim import BOOKS
from domain.dated import Dated
from domain.kinds import RepaymentMethod
from domain.loan.plan import Counting, Draw, Plan, PlanTerms, make
from domain.money import Money
from domain.rate import Rate
from tests.references.figures import Figures, count, day, fen, rate, yuan

Inputs = Mapping[str, Any]


def _single(principal: int, start: date, end: date, **more: Any) -> Plan:
    """Return the plan of money that is out for some days."""
    return make(
        PlanTerms(
            principal=Money(principal),
            paid_out_on=start,
            maturity=end,
            method=RepaymentMethod.SINGLE_PAYMENT,
            counting=Counting.BY_DAYS,
            **more,
        )
    )


def three_forms(inputs: Inputs) -> Figures:
    """Return interest by whole months, by days, and by months and odd days (逐笔)."""
    principal, rates = fen(inputs["principal"]), rate(inputs["annual_rate"])
    start, whole, odd = (day(inputs[name]) for name in ("start", "end_6m", "end_6m_10d"))
    forms = {
        "whole_months": (whole, DayCount.MONTHS_AND_DAYS),
        "actual_days_360": (whole, DayCount.A_360),
        "months_plus_odd_days": (odd, DayCount.MONTHS_AND_DAYS),
    }
    found = Figures()
    for name, (end, by) in forms.items():
        plan = _single(principal, start, end, rates=rates, day_count=by)
        found[name] = yuan(plan.interest.fen)
    return found


def _moves(balances: list[tuple[date, int]]) -> list[tuple[date, int]]:
    """Return what changed a balance, day by day."""
    before, moves = 0, []
    for when, balance in balances:
        moves.append((when, balance - before))
        before = balance
    return moves


def _revolving(moves: list[tuple[date, int]], end: date, rates: Rate) -> Figures:
    """Return the product and the interest of a balance that is drawn and repaid at will."""
    (start, first), *rest = moves
    plan = make(
        PlanTerms(
            principal=Money(first),
            paid_out_on=start,
            rates=rates,
            due_dates=(end,),
            method=RepaymentMethod.REVOLVING,
            draws=tuple(Draw(value_date=d, amount=Money(m)) for d, m in rest if m > 0),
            repayments=tuple(Draw(value_date=d, amount=Money(-m)) for d, m in rest if m < 0),
        )
    )
    pieces = [piece for row in plan.rows for piece in row.pieces]
    product = sum(piece.balance.fen * (piece.end - piece.start).days for piece in pieces)
    return Figures(product=yuan(product), interest=yuan(plan.interest.fen))


def products(inputs: Inputs) -> Figures:
    """Return the product of balances and days (积数), and its interest."""
    balances = [(day(when), fen(amount)) for when, amount in inputs["balances"]]
    return _revolving(_moves(balances), day(inputs["end_exclusive"]), rate(inputs["annual_rate"]))


def revolving(inputs: Inputs) -> Figures:
    """Return what a revolving loan is settled for, and what may still be drawn."""
    signs = {"draw": 1, "repay": -1}
    moves = [
        (day(when), signs[kind.split()[0]] * fen(amount)) for when, kind, amount in inputs["events"]
    ]
    found = _revolving(moves, day(inputs["settle_exclusive"]), rate(inputs["annual_rate"]))
    found["undrawn_after"] = yuan(fen(inputs["limit"]) - sum(move for _, move in moves))
    return found


def settled_by_quarter(inputs: Inputs) -> Figures:
    """Return the periods between settlement days, and the last to maturity."""
    plan = make(
        PlanTerms(
            principal=Money(fen(inputs["principal"])),
            paid_out_on=day(inputs["drawdown"]),
            maturity=day(inputs["maturity"]),
            rates=rate(inputs["annual_rate"]),
            method=RepaymentMethod.INTEREST_ONLY,
            settled=SettlementRule(),
            day_count=count(inputs["day_count"]),
            counting=Counting.BY_DAYS,
        )
    )
    periods = [
        {
            "from": row.start.isoformat(),
            "to_exclusive": row.end.isoformat(),
            "days": row.days,
            "interest": yuan(row.interest.fen),
        }
        for row in plan.rows
    ]
    days = sum(row.days for row in plan.rows)
    return Figures(plan, periods=periods, total_days=days, days=days)


def across_a_repricing(inputs: Inputs) -> Figures:
    """Return interest over days with two rates: split by days, rounded once."""
    start, change, end = (day(inputs[name]) for name in ("from", "reprice", "to_exclusive"))
    rates = (rate(inputs["rate_1"]), rate(inputs["rate_2"]))
    dated = Dated[Rate]().with_value(start, rates[0]).with_value(change, rates[1])
    balance, by = fen(inputs["balance"]), count(inputs["day_count"])
    plan = _single(balance, start, end, rates=dated, day_count=by)
    (row,) = plan.rows
    parts = [piece.rate.e8 * Fraction(piece.over, piece.of) / 10**8 for piece in row.pieces]
    exact = [yuan(balance) * part for part in parts]
    found = Figures(days=row.days, total_days=row.days, segments=[])
    for k, (piece, amount) in enumerate(zip(row.pieces, exact, strict=True), 1):
        days = (piece.end - piece.start).days
        claimed = yuan(BOOKS.of_interest(amount * 100, 1))
        segment = {
            "from": piece.start.isoformat(),
            "to_exclusive": piece.end.isoformat(),
            "days": days,
            "rate": Fraction(piece.rate.e8, 10**8),
            "interest": claimed,
            "interest_unrounded": amount,
        }
        found["segments"].append(segment)
        which = "before" if k == 1 else "after"
        for name in (f"segment_{k}", f"part_{k}", which):
            found[name] = segment
        for name in (f"{k}", f"segment_{k}", f"at_rate_{k}", f"part_{k}", which):
            found[f"days_{name}"], found[f"interest_{name}"] = days, claimed
            found[f"interest_{name}_unrounded"] = amount
    apart = sum(segment["interest"] for segment in found["segments"])
    for name in ("sum_of_rounded_parts", "rounded_separately", "interest_rounded_separately"):
        found[name] = apart
    for name in ("interest", "total_interest", "interest_total", "total", "rounded_once", "claim"):
        found[name] = found[f"{name}_rounded_once"] = yuan(row.interest.fen)
    for name in ("interest_unrounded", "unrounded", "total_unrounded", "exact"):
        found[name] = sum(exact)
    return found


def day_counts(inputs: Inputs) -> Figures:
    """Return the parts of a year between pairs of days."""
    rows = []
    for first, last in inputs["pairs"]:
        start, end = day(first), day(last)
        rows.append(
            {
                "from": first,
                "to": last,
                "actual_days": (end - start).days,
                "days_30e360": 360 * year_fraction(DayCount.E30_360, start, end),
                "a360": year_fraction(DayCount.A_360, start, end),
                "a365": year_fraction(DayCount.A_365, start, end),
                "aa_isda": year_fraction(DayCount.A_A_ISDA, start, end),
                "e30360": year_fraction(DayCount.E30_360, start, end),
            }
        )
    return Figures(rows=rows)


TOPICS = {
    "逐笔计息法, three forms": three_forms,
    "积数计息法 (daily-balance product)": products,
    "随借随还": revolving,
    "按季结息 20th, posted on the 21st; 利随本清 at the end": settled_by_quarter,
    "分段计息 across a repricing date": across_a_repricing,
    "day counts as exact fractions": day_counts,
}
