"""Why a figure is another now: what each fact that became known since did to it.

The facts known since are added one after another, in the order in which they became known, and
those taken back are taken away; each does to the figures of a day what it does to them then.
The effects add up to the difference, to the fen.

Source: 会计基础工作规范 第62条 (errors are corrected by an entry that shows what it corrects).
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum

from attrs import frozen

from domain.loan.contract import Contract
from domain.loan.facts import Fact, number_of
from domain.loan.figures import Figures, figures_on
from domain.loan.movements import up_to
from domain.loan.settle import settle
from domain.money import Money

Amount = Money | int


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
        return _less(self.after, self.before)


def explain_difference(
    contract: Contract, before: Sequence[Fact], after: Sequence[Fact], day: date
) -> Difference:
    """Return why the figures of a day are others by the facts known after than by those before.

    Both are in order of knowing.  For each figure, the effects add up to the difference.
    """
    known = list(before)
    first = stood = _figures(contract, known, day)
    effects = []
    for change, fact, now_known in _steps(before, after):
        known = now_known
        figures = _figures(contract, known, day)
        effects.append(Effect(change=change, fact=fact, figures=_less(figures, stood)))
        stood = figures
    return Difference(before=first, after=stood, effects=tuple(effects))


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


def _less(figures: Figures, others: Figures) -> Mapping[str, Amount]:
    """Return by how much figures are more than others, where they are not the same."""
    pairs = zip(figures.items(), others.items(), strict=True)
    return {name: _minus(now, was) for (name, now), (_, was) in pairs if now != was}


def _minus(now: Amount, was: Amount) -> Amount:
    if isinstance(now, Money):
        assert isinstance(was, Money)
        return now - was
    assert isinstance(was, int)
    return now - was
