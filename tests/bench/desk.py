"""A bank with 100,000 customers as a desk has it; what was recorded is made when it is asked for.

Of each customer: particulars, an economic file, who answers for it, a stage with the next contact,
and a lead that was visited or converted; of five, one brought a request, which was answered, and
one came to the counter; every second has a loan, the others were approved one under a mandate; one
of a hundred is connected with somebody of the staff.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final

from attrs import evolve, frozen

from domain.catalogue import EVENT_NAMES
from domain.fields import effective_on
from domain.recorded import Context, Fact
from domain.relationship import RELATIONSHIP
from domain.responsibility.events import ResponsibilityAssigned
from tests.bench_views import event_of
from tests.domain.approval.files import APPROVE, REVIEW, after
from tests.domain.economic_file.test_record_sections import recorded
from tests.domain.lead.test_leads import CONVERTED
from tests.domain.mandate.examples import GRANTED
from tests.domain.relationship.test_service import STAGE
from tests.domain.service_request.test_service_request import ANSWERED, RECEIVED
from tests.domain.staff.test_posts import DECLARED
from tests.projections.market import AIMED, CAME, CAPTURED, PLANNED, VISITED
from tests.specs import given

TODAY: Final = date(2026, 6, 30)
AT: Final = datetime(2026, 3, 2, 1, tzinfo=UTC)
FIRST: Final = date(2025, 7, 1)
UNITS: Final = 50
OFFICERS: Final = 200
MONTHS: Final = 12
TWENTY: Final = 20  # Mandates, and campaigns.
BEFORE: Final = 2 * TWENTY + OFFICERS * MONTHS
STEPS: Final = 9  # Records of each customer.
STAGED: Final = given(RELATIONSHIP).when(STAGE).outcome()[0]
SECTIONS: Final = recorded()
APPROVED: Final = after(REVIEW, APPROVE).past[-1]


@frozen
class Desk:
    """A journal of so many customers."""

    customers: int

    def facts(self, after: int, limit: int, names: Collection[str] | None = None) -> Sequence[Fact]:
        """Return facts with an index greater than after, in order."""
        last = min(after + 1 + limit, self.head() + 1)
        made = [_fact(index) for index in range(after + 1, last)]
        return [one for one in made[:-1] if names is None or one.name in names] + made[-1:]

    def head(self) -> int:
        """Return the last index."""
        return BEFORE + STEPS * self.customers - 1

    def index_at(self, moment: datetime) -> int:
        """Return the last index."""
        return self.head()

    def open_refs(self, refs: Collection[str]) -> Mapping[str, str | None]:
        """Return what references say."""
        return dict.fromkeys(refs, "某人")


def _fact(index: int) -> Fact:
    who, step = divmod(index - BEFORE, STEPS)
    stream, event = _before(index) if who < 0 else _of(_Customer(who), step)
    context = Context(command_id=f"cmd-{index}", actor=f"S{who % OFFICERS}", at=AT, today=AT.date())
    return Fact(
        index=index,
        recorded_at=AT,
        stream=stream,
        version=1 + step,
        name=EVENT_NAMES[type(event)],
        event=event,
        context=context,
        on=effective_on(event) or AT.date(),
    )


def _before(index: int) -> tuple[str, Any]:
    """Return a mandate, a campaign, or what an officer is to bring in a month."""
    if index < TWENTY:
        return f"mandate-M{index}", GRANTED
    if index < 2 * TWENTY:
        return f"campaign-M{index - TWENTY}", PLANNED
    officer, month = divmod(index - 2 * TWENTY, MONTHS)
    staff_id, named = f"S{officer}", f"2026-{month + 1:02}"
    return f"sales_target-{staff_id}:{named}", evolve(AIMED, staff_id=staff_id, month=named)


@frozen
class _Customer:
    """One of the customers, with the officer who answers for them."""

    who: int

    @property
    def id(self) -> str:
        return f"C{self.who:06d}"

    @property
    def officer(self) -> str:
        return f"S{self.who % OFFICERS}"

    @property
    def unit(self) -> str:
        return f"B{self.who % UNITS}"

    def on(self, days: int = 0) -> date:
        """Return the day so many days after they came."""
        return FIRST + timedelta(days=self.who % 365 + days)


def _of(one: _Customer, step: int) -> tuple[str, Any]:
    """Return what is recorded of a customer in a step."""
    match step:
        case 0:
            return f"customer-{one.id}", evolve(event_of(one.who, 0), since=one.on())
        case 1:
            return f"economic_file-{one.id}", evolve(
                SECTIONS, since=one.on(), collected_by=one.officer, refresh_due=one.on(365)
            )
        case 2:
            return f"responsibility-customer-{one.id}", _answers(one)
        case 3:
            due = one.on(90 + one.who % 300)
            staged = evolve(STAGED, since=one.on(), contact_due=due)
            return f"relationship-{one.id}", staged
        case 4 | 5:
            return f"lead-N{one.who:06d}", _lead(one, step)
        case 6:
            return _brought(one)
        case _:
            return _lent(one, step) if one.who % 2 else _approved(one, step)


def _answers(one: _Customer) -> ResponsibilityAssigned:
    return ResponsibilityAssigned(
        staff_id=one.officer, customer_id=one.id, since=one.on(), reason="first contact"
    )


def _lead(one: _Customer, step: int) -> Any:
    if step == 4:
        campaign, unit = f"M{one.who % TWENTY}", one.unit
        found = evolve(CAPTURED, captured_by=one.officer, found_on=one.on(), customer_id=one.id)
        return evolve(found, unit_id=unit, campaign_id=campaign)
    if one.who % 2:
        won = evolve(CONVERTED, converted_by=one.officer, customer_id=one.id)
        return evolve(won, since=one.on(20))
    return evolve(VISITED, visited_on=one.on(3), visited_by=one.officer)


def _brought(one: _Customer) -> tuple[str, Any]:
    """Return a request, its answer, a visit to the counter, a connection or the next contact."""
    request = f"service_request-R{one.who - one.who % 5:06d}"
    if one.who % 100 == 3:
        return f"staff-S{one.who % 1000}", evolve(DECLARED, customer_id=one.id)
    match one.who % 5:
        case 0:
            received = evolve(RECEIVED, customer_id=one.id, received_by=one.officer, on=one.on())
            says = f"sealed:{request}@1#/remarks"
            return request, evolve(received, due_on=one.on(5), remarks=says)
        case 1:
            says = f"sealed:{request}@2#/remarks"
            return request, evolve(ANSWERED, on=one.on(3), remarks=says)
        case 2:
            came = evolve(CAME, unit_id=one.unit, on=one.on(), enquiry_id=str(one.who))
            reception = f"reception-{one.unit}@{one.on()}"
            return reception, evolve(came, greeted_by=one.officer, customer_id=one.id)
        case _:
            staged = evolve(STAGED, since=one.on(), contact_due=one.on(120))
            return f"relationship-{one.id}", staged


def _lent(one: _Customer, step: int) -> tuple[str, Any]:
    """Return a loan that is agreed, and paid out."""
    loan = f"loan-L{one.who:06d}"
    if step == 7:
        return loan, evolve(event_of(one.who, 1), customer_id=one.id, signed_on=one.on())
    return loan, evolve(event_of(one.who, 2), value_date=one.on())


def _approved(one: _Customer, step: int) -> tuple[str, Any]:
    """Return an approval under a mandate, and who answers for its file."""
    if step == 7:
        mandate = f"M{one.who % TWENTY}"
        approved = evolve(APPROVED, customer_id=one.id, mandate_id=mandate, unit_id=one.unit)
        return f"approval-A{one.who:06d}", approved
    return f"responsibility-credit_application-A{one.who:06d}", _answers(one)
