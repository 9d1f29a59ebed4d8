"""The relationship with a customer on a day: people, what is heard, accounts, seals, service."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Final

from domain.labels import Label
from domain.relationship import RELATIONSHIP
from domain.relationship.state import Known, Spell
from projections.history import HISTORY, events_of, histories, in_effect
from projections.plain import plain
from projections.view import Absent, Answer, Parameter, Question, Reader, View, columns


def known_on(reader: Reader, customer_id: str) -> Known | None:
    """Return the relationship as it holds on the day; None where nothing is on record."""
    stream = f"relationship-{customer_id}"
    lines = in_effect(histories(reader, [stream])[stream], reader.day)
    return RELATIONSHIP.fold(events_of(lines)) if lines else None


def _answer(reader: Reader, question: Question) -> Answer:
    customer_id = question.values["customer_id"]
    known = known_on(reader, customer_id)
    if known is None:
        where = f"on {reader.day}, as known by {reader.known_by}"
        raise Absent(f"there is no relationship on record with {customer_id!r} {where}")
    return Answer(rows=[{"customer_id": customer_id, **told(known, reader.day)}])


def told(known: Known, day: date) -> Mapping[str, Any]:
    """Return a relationship as plain values; the chain of decision in its order."""
    chain = sorted(_lasting(known.people.values()), key=lambda one: one["decides_as"] or 99)
    priority = known.priority if known.priority and day <= known.priority.until else None
    return {
        "key_persons": chain,
        "notes": plain(list(known.notes.values())),
        "accounts": list(_lasting(known.accounts.values())),
        "specimens": [
            {"seal": kind.value, "digest": digest}
            for kind in known.specimens
            if (digest := known.cards.on(kind, day))
        ],
        "comparisons": plain(list(known.compared.values())),
        "preferences": plain(known.preferences.on(day)),
        "tier": plain(known.tier.on(day)),
        "life_stage": plain(known.stage.on(day)),
        "priority": plain(priority),
        "surveys": list(surveys_of(known, day)),
        "credit_standing": [
            {**plain(spell.began), "until": plain(spell.until)} for spell in known.credit.values()
        ],
    }


def _lasting(spells: Iterable[Spell[Any]]) -> Iterator[Any]:
    return (plain(spell.began) for spell in spells if spell.until is None)


def surveys_of(known: Known, day: date) -> Iterator[Mapping[str, Any]]:
    """Yield the surveys of a customer, each with what was done about it."""
    for number, asked in known.surveys.items():
        done, due = known.followed_up.get(number), asked.follow_up_due
        yield {
            **plain(asked),
            "followed_up_on": plain(done and done.on),
            "done": done and done.remarks,
            "overdue": done is None and due is not None and due < day,
        }


RELATIONSHIP_VIEW: Final = View(
    name="relationship",
    title=Label("客户关系", "relationship"),
    tables=(HISTORY,),
    parameters=(Parameter(name="customer_id", required=True),),
    columns=columns(
        customer_id="text",
        key_persons="list",
        notes="list",
        accounts="list",
        specimens="list",
        comparisons="list",
        preferences="map",
        tier="map",
        life_stage="map",
        priority="map",
        surveys="list",
        credit_standing="list",
    ),
    answer=_answer,
)
