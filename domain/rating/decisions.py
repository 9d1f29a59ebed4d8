"""What follows from rating a customer, or overriding a grade."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final, assert_never

import attrs

from domain.calendar import months_after
from domain.facts.duty import require_apart, require_duty
from domain.facts.policy import SHIPPED
from domain.facts.scorecard import Card
from domain.facts.scoring import ScoreInputs, holding, score
from domain.facts.seen import Seen
from domain.facts.staff import Post
from domain.party import Standing
from domain.rating.commands import OverrideGrade, RateCustomer, RatingCommand
from domain.rating.events import CustomerRated, GradeOverridden, RatingEvent
from domain.rating.inputs import inputs_of
from domain.rating.rules import (
    ALL_IS_JUDGED,
    CARD_IS_FOR_THE_KIND,
    CARD_IS_IN_FORCE,
    FIGURES_ARE_RECENT,
    JUDGED_WITHIN_POINTS,
    OVERRIDE_IS_LIMITED,
    OVERRIDE_NAMES_A_GRADE,
    RATES_A_CUSTOMER,
    RATING_IS_IN_FORCE,
    SOMETHING_IS_ON_RECORD,
)
from domain.rating.state import Rated

RATES: Final = (
    Post.JUNIOR_RELATIONSHIP_MANAGER,
    Post.RELATIONSHIP_MANAGER,
    Post.SENIOR_RELATIONSHIP_MANAGER,
    Post.INVESTIGATOR,
)
OVERRIDES: Final = (
    Post.CREDIT_HEAD,
    Post.SUB_BRANCH_HEAD,
    Post.BRANCH_HEAD,
    Post.PRESIDENT,
)
MONTHS: Final = "bank.rating.valid.months"
RECENT: Final = "bank.rating.figures.months_max"
NOTCHES: Final = "bank.rating.override.notches_max"


def decide(command: RatingCommand, rated: Rated) -> Sequence[RatingEvent]:
    """Return what follows from a command."""
    match command:
        case RateCustomer():
            return rate(command, rated)
        case OverrideGrade():
            return override(command, rated)
    assert_never(command)


def rate(command: RateCustomer, rated: Rated) -> Sequence[RatingEvent]:
    """Rate the customer; () where the same inputs gave the same today."""
    require_duty(command.staff, command.today, RATES, command.customer_id)
    card = _require_card(command)
    inputs = _require_inputs(command, card)
    seen = command.seen or Seen((), "")
    seen.require_as_read(command.read)
    book = command.book or SHIPPED
    months, recent = book.on(MONTHS, command.today), book.on(RECENT, command.today)
    _require_recent(command, int(recent.setting))
    made, last = score(card, inputs), rated.last
    event = CustomerRated(
        scorecard_id=command.scorecard_id,
        version=card.version,
        inputs=inputs,
        scored=made.scored,
        points=made.points,
        grade=made.grade,
        grades=card.grades,
        rated_by=command.actor,
        rated_on=command.today,
        valid_until=_last_day(command.today, int(months.setting)),
        seen=seen,
        settings=(months, recent),
    )
    return () if last == event else (event,)


def override(command: OverrideGrade, rated: Rated) -> Sequence[RatingEvent]:
    """Move the grade in force; () where it was moved so already."""
    require_duty(command.staff, command.today, OVERRIDES, command.customer_id)
    last = rated.last
    RATING_IS_IN_FORCE.require(
        last is not None and command.today <= last.valid_until,
        valid_until=last.valid_until if last else None,
    )
    assert last is not None
    require_apart(command.actor, (last.rated_by,), "rating")
    notches = (command.book or SHIPPED).on(NOTCHES, command.today)
    _require_near(command, last, int(notches.setting))
    event = GradeOverridden(
        grade=command.grade,
        was=last.grade,
        reason=command.reason,
        digest=command.digest,
        decided_by=command.actor,
        settings=(notches,),
        seen=command.seen,
    )
    return () if _is_overridden(rated, event) else (event,)


def _is_overridden(rated: Rated, event: GradeOverridden) -> bool:
    """Say whether the grade was moved so already, however far the file had come."""
    known = rated.overridden
    return known is not None and attrs.evolve(known, seen=event.seen) == event


def _require_card(command: RateCustomer) -> Card:
    party = command.party
    RATES_A_CUSTOMER.require(
        party is not None and party.standing is Standing.ACTIVE, customer_id=command.customer_id
    )
    assert party is not None
    known = holding(command.scorecard_id, command.card, command.today)
    card = known.versions.on(command.today) if known else None
    CARD_IS_IN_FORCE.require(card is not None, scorecard_id=command.scorecard_id)
    assert card is not None
    assert known is not None
    CARD_IS_FOR_THE_KIND.require(
        party.kind in known.customer_kinds, scorecard_id=command.scorecard_id, kind=party.kind
    )
    return card


def _require_inputs(command: RateCustomer, card: Card) -> ScoreInputs:
    on_record = command.economy is not None or command.statements is not None
    SOMETHING_IS_ON_RECORD.require(on_record, customer_id=command.customer_id)
    asked = {one.name: one for one in card.characteristics if one.looks_at is None}
    given = [one.characteristic for one in command.judged]
    ALL_IS_JUDGED.require(
        sorted(given) == sorted(asked), asked=", ".join(asked), judged=", ".join(given)
    )
    for one in command.judged:
        most = asked[one.characteristic].points_max
        JUDGED_WITHIN_POINTS.require(
            one.points <= most and bool(one.reason.strip()),
            characteristic=one.characteristic,
            points_max=most,
        )
    return inputs_of(command.economy, command.statements, command.inquiries, command.judged)


def _require_recent(command: RateCustomer, months: int) -> None:
    newest = command.statements.newest if command.statements else None
    found = (
        command.economy.refreshed_on if command.economy else None,
        newest.as_of if newest else None,
    )
    day = max((one for one in found if one is not None), default=None)
    FIGURES_ARE_RECENT.require(
        day is not None and command.today <= months_after(day, months, day.day),
        newest=day,
        months_max=months,
    )


def _require_near(command: OverrideGrade, last: CustomerRated, most: int) -> None:
    places = {one.grade: place for place, one in enumerate(last.grades)}
    OVERRIDE_NAMES_A_GRADE.require(
        command.grade in places and command.grade != last.grade,
        grade=command.grade,
        grades=", ".join(places),
    )
    moved = abs(places[command.grade] - places[last.grade])
    OVERRIDE_IS_LIMITED.require(moved <= most, grade=last.grade, notches=moved, most=most)


def _last_day(today: date, months: int) -> date:
    return months_after(today, months, today.day) - timedelta(days=1)
