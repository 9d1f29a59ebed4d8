"""The credit department of the village bank: facts by hand, and the commands that set it up."""

from datetime import date, timedelta
from typing import Any, Final

from adapters.bus import Bus
from domain.dated import Dated
from domain.facts.staff import Held, Licence, Post, Staff
from domain.facts.unit import HEAD_OFFICE, Head, Seats, Unit, UnitKind

TODAY: Final = date(2026, 3, 2)
DAY: Final = timedelta(days=1)
LONG_AGO: Final = date(2020, 1, 1)
DIGEST: Final = "sha256:" + "0" * 64
OPERATOR: Final = "set-up"  # Whoever records the first units and staff; no member of staff.


def staff(staff_id: str, *posts: Post, at: str = "B1", **more: Any) -> Staff:
    """Return a licensed member of staff who holds these posts at a unit."""
    held = tuple(Held(post=p, unit_id=at, line=None, since=LONG_AGO, until=None) for p in posts)
    licence = Licence(grade="head", since=LONG_AGO, until=date(2030, 1, 1))
    given = {"licences": (licence,), "connected": (), "left_on": None, **more}
    return Staff(staff_id=staff_id, posts=held, **given)


def unit(unit_id: str, kind: UnitKind = UnitKind.BRANCH, **more: Any) -> Unit:
    """Return a unit under the head office that may lend."""
    given: dict[str, Any] = {
        "parent_id": HEAD_OFFICE,
        "above": (HEAD_OFFICE,),
        "right_to_lend": Dated[bool]().with_value(LONG_AGO, True),
        "seats": Dated[Seats](),
        **more,
    }
    return Unit(unit_id=unit_id, kind=kind, **given)


PRESIDENT: Final = staff("sun", Post.PRESIDENT, at=HEAD_OFFICE)
CREDIT_HEAD: Final = staff("zhou", Post.CREDIT_HEAD, at=HEAD_OFFICE)
LED: Final = unit(
    HEAD_OFFICE,
    UnitKind.HEAD_OFFICE,
    parent_id=None,
    above=(),
    heads=(Head(staff_id="sun", post=Post.PRESIDENT, since=LONG_AGO, until=None),),
)
BY_SUN: Final[dict[str, Any]] = {
    "actor": "sun",
    "today": TODAY,
    "staff": PRESIDENT,
    "head_office_unit": LED,
}

Calls = list[tuple[str, dict[str, Any]]]


def units() -> Calls:
    """Return the commands that register the units: a head office, a branch and a sub-branch."""
    told: tuple[tuple[str, str, str | None, dict[str, Any]], ...] = (
        (HEAD_OFFICE, "head_office", None, {}),
        ("CREDIT", "department", HEAD_OFFICE, {"office": "middle_office"}),
        ("VAULT", "department", HEAD_OFFICE, {"office": "back_office"}),
        ("COMMITTEE", "committee", HEAD_OFFICE, {"committee": "credit_risk"}),
        ("B1", "branch", HEAD_OFFICE, {}),
        ("B1-1", "sub_branch", "B1", {}),
        ("B2", "branch", HEAD_OFFICE, {}),
    )
    return [
        ("unit.register", {"unit_id": u, "kind": k, "title": u, "parent_id": p, **more})
        for u, k, p, more in told
    ]


# Who works where, on which post, with a licence of which grade.
PEOPLE: Final = (
    ("zhou", "credit_head", "CREDIT", "head"),
    ("sun", "president", HEAD_OFFICE, "head"),
    ("bai", "branch_head", "B1", "head"),
    ("wang", "relationship_manager", "B1", "middle"),
    ("zhao", "senior_relationship_manager", "B1", "senior"),
    ("qian", "relationship_manager", "B2", "middle"),
    ("wu", "investigator", "B1", "junior"),
    ("zheng", "reviewer", "CREDIT", "middle"),
    ("feng", "approver", "CREDIT", "senior"),
    ("chen", "committee_member", "COMMITTEE", "senior"),
    ("chu", "committee_member", "COMMITTEE", "senior"),
    ("wei", "committee_member", "COMMITTEE", "senior"),
    ("jiang", "contract_officer", "CREDIT", "junior"),
    ("shen", "disbursement_officer", "VAULT", "junior"),
    ("han", "vault_keeper", "VAULT", "junior"),
)


def person(place: tuple[str, str, str, str], today: date) -> Calls:
    """Return the commands that register, license and appoint somebody from a day on."""
    staff_id, post, unit_id, grade = place
    until = (today + timedelta(days=700)).isoformat()
    who, since = {"staff_id": staff_id}, today.isoformat()
    licence = {
        **who,
        "grade": grade,
        "tested_on": since,
        "points": 80,
        "document": DIGEST,
        "since": since,
        "until": until,
    }
    post_at = {**who, "post": post, "unit_id": unit_id, "since": since}
    return [
        ("staff.register", who),
        ("staff.grant_licence", licence),
        ("staff.appoint", post_at),
    ]


def set_up(operator: Bus, leader: Bus, today: date) -> None:
    """Set the department up: the operator as far as its head, who then does the rest.

    leader is the bus of "zhou".
    """
    first, *others = PEOPLE
    for name, fields in (*units(), *person(first, today)):
        operator.run(name, fields)
    for one in others:
        for name, fields in person(one, today):
            leader.run(name, fields)
    seats = {
        "unit_id": "COMMITTEE",
        "members": ["chen", "chu", "wei"],
        "quorum": 2,
        "votes_for_percent": 67,
        "since": today.isoformat(),
        "source": "Board 2026-1",
    }
    leader.run("unit.seat_committee", seats)
