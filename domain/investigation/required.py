"""What an investigation must hold before lending is recommended.

Source: 固定资产/流动资金/个人贷款管理办法 (2024), due investigation; the institution's manual names
the parts.
"""

from collections.abc import Collection, Iterator
from typing import Final

from domain.facts.application import Application
from domain.facts.terms import CreditTerms, LoanPurpose, SecurityWay
from domain.investigation.state import Case
from domain.investigation.values import CheckItem, Factor, VisitWay
from domain.kinds import CustomerKind

BUSINESS: Final = frozenset((CustomerKind.SOLE_TRADER, CustomerKind.ENTERPRISE))
_TRADES: Final = frozenset((LoanPurpose.WORKING_CAPITAL, LoanPurpose.TRADE))
_ALWAYS: Final = (
    CheckItem.IDENTITY_GENUINE,
    CheckItem.APPLICATION_TRUE,
    CheckItem.PURPOSE_GENUINE,
)
_OF_PEOPLE: Final = (
    Factor.CHARACTER,
    Factor.CAPACITY,
    Factor.OWN_CAPITAL,
    Factor.COLLATERAL_STRENGTH,
    Factor.ENVIRONMENT,
    Factor.CONTINUITY,
    Factor.WILLINGNESS,
    Factor.HISTORY_WITH_US,
)


def checks_of(application: Application) -> tuple[CheckItem, ...]:
    """Return the checks that an application needs."""
    business = application.customer_kind in BUSINESS
    trades = business and application.terms.loan_purpose in _TRADES
    return (
        *_ALWAYS,
        *((CheckItem.LICENCE_VALID,) if business else ()),
        *((CheckItem.TRADE_GENUINE,) if trades else ()),
    )


def factors_of(application: Application) -> Collection[Factor]:
    """Return the factors that must have marks: all of a business, the people's of a household."""
    return tuple(Factor) if application.customer_kind in BUSINESS else _OF_PEOPLE


def interviewed(application: Application) -> bool:
    """Say whether a loan is personal, so that the borrower is interviewed."""
    return application.customer_kind is not CustomerKind.ENTERPRISE


def missing(case: Case, application: Application, *, people: int, interview: bool) -> Iterator[str]:
    """Yield what is missing of the work on an application, in the order of the report.

    people is how many must have been in the field together; interview whether one is required.
    """
    if not _visited(case, people):
        yield "field_visit"
    yield from (item.value for item in checks_of(application) if item not in case.checks)
    if interview and interviewed(application) and case.interview is None:
        yield "interview"
    parts = {
        "debts": case.debts,
        "form": case.form,
        "cash_flow": case.cash_flow,
        "repayment": case.repayment,
        "risk": case.risk,
    }
    yield from (name for name, part in parts.items() if part is None)
    yield from (one.value for one in factors_of(application) if one not in case.factors)
    if not secured(case, application.terms):
        yield "security"


def secured(case: Case, terms: CreditTerms) -> bool:
    """Say whether each way of security that the terms name was looked into, where they name any."""
    ways = {*terms.security} - {SecurityWay.UNSECURED}
    return not ways or bool(case.securities)


def _visited(case: Case, people: int) -> bool:
    if case.simplified:
        return bool(case.visits)
    return any(
        visit.way is VisitWay.FIELD_VISIT and len({*visit.visitors}) >= people
        for visit in case.visits.values()
    )
