"""Decisions: what a limit is granted on."""

from collections.abc import Sequence
from typing import Final

import attrs

from domain.calendar.months import months_after
from domain.facility.authority import require_authority
from domain.facility.basis import (
    basis_of_group,
    basis_of_maximum,
    basis_of_related_parties,
)
from domain.facility.chain import require_parent
from domain.facility.commands import (
    Grant,
    GrantGroupLimit,
    GrantMaximum,
    GrantRelatedPartiesLimit,
    GrantSubLimit,
)
from domain.facility.events import FacilityGranted
from domain.facility.keeping import REVIEW_GRACE, REVIEW_MONTHS, next_review
from domain.facility.rules import (
    LIMIT_IS_NOT_TOO_LONG,
    LIMIT_IS_POSITIVE,
    OWNER_STAYS_WHILE_TAKEN,
    SAME_CURRENCY,
    STANDING_LIMIT_STARTS_ANEW_TODAY,
)
from domain.facility.state import Granted, State
from domain.facts.facility import FacilityKind
from domain.facts.policy import SHIPPED

# What makes one grant the same as another: all but what it was based on.
_TERMS: Final = (
    "kind",
    "customer_id",
    "group_id",
    "parent_id",
    "special_use",
    "products",
    "limit",
    "revolving",
    "since",
    "until",
    "mandate_id",
    "cash_cover",
)


def grant(command: Grant, state: State) -> Sequence[FacilityGranted]:
    """Grant a limit, or grant it anew; () where it stands as it is asked for."""
    asked = _asked(command)
    if state is not None and _stands(state, asked):
        return ()
    _require_days(command)
    _require_authority(command, asked)
    if state is not None:
        STANDING_LIMIT_STARTS_ANEW_TODAY.require(
            command.since == command.today or state.granted.until < command.today,
            since=command.since,
        )
        _require_unmoved(asked, state)
    require_parent(command, asked)
    match command:
        case GrantMaximum():
            return (basis_of_maximum(command, asked),)
        case GrantGroupLimit():
            return (basis_of_group(command, asked),)
        case GrantRelatedPartiesLimit():
            return (basis_of_related_parties(command, asked),)
        case GrantSubLimit():
            return (asked,)


def _asked(command: Grant) -> FacilityGranted:
    """Return what is asked for, without what it is based on."""
    book, today = command.book or SHIPPED, command.today
    review_due, late = next_review(book, today)
    plain = FacilityGranted(
        kind=FacilityKind.MAXIMUM,
        customer_id=None,
        group_id=None,
        parent_id=getattr(command, "parent_id", None),
        special_use=None,
        products=(),
        limit=command.limit,
        revolving=True,
        since=command.since,
        until=command.until,
        review_due=review_due,
        nothing_new_from=late,
        decided_by=command.actor,
        mandate_id=command.mandate_id,
        ceiling=None,
        caps=(),
        cash_cover=getattr(command, "cash_cover", None),
        related=None,
        settings=(book.on(REVIEW_MONTHS, today), book.on(REVIEW_GRACE, today)),
        waivers=(),
        findings=(),
        seen=command.seen,
        decided_on=command.today,
        minutes=command.minutes,
    )
    return _of_kind(command, plain)


def _of_kind(command: Grant, plain: FacilityGranted) -> FacilityGranted:
    """Return what is asked for, with what is asked of its kind alone."""
    match command:
        case GrantMaximum():
            return attrs.evolve(plain, customer_id=command.facility_id, revolving=command.revolving)
        case GrantGroupLimit():
            return attrs.evolve(plain, kind=FacilityKind.GROUP, group_id=command.facility_id)
        case GrantRelatedPartiesLimit():
            return attrs.evolve(plain, kind=FacilityKind.RELATED_PARTIES)
        case GrantSubLimit():
            special = command.special_use is not None
            return attrs.evolve(
                plain,
                kind=FacilityKind.SPECIAL if special else FacilityKind.GENERAL,
                customer_id=command.limit_above.customer_id if command.limit_above else None,
                special_use=command.special_use,
                products=command.products,
                revolving=command.revolving,
            )


def _stands(state: Granted, asked: FacilityGranted) -> bool:
    """Say whether the limit stands as it is asked for."""
    before = state.granted
    same = all(getattr(before, name) == getattr(asked, name) for name in _TERMS)
    return same and state.limit == asked.limit


def _require_days(command: Grant) -> None:
    since, until, book = command.since, command.until, command.book or SHIPPED
    LIMIT_IS_POSITIVE.require(
        command.limit.fen > 0 and since <= until, limit=command.limit, since=since, until=until
    )
    months = book.count("bank.facility.months_max", command.today)
    last = months_after(since, months, since.day)
    LIMIT_IS_NOT_TOO_LONG.require(
        command.today <= since and until <= last, today=command.today, since=since, last=last
    )


def _require_authority(command: Grant, asked: FacilityGranted) -> None:
    rating = command.rating if isinstance(command, GrantMaximum | GrantSubLimit) else None
    grade = rating.grade if rating else None
    require_authority(command, asked.customer_id, grade, asked.products)


def _require_unmoved(asked: FacilityGranted, state: Granted) -> None:
    before = state.granted
    stays = (before.kind, before.customer_id) == (asked.kind, asked.customer_id)
    OWNER_STAYS_WHILE_TAKEN.require(
        stays or state.untouched, customer_id=before.customer_id, reserved=state.reserved
    )
    SAME_CURRENCY.require(
        before.limit.currency == asked.limit.currency,
        currency=asked.limit.currency,
        expected=before.limit.currency,
    )
