"""What a change of the facts about a loan leads to, to be stored with the event that makes it."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final

import attrs
from attrs import frozen

from domain.loan.events import LoanEvent, LoanReopened, LoanSettled
from domain.loan.facts import (
    ArrearsRespread,
    Fact,
    InterestCapitalised,
    Received,
    Refunded,
    Waived,
    WrittenOff,
)
from domain.loan.known import Key, Known, fields_of, key_of
from domain.loan.movements import in_order, up_to
from domain.loan.rules import REFUND_STAYS_COVERED
from domain.loan.settle import Account, settle
from domain.loan.state import Loan, contract_of
from domain.loan.values import Instalment, Respreading, Restated, Split
from domain.money import Money

# Facts that move what the account says; what others move is the amount that they state.
_MOVING: Final = (Received, Waived, ArrearsRespread, InterestCapitalised, WrittenOff)


@frozen
class Outcome:
    """The account after a change, and how it differs from what is recorded."""

    after: Account | None  # None: no payment stands any more.
    moved: Split  # By the fact that changed, as it stands after the change.
    restated: tuple[Restated, ...]  # Other facts that move something else, by value date.
    plan: tuple[Instalment, ...]  # The whole plan; () where it is the one in force.
    turns: tuple[LoanSettled | LoanReopened, ...]  # Reopened before settled on another day.


def known_by(loan: Loan, day: date) -> Account:
    """Return the account after all known facts that count on or before a day."""
    return settle(contract_of(loan), up_to(loan.facts, day))


def with_fact(loan: Loan, fact: Fact, *, start: tuple[Instalment, ...] = ()) -> Loan:
    """Return a loan of which one more fact is known; what it moves is still to be calculated."""
    known = Known(fact=fact, moved=Split.nothing(loan.currency), start=start)
    return attrs.evolve(loan, known=loan.known.plus({key_of(fact): known}))


def without_fact(loan: Loan, key: Key) -> Loan:
    """Return a loan of which one fact is known not to be so."""
    gone = attrs.evolve(loan.known[key], undone=True)
    return attrs.evolve(loan, known=loan.known.plus({key: gone}))


def outcome(before: Loan, proposed: Loan, key: Key | None = None) -> Outcome:
    """Return what follows when the facts of a loan are those proposed.

    key is the fact that is entered or taken back; None where several are.

    Refuses what would take back an excess that was already refunded.
    """
    nothing = Split.nothing(before.currency)
    if not proposed.paid_out:
        return Outcome(None, nothing, (), (), _turns(before.settled_on, None))
    contract = contract_of(proposed)
    after = settle(contract, proposed.facts)
    _require_refunds_covered(proposed, after)
    moved = dict(_moved(proposed, after))
    return Outcome(
        after=after,
        moved=moved.get(key, nothing) if key else nothing,
        restated=_restated(before, moved, key),
        plan=() if contract.as_stated or after.plan == before.plan else after.plan,
        turns=_turns(before.settled_on, after.settled_on),
    )


def entered(
    loan: Loan, fact: Fact, kind: type[Any], *, start: tuple[Instalment, ...] = (), **more: Any
) -> Sequence[LoanEvent]:
    """Return the event of a kind by which a fact becomes known, with all that it leads to.

    more are the fields of the event beside those of the fact and of the outcome.
    """
    found = outcome(loan, with_fact(loan, fact, start=start), key_of(fact))
    names = attrs.fields_dict(kind)
    stored: dict[str, Any] = {n: found.moved for n in ("paid", "moved") if n in names}
    if start and start != found.plan:
        stored["start"] = start
    event = kind(**fields_of(fact), restated=found.restated, plan=found.plan, **stored, **more)
    return (event, *found.turns)


def _moved(loan: Loan, after: Account) -> Iterator[tuple[Key, Split]]:
    """Yield what each fact that stands moved; after a write-off, principal is off the books."""
    written_off = False
    for fact in in_order(loan.facts):
        if isinstance(fact, _MOVING):
            split = _on_books(fact, after.effects[fact])
            yield key_of(fact), _off_books(fact, split) if written_off else split
        written_off = written_off or isinstance(fact, WrittenOff)


def _on_books(fact: Fact, split: Split) -> Split:
    """Return what a fact moves on the books: of arrears, only interest that is capitalised."""
    if not isinstance(fact, ArrearsRespread):
        return split
    nothing = Split.nothing(split.principal.currency)
    joins = fact.how is Respreading.CAPITALISED
    return attrs.evolve(nothing, interest=split.interest) if joins else nothing


def _off_books(fact: Fact, split: Split) -> Split:
    zero = Money.zero(split.principal.currency)
    if isinstance(fact, InterestCapitalised | ArrearsRespread):
        joined = split.interest if split.interest.fen else None
        return attrs.evolve(split, interest=zero, off_books=joined)
    off_books = split.principal if split.principal.fen else None
    return attrs.evolve(split, principal=zero, off_books=off_books)


def _require_refunds_covered(loan: Loan, after: Account) -> None:
    received = sum(split.excess.fen for split in after.splits.values())
    refunded = sum(fact.amount.fen for fact in loan.standing(Refunded))
    REFUND_STAYS_COVERED.require(
        refunded <= received,
        refunded=Money(refunded, loan.currency),
        excess=Money(received, loan.currency),
    )


def _restated(loan: Loan, moved: Mapping[Key, Split], changed: Key | None) -> tuple[Restated, ...]:
    """Return the recorded facts that stand and that move something else now."""
    known = ((key, loan.known.get(key), split) for key, split in moved.items() if key != changed)
    return tuple(
        Restated(
            kind=key[0],
            receipt_no=key[1],
            value_date=recorded.value_date,
            before=recorded.moved,
            after=split,
        )
        for key, recorded, split in known
        if recorded and recorded.moved != split
    )


def _turns(before: date | None, after: date | None) -> tuple[LoanSettled | LoanReopened, ...]:
    if before == after:
        return ()
    reopened = (LoanReopened(on=before),) if before else ()
    return (*reopened, LoanSettled(on=after)) if after else reopened
