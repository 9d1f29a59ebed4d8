"""Who investigates: opening an investigation, and handing it to others."""

from collections.abc import Sequence
from typing import Final

from domain.facts.application import Application
from domain.facts.duty import require_apart, require_duty
from domain.facts.policy import SHIPPED, Setting
from domain.facts.staff import Post
from domain.investigation.commands import OpenInvestigation, ReplaceInvestigators
from domain.investigation.events import (
    InvestigationEvent,
    InvestigationOpened,
    InvestigatorsReplaced,
)
from domain.investigation.rules import (
    ACTOR_INVESTIGATES,
    APPLICATION_GOES_ON,
    INVESTIGATED_ONCE,
    INVESTIGATION_IS_OPEN,
    INVESTIGATORS_ARE_ENOUGH,
    INVESTIGATORS_ARE_STAFF,
)
from domain.investigation.state import Case
from domain.investigation.step import Step

INVESTIGATES: Final = (
    Post.INVESTIGATOR,
    Post.JUNIOR_RELATIONSHIP_MANAGER,
    Post.RELATIONSHIP_MANAGER,
    Post.SENIOR_RELATIONSHIP_MANAGER,
)
ASSIGNS: Final = (
    *INVESTIGATES,
    Post.RELATIONSHIP_HEAD,
    Post.CREDIT_HEAD,
    Post.SUB_BRANCH_HEAD,
    Post.BRANCH_HEAD,
)
AT_LEAST: Final = "dual_investigators.min"
SIMPLIFIED: Final = "bank.investigation.simplified.amount_max"


def open_case(command: OpenInvestigation, case: Case) -> Sequence[InvestigationEvent]:
    """Open the investigation; () where it was opened with the same people."""
    application = require_going_on(command)
    require_duty(command.staff, command.today, ASSIGNS, application.customer_id)
    if case.application is not None:
        same = (case.investigators, case.simplified) == (command.investigators, command.simplified)
        INVESTIGATED_ONCE.require(same, investigators=", ".join(case.investigators))
        return ()
    settings = _require_team(command, application, simplified=command.simplified)
    opened = InvestigationOpened(
        application=application,
        investigators=command.investigators,
        simplified=command.simplified,
        settings=settings,
    )
    return (opened,)


def replace_investigators(
    command: ReplaceInvestigators, case: Case
) -> Sequence[InvestigationEvent]:
    """Let others go on; () where they do already."""
    application = require_going_on(command)
    require_duty(command.staff, command.today, ASSIGNS, application.customer_id)
    INVESTIGATION_IS_OPEN.require(case.application is not None and case.concluded is None)
    if case.investigators == command.investigators:
        return ()
    decided = command.approval.people if command.approval else ()
    for name in command.investigators:
        require_apart(name, decided, "decider")
    settings = _require_team(command, application, simplified=case.simplified)
    replaced = InvestigatorsReplaced(
        investigators=command.investigators, reason=command.reason, settings=settings
    )
    return (replaced,)


def require_going_on(command: Step) -> Application:
    """Return the application; Refused where it is unknown, or was not admitted."""
    application = command.application
    APPLICATION_GOES_ON.require(
        application is not None and application.goes_on,
        application_id=command.application_id,
        stage=application.stage if application else None,
    )
    assert application is not None
    return application


def require_investigator(command: Step, case: Case) -> Application:
    """Return the application; Refused where who acts does not investigate it, or it is closed."""
    application = require_going_on(command)
    require_duty(command.staff, command.today, INVESTIGATES, application.customer_id)
    INVESTIGATION_IS_OPEN.require(case.application is not None and case.concluded is None)
    ACTOR_INVESTIGATES.require(
        command.actor in case.investigators, investigators=", ".join(case.investigators)
    )
    return application


def _require_team(
    command: OpenInvestigation | ReplaceInvestigators, application: Application, *, simplified: bool
) -> tuple[Setting, ...]:
    """Return what the number of people was judged by; Refused where the team may not be it."""
    book, named = command.book or SHIPPED, command.investigators
    least, small = book.on(AT_LEAST, command.today), book.on(SIMPLIFIED, command.today)
    one_is_enough = simplified and application.terms.amount.fen <= 100 * int(small.setting)
    INVESTIGATORS_ARE_ENOUGH.require(
        len(named) == len(set(named)) >= (1 if one_is_enough else int(least.setting)),
        investigators=", ".join(named),
        at_least=least.setting,
        simplified=simplified,
        amount_max=small.setting,
    )
    known = {one.staff_id: one for one in command.team or ()}
    for name in named:
        INVESTIGATORS_ARE_STAFF.require(name in known, investigator=name)
        require_duty(known[name], command.today, INVESTIGATES, application.customer_id)
    return (least, small) if simplified else (least,)
