"""Which mandate a decision rests on: the route by amount, product, grade, security and unit."""

from datetime import date

from domain.approval.commands import Escalate, Revoke, UnderMandate
from domain.approval.events import Escalated
from domain.approval.rules import (
    DECIDED_UNDER_MANDATE_IN_FORCE,
    DECIDED_WITHIN_MANDATE,
    DELEGATED_TWICE_AT_MOST,
    ESCALATED_UPWARDS,
    MANDATE_IS_HELD,
    MANDATE_IS_THE_COMMITTEES,
    NOBODY_BELOW_DECIDES,
    VOTED_IN_A_COMMITTEE,
)
from domain.approval.state import Case
from domain.facts.mandate import Mandate
from domain.facts.staff import Staff
from domain.facts.terms import CreditTerms
from domain.facts.unit import Seats, Unit, UnitKind
from domain.ids import MandateId
from domain.money import Money

Chain = tuple[Mandate, ...]  # A mandate, the one it was delegated from, and the one above.


def require_mandate(command: UnderMandate, terms: CreditTerms, unit_id: str) -> Chain:
    """Return the mandate that is decided under, with those that it was delegated from.

    Each is in force today and covers the terms: a mandate passes on no more than it holds, and
    falls with the one above it.
    """
    chain = chain_of(command)
    DECIDED_UNDER_MANDATE_IN_FORCE.require(bool(chain), mandate_id=command.mandate_id)
    for mandate in chain:
        DECIDED_UNDER_MANDATE_IN_FORCE.require(
            mandate.on(command.today), mandate_id=mandate.mandate_id, day=command.today
        )
    DELEGATED_TWICE_AT_MOST.require(_is_whole(chain), mandate_id=command.mandate_id)
    grade = command.rating.grade if command.rating else None
    others = besides(command)
    for mandate in chain:
        DECIDED_WITHIN_MANDATE.require(
            mandate.scope.covers(terms, grade, unit_id, others),
            mandate_id=mandate.mandate_id,
            amount=terms.amount,
            besides=others,
            most=mandate.scope.amount_max,
            grade=grade,
        )
    return chain


def besides(command: UnderMandate) -> Money | None:
    """Return what the customer owes, or may draw, beside what is decided on; None for nothing.

    A large credit is not put together from small ones, each within a smaller mandate.
    """
    maximum = command.maximum
    if maximum is None or isinstance(command, Revoke):
        return None
    return maximum.reserved + maximum.used


def chain_of(command: UnderMandate) -> Chain:
    """Return the mandates that were found, from the one named upwards."""
    named = (command.mandate, command.parent, command.grandparent)
    return tuple(mandate for mandate in named if mandate is not None)


def _is_whole(chain: Chain) -> bool:
    """Say whether the last of a chain was delegated by nobody."""
    return chain[-1].parent_id is None


def numbers_of(chain: Chain) -> tuple[MandateId, ...]:
    """Return the numbers of mandates, in order."""
    return tuple(mandate.mandate_id for mandate in chain)


def require_own(mandate: Mandate, staff: Staff, day: date) -> None:
    """Raise Refused where a mandate is not a person's own, nor of a post they hold there."""
    mine = mandate.staff_id == staff.staff_id
    of_post = any(
        held.post is mandate.post and held.unit_id == mandate.unit_id and held.on(day)
        for held in staff.posts
    )
    MANDATE_IS_HELD.require(mine or of_post, mandate_id=mandate.mandate_id, actor=staff.staff_id)


def require_committee(committee: Unit | None, mandate: Mandate | None, day: date) -> Seats:
    """Return who sits on a committee on a day; Refused where the mandate is not its own."""
    seats = committee.seats.on(day) if committee else None
    is_one = committee is not None and committee.kind is UnitKind.COMMITTEE
    VOTED_IN_A_COMMITTEE.require(
        is_one and seats is not None, committee_id=committee and committee.unit_id
    )
    assert committee is not None and seats is not None
    if mandate is not None:
        own = (mandate.unit_id, mandate.post, mandate.staff_id) == (committee.unit_id, None, None)
        MANDATE_IS_THE_COMMITTEES.require(own, mandate_id=mandate.mandate_id)
    return seats


def require_not_below(command: UnderMandate, case: Case) -> None:
    """Raise Refused where a file went up, and the mandate is below where it went."""
    went_to = case.escalated.mandates if case.escalated else (command.mandate_id,)
    NOBODY_BELOW_DECIDES.require(command.mandate_id in went_to, mandate_id=command.mandate_id)


def require_upwards(command: Escalate, chain: Chain, before: Escalated | None) -> None:
    """Raise Refused where a file that went up once would go back down, or sideways to less."""
    most = chain[0].scope.amount_max
    up = before is None or (
        before.mandate_id not in numbers_of(chain) and most >= before.amount_max
    )
    ESCALATED_UPWARDS.require(up, mandate_id=command.mandate_id, most=most)
