"""The plan of a discounted bill: what is kept back on paying out, and the face when it is due.

Source: 支付结算办法 (days of a discount); see plan.discount.
"""

from datetime import date

from domain.calendar import DayCount
from domain.claim import BOOKS, Policy
from domain.facts.bill import Bill, KeptBack
from domain.kinds import RepaymentMethod
from domain.loan.plan.discount import discounted
from domain.loan.plan.terms import Counting, PlanTerms
from domain.rate import Rate


def bill_terms(
    bill: Bill, rate: Rate, paid_out_on: date, *, basis: DayCount, policy: Policy = BOOKS
) -> PlanTerms:
    """Return the terms of a bill's plan; interest is counted by its actual days on a basis."""
    return PlanTerms(
        principal=bill.face,
        paid_out_on=paid_out_on,
        rates=rate,
        method=RepaymentMethod.DISCOUNT,
        due_dates=(bill.collected_from,),
        day_count=basis,
        counting=Counting.BY_DAYS,
        transit_days=bill.transit_days,
        policy=policy,
    )


def kept_back(terms: PlanTerms) -> KeptBack:
    """Return what a discount keeps back, and for which days."""
    first = discounted(terms).rows[0]
    return KeptBack(
        interest=first.interest, first_day=first.start, until=first.end, interest_days=first.days
    )
