"""Why a figure is another now: what each thing that became known since did to it.

What became known is added one after another, in the order of knowing, and what was taken back is
taken away; each does to the figures of a day what it does to them then (one_by_one).  So the
effects add up to the difference, to the fen.  The steps of explain_difference are the facts of one
loan; those of the difference statement among the views are the acts in the journal.

Source: 会计基础工作规范 第62条 (errors are corrected by an entry that shows what it corrects).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import TypeVar

from attrs import frozen

from domain.loan.contract import Contract
from domain.loan.facts import Fact, number_of
from domain.loan.figures import Figures, figures_on
from domain.loan.movements import up_to
from domain.loan.settle import settle
from domain.money import Money

Amount = Money | int
Stand = Mapping[str, Amount]  # Figures by name.
Move = tuple[Amount, Amount]  # What a figure was, and what it became.
Step = TypeVar("Step")


def one_by_one(
    first: Stand, steps: Iterable[tuple[Step, Stand]]
) -> Iterator[tuple[Step, Mapping[str, Move]]]:
    """Yield what each step moved, on top of those before it.

    steps come with the figures as they stand after them, in order of knowing.
    """
    stood = first
    for step, stands in steps:
        yield step, moves(stood, stands)
        stood = stands


def moves(was: Stand, now: Stand) -> Mapping[str, Move]:
    """Return the figures that are another now; one that was not there was nought."""
    pairs = ((name, was.get(name, _nought(stands)), stands) for name, stands in now.items())
    return {name: (stood, stands) for name, stood, stands in pairs if stood != stands}


def effect(move: Move) -> Amount:
    """Return by how much a figure became more; less than nought where it became less."""
    was, now = move
    if isinstance(now, Money):
        assert isinstance(was, Money)
        return now - was
    assert isinstance(was, int)
    return now - was


def _nought(amount: Amount) -> Amount:
    return Money.zero(amount.currency) if isinstance(amount, Money) else 0


class Change(StrEnum):
    """What became of a fact."""

    ADDED = "added"
    CORRECTED = "corrected"  # Known before under the same number, and otherwise.
    REVERSED = "reversed"


@frozen(kw_only=True)
class Effect:
    """What one fact changed about the figures of a day."""

    change: Change
    fact: Fact  # As it is known now; a reversed one as it was known.
    figures: Mapping[str, Amount]  # By name: only those that it changed; may be negative.


@frozen(kw_only=True)
class Difference:
    """The figures of a day as they were known and as they are known, and all between."""

    before: Figures
    after: Figures
    effects: tuple[Effect, ...]  # In order of knowing, also of facts that changed no figure.

    @property
    def figures(self) -> Mapping[str, Amount]:
        """The difference, by name of the figures that are another."""
        return _effects(moves(dict(self.before.items()), dict(self.after.items())))


def explain_difference(
    contract: Contract, before: Sequence[Fact], after: Sequence[Fact], day: date
) -> Difference:
    """Return why the figures of a day are others by the facts known after than by those before.

    Both are in order of knowing.  For each figure, the effects add up to the difference.
    """
    first = _figures(contract, before, day)
    steps = [
        ((change, fact), _figures(contract, known, day))
        for change, fact, known in _steps(before, after)
    ]
    stands = ((step, dict(figures.items())) for step, figures in steps)
    effects = (
        Effect(change=change, fact=fact, figures=_effects(moved))
        for (change, fact), moved in one_by_one(dict(first.items()), stands)
    )
    last = steps[-1][1] if steps else first
    return Difference(before=first, after=last, effects=tuple(effects))


def _steps(
    before: Sequence[Fact], after: Sequence[Fact]
) -> Iterator[tuple[Change, Fact, list[Fact]]]:
    """Yield each change between two states of knowing, with all that is known after it."""
    known = {_key(fact): fact for fact in before}
    staying = {_key(fact) for fact in after}
    for key in [key for key in known if key not in staying]:
        gone = known.pop(key)
        yield Change.REVERSED, gone, list(known.values())
    for fact in after:
        was = known.get(_key(fact))
        if was != fact:
            known[_key(fact)] = fact
            yield Change.CORRECTED if was else Change.ADDED, fact, list(known.values())


def _key(fact: Fact) -> tuple[type, str]:
    return type(fact), number_of(fact)


def _figures(contract: Contract, known: Sequence[Fact], day: date) -> Figures:
    account = settle(contract, up_to(known, day))
    return figures_on(account, account.on(day))


def _effects(moved: Mapping[str, Move]) -> Mapping[str, Amount]:
    return {name: effect(move) for name, move in moved.items()}
