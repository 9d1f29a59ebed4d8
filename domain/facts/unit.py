"""What is known of a unit of the institution: a branch, a department or a committee."""

from datetime import date
from enum import StrEnum

from attrs import frozen

from domain.dated import Dated
from domain.ids import StaffId, UnitId


class UnitKind(StrEnum):
    """What a unit is."""

    HEAD_OFFICE = "head_office"
    BRANCH = "branch"
    SUB_BRANCH = "sub_branch"
    DEPARTMENT = "department"
    COMMITTEE = "committee"


@frozen(kw_only=True)
class Seats:
    """Who sits on a committee, and what makes its decisions hold."""

    members: tuple[StaffId, ...]
    quorum: int  # Members who must have voted.
    votes_for_percent: int  # Of the votes cast, so many at least must be in favour.


@frozen(kw_only=True)
class Unit:
    """A unit, whether it may lend from day to day, and who sits on it."""

    unit_id: UnitId
    kind: UnitKind
    parent_id: UnitId | None  # None for the head office.
    right_to_lend: Dated[bool]  # False while its right to lend is suspended (停牌).
    seats: Dated[Seats]  # Of a committee.

    def may_lend(self, day: date) -> bool:
        """Say whether the unit's right to lend is in force on a day."""
        return bool(self.right_to_lend.on(day))
