"""A mandate of a branch head, one delegated from it, and what is decided about them."""

from datetime import date
from typing import Any

from domain.facts.mandate import Scope
from domain.facts.staff import Post
from domain.mandate import MANDATE
from domain.mandate.commands import (
    CorrectMandate,
    DelegateMandate,
    GrantMandate,
    RestoreMandate,
    RevokeMandate,
    SuspendMandate,
)
from domain.mandate.events import (
    DatesCorrected,
    MandateDelegated,
    MandateGranted,
    MandateRestored,
    MandateRevoked,
    MandateSuspended,
)
from domain.money import Money
from tests.department import DAY, DIGEST, PRESIDENT, TODAY, staff, unit

UNTIL = date(2026, 12, 31)
SCOPE = Scope(amount_max=Money(50_000_000), products=("P1", "P2"))
BY_SUN: dict[str, Any] = {"actor": "sun", "today": TODAY, "staff": PRESIDENT}
GRANT = GrantMandate(
    mandate_id="M1",
    post=Post.BRANCH_HEAD,
    unit_id="B1",
    scope=SCOPE,
    since=TODAY,
    until=UNTIL,
    delegable=True,
    authority="Board 2026-2",
    document=DIGEST,
    unit=unit("B1"),
    **BY_SUN,
)
GRANTED = MandateGranted(
    post=Post.BRANCH_HEAD,
    unit_id="B1",
    scope=SCOPE,
    since=TODAY,
    until=UNTIL,
    delegable=True,
    authority="Board 2026-2",
    document=DIGEST,
)
PARENT = MANDATE.fact("M1", MANDATE.fold([GRANTED]))
BAI = staff("bai", Post.BRANCH_HEAD, at="B1")
SMALLER = Scope(amount_max=Money(10_000_000), products=("P1",))
DELEGATE = DelegateMandate(
    mandate_id="M2",
    parent_id="M1",
    staff_id="zhao",
    scope=SMALLER,
    since=TODAY,
    until=UNTIL,
    document=DIGEST,
    actor="bai",
    today=TODAY,
    staff=BAI,
    delegate=staff("zhao", Post.APPROVER),
    parent_mandate=PARENT,
)
DELEGATED = MandateDelegated(
    parent_id="M1",
    staff_id="zhao",
    scope=SMALLER,
    since=TODAY,
    until=UNTIL,
    delegable=False,
    delegated_by="bai",
    document=DIGEST,
)
RULING: dict[str, Any] = {"reason": "inspection", "authority": "Board 2026-4", "document": DIGEST}
SUSPEND = SuspendMandate(mandate_id="M1", **RULING, **BY_SUN)
SUSPENDED = MandateSuspended(since=TODAY, with_parent=False, **RULING)
RESTORE = RestoreMandate(mandate_id="M1", **RULING, **BY_SUN)
RESTORED = MandateRestored(since=TODAY + DAY, with_parent=False, **RULING)
REVOKE = RevokeMandate(mandate_id="M1", **RULING, **BY_SUN)
REVOKED = MandateRevoked(since=TODAY, **RULING)
TRUE: dict[str, Any] = {"since": date(2026, 1, 1), "until": date(2026, 2, 28)}
CORRECT = CorrectMandate(
    mandate_id="M1", mandate=None, parent_mandate=None, **TRUE, **RULING, **BY_SUN
)
CORRECTED = DatesCorrected(was_since=TODAY, was_until=UNTIL, with_parent=False, **TRUE, **RULING)


def in_force(*events) -> Any:
    return MANDATE.fact("M1", MANDATE.fold(events)).in_force


def days(*events) -> list[bool]:
    """Return whether it is in force yesterday, today, tomorrow, and once it has ended."""
    force = in_force(*events)
    return [bool(force.on(day)) for day in (TODAY - DAY, TODAY, TODAY + DAY, UNTIL + DAY)]
