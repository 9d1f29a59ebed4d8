"""What follows from appointing somebody, releasing them, and from their leaving."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Final

from domain.facts.staff import Post
from domain.facts.unit import Office
from domain.staff.commands import Appoint, Grade, Leave, Release
from domain.staff.events import Appointed, Left, Released, StaffEvent
from domain.staff.keeping import require_order
from domain.staff.rules import (
    GRADE_IS_LICENSED,
    LEFT_ONCE,
    ONE_POST_ONCE,
    POST_IS_HELD,
    POST_IS_NOT_DATED_BACK,
    POST_IS_OF_THE_OFFICE,
    UNIT_OF_POST_IS_OPEN,
)
from domain.staff.state import Person

_DAY: Final = timedelta(days=1)
GRADES: Final = tuple(Grade)  # The lowest first.
# The grade that a post asks for; others ask for a licence of any grade when they are acted on.
GRADE_OF: Final[Mapping[Post, Grade]] = {
    Post.JUNIOR_RELATIONSHIP_MANAGER: Grade.JUNIOR,
    Post.RELATIONSHIP_MANAGER: Grade.MIDDLE,
    Post.SENIOR_RELATIONSHIP_MANAGER: Grade.SENIOR,
    Post.RELATIONSHIP_HEAD: Grade.SENIOR,
    Post.CREDIT_HEAD: Grade.HEAD,
}
# Where a post belongs, of a unit that is of one office; heads of units and committees: anywhere.
OFFICE_OF: Final[Mapping[Post, Office]] = {
    Post.JUNIOR_RELATIONSHIP_MANAGER: Office.FRONT,
    Post.RELATIONSHIP_MANAGER: Office.FRONT,
    Post.SENIOR_RELATIONSHIP_MANAGER: Office.FRONT,
    Post.RELATIONSHIP_HEAD: Office.FRONT,
    Post.PRODUCT_MANAGER: Office.FRONT,
    Post.WEALTH_MANAGER: Office.FRONT,
    Post.LOBBY_MANAGER: Office.FRONT,
    Post.INVESTIGATOR: Office.FRONT,
    Post.REVIEWER: Office.MIDDLE,
    Post.APPROVER: Office.MIDDLE,
    Post.CONTRACT_OFFICER: Office.MIDDLE,
    Post.CREDIT_HEAD: Office.MIDDLE,
    Post.DISBURSEMENT_OFFICER: Office.BACK,
    Post.VAULT_KEEPER: Office.BACK,
}


def appoint(command: Appoint, person: Person) -> Sequence[StaffEvent]:
    """Appoint to a post; () where it is held so already."""
    appointed = Appointed(
        post=command.post,
        unit_id=command.unit_id,
        line=command.line,
        since=command.since,
        until=command.until,
    )
    known = person.post(command.post, command.unit_id, command.today)
    if known and (known.line, known.since, known.until) == (
        command.line,
        command.since,
        command.until,
    ):
        return ()
    require_order(command, person)
    ONE_POST_ONCE.require(known is None, post=command.post, unit_id=command.unit_id)
    last = command.since if command.until is None else command.until
    POST_IS_NOT_DATED_BACK.require(
        command.today <= command.since <= last, since=command.since, until=command.until
    )
    _require_place(command)
    _require_grade(command, person)
    return (appointed,)


def release(command: Release, person: Person) -> Sequence[StaffEvent]:
    """End a post with a day; () where it ends on that day."""
    known = [
        held
        for held in person.posts
        if (held.post, held.unit_id) == (command.post, command.unit_id)
    ]
    if known and known[-1].until == command.until:
        return ()
    require_order(command, person)
    held = person.post(command.post, command.unit_id, command.today)
    POST_IS_HELD.require(
        held is not None and (held.until is None or held.until > command.until),
        post=command.post,
        unit_id=command.unit_id,
    )
    assert held is not None
    POST_IS_NOT_DATED_BACK.require(
        command.today - _DAY <= command.until and held.since - _DAY <= command.until,
        until=command.until,
    )
    released = Released(
        post=command.post, unit_id=command.unit_id, until=command.until, reason=command.reason
    )
    return (released,)


def leave(command: Leave, person: Person) -> Sequence[StaffEvent]:
    """End every post with the last day; () where they leave on that day."""
    if person.left_on == command.left_on:
        return ()
    require_order(command, person)
    LEFT_ONCE.require(
        person.left_on is None and command.today - _DAY <= command.left_on, left_on=command.left_on
    )
    released = [
        Released(post=held.post, unit_id=held.unit_id, until=command.left_on, reason="left")
        for held in person.posts
        if held.until is None or held.until > command.left_on
    ]
    return (*released, Left(left_on=command.left_on))


def _require_place(command: Appoint) -> None:
    unit = command.unit
    UNIT_OF_POST_IS_OPEN.require(
        unit is not None and unit.open_on(command.since), unit_id=command.unit_id
    )
    assert unit is not None
    office = OFFICE_OF.get(command.post)
    POST_IS_OF_THE_OFFICE.require(
        None in (office, unit.office) or office is unit.office,
        post=command.post,
        office=unit.office,
    )


def _require_grade(command: Appoint, person: Person) -> None:
    asked = GRADE_OF.get(command.post)
    if asked is None:
        return
    enough = GRADES[GRADES.index(asked) :]
    GRADE_IS_LICENSED.require(
        any(
            one.grade in enough and one.since <= command.since <= one.until
            for one in person.licences
        ),
        post=command.post,
        grade=asked,
    )
