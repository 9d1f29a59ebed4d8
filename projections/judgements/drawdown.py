"""Requests for money with what was waived, checks before it is paid, and payments, asked again."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

import attrs

from domain.drawdown.commands import CheckDrawdown, OfDrawdown, ReleaseDrawdown, RequestDrawdown
from domain.drawdown.events import DrawdownChecked, DrawdownReleased, DrawdownRequested
from projections.history import Recorded
from projections.judgements import Ask, Asked, asked_again
from projections.view import Line

_REQUESTED: Final = ("contract_id", "loan_id", "amount", "payment", "payees", "evidence")


def _asked(
    line: Line[Recorded], kind: type[OfDrawdown], by: tuple[str, date], **said: Any
) -> Asked:
    actor, today = by
    drawdown_id = line.row.stream.partition("-")[2]
    return asked_again(
        line, kind, ("seen",), drawdown_id=drawdown_id, actor=actor, today=today, **said
    )


def requested(line: Line[Recorded]) -> Asked:
    """Return the request."""
    event: Any = line.row.event
    said = {name: getattr(event, name) for name in (*_REQUESTED, "months", "waivers", "bill")}
    return _asked(line, RequestDrawdown, (event.requested_by, line.on), **said)


def checked(line: Line[Recorded]) -> Asked:
    """Return the check."""
    event: Any = line.row.event
    return _asked(line, CheckDrawdown, (event.checked_by, event.checked_on))


def released(line: Line[Recorded]) -> Asked:
    """Return the payment."""
    event: Any = line.row.event
    said = {"value_date": event.value_date, "reference": event.reference}
    asked = _asked(line, ReleaseDrawdown, (event.released_by, event.recorded_on), **said)
    return attrs.evolve(asked, kept=("complete_by", "calendar"))


ASKED: Final[Mapping[type, Ask]] = {
    DrawdownRequested: requested,
    DrawdownChecked: checked,
    DrawdownReleased: released,
}
