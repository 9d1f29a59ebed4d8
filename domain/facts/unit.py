"""What is known of a unit of the institution: a branch, a department or a committee."""

from datetime import date
from enum import StrEnum
from typing import Final

from attrs import frozen

from domain.dated import Dated
from domain.facts.staff import Post
from domain.ids import Digest, StaffId, UnitId

HEAD_OFFICE: Final = "head-office"  # The number of the one unit that all others hang under.


class UnitKind(StrEnum):
    """What a unit is."""

    HEAD_OFFICE = "head_office"
    BRANCH = "branch"
    SUB_BRANCH = "sub_branch"
    DEPARTMENT = "department"
    COMMITTEE = "committee"


class Office(StrEnum):
    """How far from the customer a unit works."""

    FRONT = "front_office"  # 前台: finds and serves customers.
    MIDDLE = "middle_office"  # 中台: reviews, decides, watches over risk.
    BACK = "back_office"  # 后台: pays out, keeps books and vault.


class Committee(StrEnum):
    """The bodies that decide on credit and its risks."""

    BOARD = "board"
    RISK_MANAGEMENT = "risk_management"
    CREDIT_RISK = "credit_risk"
    MARKET_RISK = "market_risk"
    OPERATIONAL_RISK = "operational_risk"
    CREDIT_POLICY = "credit_policy"
    AUDIT = "audit"


@frozen(kw_only=True)
class Seats:
    """Who sits on a committee, and what makes its decisions hold."""

    members: tuple[StaffId, ...]
    quorum: int  # Members who must have voted.
    votes_for_percent: int  # Of the votes cast, so many at least must be in favour.


@frozen(kw_only=True)
class Head:
    """Somebody who leads the credit department or the institution, the last day included."""

    staff_id: StaffId
    post: Post
    since: date
    until: date | None


@frozen(kw_only=True)
class Unit:
    """A unit, whether it may lend from day to day, and who sits on it."""

    unit_id: UnitId
    kind: UnitKind
    parent_id: UnitId | None  # None for the head office.
    right_to_lend: Dated[bool]  # False while its right to lend is suspended (停牌).
    seats: Dated[Seats]  # Of a committee.
    above: tuple[UnitId, ...] = ()  # The units above it, the nearest first.
    office: Office | None = None  # None where it is of no one office, as a branch.
    committee: Committee | None = None  # Of a committee.
    works_until: date | None = None  # The last day of its work.
    heads: tuple[Head, ...] = ()  # Of the head office: who leads credit or the institution.
    minutes: tuple[Digest, ...] = ()  # Of the meetings of a committee that had its quorum.

    def may_lend(self, day: date) -> bool:
        """Say whether the unit's right to lend is in force on a day."""
        return bool(self.right_to_lend.on(day))

    def open_on(self, day: date) -> bool:
        """Say whether the unit works on a day."""
        return self.works_until is None or day <= self.works_until

    def led_on(self, day: date) -> bool:
        """Say whether somebody leads credit or the institution on a day."""
        return any(
            head.since <= day and (head.until is None or day <= head.until) for head in self.heads
        )
