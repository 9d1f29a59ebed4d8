"""What must hold of a file before anybody acts on it."""

from typing import Final

from attrs import frozen

from domain.approval.commands import OnFile
from domain.approval.rules import (
    CUSTOMER_CAN_BE_LENT_TO,
    DECIDED_ON_AN_INVESTIGATION,
    DECIDED_ONCE,
    DECIDED_WHILE_IT_GOES_ON,
    OWN_MONEY_IS_DECIDED_ON,
    REVIEW_CAME_FIRST,
)
from domain.approval.state import Case
from domain.approval.values import Verdict
from domain.facts.application import Application
from domain.facts.duty import require_apart, require_duty, require_lending_unit
from domain.facts.investigation import Investigation
from domain.facts.seen import Seen
from domain.facts.staff import Post
from domain.party import Standing

HEADS: Final = (Post.CREDIT_HEAD, Post.SUB_BRANCH_HEAD, Post.BRANCH_HEAD, Post.PRESIDENT)
DECIDERS: Final = (Post.APPROVER, *HEADS)
MEMBERS: Final = (Post.COMMITTEE_MEMBER, *DECIDERS)
OFFICERS: Final = (
    Post.JUNIOR_RELATIONSHIP_MANAGER,
    Post.RELATIONSHIP_MANAGER,
    Post.SENIOR_RELATIONSHIP_MANAGER,
    Post.RELATIONSHIP_HEAD,
    Post.LOBBY_MANAGER,
    Post.REVIEWER,
    Post.CONTRACT_OFFICER,
    *MEMBERS,
)


@frozen(kw_only=True)
class File:
    """A credit file that goes on, as it was seen."""

    application: Application
    seen: Seen

    @property
    def customer_id(self) -> str:
        """Whose file it is."""
        return self.application.customer_id

    @property
    def unit_id(self) -> str:
        """Where the application was made."""
        return self.application.unit_id


def require_file(command: OnFile, posts: tuple[Post, ...]) -> File:
    """Return the file that somebody with one of these posts acts on.

    Refused where the application is not there or does not go on, the customer is no partner for
    business, the actor may not act, or the file is not as it was read.
    """
    application = command.application
    DECIDED_WHILE_IT_GOES_ON.require(
        application is not None and application.goes_on, application_id=command.application_id
    )
    assert application is not None
    OWN_MONEY_IS_DECIDED_ON.require(
        application.entrusted_by is None, application_id=command.application_id
    )
    standing = command.party.standing if command.party else None
    CUSTOMER_CAN_BE_LENT_TO.require(
        standing is Standing.ACTIVE, customer_id=application.customer_id, standing=standing
    )
    require_duty(command.staff, command.today, posts, application.customer_id)
    assert command.seen is not None
    command.seen.require_as_read(command.read)
    return File(application=application, seen=command.seen)


def require_undecided(command: OnFile, case: Case) -> None:
    """Raise Refused where a file was decided, or is decided no more."""
    open_still = case.decision is None and case.ended is None
    DECIDED_ONCE.require(open_still, application_id=command.application_id)


def require_investigated(command: OnFile) -> Investigation:
    """Return the investigation of a file; Refused while it goes on."""
    found = command.investigation
    DECIDED_ON_AN_INVESTIGATION.require(
        found is not None and found.concluded_on is not None, application_id=command.application_id
    )
    assert found is not None
    return found


def require_ready(command: OnFile, case: Case) -> Investigation:
    """Return the investigation that a decision rests on.

    Refused where the file was decided, the unit may not lend today, or nobody passed on the report
    as it is now and no fast track was granted.
    """
    require_undecided(command, case)
    require_lending_unit(command.unit, command.today)
    investigation = require_investigated(command)
    REVIEW_CAME_FIRST.require(
        case.fast_track is not None or _passed_on(case, investigation),
        application_id=command.application_id,
    )
    return investigation


def require_decider(command: OnFile, file: File, case: Case) -> Investigation:
    """Return the investigation; Refused where the actor took another part on the file."""
    investigation = require_ready(command, case)
    require_handled_by_others(command, file, investigation)
    require_apart(command.actor, case.reviewers, "reviewer")
    track = case.fast_track
    require_apart(command.actor, (track.granted_by,) if track else (), "fast_track")
    return investigation


def require_handled_by_others(command: OnFile, file: File, investigation: Investigation) -> None:
    """Raise Refused where the actor took the application in, or ever investigated it."""
    require_apart(command.actor, (file.application.taken_by,), "taken_by")
    require_apart(command.actor, investigation.people, "investigator")


def _passed_on(case: Case, investigation: Investigation) -> bool:
    last = case.reviews[-1] if case.reviews else None
    return (
        last is not None and last.verdict is Verdict.PASS_ON and last.report == investigation.report
    )
