"""What is lent to each industry on a day (行业集中度), by sections of the national classification.

The industry is that of the application under which a loan was drawn.  What is lent without one, or
taken over, stands under no name, as the rest of the ledger's loans.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from attrs import frozen

from domain.credit_application.events import (
    CreditApplicationResubmitted,
    CreditApplicationSubmitted,
)
from domain.drawdown.events import DrawdownRequested
from domain.recorded import Fact
from projections import chart
from projections.loans import loans_on
from projections.postings import POSTINGS
from projections.view import Lines, Reader


@frozen(kw_only=True)
class Industry:
    """To which section the money of an application goes."""

    application_id: str
    section: str


@frozen(kw_only=True)
class Drawn:
    """Under which application a loan is drawn."""

    loan_id: str
    application_id: str


def named(
    fact: Fact, event: CreditApplicationSubmitted | CreditApplicationResubmitted
) -> Iterator[tuple[date, Industry]]:
    """Yield the section, where one is named; what names none leaves it as it was."""
    if event.industry is not None:
        yield fact.on, Industry(application_id=fact.id, section=event.industry[0])


def drawn(fact: Fact, event: DrawdownRequested) -> Iterator[tuple[date, Drawn]]:
    """Yield the loan with its application."""
    yield fact.on, Drawn(loan_id=event.loan_id, application_id=event.application_id)


INDUSTRIES: Final = Lines(
    name="industry",
    row=Industry,
    of={CreditApplicationSubmitted: named, CreditApplicationResubmitted: named},
    by=("application_id",),
)
DRAWN: Final = Lines(name="drawn", row=Drawn, of={DrawdownRequested: drawn}, by=("loan_id",))


def by_section(reader: Reader, currency: str) -> Mapping[str, int]:
    """Return what is lent to each section in a currency, in fen; "" is the rest of all loans."""
    sections = {line.row.application_id: line.row.section for line in reader.lines(INDUSTRIES, {})}
    of_loan = {line.row.loan_id: line.row.application_id for line in reader.lines(DRAWN, {})}
    sums: Counter[str] = Counter()
    for loan in loans_on(reader, sorted(of_loan)):
        principal = loan.account.principal
        if principal.currency == currency and not loan.loan.for_another:
            sums[sections.get(of_loan[loan.loan_id], "")] += principal.fen
    sums[""] += _lent(reader, currency) - sum(sums.values())
    return {section: fen for section, fen in sorted(sums.items()) if fen}


def _lent(reader: Reader, currency: str) -> int:
    """Return the balance of loans and of discounted bills in the ledger."""
    lent = {(account.code, currency) for account in (chart.LOANS, chart.BILLS)}
    return sum(debit - credit for key, (debit, credit) in reader.totals(POSTINGS) if key in lent)
