"""Plans: equal instalments and principal, balloons, prepayment, repricing, two drawings."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from domain.claim import EXACT
from domain.dated import Dated
from domain.kinds import RepaymentMethod
from domain.loan.plan import Counting, Draw, PlanTerms, make
from domain.loan.plan.periods import periods_of
from domain.loan.plan.spread import Pays, Portion, spans_of, spread
from domain.money import Money
from domain.rate import E8, Rate
from tests.references.figures import (
    DAY,
    Figures,
    a_year,
    count,
    cycle,
    day,
    fen,
    number_of_periods,
    rate,
    yuan,
)

Inputs = Mapping[str, Any]


def terms_of(inputs: Inputs, **more: Any) -> PlanTerms:
    """Return the terms that an example gives; 30/360 is a whole period, whatever its days."""
    given: dict[str, Any] = {
        "principal": Money(fen(inputs["principal"])),
        "paid_out_on": day(inputs["start"]) if "start" in inputs else DAY,
        "cycle": cycle(inputs),
    }
    if "annual_rate" in inputs:
        given["rates"] = rate(inputs["annual_rate"])
    if "due_dates" in inputs:
        given["due_dates"] = tuple(map(day, inputs["due_dates"]))
    elif "periods" in inputs or "years" in inputs:
        given["periods"] = number_of_periods(inputs)
    if "day_count" in inputs:
        given["day_count"] = count(inputs["day_count"])
        by_days = not inputs["day_count"].startswith("30")
        given["counting"] = Counting.BY_DAYS if by_days else Counting.BY_PERIOD
    return PlanTerms(**given | more)


def exact_interest(inputs: Inputs, pays: Pays) -> Fraction:
    """Return all interest where nothing is rounded, in yuan."""
    periods = number_of_periods(inputs)
    over = rate(inputs["annual_rate"]).e8, a_year(inputs) * E8
    rows = spread(fen(inputs["principal"]), spans_of([over] * periods), pays, policy=EXACT)
    return yuan(sum(Fraction(row.interest) for row in rows))


def equal_instalment(inputs: Inputs) -> Figures:
    """Return the figures of equal instalments."""
    found = Figures(make(terms_of(inputs)))
    if "due_dates" not in inputs:
        found["total_interest_unrounded"] = exact_interest(inputs, Pays.LEVEL)
    return found


def equal_principal(inputs: Inputs) -> Figures:
    """Return the figures of equal principal."""
    plan = make(terms_of(inputs, method=RepaymentMethod.EQUAL_PRINCIPAL))
    return Figures(
        plan,
        principal_per_period=yuan(plan.payment.fen),
        total_interest_unrounded=exact_interest(inputs, Pays.PRINCIPAL),
    )


def interest_only(inputs: Inputs) -> Figures:
    """Return interest by period, by months and by days."""
    method = RepaymentMethod.INTEREST_ONLY
    months = make(terms_of(inputs, method=method))
    found = Figures(months, monthly_by_30_360=yuan(months.rows[0].interest.fen))
    found[f"total_{len(months.rows)}_by_30_360"] = yuan(months.interest.fen)
    for basis in (360, 365):
        dated = {**inputs, "day_count": f"ACT/{basis}"}
        by_days = make(terms_of(dated, method=method))
        found[f"first_three_by_act_{basis}"] = [yuan(r.interest.fen) for r in by_days.rows[:3]]
        found[f"total_by_act_{basis}"] = yuan(by_days.interest.fen)
    return found


def balloon(inputs: Inputs) -> Figures:
    """Return the figures of a balloon."""
    count = inputs["contract_periods"]
    plan = make(
        terms_of(
            inputs,
            method=RepaymentMethod.BALLOON,
            periods=count,
            amortised_over=inputs["amortisation_periods"],
        )
    )
    last = plan.rows[-1]
    found = Figures(
        plan,
        last_payment_including_balloon=yuan(last.instalment.fen),
        balloon=yuan(last.balloon.fen),
    )
    found[f"balance_after_{count}"] = yuan(last.balloon.fen)  # Before the balloon is paid.
    return found


def interest_first(inputs: Inputs) -> Figures:
    """Return interest alone, then equal instalments."""
    alone = inputs["interest_only_periods"]
    plan = make(
        terms_of(
            inputs,
            method=RepaymentMethod.INTEREST_FIRST,
            periods=alone + inputs["amortising_periods"],
            grace_principal=alone,
        )
    )
    found = Figures(plan, interest_only_payment=yuan(plan.rows[0].instalment.fen))
    found["first_amortising"] = found.row(str(alone + 1))
    return found


def repriced(inputs: Inputs) -> Figures:
    """Return a plan whose rate changes with a period, and whose payment is fixed anew."""
    first, second = rate(inputs["rate_1"]), rate(inputs["rate_2"])
    change = inputs["rate_2_from_period"]
    bare = terms_of(inputs, rates=first)
    since = periods_of(bare)[change - 1].start
    dated = Dated[Rate]().with_value(bare.paid_out_on, first).with_value(since, second)
    found = Figures(make(terms_of(inputs, rates=dated)))
    found["payment_1"] = found.row("1")["instalment"]
    found["payment_2"] = found.row(str(change))["instalment"]
    return found


def _row(no: int, portion: Portion) -> dict[str, Any]:
    return {
        "n": no,
        "interest": yuan(portion.interest),
        "principal": yuan(portion.principal),
        "instalment": yuan(portion.interest + portion.principal),
        "balance": yuan(portion.balance),
    }


REMAINING = (
    *("remaining_periods", "periods_remaining", "new_remaining_periods", "periods_left"),
    *("remaining_instalments", "instalments_remaining", "n_remaining", "new_remaining"),
)
IN_ALL = ("new_periods", "total_periods", "last_period", "new_term", "last_n", "paid_off_in_period")


def _prepaid(inputs: Inputs, *, keep_term: bool) -> Figures:
    """Return what is left of a loan after a prepayment on a due date, and the plan from there."""
    plan = make(terms_of(inputs))
    done, paid = inputs["prepay_on_due_date_of_period"], fen(inputs["prepay_principal"])
    before = plan.rows[done - 1].closing.fen
    periods = number_of_periods(inputs) - done
    month = rate(inputs["annual_rate"]).e8, a_year(inputs) * E8
    keeping = None if keep_term else plan.payment.fen
    rest = spread(before - paid, spans_of([month] * periods), Pays.LEVEL, keeping=keeping)
    rows = [_row(done + k, row) for k, row in enumerate(rest, 1)]
    interest = yuan(sum(Fraction(row.interest) for row in rest))
    earlier = yuan(sum(row.interest.fen for row in plan.rows[:done]))
    return Figures(
        plan,
        balance_before=yuan(before),
        balance_after=yuan(before - paid),
        new_payment=rows[0]["instalment"],
        periods_saved=periods - len(rest),
        months_saved=periods - len(rest),
        **dict.fromkeys(REMAINING, len(rest)),
        **dict.fromkeys(IN_ALL, done + len(rest)),
        **dict.fromkeys(
            ("last_instalment", "last_payment", "final_instalment", "final_payment"),
            rows[-1]["instalment"],
        ),
        last=rows[-1],
        first_after=rows[0],
        rows_after=rows,
        interest_after=interest,
        remaining_interest=interest,
        total_interest=earlier + interest,
        interest_saved=yuan(plan.interest.fen) - earlier - interest,
    )


def prepaid_lower(inputs: Inputs) -> Figures:
    """Return the plan after a prepayment that lowers the instalment."""
    return _prepaid(inputs, keep_term=True)


def prepaid_shorter(inputs: Inputs) -> Figures:
    """Return the plan after a prepayment that shortens the term."""
    return _prepaid(inputs, keep_term=False)


def second_draw(inputs: Inputs) -> Figures:
    """Return a plan with two drawings.  The balance of a row is that at the end of its day."""
    when, amount = _drawing(inputs)
    plan = make(terms_of(inputs, draws=(Draw(value_date=when, amount=amount),)))
    place = next(k for k, row in enumerate(plan.rows) if row.drawn.fen)
    on_due_date = plan.rows[place].start == when
    found = Figures(plan)
    if on_due_date and place:
        found.rows[place - 1]["balance"] += yuan(amount.fen)
    before = plan.rows[place].opening if on_due_date else plan.rows[place].closing - amount
    later = plan.rows[place if on_due_date else place + 1].instalment
    for name in ("payment_before", "payment_1", "first_payment", "payment_first"):
        found[name] = yuan(plan.payment.fen)
    for name in ("payment_after", "payment_2", "new_payment", "second_payment", "payment_refixed"):
        found[name] = yuan(later.fen)
    for name in ("balance_before", "balance_before_draw", "balance_before_second_draw"):
        found[name] = yuan(before.fen)
    for name in ("balance_after", "balance_after_draw", "balance_after_second_draw"):
        found[name] = yuan((before + amount).fen)
    return found


def _drawing(inputs: Inputs) -> tuple[Any, Money]:
    """Return the day and amount of a second drawing, however they are named."""
    given = inputs["second_draw"]
    values = list(given.values()) if isinstance(given, Mapping) else list(given)
    dates = [v for v in values if isinstance(v, str) and v.count("-") == 2]
    amount = next(v for v in values if isinstance(v, str) and v not in dates)
    if dates:
        return day(dates[0]), Money(fen(amount))
    period = next(v for v in values if isinstance(v, int))
    return periods_of(terms_of(inputs))[period - 1].end, Money(fen(amount))


def single_payment(inputs: Inputs) -> Figures:
    """Return the interest of a loan that is paid back at once, by days and by whole periods."""
    method, end = RepaymentMethod.SINGLE_PAYMENT, day(inputs["end"])
    found = Figures()
    for basis in (360, 365):
        dated = {**inputs, "day_count": f"ACT/{basis}"}
        plan = make(terms_of(dated, method=method, maturity=end))
        found[f"act_{basis}"] = yuan(plan.interest.fen)
        found["days"] = plan.rows[0].days
    whole = make(terms_of(inputs, method=method, maturity=end))
    found["whole_year"] = found["whole_months"] = yuan(whole.interest.fen)
    return found


TOPICS = {
    "等额本息": equal_instalment,
    "equal instalment": equal_instalment,
    "equal instalment, 30/360": equal_instalment,
    "equal instalment on actual days": equal_instalment,
    "等额本金": equal_principal,
    "按期付息到期还本": interest_only,
    "一次性还本付息": single_payment,
    "气球贷": balloon,
    "先息后本 then equal instalments": interest_first,
    "LPR floating rate, yearly repricing": repriced,
    "提前还款, lower the instalment": prepaid_lower,
    "提前还款, shorten the term": prepaid_shorter,
    "second disbursement, payment re-fixed": second_draw,
}
