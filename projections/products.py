"""The products with the terms in effect on a day."""

from collections.abc import Iterator
from datetime import date
from functools import reduce
from typing import Any, Final

from attrs import frozen

from domain.labels import Label
from domain.product.events import ProductDefined
from domain.product.state import Product, evolve
from domain.recorded import Fact
from projections.history import HISTORY, histories
from projections.plain import plain
from projections.view import Answer, Lines, Parameter, Question, Reader, View, columns


@frozen(kw_only=True)
class Offered:
    """A product that was defined."""

    product_id: str


def offered(fact: Fact, _event: ProductDefined) -> Iterator[tuple[date, Offered]]:
    """Yield the product, from the first day of its terms."""
    yield fact.on, Offered(product_id=fact.id)


PRODUCTS_DEFINED: Final = Lines(
    name="product", row=Offered, of={ProductDefined: offered}, by=("product_id",)
)


def _answer(reader: Reader, question: Question) -> Answer:
    after, limit = question.after or "", question.limit
    if asked := question.where("product_id"):
        lines = reader.lines(PRODUCTS_DEFINED, asked)
        ids = sorted(line.row.product_id for line in lines if line.row.product_id > after)
    else:
        ids = list(reader.keys(PRODUCTS_DEFINED, "product_id", after=after, limit=limit + 1))
    known = histories(reader, [f"product-{product_id}" for product_id in ids[:limit]])
    rows = [
        _row(product_id, [line.row.event for line in known[f"product-{product_id}"]], reader.day)
        for product_id in ids[:limit]
    ]
    return Answer(rows=rows, next=ids[limit - 1] if len(ids) > limit else None)


def _row(product_id: str, events: list[Any], day: date) -> dict[str, Any]:
    product: Product = reduce(evolve, events, Product())
    assert product.defined is not None
    entry = product.terms.entry(day)
    return {
        "product_id": product_id,
        "title": product.defined.title,
        "offered": bool(entry and entry.value),
        "since": plain(entry.day) if entry else None,
        "source": entry.source if entry else None,
        "terms": plain(entry.value) if entry else None,
    }


PRODUCTS: Final = View(
    name="products",
    title=Label("产品条款", "products"),
    tables=(PRODUCTS_DEFINED, HISTORY),
    parameters=(Parameter(name="product_id"),),
    columns=columns(
        product_id="text",
        title="text",
        offered="flag",
        since="date",
        source="text",
        terms="map",
    ),
    answer=_answer,
)
