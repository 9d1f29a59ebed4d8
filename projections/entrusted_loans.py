"""The register of entrusted loans (委托贷款台账): one row a note that lends another's money.

It is served as any loan, and stands in no register, exposure or limit of the institution's own.
A page may be short; `next` says whether there is more.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final

from attrs import frozen

from domain.kinds import Funding
from domain.labels import Label
from domain.loan.entrusted.events import LoanEntrusted
from domain.loan.events import LoanAgreed
from domain.recorded import Fact
from projections.history import HISTORY
from projections.loan_rows import COLUMNS, row_of
from projections.loans import LoanOn, loans_on
from projections.view import Answer, Column, Lines, Parameter, Question, Reader, View


@frozen(kw_only=True)
class ForAnother:
    """That a loan lends another's money, and whose."""

    loan_id: str
    customer_id: str | None  # Said where it is agreed,
    entrusted_by: str | None  # and where it is named whose money it is.


Mine = Iterator[tuple[date, ForAnother]]


def agreed(fact: Fact, event: LoanAgreed) -> Mine:
    """Yield a loan on a product that is for another's money."""
    if event.terms.funding is Funding.ENTRUSTED:
        yield (
            fact.on,
            ForAnother(loan_id=fact.id, customer_id=event.customer_id, entrusted_by=None),
        )


def entrusted(fact: Fact, event: LoanEntrusted) -> Mine:
    """Yield whose money a loan lends."""
    named = event.entrusted_by
    yield fact.on, ForAnother(loan_id=fact.id, customer_id=None, entrusted_by=named)


FOR_ANOTHER: Final = Lines(
    name="for_another",
    row=ForAnother,
    of={LoanAgreed: agreed, LoanEntrusted: entrusted},
    by=("loan_id", "customer_id", "entrusted_by"),
)


def _answer(reader: Reader, question: Question) -> Answer:
    found = _asked(reader, question)
    ids = found[: question.limit]
    customer = question.text("customer_id")
    rows = [
        _row(loan)
        for loan in loans_on(reader, ids)
        if customer in (None, loan.loan.begun.customer_id)
    ]
    return Answer(rows=rows, next=ids[-1] if len(found) > len(ids) else None)


def _asked(reader: Reader, question: Question) -> Sequence[str]:
    """Return the loans that are asked for, one more than a page where there are more."""
    after, limit = question.after or "", question.limit
    party = "entrusted_by" if question.text("entrusted_by") else "customer_id"
    where = question.where("loan_id", party)
    return reader.keys(FOR_ANOTHER, "loan_id", where=where, after=after, limit=limit + 1)


def _row(found: LoanOn) -> Mapping[str, Any]:
    whose, begun = found.loan.entrusted, found.loan.begun
    return {
        **row_of(found),
        "entrusted_by": whose.entrusted_by if whose else None,
        "contract_no": whose.contract_no if whose else None,
        "contract_id": begun.contract_id if isinstance(begun, LoanAgreed) else None,
    }


ENTRUSTED_LOANS: Final = View(
    name="entrusted_loans",
    title=Label("委托贷款台账", "register of entrusted loans"),
    tables=(HISTORY, FOR_ANOTHER),
    parameters=(
        Parameter(name="loan_id"),
        Parameter(name="customer_id"),
        Parameter(name="entrusted_by"),
    ),
    columns=(
        *COLUMNS,
        *(Column(name=name) for name in ("entrusted_by", "contract_no", "contract_id")),
    ),
    answer=_answer,
)
