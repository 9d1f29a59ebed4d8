"""Facts that last: a pause of interest, a misuse; begun by one command and ended by another."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import attrs

from domain.loan.events import LoanEvent
from domain.loan.facts import InterestPaused, Misused
from domain.loan.known import Key
from domain.loan.outcome import outcome, with_fact
from domain.loan.pricing.rules import SPELL_ENDS_AFTER_IT_BEGAN, SPELL_IS_KNOWN
from domain.loan.state import Loan


def require_ends_after(since: date, until: date | None) -> None:
    """Raise Refused where something ends before it lasted a day."""
    SPELL_ENDS_AFTER_IT_BEGAN.require(until is None or since < until, since=since, until=until)


def end_spell(loan: Loan, key: Key, until: date, kind: type[Any]) -> Sequence[LoanEvent]:
    """Return the event of a kind by which something lasts until a day; () where it does."""
    recorded = loan.known.get(key)
    SPELL_IS_KNOWN.require(
        recorded is not None and not recorded.undone, kind=key[0], reference=key[1]
    )
    assert recorded is not None and isinstance(recorded.fact, InterestPaused | Misused)
    if recorded.fact.until == until:
        return ()
    require_ends_after(recorded.value_date, until)
    found = outcome(loan, with_fact(loan, attrs.evolve(recorded.fact, until=until)), key)
    ended = kind(reference=key[1], until=until, restated=found.restated, plan=found.plan)
    return (ended, *found.turns)
