"""Contracts as known by an index, on a day: what their register, texts and returns share."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from functools import reduce
from typing import Any, Final

from attrs import frozen

from domain.calendar import months_after
from domain.contract import CONTRACT
from domain.contract.events import ContractDrafted
from domain.contract.state import Agreement, evolve
from domain.facts.contract import Contract
from domain.recorded import Fact
from projections.history import histories, in_effect
from projections.view import Lines, Question, Reader


@frozen(kw_only=True)
class Drafted:
    """A contract that was drafted, perhaps more than once."""

    contract_id: str
    customer_id: str
    kind: str


def drafted(fact: Fact, event: ContractDrafted) -> Iterator[tuple[date, Drafted]]:
    """Yield the contract under its borrower."""
    kind = event.kind.value
    yield fact.on, Drafted(contract_id=fact.id, customer_id=event.customer_id, kind=kind)


CONTRACTS: Final = Lines(
    name="contract",
    row=Drafted,
    of={ContractDrafted: drafted},
    by=("contract_id", "customer_id", "kind"),
)


@frozen(kw_only=True)
class ContractOn:
    """A contract on a day, as known by an index."""

    contract_id: str
    agreement: Agreement
    drafted: ContractDrafted
    branch: str | None  # That recorded it first.

    @property
    def matures_on(self) -> date | None:
        """The day by which a signed loan contract is paid back; its notes say their own."""
        signed, terms = self.agreement.signed, self.drafted.terms
        if signed is None or terms is None:
            return None
        return months_after(signed.signed_on, terms.months, signed.signed_on.day)

    @property
    def fact(self) -> Contract:
        """What other aggregates would know of it."""
        found: Contract = CONTRACT.fact(self.contract_id, self.agreement)
        return found


def contracts_on(reader: Reader, ids: Collection[str]) -> Iterator[ContractOn]:
    """Yield the contracts of these numbers that are there on the day, in the order given."""
    known = histories(reader, [f"contract-{name}" for name in ids])
    for name in ids:
        lines = in_effect(known[f"contract-{name}"], reader.day)
        events: list[Any] = [line.row.event for line in lines]
        if events and isinstance(events[0], ContractDrafted):
            agreement = reduce(evolve, events, CONTRACT.initial)
            assert agreement.drafted is not None
            yield ContractOn(
                contract_id=name,
                agreement=agreement,
                drafted=agreement.drafted,
                branch=lines[0].row.branch,
            )


def contracts_asked(reader: Reader, question: Question, limit: int) -> Sequence[str]:
    """Return the contracts that a question narrows to, in order."""
    after = question.after or ""
    if asked := question.where("contract_id", "customer_id", "kind"):
        ids = {line.row.contract_id for line in reader.lines(CONTRACTS, asked)}
        return sorted(name for name in ids if name > after)[:limit]
    return reader.keys(CONTRACTS, "contract_id", after=after, limit=limit)
