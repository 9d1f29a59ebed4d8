"""What overdue amounts bear that are paid in part while penalty interest runs.

A payment is split as by law: penalty and compound interest, interest, principal.  One that says
that it is of principal pays principal first; where one says that it is of interest, interest
comes before penalty interest.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from typing import Any

from domain.kinds import Component, CompoundRule
from domain.loan.contract import BY_LAW, Contract
from domain.loan.facts import Received
from domain.loan.servicing import owed
from domain.loan.settle import Account, settle
from domain.loan.values import Purpose
from domain.money import Money
from tests.references.figures import day, fen, rate, yuan
from tests.references.topics_servicing import Inputs, Named, incurred, loan_of, named

INTEREST_FIRST = (Component.INTEREST, Component.PRINCIPAL)


def part_payment(inputs: Inputs) -> Named:
    """Return what overdue amounts bear that are paid in part while it runs."""
    due, end = day(inputs["due"]), day(inputs["measured_to_exclusive"])
    principal, interest = fen(inputs["overdue_principal"]), fen(inputs.get("unpaid_interest", 0))
    loan = loan_of(
        inputs,
        due - timedelta(31),
        due,
        principal=principal,
        interest=interest,
        rate_yearly=rate(inputs["penalty_rate"]),
        penalty_percent=100,
        compound=CompoundRule.PENALTY,
        allocation=INTEREST_FIRST if "interest" in _said(inputs["payments"]) else BY_LAW,
    )
    receipts = list(_payments(inputs["payments"]))
    account = settle(loan, receipts)
    segments = list(_segments(loan, receipts, end))
    paid = [_parts(account, receipt.receipt_no) for receipt in receipts]
    return {
        **named(*incurred(account, end)),
        "days": (end - due).days,
        **dict.fromkeys(("segments", "rows", "periods", "pieces"), segments),
        **dict.fromkeys(("payments", "allocation"), paid),
        **_sides(segments),
        **_left(account, end),
    }


def _left(account: Account, on: date) -> Named:
    """Return what is still owed on a day."""
    debt = account.on(on)
    return {
        "remaining_principal": yuan(debt.principal),
        "principal_after": yuan(debt.principal),
        "remaining_interest": yuan(debt.due_interest),
        "interest_after": yuan(debt.due_interest),
        "penalty_unpaid": yuan(owed.penalty(debt)),
        "compound_unpaid": yuan(owed.compound(debt)),
        "payoff": yuan(sum(owed.payoff(debt))),
    }


def _sides(segments: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the first piece as what was before the payment, the last as what was after."""
    sides = {"before": segments[0], "after": segments[-1]}
    sides |= {str(k): segment for k, segment in enumerate(segments, 1)}
    return {
        f"{name}_{side}": piece[name]
        for side, piece in sides.items()
        for name in ("days", "penalty", "compound")
    }


def _payments(payments: list[Any]) -> Iterator[Received]:
    """Yield payments as receipts; one that is said to be of principal pays principal first."""
    for no, given in enumerate(payments, 1):
        fields = list(given.items()) if isinstance(given, Mapping) else list(enumerate(given))
        texts = [str(value) for _, value in fields]
        when = next(text for text in texts if text.count("-") == 2)
        amount = next(text for text in texts if text.replace(".", "", 1).isdigit())
        of_principal = any(word in _said(given) for word in ("principal", "本金"))
        yield Received(
            receipt_no=f"R{no}",
            amount=Money(fen(amount)),
            value_date=day(when),
            purpose=Purpose.REFINANCING if of_principal else Purpose.AS_DUE,
        )


def _said(payment: Any) -> str:
    """Return all words of a payment, by which it may say what it pays."""
    return str(payment).lower()


def _segments(loan: Contract, receipts: list[Received], end: date) -> Iterator[dict[str, Any]]:
    """Yield what ran between one payment and the next, as differences of what had run."""
    due = loan.plan[0].due_date
    cuts = sorted({due, *(r.value_date for r in receipts if due < r.value_date < end), end})
    for first, last in pairwise(cuts):
        known = settle(loan, [r for r in receipts if r.value_date <= first])
        debt, before, after = known.on(first), incurred(known, first), incurred(known, last)
        yield {
            "from": first.isoformat(),
            "to": last.isoformat(),
            "to_exclusive": last.isoformat(),
            "days": (last - first).days,
            "principal": yuan(debt.principal),
            "overdue_principal": yuan(debt.principal),
            "interest": yuan(debt.due_interest),
            "unpaid_interest": yuan(debt.due_interest),
            "penalty": yuan(after[0] - before[0]),
            "penalty_interest": yuan(after[0] - before[0]),
            "compound": yuan(after[1] - before[1]),
            "compound_interest": yuan(after[1] - before[1]),
        }


def _parts(account: Account, receipt_no: str) -> dict[str, Fraction]:
    split = account.splits[receipt_no]
    names = ("fee", "penalty", "interest", "principal", "excess")
    return {name: yuan(part.fen) for name, part in zip(names, split.parts, strict=True)}


TOPICS = {"罚息 with a part payment": part_payment}
