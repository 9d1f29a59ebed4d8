"""After it goes wrong, or right: penalty and compound interest, grace, extension, refinancing.

Every figure is read off the account that settle() makes of a contract and dated facts.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from domain.calendar import SettlementRule
from domain.kinds import CompoundRule, RepaymentMethod
from domain.loan.contract import Contract
from domain.loan.facts import Extended, Misused, Received
from domain.loan.schedule import FIRST_PERIOD_DAYS_MIN
from domain.loan.servicing import owed
from domain.loan.settle import Account, settle
from domain.loan.values import Instalment, Purpose
from domain.money import Money
from domain.rate import E8, Rate
from tests.references.figures import count, day, fen, rate, yuan

Inputs = Mapping[str, Any]
Named = dict[str, Any]
LONG = timedelta(3650)


def loan_of(inputs: Inputs, start: date, due: date, **terms: Any) -> Contract:
    """Return a loan whose principal, and interest that is already known, fall due on one day."""
    principal, interest = terms.pop("principal"), terms.pop("interest", 0)
    asked = Instalment(
        no=1,
        due_date=due,
        principal=Money(principal),
        interest=Money(interest),
        fee=Money(0),
    )
    return Contract(
        amount=Money(principal),
        method=RepaymentMethod.INTEREST_ONLY,
        instalments=1,
        due_day=due.day,
        paid_out_on=start,
        plan=(asked,),
        day_count=count(inputs.get("day_count", "ACT/360")),
        **terms,
    )


def _penalised(inputs: Inputs, name: str) -> dict[str, Any]:
    """Return the rates of a loan with a multiple for what goes wrong; whole percent as such."""
    contract_rate, multiple = rate(inputs["contract_rate"]), Fraction(str(inputs[name]))
    if (multiple * 100).denominator == 1:
        return {"rate_yearly": contract_rate, "penalty_percent": int(multiple * 100)}
    exact = contract_rate.e8 * multiple
    assert exact.denominator == 1, "a penalty rate finer than 1e-8"
    return {"rate_yearly": Rate(exact.numerator), "penalty_percent": 100}


def incurred(account: Account, on: date) -> tuple[int, int]:
    """Return the penalty and compound interest that ran up to a day, paid or not."""
    debt = account.on(on)
    paid = debt.penalty_paid, debt.compound_paid
    return owed.penalty(debt) + paid[0], owed.compound(debt) + paid[1]


def penalty_and_compound(inputs: Inputs) -> Named:
    """Return what overdue principal and unpaid interest bear over some days."""
    start, end = day(inputs["from"]), day(inputs["to_exclusive"])
    principal, interest = fen(inputs["overdue_principal"]), fen(inputs.get("unpaid_interest", 0))
    loan = loan_of(
        inputs,
        start - timedelta(31),
        start,
        principal=principal,
        interest=interest,
        compound=CompoundRule.PENALTY,
        **_penalised(inputs, "penalty_multiple"),
    )
    penalty, compound = incurred(settle(loan, ()), end)
    yearly = Fraction(loan.rate_yearly.e8 * loan.penalty_percent, 100 * E8)
    per_year = 365 if "365" in inputs.get("day_count", "") else 360
    return named(penalty, compound) | {
        "penalty_rate": yearly,
        "days": (end - start).days,
        "per_day_unrounded": yuan(principal + interest) * yearly / per_year,
    }


def named(penalty: int, compound: int) -> Named:
    """Return penalty and compound interest by the names that examples use."""
    return {
        "penalty": yuan(penalty),
        "penalty_interest": yuan(penalty),
        "compound": yuan(compound),
        "compound_interest": yuan(compound),
        "total": yuan(penalty + compound),
    }


def misuse(inputs: Inputs) -> Named:
    """Return what misused principal bears that is overdue too: the higher rate alone."""
    start, end = day(inputs["from"]), day(inputs["to_exclusive"])
    due = day(inputs["also_overdue_from"]) if "also_overdue_from" in inputs else end
    misuse_percent = int(Fraction(str(inputs["misuse_multiple"])) * 100)
    loan = loan_of(
        inputs,
        start,
        due,
        principal=fen(inputs["misused_principal"]),
        rate_yearly=rate(inputs["contract_rate"]),
        penalty_percent=int(Fraction(str(inputs.get("overdue_multiple", "1.5"))) * 100),
        misuse_percent=misuse_percent,
    )
    account = settle(loan, [Misused(reference="M1", value_date=start)])
    penalty, _ = incurred(account, end)
    percent = max(loan.misuse_percent, loan.penalty_percent)
    return named(penalty, 0) | {
        "applied_rate": Fraction(loan.rate_yearly.e8 * percent, 100 * E8),
        "days": (end - start).days,
        "interest": yuan(owed.payoff(account.on(end))[2]),
    }


def grace(inputs: Inputs) -> Named:
    """Return what is borne by what is paid on some days, within the days of grace or after."""
    due = day(inputs["due"])
    loan = loan_of(
        inputs,
        due - timedelta(31),
        due,
        principal=fen(inputs["overdue_principal"]),
        interest=fen(inputs.get("unpaid_interest", 0)),
        rate_yearly=rate(inputs["penalty_rate"]),
        penalty_percent=100,
        compound=CompoundRule.PENALTY,
        grace_days=int(inputs["grace_days"]),
    )
    found: Named = {}
    for name in (name for name in inputs if name.startswith("paid")):
        paid_on = day(inputs[name])
        everything = Received(receipt_no="R1", amount=Money(10**12), value_date=paid_on)
        penalty, compound = incurred(settle(loan, [everything]), paid_on)
        forgiven = (paid_on - due).days <= loan.grace_days
        days = 0 if forgiven else (paid_on - due).days
        found[name] = named(penalty, compound) | {"days": days}
    return found


def extension(inputs: Inputs) -> Named:
    """Return the interest before and after an old maturity that was extended.

    After it, interest is told for each settlement day up to the new maturity, from the old one
    on; a settlement day right after the old maturity is left out.
    """
    start, old, new = (day(inputs[n]) for n in ("settled_to", "original_maturity", "extended_to"))
    before, principal = rate(inputs["rate_before"]), fen(inputs["principal"])
    loan = loan_of(inputs, start, old, principal=principal, rate_yearly=before)
    posted = SettlementRule().posting_days(old, new)
    extended = Extended(
        reference="X1",
        value_date=start,
        old_maturity=old,
        new_maturity=new,
        rate_yearly=rate(inputs["rate_after"]),
        due_dates=tuple(d for d in posted if (d - old).days >= FIRST_PERIOD_DAYS_MIN),
    )
    account = settle(loan, [extended])
    first, *after = account.on(new).claims
    assert (first.due_date, after[-1].due_date) == (old, new)
    found: Named = {
        "days_before": (old - start).days,
        "interest_before": yuan(first.interest),
        "principal_overdue_between": yuan(owed.due(account.on(new - timedelta(1)))[3]),
    }
    interest = 0
    for claim in after:
        interest += claim.interest
        to = f"_to_{claim.due_date:%b}{claim.due_date.day}".lower()
        for place in (to, ""):
            found[f"days_after{place}"] = (claim.due_date - old).days
            found[f"interest_after{place}"] = yuan(interest)
    found["total_interest"] = found["interest_before"] + found["interest_after"]
    return found


def refinancing(inputs: Inputs) -> Named:
    """Return what a new loan's money extinguishes of an old one, and what is settled in cash."""
    start, on = day(inputs["settled_to"]), day(inputs["refinanced_on"])
    old, new = fen(inputs["old_principal"]), fen(inputs["new_principal"])
    loan = loan_of(inputs, start, on + LONG, principal=old, rate_yearly=rate(inputs["old_rate"]))
    money = Received(
        receipt_no="R1",
        amount=Money(min(old, new)),
        value_date=on,
        purpose=Purpose.REFINANCING,
    )
    account = settle(loan, [money])
    split, left = account.splits["R1"], account.payoff(on)
    due = account.due(on)
    cash = left.interest + left.principal
    in_cash = Received(receipt_no="R2", amount=cash, value_date=on)
    assert settle(loan, [money, in_cash]).settled_on == on
    figures = (
        (
            left.interest,
            *("interest", "old_interest", "interest_settled", "interest_paid_in_cash"),
            *("old_interest_settled", "old_interest_paid_in_cash", "interest_in_cash"),
        ),
        (split.principal, "principal_extinguished", "old_principal_extinguished"),
        (
            left.principal,
            *("remaining", "remaining_principal", "old_principal_after", "old_balance_after"),
            *("remaining_old_principal", "principal_paid_in_cash", "shortfall"),
        ),
        (cash, "cash", "cash_paid", "paid_in_cash", "settled_in_cash"),
        (Money(new), "new_principal", "new_balance", "new_loan_balance"),
        (Money(max(new - old, 0)), "surplus", "paid_to_borrower", "new_money"),
        (due.total, "overdue", "overdue_in_between"),
    )
    days = (on - start).days
    named = {name: yuan(amount.fen) for amount, *names in figures for name in names}
    return dict(days=days, old_days=days, **named)


TOPICS = {
    "罚息 and 复利": penalty_and_compound,
    "挪用罚息, and the higher-of rule": misuse,
    "宽限期": grace,
    "展期 with a higher rate": extension,
    "借新还旧": refinancing,
}
