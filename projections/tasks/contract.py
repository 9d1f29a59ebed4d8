"""Tasks of contracts and of paying out: they wait at the unit that took the application in."""

from collections.abc import Mapping
from typing import Final

from domain.contract.events import (
    ContractChecked,
    ContractDrafted,
    ContractSentBack,
    ContractSigned,
    ContractVoided,
)
from domain.drawdown.events import (
    DrawdownCancelled,
    DrawdownChecked,
    DrawdownReleased,
    DrawdownRequested,
)
from domain.facts.staff import Post
from domain.recorded import Fact
from projections.tasks.task import Step, Subject, Tasking, Tasks, queue_of

_OFFICER: Final = Post.CONTRACT_OFFICER
_PAYER: Final = Post.DISBURSEMENT_OFFICER


def _of(fact: Fact, customer_id: str | None = None) -> Subject:
    return Subject(fact=fact, number=fact.id, about=fact.stream, customer_id=customer_id)


def drafted(fact: Fact, event: ContractDrafted) -> Tasks:
    """Yield that a second person is to check it."""
    subject, application = _of(fact, event.customer_id), event.application_id
    if event.terms is not None:
        about = f"credit_application-{application}"
        yield from Subject(fact=fact, number=application, about=about).closes(Step.DRAFT)
    yield from subject.closes(Step.CHECK, Step.DRAFT)
    yield from subject.opens(Step.CHECK, queue_of(_OFFICER, event.unit_id))


def checked(fact: Fact, event: ContractChecked) -> Tasks:
    """Yield that it is to be printed and signed."""
    yield from _of(fact).closes(Step.CHECK)
    yield from _of(fact).opens(Step.SIGN, queue_of(_OFFICER, event.unit_id))


def sent_back(fact: Fact, event: ContractSentBack) -> Tasks:
    """Yield that it is to be drafted again."""
    yield from _of(fact).closes(Step.CHECK, Step.SIGN)
    yield from _of(fact).opens(Step.DRAFT, queue_of(_OFFICER, event.unit_id))


def settled(fact: Fact, _event: ContractSigned | ContractVoided) -> Tasks:
    """Yield that nothing is to be done for its signing any more."""
    yield from _of(fact).closes(Step.DRAFT, Step.CHECK, Step.SIGN)


def requested(fact: Fact, event: DrawdownRequested) -> Tasks:
    """Yield that a second person is to check the drawdown."""
    payer = queue_of(_PAYER, event.unit_id)
    yield from _of(fact, event.customer_id).opens(Step.CHECK_DRAWDOWN, payer)


def cleared(fact: Fact, event: DrawdownChecked) -> Tasks:
    """Yield that the money is to be paid."""
    yield from _of(fact).closes(Step.CHECK_DRAWDOWN, Step.RELEASE)
    yield from _of(fact).opens(Step.RELEASE, queue_of(_PAYER, event.unit_id))


def paid(fact: Fact, _event: DrawdownReleased | DrawdownCancelled) -> Tasks:
    """Yield that nothing is to be paid any more."""
    yield from _of(fact).closes(Step.CHECK_DRAWDOWN, Step.RELEASE)


TASKS: Final[Mapping[type, Tasking]] = {
    ContractDrafted: drafted,
    ContractChecked: checked,
    ContractSentBack: sent_back,
    ContractSigned: settled,
    ContractVoided: settled,
    DrawdownRequested: requested,
    DrawdownChecked: cleared,
    DrawdownReleased: paid,
    DrawdownCancelled: paid,
}
