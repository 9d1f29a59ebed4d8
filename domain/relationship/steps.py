"""What the steps of a relationship share: who may take them, and entries that begin and end."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final, TypeVar

from domain.facts.duty import require_duty
from domain.facts.staff import Post
from domain.party import Standing
from domain.relationship.rules import (
    DONE_WITH_A_CUSTOMER,
    ENTRY_ENDS_ONCE,
    ENTRY_IS_KNOWN,
    KNOWN_BY_TODAY,
    ONE_ENTRY_A_NUMBER,
)
from domain.relationship.state import Began, Spell
from domain.relationship.step import Step

Event = TypeVar("Event")

SERVE: Final = (
    Post.JUNIOR_RELATIONSHIP_MANAGER,
    Post.RELATIONSHIP_MANAGER,
    Post.SENIOR_RELATIONSHIP_MANAGER,
    Post.RELATIONSHIP_HEAD,
    Post.LOBBY_MANAGER,
)
KEEP_SEALS: Final = (*SERVE, Post.CONTRACT_OFFICER, Post.VAULT_KEEPER)


def require_step(command: Step, posts: tuple[Post, ...], day: date | None = None) -> None:
    """Raise Refused unless the actor may take the step, with an active customer, on a day come."""
    require_duty(command.staff, command.today, posts, command.customer_id)
    customer = command.customer
    DONE_WITH_A_CUSTOMER.require(
        customer is not None and customer.standing is Standing.ACTIVE,
        customer_id=command.customer_id,
    )
    KNOWN_BY_TODAY.require(day is None or day <= command.today, day=day, today=command.today)


def entered(known: Event | None, event: Event, number: str) -> Sequence[Event]:
    """Return an entry, or () where its number names the same; Refused where it names another."""
    ONE_ENTRY_A_NUMBER.require(known in (None, event), number=number)
    return () if known == event else (event,)


def ended(
    spells: Mapping[str, Spell[Began]], number: str, event: Event, until: date
) -> Sequence[Event]:
    """Return the end of an entry, or () where it ended on that day; Refused for no such entry."""
    ENTRY_IS_KNOWN.require(number in spells, number=number)
    spell = spells[number]
    if spell.until == until:
        return ()
    since = spell.began.since
    ENTRY_ENDS_ONCE.require(spell.until is None and since <= until, began=since, ended=spell.until)
    return (event,)
