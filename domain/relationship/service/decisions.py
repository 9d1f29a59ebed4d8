"""What follows from a step in how a customer is served."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any, Final, assert_never

from domain.calendar.months import months_after
from domain.dated import Dated, From
from domain.facts.duty import require_apart
from domain.facts.policy import SHIPPED
from domain.facts.staff import Post
from domain.relationship.entries import said
from domain.relationship.service.commands import (
    EndPriority,
    FollowUpSurvey,
    GrantPriority,
    RecordSurvey,
    ServiceCommand,
    SetPreferences,
    SetStage,
    SetTier,
)
from domain.relationship.service.events import (
    PreferencesSet,
    PriorityEnded,
    PriorityGranted,
    ServiceEvent,
    StageSet,
    SurveyFollowedUp,
    SurveyRecorded,
    TierSet,
)
from domain.relationship.service.rules import (
    PRIORITY_ENDS,
    PRIORITY_IS_GRANTED,
    PRIORITY_IS_PROPOSED,
    SOMETHING_IS_PREFERRED,
    SURVEY_IS_KNOWN,
    TIER_IS_REASONED,
)
from domain.relationship.state import Known
from domain.relationship.steps import SERVE, entered, require_step
from domain.relationship.values import Criterion

GRANT: Final = (
    Post.RELATIONSHIP_HEAD,
    Post.CREDIT_HEAD,
    Post.SUB_BRANCH_HEAD,
    Post.BRANCH_HEAD,
    Post.PRESIDENT,
)


def decide_service(command: ServiceCommand, known: Known) -> Sequence[ServiceEvent]:
    """Return what follows from a command."""
    match command:
        case SetPreferences():
            return set_preferences(command, known)
        case SetTier():
            return set_tier(command, known)
        case SetStage():
            return set_stage(command, known)
        case GrantPriority():
            return grant_priority(command, known)
        case EndPriority():
            return end_priority(command, known)
        case RecordSurvey():
            return record_survey(command, known)
        case FollowUpSurvey():
            return follow_up_survey(command, known)
    assert_never(command)


def set_preferences(command: SetPreferences, known: Known) -> Sequence[ServiceEvent]:
    """Set preferences from a day on; () where that day has them."""
    require_step(command, SERVE, command.since)
    wanted = (command.rate_type, command.months, command.method, command.channel)
    SOMETHING_IS_PREFERRED.require(any(one is not None for one in wanted))
    return _from(known.preferences, PreferencesSet(**said(command)))


def set_tier(command: SetTier, known: Known) -> Sequence[ServiceEvent]:
    """Put a customer in a tier from a day on; () where that day has it for the same reasons."""
    require_step(command, SERVE, command.since)
    criteria = sorted(reason.criterion for reason in command.reasons)
    TIER_IS_REASONED.require(criteria == sorted(Criterion), given=", ".join(criteria))
    return _from(known.tier, TierSet(**said(command)))


def set_stage(command: SetStage, known: Known) -> Sequence[ServiceEvent]:
    """Set the stage from a day on, which says how often to be in contact."""
    require_step(command, SERVE, command.since)
    name = f"bank.relationship.contact_months.{command.life_stage}"
    setting = (command.book or SHIPPED).on(name, command.today)
    due = months_after(command.since, int(setting.setting), command.since.day)
    return _from(known.stage, StageSet(**said(command), contact_due=due, setting=setting))


def _from(known: Dated[Any], event: Any) -> Sequence[ServiceEvent]:
    return () if known.entry(event.since) == From(event.since, event) else (event,)


def grant_priority(command: GrantPriority, known: Known) -> Sequence[ServiceEvent]:
    """Grant a priority from today on; () where it is granted until that day already."""
    require_step(command, GRANT)
    require_apart(command.actor, (command.proposed_by,), "proposer")
    if _in_force(known, command) and known.priority and known.priority.until == command.until:
        return ()
    proposer = command.proposer
    PRIORITY_IS_PROPOSED.require(
        proposer is not None and proposer.holds(command.today, *SERVE),
        proposed_by=command.proposed_by,
    )
    days = (command.book or SHIPPED).count("bank.priority_lane.days_max", command.today)
    last = command.today + timedelta(days)
    PRIORITY_ENDS.require(command.today <= command.until <= last, until=command.until, last=last)
    granted = PriorityGranted(
        proposed_by=command.proposed_by,
        approved_by=command.actor,
        reason=command.reason,
        on=command.today,
        until=command.until,
    )
    return (granted,)


def end_priority(command: EndPriority, known: Known) -> Sequence[ServiceEvent]:
    """End a priority today."""
    require_step(command, GRANT)
    PRIORITY_IS_GRANTED.require(_in_force(known, command))
    return (PriorityEnded(reason=command.reason, on=command.today),)


def _in_force(known: Known, command: GrantPriority | EndPriority) -> bool:
    return known.priority is not None and command.today <= known.priority.until


def record_survey(command: RecordSurvey, known: Known) -> Sequence[ServiceEvent]:
    """Record a survey, and until when a low score is followed up; () where it is the same."""
    require_step(command, SERVE, command.on)
    if (before := known.surveys.get(command.survey_id)) is not None:
        return entered(before, _survey(command, before.follow_up_due), command.survey_id)
    book = command.book or SHIPPED
    low = command.score < book.count("bank.survey.follow_up_below", command.today)
    days = book.count("bank.survey.follow_up_days", command.today)
    due = command.on + timedelta(days) if low else None
    return (_survey(command, due),)


def _survey(command: RecordSurvey, due: Any) -> SurveyRecorded:
    return SurveyRecorded(**said(command), follow_up_due=due)


def follow_up_survey(command: FollowUpSurvey, known: Known) -> Sequence[ServiceEvent]:
    """Follow up a survey; () where the same was done on that day."""
    require_step(command, SERVE, command.on)
    asked, event = known.surveys.get(command.survey_id), SurveyFollowedUp(**said(command))
    if (before := known.followed_up.get(command.survey_id)) == event:
        return ()
    SURVEY_IS_KNOWN.require(
        asked is not None and asked.on <= command.on and before is None,
        survey_id=command.survey_id,
    )
    return (event,)
