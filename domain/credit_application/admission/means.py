"""Whether the customer can and will pay: income, record, and what became of earlier debts.

Figures of the economic file and of a credit report come before what the officer states.
Source: 流动资金贷款管理办法, 个人贷款管理办法 (2024); credit manual of the institution.
"""

from datetime import timedelta

from domain.credit_application.admission.policy import Policy
from domain.credit_application.admission.rules import (
    EARLIER_DEBTS_ARE_SETTLED,
    INCOME_IS_STEADY,
    RECORD_IS_GOOD,
)
from domain.credit_application.admission.verdicts import Inputs, Verdict
from domain.credit_application.admission.weigh import barred, care, met
from domain.money import Money


def disposable(inputs: Inputs) -> Money | None:
    """Return what a year's income leaves after spending and debts; None where nobody says."""
    if inputs.found.disposable is not None:
        return inputs.found.disposable
    stated = inputs.stated
    if stated.income_yearly is None:
        return None
    nothing = Money.zero(stated.income_yearly.currency)
    spent = (stated.spending_yearly or nothing) + (stated.debt_service_yearly or nothing)
    return stated.income_yearly - spent


def income(inputs: Inputs, policy: Policy) -> Verdict:
    """Weigh whether income is steady and leaves something."""
    asked, months = policy.count("bank.admission.income_months_min"), inputs.stated.income_months
    left = disposable(inputs)
    if left is None:
        return care(INCOME_IS_STEADY, "nobody has stated the income")
    whose = "economic file" if inputs.found.disposable is not None else "as stated"
    says = f"leaves {left} a year ({whose}), steady for {months or 0} months of {asked}"
    if left.fen <= 0:
        return barred(INCOME_IS_STEADY, says)
    return met(INCOME_IS_STEADY, says) if (months or 0) >= asked else care(INCOME_IS_STEADY, says)


def overdue(inputs: Inputs) -> Money | None:
    """Return what is overdue anywhere; None where neither a report nor the officer says."""
    known = [inputs.found.overdue, inputs.stated.overdue_now]
    return max((amount for amount in known if amount is not None), default=None)


def record(inputs: Inputs, policy: Policy) -> Verdict:
    """Weigh the credit record: overdue anywhere, and black lists."""
    found, late = inputs.found, overdue(inputs)
    borne = policy.money("bank.admission.overdue_max", inputs.terms.amount.currency)
    if found.blacklisted:
        return barred(RECORD_IS_GOOD, "on a black list")
    if late is None:
        return care(RECORD_IS_GOOD, "no credit report, and nobody has stated what is overdue")
    if late > borne:
        return barred(RECORD_IS_GOOD, f"overdue {late}, borne {borne}")
    days = policy.count("bank.admission.report_days_max")
    if found.reported_on is None:
        return care(RECORD_IS_GOOD, f"overdue {late} as stated, without a credit report")
    if found.reported_on + timedelta(days=days) < inputs.day:
        return care(RECORD_IS_GOOD, f"credit report of {found.reported_on}, older than {days} days")
    return met(RECORD_IS_GOOD, f"overdue {late}, credit report of {found.reported_on}")


def earlier_debts(inputs: Inputs, _policy: Policy) -> Verdict:
    """Weigh whether what was not paid before is settled, or covered by a plan in the archive."""
    debts = inputs.stated.earlier_debts
    filed = {paper.document_id for paper in inputs.papers}
    open_debts = [debt for debt in debts if not debt.settled]
    uncovered = [debt for debt in open_debts if debt.plan_document not in filed]
    if uncovered:
        owed = ", ".join(str(debt.owed) for debt in uncovered)
        return barred(EARLIER_DEBTS_ARE_SETTLED, f"neither settled nor covered by a plan: {owed}")
    if open_debts:
        plans = ", ".join(str(debt.plan_document) for debt in open_debts)
        return care(EARLIER_DEBTS_ARE_SETTLED, f"covered by the plan on file: {plans}")
    late = overdue(inputs)
    if late is not None and late.fen > 0:
        return barred(
            EARLIER_DEBTS_ARE_SETTLED, f"overdue {late}, and nobody says what became of it"
        )
    return met(EARLIER_DEBTS_ARE_SETTLED, f"settled: {len(debts)}" if debts else "none")
