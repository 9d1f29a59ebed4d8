"""What follows from meeting somebody: visits, needs, recommendations and their outcome."""

from collections.abc import Sequence

from domain.lead.commands import NoteNeeds, RecommendProduct, RecordOutcome, RecordVisit
from domain.lead.events import (
    LeadEvent,
    NeedsNoted,
    OutcomeRecorded,
    ProductRecommended,
    VisitRecorded,
)
from domain.lead.rules import (
    FOUND_ON_A_DAY_PAST,
    ONE_MEETING_A_NUMBER,
    PRODUCT_IS_OFFERED,
    RECOMMENDED_BEFORE_OUTCOME,
)
from domain.lead.state import Prospect
from domain.lead.working import require_work


def record_visit(command: RecordVisit, lead: Prospect) -> Sequence[LeadEvent]:
    """Record a visit or contact; () where the same is on record."""
    visit = VisitRecorded(
        visit_no=command.visit_no,
        way=command.way,
        visited_on=command.visited_on,
        place=command.place,
        result=command.result,
        evidence=command.evidence,
        visited_by=command.actor,
    )
    if lead.visits.get(command.visit_no) == visit:
        return ()
    require_work(command, lead)
    ONE_MEETING_A_NUMBER.require(command.visit_no not in lead.visits, visit_no=command.visit_no)
    FOUND_ON_A_DAY_PAST.require(command.visited_on <= command.today, on=command.visited_on)
    return (visit,)


def note_needs(command: NoteNeeds, lead: Prospect) -> Sequence[LeadEvent]:
    """Note what is needed, in the place of what was noted before; () where that is the same."""
    needs = NeedsNoted(
        situation=command.situation,
        problem=command.problem,
        implication=command.implication,
        need_payoff=command.need_payoff,
    )
    if lead.needs == needs:
        return ()
    require_work(command, lead)
    return (needs,)


def recommend_product(command: RecommendProduct, lead: Prospect) -> Sequence[LeadEvent]:
    """Recommend a product; () where it was."""
    if command.product_id in lead.recommended:
        return ()
    require_work(command, lead)
    offered = command.terms is not None and command.terms.on(command.today) is not None
    PRODUCT_IS_OFFERED.require(offered, product_id=command.product_id)
    return (ProductRecommended(product_id=command.product_id, reason=command.reason),)


def record_outcome(command: RecordOutcome, lead: Prospect) -> Sequence[LeadEvent]:
    """Record what became of a recommendation; () where that is on record."""
    outcome = OutcomeRecorded(
        product_id=command.product_id, taken=command.taken, reason=command.reason
    )
    if lead.outcomes.get(command.product_id) == outcome:
        return ()
    require_work(command, lead)
    RECOMMENDED_BEFORE_OUTCOME.require(
        command.product_id in lead.recommended and command.product_id not in lead.outcomes,
        product_id=command.product_id,
    )
    return (outcome,)
