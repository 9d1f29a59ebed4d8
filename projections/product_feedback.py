"""Suggestions about products (产品优化反馈): about which terms, how answered, how closed."""

from collections.abc import Sequence
from functools import reduce
from typing import Any, Final

from domain.labels import Label
from domain.product.state import Feedback, Product, evolve
from projections.history import HISTORY, histories, in_effect
from projections.plain import plain
from projections.products import PRODUCTS_DEFINED
from projections.view import Answer, Parameter, Question, Reader, View, columns

_MOST: Final = 1_000  # Products looked at, where none is named.


def _answer(reader: Reader, question: Question) -> Answer:
    named, state = question.text("product_id"), question.text("state")
    ids = [named] if named else reader.keys(PRODUCTS_DEFINED, "product_id", limit=_MOST)
    known = histories(reader, [f"product-{product_id}" for product_id in ids])
    rows: list[dict[str, Any]] = []
    for product_id in ids:
        lines = in_effect(known[f"product-{product_id}"], reader.day)
        rows += _rows(product_id, [line.row.event for line in lines])
    return Answer(rows=[row for row in rows if state in (None, row["state"])])


def _rows(product_id: str, events: Sequence[Any]) -> list[dict[str, Any]]:
    product: Product = reduce(evolve, events, Product())
    return [_row(product_id, one) for one in product.feedback.values()]


def _row(product_id: str, one: Feedback) -> dict[str, Any]:
    answered = one.answered
    return {
        "product_id": product_id,
        "feedback_id": one.given.feedback_id,
        "state": _state(one),
        "says": one.given.says,
        "channel": plain(one.given.channel),
        "version_since": plain(one.given.version_since),
        "given_by": one.given.given_by,
        "on": plain(one.given.on),
        "accepted": answered.accepted if answered else None,
        "answer": answered.says if answered else None,
        "answered_by": answered.answered_by if answered else None,
        "closed_since": plain(one.closed_since),
    }


def _state(one: Feedback) -> str:
    if one.answered is None:
        return "waiting"
    if not one.answered.accepted:
        return "declined"
    return "taken_up" if one.closed_since else "accepted"


PRODUCT_FEEDBACK: Final = View(
    name="product_feedback",
    title=Label("产品优化反馈", "suggestions about products"),
    tables=(PRODUCTS_DEFINED, HISTORY),
    parameters=(
        Parameter(name="product_id"),
        Parameter(name="state", choices=("waiting", "accepted", "taken_up", "declined")),
    ),
    columns=columns(
        product_id="text",
        feedback_id="text",
        state="text",
        says="text",
        channel="text",
        version_since="date",
        given_by="text",
        on="date",
        accepted="flag",
        answer="text",
        answered_by="text",
        closed_since="date",
    ),
    answer=_answer,
)
