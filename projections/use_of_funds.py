"""What lent money was used for (资金用途监控): what is shown of it, and what was not as agreed.

One row a drawdown that was paid and stands.  What is not shown yet is the amount without what was
found to be used; a deviation is a finding for misuse to be weighed (loan.record_misuse).
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from domain.labels import Label
from domain.money import Money
from projections.contracts import CONTRACTS, ContractOn, contracts_on
from projections.drawdowns import (
    DRAWDOWNS,
    SCAN_MAX,
    DrawdownOn,
    drawdowns_asked,
    drawdowns_on,
)
from projections.history import HISTORY
from projections.plain import plain
from projections.view import Answer, Parameter, Question, Reader, View, columns


def _answer(reader: Reader, question: Question) -> Answer:
    ids = drawdowns_asked(reader, question, SCAN_MAX + 1)
    paid = [
        found
        for found in drawdowns_on(reader, ids[:SCAN_MAX])
        if found.drawing.released and not found.drawing.undone and _is_asked(found, question)
    ]
    page = paid[: question.limit]
    rows = _rows(reader, page)
    if len(paid) > question.limit:
        return Answer(rows=rows, next=page[-1].drawdown_id)
    return Answer(rows=rows, next=ids[SCAN_MAX - 1] if len(ids) > SCAN_MAX else None)


def _is_asked(found: DrawdownOn, question: Question) -> bool:
    match question.text("part"):
        case "deviating":
            return bool(_sum(found, as_agreed=False).fen)
        case "not_shown":
            return bool(_not_shown(found).fen)
    return True


def _rows(reader: Reader, page: Sequence[DrawdownOn]) -> Sequence[Mapping[str, Any]]:
    ids = tuple(dict.fromkeys(found.requested.contract_id for found in page))
    contracts = {contract.contract_id: contract for contract in contracts_on(reader, ids)}
    return [_row(found, contracts.get(found.requested.contract_id)) for found in page]


def _row(found: DrawdownOn, contract: ContractOn | None) -> Mapping[str, Any]:
    asked, paid = found.requested, found.drawing.released
    terms, uses = contract and contract.drafted.terms, found.drawing.uses.values()
    return {
        "drawdown_id": found.drawdown_id,
        "contract_id": asked.contract_id,
        "loan_id": asked.loan_id,
        "customer_id": asked.customer_id,
        "loan_purpose": terms and terms.loan_purpose.value,
        "use": terms and terms.use,
        "amount": str(asked.amount),
        "value_date": plain(paid and paid.value_date),
        "payment": asked.payment.value,
        "trades": [payee.trade for payee in asked.payees],
        "as_agreed": str(_sum(found, as_agreed=True)),
        "deviating": str(_sum(found, as_agreed=False)),
        "not_shown": str(_not_shown(found)),
        "uses": plain(tuple(uses)),
        "findings": [plain(finding) for use in uses for finding in use.findings],
    }


def _sum(found: DrawdownOn, *, as_agreed: bool) -> Money:
    uses = (use for use in found.drawing.uses.values() if use.as_agreed is as_agreed)
    return Money(sum(use.amount.fen for use in uses), found.requested.amount.currency)


def _not_shown(found: DrawdownOn) -> Money:
    return found.drawing.paid_over - _sum(found, as_agreed=True) - _sum(found, as_agreed=False)


USE_OF_FUNDS: Final = View(
    name="use_of_funds",
    title=Label("资金用途监控", "use of funds"),
    tables=(DRAWDOWNS, CONTRACTS, HISTORY),
    parameters=(
        Parameter(name="drawdown_id"),
        Parameter(name="contract_id"),
        Parameter(name="customer_id"),
        Parameter(name="loan_id"),
        Parameter(name="part", choices=("deviating", "not_shown")),
    ),
    columns=columns(
        drawdown_id="text",
        contract_id="text",
        loan_id="text",
        customer_id="text",
        loan_purpose="text",
        use="text",
        amount="money",
        value_date="date",
        payment="text",
        trades="list",
        as_agreed="money",
        deviating="money",
        not_shown="money",
        uses="list",
        findings="list",
    ),
    answer=_answer,
)
