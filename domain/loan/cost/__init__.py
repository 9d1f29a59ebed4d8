"""What credit costs: yearly rates by the rules of the central bank, the United States and Europe.

Nothing here knows of plans: a loan is its flows.  Every rate is right to the digit that is stated.
"""

from domain.loan.cost.equation import NoRate
from domain.loan.cost.intervals import Interval
from domain.loan.cost.measures import (
    SOURCES,
    Cost,
    Flow,
    Measure,
    annualised_compound,
    annualised_simple,
    apr,
    apr_in_units,
    aprc,
    cost_of,
    dated_return,
    rate_of_return,
    return_in_years,
)

__all__ = [
    "SOURCES",
    "Cost",
    "Flow",
    "Interval",
    "Measure",
    "NoRate",
    "annualised_compound",
    "annualised_simple",
    "apr",
    "apr_in_units",
    "aprc",
    "cost_of",
    "dated_return",
    "rate_of_return",
    "return_in_years",
]
