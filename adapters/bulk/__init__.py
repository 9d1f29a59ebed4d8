"""Many loans at a time, as columns: plans and the figures of a day.

    schedules.plans_of(…)      the plans of plain loans, a row for each instalment
    valuation.value_loans(…)   principal, accrued, overdue and days past due, a row for each loan
    plain.shape_of(terms)      whether a loan is plain enough for all this

It needs numpy and numba, the extra `bulk`; nothing here is imported before it is asked for.
Figures are whole fen in int64 and equal those of the engine for one loan; what int64 cannot hold
is left to that engine, so that nothing ever wraps.
"""
