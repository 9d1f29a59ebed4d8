"""The contract register (合同台账): one row a contract, from its draft to its end.

What secures what, how much of it is drawn, who checked and witnessed it, and where its copies are.
"""

from collections.abc import Mapping
from typing import Any, Final

from domain.contract.state import Agreement
from domain.facts.contract import ContractKind, ContractStage
from domain.facts.terms import CreditTerms
from domain.labels import Label
from projections.contracts import CONTRACTS, ContractOn, contracts_asked, contracts_on
from projections.history import HISTORY
from projections.plain import plain
from projections.view import Answer, Parameter, Question, Reader, View, columns

SCAN_MAX: Final = 1_000
_TERMS: Final = ("product_id", "amount", "months", "rate_yearly", "method", "loan_purpose", "use")


def _answer(reader: Reader, question: Question) -> Answer:
    ids = contracts_asked(reader, question, SCAN_MAX + 1)
    rows: list[Mapping[str, Any]] = []
    for found in contracts_on(reader, ids[:SCAN_MAX]):
        if question.text("stage") not in (None, found.agreement.stage.value):
            continue
        if len(rows) == question.limit:
            return Answer(rows=rows, next=str(rows[-1]["contract_id"]))
        rows.append(_row(found))
    return Answer(rows=rows, next=ids[SCAN_MAX - 1] if len(ids) > SCAN_MAX else None)


def _row(found: ContractOn) -> Mapping[str, Any]:
    drafted, agreement, fact = found.drafted, found.agreement, found.fact
    return {
        "contract_id": found.contract_id,
        "kind": drafted.kind.value,
        "stage": agreement.stage.value,
        "customer_id": drafted.customer_id,
        "givers": list(drafted.givers),
        "application_id": drafted.application_id,
        "facility_id": drafted.facility_id,
        **_terms(drafted.terms),
        "due_day": drafted.due_day,
        "securities": list(drafted.securities),
        "secured_by": list(drafted.secured_by),
        "secures": list(fact.secures),
        "secures_up_to": plain(drafted.secures_up_to),
        "drawn": plain(fact.drawn),
        "undrawn": plain(fact.left),
        "loans": plain(agreement.draws),
        "conditions": plain(drafted.conditions),
        "breach_terms": plain(drafted.breach_terms),
        "provisions": list(drafted.provisions),
        "fees": plain(drafted.fees),
        "drafted_by": drafted.drafted_by,
        "checked_by": agreement.checked and agreement.checked.checked_by,
        **_paper(agreement),
        "ended_on": plain(agreement.ended and agreement.ended.on),
    }


def _terms(terms: CreditTerms | None) -> Mapping[str, Any]:
    said = {name: plain(getattr(terms, name)) if terms else None for name in _TERMS}
    return {**said, "payment": terms and terms.payment.value}


def _paper(agreement: Agreement) -> Mapping[str, Any]:
    """Return when it was printed and signed, under which digest, and where its copies are."""
    printed, signed = agreement.printed, agreement.signed
    return {
        "printed_on": plain(printed and printed.printed_on),
        "digest": printed and printed.digest,
        "copies": printed and printed.copies,
        "signed_on": plain(signed and signed.signed_on),
        "way": signed and signed.way.value,
        "witnesses": list(signed.witnesses) if signed else [],
        "signatures": plain(signed.signatures) if signed else [],
        "in_custody": agreement.in_custody,
        "custody": plain(tuple(agreement.moves.values())),
    }


CONTRACT_REGISTER: Final = View(
    name="contracts",
    title=Label("合同台账", "contract register"),
    tables=(CONTRACTS, HISTORY),
    parameters=(
        Parameter(name="contract_id"),
        Parameter(name="customer_id"),
        Parameter(name="kind", choices=tuple(kind.value for kind in ContractKind)),
        Parameter(name="stage", choices=tuple(stage.value for stage in ContractStage)),
    ),
    columns=columns(
        contract_id="text",
        kind="text",
        stage="text",
        customer_id="text",
        givers="list",
        application_id="text",
        facility_id="text",
        product_id="text",
        amount="money",
        months="number",
        rate_yearly="text",
        method="text",
        loan_purpose="text",
        use="text",
        payment="text",
        due_day="number",
        securities="list",
        secured_by="list",
        secures="list",
        secures_up_to="money",
        drawn="money",
        undrawn="money",
        loans="map",
        conditions="list",
        breach_terms="list",
        provisions="list",
        fees="list",
        drafted_by="text",
        checked_by="text",
        printed_on="date",
        digest="text",
        copies="number",
        signed_on="date",
        way="text",
        witnesses="list",
        signatures="list",
        in_custody="number",
        custody="list",
        ended_on="date",
    ),
    answer=_answer,
)
