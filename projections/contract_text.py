"""The text of a printed contract: as it is frozen, and as it reads with its parties named.

The frozen text is that of the record, byte for byte; `same` says whether it still has the digest
under which it was signed.  Persons are references in it, and are named only where it is read.  A
contract that is drafted and not printed has no text yet, and no row.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from domain.contract.events import ContractPrinted
from domain.contract.wording import LENDER, REFERENCE, Said
from domain.facts.forms.form import digest_of, text_of
from domain.labels import Label
from projections.contracts import CONTRACTS, ContractOn, contracts_on
from projections.customers import CUSTOMERS, customers_on
from projections.history import HISTORY
from projections.plain import plain
from projections.returns.institution import institution
from projections.sealed import FirstOf, Later
from projections.view import Absent, Answer, Parameter, Question, Reader, View, columns

_MISSING: Final = "（未登记）"

Particulars = Mapping[tuple[str, str], FirstOf]


def _answer(reader: Reader, question: Question) -> Answer:
    number = question.values["contract_id"]
    for found in contracts_on(reader, [number]):
        printed = found.agreement.printed
        return Answer(rows=[_row(reader, found, printed)] if printed else [])
    where = f"on {reader.day}, as known by {reader.known_by}"
    raise Absent(f"no contract {number!r} was drafted {where}")


def _row(reader: Reader, found: ContractOn, printed: ContractPrinted) -> Mapping[str, Any]:
    text = text_of(printed.lines)
    return {
        "contract_id": found.contract_id,
        "kind": found.drafted.kind.value,
        "stage": found.agreement.stage.value,
        "printed_on": plain(printed.printed_on),
        "form_digest": printed.form_digest,
        "form_source": printed.form_source,
        "digest": printed.digest,
        "same": digest_of(printed.lines) == printed.digest,
        "text": text,
        "as_printed": _named(reader, text),
    }


def _named(reader: Reader, text: str) -> Later:
    """Return the text with its references filled in, once what is sealed is opened."""
    bank = institution(reader) or ""
    asked = dict.fromkeys(found.groups() for found in REFERENCE.finditer(text))
    particulars = _particulars(reader, [who for who, _ in asked if who != LENDER])
    references = tuple(
        ref for one in particulars.values() for ref in one.references if ref is not None
    )
    return Later(references, _filling(text, bank, particulars))


def _particulars(reader: Reader, ids: Sequence[str]) -> Particulars:
    return {
        (customer.customer_id, said): value
        for customer in customers_on(reader, tuple(dict.fromkeys(ids)))
        for said, value in (
            (Said.NAME.value, customer.particular("name")),
            (Said.NUMBER.value, customer.number),
            (Said.ADDRESS.value, customer.particular("address")),
        )
    }


def _filling(
    text: str, bank: str, particulars: Particulars
) -> Callable[[Mapping[str, str | None]], str]:
    """Return what fills the references of a text with what is opened.

    Who is not on record stays a reference; what is not known of somebody is said to be missing.
    """

    def filled(says: Mapping[str, str | None]) -> str:
        def said(found: Any) -> str:
            who, what = found.groups()
            if who == LENDER:
                return bank
            if (who, what) not in particulars:
                return str(found[0])
            references = particulars[who, what].references
            opened = (says.get(ref) for ref in references if ref is not None)
            return next((one for one in opened if one is not None), _MISSING)

        return REFERENCE.sub(said, text)

    return filled


CONTRACT_TEXT: Final = View(
    name="contract_text",
    title=Label("合同文本", "text of a contract"),
    tables=(CONTRACTS, CUSTOMERS, HISTORY),
    parameters=(Parameter(name="contract_id", required=True, each=(("contracts", "{}"),)),),
    columns=columns(
        contract_id="text",
        kind="text",
        stage="text",
        printed_on="date",
        form_digest="text",
        form_source="text",
        digest="text",
        same="flag",
        text="text",
        as_printed="text",
    ),
    answer=_answer,
)
