"""A contract beside its approval, item by item (合同与批复核对).

The approval is as it stood when the contract was drafted: what is approved does not change, and
checking and printing compare with it as it then stands.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final

import attrs

from domain.contract.complete import WAYS
from domain.contract.events import ContractDrafted
from domain.facts.terms import CreditTerms
from domain.labels import Label
from projections.contracts import CONTRACTS, contracts_on
from projections.history import HISTORY
from projections.plain import plain
from projections.view import Absent, Answer, Parameter, Question, Reader, View, columns


def _answer(reader: Reader, question: Question) -> Answer:
    number = question.values["contract_id"]
    for found in contracts_on(reader, [number]):
        rows = [{"contract_id": number, **row} for row in _rows(found.drafted)]
        return Answer(rows=rows)
    where = f"on {reader.day}, as known by {reader.known_by}"
    raise Absent(f"no contract {number!r} was drafted {where}")


def _rows(drafted: ContractDrafted) -> Iterator[Mapping[str, Any]]:
    approved, terms = drafted.approved, drafted.terms
    if terms is None:
        ways = list(plain(approved.security)) if approved else []
        way = WAYS[drafted.kind].value
        yield {"item": "security", "as_approved": ways, "as_drafted": [way], "same": way in ways}
        return
    for field in attrs.fields(CreditTerms):
        one, other = getattr(approved, field.name, None), getattr(terms, field.name)
        yield {
            "item": field.name,
            "as_approved": _list(plain(one)),
            "as_drafted": _list(plain(other)),
            "same": one == other,
        }


def _list(value: Any) -> list[Any]:
    """Return an item as a list: some are one value, some are several."""
    return value if isinstance(value, list) else [value]


CONTRACT_COMPARISON: Final = View(
    name="contract_comparison",
    title=Label("合同与批复核对", "contract beside its approval"),
    tables=(CONTRACTS, HISTORY),
    parameters=(Parameter(name="contract_id", required=True, each=(("contracts", "{}"),)),),
    columns=columns(
        contract_id="text", item="text", as_approved="list", as_drafted="list", same="flag"
    ),
    answer=_answer,
)
