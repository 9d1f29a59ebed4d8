"""Who may act on a customer's credit file: rules that every step of the file shares."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from domain.facts.staff import Post, Staff
from domain.facts.unit import Unit
from domain.ids import CustomerId, StaffId
from domain.rules import Rule

_SEPARATION: Final = "商业银行法 第35条: review apart from approval, graded approval"
_INSIDERS: Final = "商业银行法 第40条; 银行保险机构关联交易管理办法 (2022)"
_LICENCE: Final = "Credit manual of the institution: licence to work in lending (上岗资格)"

ACTOR_IS_STAFF: Final = Rule(
    "DUTY-001", "Credit business is done by members of staff who are registered.", _LICENCE
)
ACTOR_HOLDS_THE_POST: Final = Rule(
    "DUTY-002", "Each step is taken by who holds a post for it on that day.", _SEPARATION
)
ACTOR_IS_LICENSED: Final = Rule(
    "DUTY-003", "Who works in lending holds a licence that is in force.", _LICENCE
)
CONNECTED_STAY_OUT: Final = Rule(
    "DUTY-004", "Nobody acts on the credit of themselves, near relatives or their firms.", _INSIDERS
)
ROLES_ARE_APART: Final = Rule(
    "DUTY-005", "Nobody takes two of the roles that are kept apart on one file.", _SEPARATION
)
UNIT_MAY_LEND: Final = Rule(
    "DUTY-006",
    "A unit lends while its right to lend is in force.",
    "Credit manual of the institution: suspension and restoration (停复牌)",
)

SET_UP_FROM_OUTSIDE: Final = Rule(
    "DUTY-007",
    "While nobody leads credit or the institution, order is kept by who is no member of staff.",
    "Credit manual of the institution: setting up, and vacancy of all leading posts",
)

CONNECTED_SEE_NOTHING: Final = Rule(
    "DUTY-008",
    "Nobody sees the files of themselves, near relatives, their firms or economic groups.",
    _INSIDERS,
)


def require_keeper(
    staff: Staff | None, head_office: Unit | None, day: date, posts: tuple[Post, ...]
) -> None:
    """Raise Refused where somebody may not keep the order of units, staff and mandates.

    While nobody leads credit or the institution, it is set up by somebody from outside whom the
    access policies let in: the operator.  From the day on which somebody does, it is kept by who
    holds one of the posts.
    """
    if head_office is None or not head_office.led_on(day):
        SET_UP_FROM_OUTSIDE.require(staff is None)
    else:
        require_post(staff, day, posts)


def require_post(staff: Staff | None, day: date, posts: tuple[Post, ...]) -> Staff:
    """Return who acts; Refused where they are no staff or hold none of the posts."""
    ACTOR_IS_STAFF.require(staff is not None)
    assert staff is not None
    ACTOR_HOLDS_THE_POST.require(
        staff.holds(day, *posts), actor=staff.staff_id, posts=", ".join(posts)
    )
    return staff


def require_duty(
    staff: Staff | None, day: date, posts: tuple[Post, ...], customer_id: CustomerId | None
) -> Staff:
    """Return who acts; Refused where they may not take the step.

    They are no staff, hold none of the posts, have no licence, or are connected with the
    customer; None for a step that is about no customer.
    """
    staff = require_post(staff, day, posts)
    ACTOR_IS_LICENSED.require(staff.licensed(day), actor=staff.staff_id, day=day)
    require_not_connected(staff, customer_id)
    return staff


def require_not_connected(staff: Staff, customer_id: CustomerId | None) -> None:
    """Raise Refused where somebody is connected with a customer."""
    CONNECTED_STAY_OUT.require(customer_id not in staff.connected, actor=staff.staff_id)


def require_apart(actor: StaffId, others: Iterable[StaffId], role: str) -> None:
    """Raise Refused where the actor took another role on the same file."""
    ROLES_ARE_APART.require(actor not in others, actor=actor, role=role)


def require_lending_unit(unit: Unit | None, day: date) -> None:
    """Raise Refused where a unit is unknown, or its right to lend is suspended on a day."""
    UNIT_MAY_LEND.require(
        unit is not None and unit.may_lend(day),
        unit=unit.unit_id if unit else "not registered",
        day=day,
    )
