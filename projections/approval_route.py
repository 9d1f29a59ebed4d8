"""Who may decide on an application (审批路径): the mandates in force that cover it, smallest first.

They are judged by what the investigation proposes, or by what was asked for while it goes on, with
all else that the customer owes or may draw, and by the rating in force.  A file that was taken up
is decided under the mandate it went to, or above.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from domain.approval import APPROVAL
from domain.credit_application import CREDIT_APPLICATION
from domain.facility import FACILITY
from domain.facts.application import Application
from domain.facts.facility import Facility
from domain.facts.mandate import Mandate
from domain.facts.terms import CreditTerms
from domain.investigation import INVESTIGATION
from domain.labels import Label
from domain.mandate import MANDATE
from domain.money import Money
from domain.rating import RATING
from projections.history import HISTORY
from projections.mandates import MANDATES_GIVEN
from projections.plain import plain
from projections.roster import known
from projections.view import Absent, Answer, Parameter, Question, Reader, View, columns

_MANY: Final = 10_000  # Mandates that an institution has, at most.


def _answer(reader: Reader, question: Question) -> Answer:
    number = question.values["application_id"]
    for state in known(reader, CREDIT_APPLICATION, [number]).values():
        application: Application | None = CREDIT_APPLICATION.fact(number, state)
        if application is not None:
            found = sorted(_covering(reader, application), key=_size)
            return Answer(rows=[_row(mandate) for mandate in found])
    raise Absent(f"there is no application {number!r}, as known by {reader.known_by}")


def _size(mandate: Mandate) -> tuple[int, str]:
    return mandate.scope.amount_max.fen, mandate.mandate_id


def _covering(reader: Reader, application: Application) -> Iterator[Mandate]:
    """Yield the mandates that cover an application, as each above them does."""
    names = reader.keys(MANDATES_GIVEN, "mandate_id", limit=_MANY)
    given = {
        name: MANDATE.fact(name, state) for name, state in known(reader, MANDATE, names).items()
    }
    terms, grade = _terms(reader, application), _grade(reader, application)
    besides = _besides(reader, application)
    above = _taken_up(reader, application)
    for name, mandate in given.items():
        chain = list(_chain(given, mandate))
        covered = all(
            each.on(reader.day) and each.scope.covers(terms, grade, application.unit_id, besides)
            for each in chain
        )
        if covered and chain[-1].parent_id is None and (above is None or name in above):
            yield mandate


def _chain(given: Mapping[str, Mandate], mandate: Mandate) -> Iterator[Mandate]:
    """Yield a mandate and those that it was delegated from."""
    found: Mandate | None = mandate
    while found is not None:
        yield found
        found = given.get(found.parent_id or "")


def _terms(reader: Reader, application: Application) -> CreditTerms:
    number = application.application_id
    for state in known(reader, INVESTIGATION, [number]).values():
        investigation = INVESTIGATION.fact(number, state)
        if investigation is not None and investigation.proposed is not None:
            proposed: CreditTerms = investigation.proposed
            return proposed
    return application.terms


def _grade(reader: Reader, application: Application) -> str | None:
    number = application.customer_id
    for state in known(reader, RATING, [number]).values():
        rating = RATING.fact(number, state)
        if rating is not None and rating.rated_on <= reader.day <= rating.valid_until:
            return str(rating.grade)
    return None


def _besides(reader: Reader, application: Application) -> Money | None:
    """Return what the customer owes or may draw, but for what is reserved for this application."""
    number = application.customer_id
    for state in known(reader, FACILITY, [number]).values():
        maximum: Facility | None = FACILITY.fact(number, state)
        own = state.reservations.get(application.application_id) if state else None
        if maximum is not None:
            taken = maximum.reserved + maximum.used
            return taken - own if own else taken
    return None


def _taken_up(reader: Reader, application: Application) -> tuple[str, ...] | None:
    for case in known(reader, APPROVAL, [application.application_id]).values():
        return case.escalated.mandates if case.escalated else None
    return None


def _row(mandate: Mandate) -> Mapping[str, Any]:
    alone = mandate.staff_id is not None or mandate.post is not None
    return {
        "mandate_id": mandate.mandate_id,
        "amount_max": str(mandate.scope.amount_max),
        "alone": alone,
        "post": plain(mandate.post),
        "unit_id": mandate.unit_id,
        "staff_id": mandate.staff_id,
        "parent_id": mandate.parent_id,
    }


APPROVAL_ROUTE: Final = View(
    name="approval_route",
    title=Label("审批路径", "who may decide on an application"),
    tables=(MANDATES_GIVEN, HISTORY),
    parameters=(Parameter(name="application_id", required=True, each=(("applications", "{}"),)),),
    columns=columns(
        mandate_id="text",
        amount_max="money",
        alone="flag",
        post="text",
        unit_id="text",
        staff_id="text",
        parent_id="text",
    ),
    answer=_answer,
)
