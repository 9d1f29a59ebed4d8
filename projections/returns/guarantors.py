"""Table 602: who guarantees, a row for each guarantor of a guarantee contract.

What a guarantor owns is what the latest assessment by the day found.

Source: EAST 5.0, table 602.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import reduce
from typing import Any, Final

from attrs import frozen

from domain.facts.contract import ContractKind
from domain.guarantor.events import GuarantorAssessed
from domain.guarantor.state import Guarantor, evolve
from domain.labels import Label
from projections.contracts import CONTRACTS, ContractOn
from projections.customers import CUSTOMERS
from projections.history import HISTORY, histories, in_effect
from projections.labels import LABELS
from projections.loans import LOANS
from projections.returns.contracts import parties_of
from projections.returns.customers import Subject, document_kind, document_number, name
from projections.returns.security_contracts import securing_on, validity
from projections.returns.security_fields import GUARANTOR
from projections.returns.shape import ReturnTable, Supply, fields
from projections.returns.writing import amount, day
from projections.view import Question, Reader


@frozen(kw_only=True)
class Guarantees:
    """A guarantor under a guarantee contract, as last assessed."""

    found: ContractOn
    party: Subject
    assessed: GuarantorAssessed | None
    day: date


def _subjects(reader: Reader, question: Question) -> tuple[Sequence[Guarantees], str | None]:
    found, following = securing_on(reader, question, (ContractKind.GUARANTEE,))
    ids = sorted({giver for one in found for giver in one.drafted.givers})
    parties, assessed = parties_of(reader, ids), _assessed(reader, ids)
    return list(_rows(reader.day, found, parties, assessed)), following


def _rows(
    today: date,
    found: Sequence[ContractOn],
    parties: Mapping[str, Subject],
    assessed: Mapping[str, GuarantorAssessed | None],
) -> Iterator[Guarantees]:
    for one in found:
        for giver in one.drafted.givers:
            if giver in parties:
                yield Guarantees(
                    found=one, party=parties[giver], assessed=assessed[giver], day=today
                )


def _assessed(reader: Reader, ids: Sequence[str]) -> Mapping[str, GuarantorAssessed | None]:
    known = histories(reader, [f"guarantor-{name}" for name in ids])
    found = {}
    for guarantor in ids:
        lines = in_effect(known[f"guarantor-{guarantor}"], reader.day)
        events: list[Any] = [line.row.event for line in lines]
        found[guarantor] = reduce(evolve, events, Guarantor()).assessed
    return found


_SUPPLY: Final[Supply] = {
    "NBJGH": lambda g: g.found.branch,
    "DBHTH": lambda g: g.found.contract_id,
    "BZRLB": lambda g: g.assessed and LABELS[g.assessed.kind.value].zh,
    "BZRMC": lambda g: name(g.party),
    "DBRZJLB": lambda g: document_kind(g.party),
    "DBRZJHM": lambda g: document_number(g.party),
    "DBRJZC": lambda g: amount(g.assessed and g.assessed.net_assets),
    "DBRJZCBZ": lambda g: g.assessed and g.assessed.net_assets.currency,
    "DBHTZT": lambda g: validity(g.found),
    "CJRQ": lambda g: day(g.day),
}
TABLE_602: Final = ReturnTable(
    number="602",
    code="BNWYWDBR",
    title=Label("表内外业务担保人", "guarantors"),
    fields=fields(GUARANTOR),
    supply=_SUPPLY,
    tables=(CONTRACTS, CUSTOMERS, LOANS, HISTORY),
    subjects=_subjects,
)
