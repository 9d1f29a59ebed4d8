"""Who may grant a limit: a mandate in force, held by who grants, that covers it.

Source: 商业银行授权、授信管理暂行办法 (1996): authority goes down from the head office in
writing, and nobody has more than who gave it.
"""

from datetime import date
from typing import Final

from domain.facility.commands import Grant
from domain.facility.rules import (
    GRANTED_IN_A_MEETING,
    GRANTING_MANDATE_COVERS,
    GRANTING_MANDATE_IS_HELD,
    GRANTING_MANDATE_IS_IN_FORCE,
)
from domain.facts.duty import require_duty
from domain.facts.mandate import Mandate
from domain.facts.staff import Post, Staff
from domain.ids import ProductId
from domain.money import Money

GRANTERS: Final = (
    Post.APPROVER,
    Post.COMMITTEE_MEMBER,
    Post.CREDIT_HEAD,
    Post.SUB_BRANCH_HEAD,
    Post.BRANCH_HEAD,
    Post.PRESIDENT,
)


def require_authority(
    command: Grant, customer_id: str | None, grade: str | None, products: tuple[ProductId, ...]
) -> None:
    """Raise Refused unless who grants holds a mandate that is in force and covers the limit."""
    staff = require_duty(command.staff, command.today, GRANTERS, customer_id)
    chain = tuple(
        mandate
        for mandate in (command.mandate, command.mandate_above, command.mandate_on_top)
        if mandate is not None
    )
    whole = bool(chain) and chain[-1].parent_id is None
    GRANTING_MANDATE_IS_IN_FORCE.require(
        whole and all(mandate.on(command.today) for mandate in chain), mandate_id=command.mandate_id
    )
    GRANTING_MANDATE_IS_HELD.require(
        _holds(staff, chain[0], command.today), actor=staff.staff_id, mandate_id=command.mandate_id
    )
    _require_meeting(command, chain[0])
    for mandate in chain:
        GRANTING_MANDATE_COVERS.require(
            _covers(mandate, command.limit, grade, products),
            limit=command.limit,
            most=mandate.scope.amount_max,
            grade=grade,
            products=", ".join(products),
        )


def _require_meeting(command: Grant, mandate: Mandate) -> None:
    of_committee = mandate.post is None and mandate.staff_id is None
    known = command.committee.minutes if command.committee else ()
    GRANTED_IN_A_MEETING.require(
        not of_committee or command.minutes in known, mandate_id=mandate.mandate_id
    )


def _holds(staff: Staff, mandate: Mandate, day: date) -> bool:
    if mandate.staff_id is not None:
        return mandate.staff_id == staff.staff_id
    post = mandate.post or Post.COMMITTEE_MEMBER
    return any(
        held.post is post and held.unit_id == mandate.unit_id and held.on(day)
        for held in staff.posts
    )


def _covers(
    mandate: Mandate, limit: Money, grade: str | None, products: tuple[ProductId, ...]
) -> bool:
    """Say whether a limit is covered; units and securities are matters of each credit."""
    scope = mandate.scope
    return (
        limit.currency == scope.amount_max.currency
        and limit.fen <= scope.amount_max.fen
        and (not scope.grades or grade in scope.grades)
        and (not scope.products or (bool(products) and set(products) <= set(scope.products)))
    )
