"""Who takes the steps of an application, and from which stage they follow."""

from typing import Final

from domain.credit_application.events import CreditApplicationSubmitted
from domain.credit_application.rules import APPLICATION_IS_KNOWN, STEP_FOLLOWS_ITS_STAGE
from domain.credit_application.state import CreditApplication
from domain.facts.application import ApplicationStage
from domain.facts.staff import Post

INTAKE: Final = (
    Post.JUNIOR_RELATIONSHIP_MANAGER,
    Post.RELATIONSHIP_MANAGER,
    Post.SENIOR_RELATIONSHIP_MANAGER,
    Post.RELATIONSHIP_HEAD,
    Post.LOBBY_MANAGER,
)
RETURNING: Final = (*INTAKE, Post.INVESTIGATOR, Post.REVIEWER)
ADMITTING: Final = (
    Post.RELATIONSHIP_MANAGER,
    Post.SENIOR_RELATIONSHIP_MANAGER,
    Post.RELATIONSHIP_HEAD,
    Post.CREDIT_HEAD,
    Post.SUB_BRANCH_HEAD,
)
WAIVING: Final = (Post.RELATIONSHIP_HEAD, Post.CREDIT_HEAD, Post.SUB_BRANCH_HEAD)


def require_known(application: CreditApplication) -> CreditApplicationSubmitted:
    """Return the application as taken in; Refused where it never was."""
    APPLICATION_IS_KNOWN.require(application.submitted is not None)
    assert application.submitted is not None
    return application.submitted


def require_stage(application: CreditApplication, stages: tuple[ApplicationStage, ...]) -> None:
    """Raise Refused where a step does not follow from the stage."""
    STEP_FOLLOWS_ITS_STAGE.require(
        application.stage in stages,
        stage=application.stage.value,
        since=application.since,
        follows_from=", ".join(stages),
    )
