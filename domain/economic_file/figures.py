"""What the sections of an economic file sum up to, and which changes are for the worse.

Source: forms of rural institutions (家庭纯收入 = 各项收入 - 各项支出); the bank's own thresholds.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from fractions import Fraction
from typing import Any, Final

import attrs

from domain.economic_file.values import Alert, Figures, Sections, Watched
from domain.economic_file.wealth import AssetKind
from domain.facts.policy import PolicyBook
from domain.money import Money

_RISES: Final = (Watched.DEBTS, Watched.CONTINGENT_DEBTS)


def figures(sections: Mapping[str, Any], currency: str) -> Figures:
    """Return the figures of the sections on file, by their names; amounts in one currency."""

    def total(amounts: Iterable[Money]) -> Money:
        return sum(amounts, Money.zero(currency))

    size, labour = _people(sections)
    assets, debts = sections.get("assets"), sections.get("debts")
    lines, spent = sections.get("business_lines"), sections.get("spending")
    own = None if debts is None else [debt for debt in debts if not debt.contingent]
    others = None if debts is None else [debt for debt in debts if debt.contingent]
    shares = [a for a in assets or () if a.kind is AssetKind.COOPERATIVE_SHARE]
    net = None if lines is None else total(one.takings - one.outlay for one in lines)
    ahead = lines and total(one.expected_takings - one.expected_outlay for one in lines)
    spending = None if spent is None else total(one.amount for one in spent)
    due = None if own is None else total(debt.yearly for debt in own)
    return Figures(
        household_size=size,
        labour=labour,
        assets=None if assets is None else total(one.value for one in assets),
        debts=None if own is None else total(debt.balance for debt in own),
        contingent_debts=None if others is None else total(debt.balance for debt in others),
        shares=None if assets is None else total(one.value for one in shares),
        net_income=net,
        expected_income=net if lines == () else ahead,
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
    for field in attrs.fields(Sections):
        said = getattr(sections, field.name)
        for one in said if isinstance(said, tuple) else (said,):
            if one is not None:
                yield from _amounts(one)


def _amounts(stated: Any) -> Iterator[Money]:
    for field in attrs.fields(type(stated)):
        if isinstance(value := getattr(stated, field.name), Money):
            yield value
