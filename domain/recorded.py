"""An event with its place in history: what views are fed and audit trails show."""

from datetime import date, datetime
from typing import Any

from attrs import frozen


@frozen(kw_only=True)
class Context:
    """Who sent a command, when, and on whose authority; stamped by the core."""

    command_id: str  # The idempotency key.
    actor: str
    at: datetime  # UTC.
    today: date  # The day of `at` in the institution's time zone; not recorded.
    cause: str | None = None  # The command or message that led to this one.
    branch: str | None = None
    approval: tuple[str, ...] = ()  # Who approved.
    policy: tuple[str, ...] = ()  # The policies that decided.


@frozen(kw_only=True)
class Fact:
    """One recorded event.

    For views the personal fields of the event are references of the form
    "sealed:<stream>@<version>#<path>", so that no view ever holds a personal value.
    """

    index: int  # Position in the log, from 0, without gaps.
    recorded_at: datetime  # Never decreases along the log.  UTC.
    stream: str
    version: int  # Position in the stream, from 1, without gaps.
    name: str  # "loan.repayment_recorded".
    event: Any
    context: Context
    on: date  # The day the event counts from; the day of recording where it names none.

    @property
    def category(self) -> str:
        """The first part of the stream name: "loan" in "loan-L1"."""
        return self.stream.partition("-")[0]

    @property
    def id(self) -> str:
        """The rest of the stream name: "L1" in "loan-L1"."""
        return self.stream.partition("-")[2]
