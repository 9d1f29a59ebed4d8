"""What the sections of an economic file sum up to, and which changes are for the worse.

Source: forms of rural institutions (家庭纯收入 = 各项收入 - 各项支出); the bank's own thresholds.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from fractions import Fraction
from functools import cache
from typing import Any, Final

import attrs
from attrs import frozen

from domain.economic_file.values import Alert, Figures, Sections, Watched
from domain.economic_file.wealth import AssetKind
from domain.facts.policy import PolicyBook
from domain.money import Money

_SHARE: Final = AssetKind.COOPERATIVE_SHARE
_RISES: Final = (Watched.DEBTS, Watched.CONTINGENT_DEBTS)


@frozen
class _Sums:
    """Adds up what sections state, in one currency."""

    sections: Mapping[str, Any]
    currency: str

    def of(self, section: str, fen: Callable[[Any], int]) -> Money | None:
        """Return a sum over a section; None where the section is not on file."""
        stated = self.sections.get(section)
        return None if stated is None else Money(sum(map(fen, stated)), self.currency)


def figures(sections: Mapping[str, Any], currency: str) -> Figures:
    """Return the figures of the sections on file, by their names; amounts in one currency."""
    sums, (size, labour) = _Sums(sections, currency), _people(sections)
    net = sums.of("business_lines", lambda one: one.takings.fen - one.outlay.fen)
    spending = sums.of("spending", lambda one: one.amount.fen)
    due = sums.of("debts", lambda one: 0 if one.contingent else one.yearly.fen)
    return Figures(
        household_size=size,
        labour=labour,
        assets=sums.of("assets", lambda one: one.value.fen),
        debts=sums.of("debts", lambda one: 0 if one.contingent else one.balance.fen),
        contingent_debts=sums.of("debts", lambda one: one.balance.fen * one.contingent),
        shares=sums.of("assets", lambda one: one.value.fen * (one.kind is _SHARE)),
        net_income=net,
        expected_income=sums.of(
            "business_lines", lambda one: one.expected_takings.fen - one.expected_outlay.fen
        ),
        spending=spending,
        falls_due=due,
        disposable=_disposable(net, spending, due, private="registration" not in sections),
    )


def _disposable(
    net: Money | None, spending: Money | None, due: Money | None, *, private: bool
) -> Money | None:
    """Return what is left of a year's income; a firm has no spending beside its costs."""
    if net is None or due is None or (private and spending is None):
        return None
    return net - due if spending is None else net - spending - due


def _people(sections: Mapping[str, Any]) -> tuple[int | None, int | None]:
    """Return who lives on it and who of them can work; of a firm, whom it employs."""
    if (members := sections.get("members")) is not None:
        return len(members), sum(member.can_work for member in members)
    if (firm := sections.get("registration")) is not None:
        return firm.employees, firm.employees
    return None, None


def alerts(was: Figures | None, now: Figures, book: PolicyBook, day: date) -> tuple[Alert, ...]:
    """Return which watched figures are worse than they were, by a threshold or more."""
    return tuple(_alerts(was, now, book, day)) if was else ()


def _alerts(was: Figures, now: Figures, book: PolicyBook, day: date) -> Iterator[Alert]:
    for figure in Watched:
        before, after = getattr(was, figure), getattr(now, figure)
        if before is None or after is None:
            continue
        rises = figure in _RISES
        setting = book.on(f"bank.monitoring.{figure}_{'rise' if rises else 'fall'}_from", day)
        worse = after.fen - before.fen if rises else before.fen - after.fen
        if worse > 0 and worse >= Fraction(setting.setting) * abs(before.fen):
            yield Alert(figure=figure, formerly=before, became=after, setting=setting)


def amounts_in(sections: Sections) -> Iterator[Money]:
    """Yield every amount that sections state."""
    for name in _named(Sections):
        said = getattr(sections, name)
        for one in said if isinstance(said, tuple) else (said,):
            if one is not None:
                kind: Any = type(one)
                stated = (getattr(one, amount) for amount in _named(kind, Money))
                yield from (amount for amount in stated if amount is not None)


@cache
def _named(kind: Any, of: Any = None) -> tuple[str, ...]:
    """Return the names of a class's fields, or of those that may hold what is asked for."""
    return tuple(f.name for f in attrs.fields(kind) if of is None or f.type in (of, of | None))
