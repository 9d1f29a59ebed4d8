"""What follows from a suggestion about a product, and from its answer."""

from collections.abc import Iterable, Sequence
from typing import Final

from domain.facts.duty import require_duty
from domain.facts.staff import Post
from domain.product.commands import AnswerProductFeedback, GiveProductFeedback
from domain.product.events import ProductEvent, ProductFeedbackAnswered, ProductFeedbackGiven
from domain.product.rules import (
    FEEDBACK_IS_ABOUT_TERMS,
    FEEDBACK_IS_OPEN,
    ONE_FEEDBACK_A_NUMBER,
)
from domain.product.state import Product

GIVING: Final = tuple(Post)  # Whoever meets customers, or lends.
ANSWERING: Final = (Post.PRODUCT_MANAGER, Post.CREDIT_HEAD)


def give_feedback(command: GiveProductFeedback, product: Product) -> Sequence[ProductEvent]:
    """Keep a suggestion with the terms that it is about; () where it is kept."""
    staff = require_duty(command.staff, command.today, GIVING, None)
    known = product.feedback.get(command.feedback_id)
    if known and (known.given.says, known.given.channel) == (command.says, command.channel):
        return ()
    ONE_FEEDBACK_A_NUMBER.require(known is None, feedback_id=command.feedback_id)
    entry = product.terms.entry(command.today)
    FEEDBACK_IS_ABOUT_TERMS.require(
        entry is not None and entry.value is not None, product_id=command.product_id
    )
    assert entry is not None
    given = ProductFeedbackGiven(
        feedback_id=command.feedback_id,
        says=command.says,
        channel=command.channel,
        version_since=entry.day,
        given_by=staff.staff_id,
        on=command.today,
    )
    return (given,)


def answer_feedback(command: AnswerProductFeedback, product: Product) -> Sequence[ProductEvent]:
    """Answer a suggestion; () where it was answered so."""
    staff = require_duty(command.staff, command.today, ANSWERING, None)
    known = product.feedback.get(command.feedback_id)
    if known and known.answered:
        said = (known.answered.accepted, known.answered.says)
        FEEDBACK_IS_OPEN.require(said == (command.accepted, command.says))
        return ()
    FEEDBACK_IS_OPEN.require(known is not None, feedback_id=command.feedback_id)
    answered = ProductFeedbackAnswered(
        feedback_id=command.feedback_id,
        accepted=command.accepted,
        says=command.says,
        answered_by=staff.staff_id,
        on=command.today,
    )
    return (answered,)


def require_waiting(closes: Iterable[str], product: Product) -> None:
    """Raise Refused where a version would take up what was not accepted, or is taken up."""
    for name in closes:
        known = product.feedback.get(name)
        FEEDBACK_IS_OPEN.require(known is not None and known.waits_for_terms, feedback_id=name)
