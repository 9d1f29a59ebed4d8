"""The products with the terms in effect on a day.

What follows from the terms stands beside them: how long its loans run at most (短期, 中期, 长期)
and in which form they come back.  A narrowed page looks at SCAN_MAX products at most.
"""

from collections.abc import Iterator
from datetime import date
from functools import reduce
from typing import Any, Final

from attrs import frozen

from domain.classes import repayment_form, term_class
from domain.facts.terms import LoanPurpose, SecurityWay
from domain.kinds import Funding, ProductRole
from domain.labels import Label
from domain.product.events import ProductDefined
from domain.product.state import Product, evolve
from domain.recorded import Fact
from domain.terms import Terms
from projections.history import HISTORY, histories
from projections.plain import plain
from projections.view import Answer, Lines, Parameter, Question, Reader, View, columns

SCAN_MAX: Final = 1_000


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
    size = SCAN_MAX if _narrowed(question) else limit
    if asked := question.where("product_id"):
        lines = reader.lines(PRODUCTS_DEFINED, asked)
        ids = sorted(line.row.product_id for line in lines if line.row.product_id > after)
    else:
        ids = list(reader.keys(PRODUCTS_DEFINED, "product_id", after=after, limit=size + 1))
    known = histories(reader, [f"product-{product_id}" for product_id in ids])
    rows: list[dict[str, Any]] = []
    for product_id in ids[:size]:
        events: list[Any] = [line.row.event for line in known[f"product-{product_id}"]]
        product: Product = reduce(evolve, events, Product())
        if not _is_asked(product.terms.on(reader.day), question):
            continue
        if len(rows) == limit:
            return Answer(rows=rows, next=str(rows[-1]["product_id"]))
        rows.append(_row(product_id, product, reader.day))
    return Answer(rows=rows, next=ids[size - 1] if len(ids) > size else None)


def _narrowed(question: Question) -> bool:
    return bool(question.where("security", "loan_purpose", "funding", "product_role"))


def _is_asked(terms: Terms | None, question: Question) -> bool:
    """Say whether a product is lent with what is asked for; an empty list of its is any."""
    if not _narrowed(question):
        return True
    security, purpose = question.text("security"), question.text("loan_purpose")
    funding, role = question.text("funding"), question.text("product_role")
    return terms is not None and (
        (security is None or not terms.securities or security in terms.securities)
        and (purpose is None or not terms.loan_purposes or purpose in terms.loan_purposes)
        and funding in (None, terms.funding)
        and role in (None, terms.product_role)
    )


def _row(product_id: str, product: Product, day: date) -> dict[str, Any]:
    assert product.defined is not None
    entry = product.terms.entry(day)
    terms = entry.value if entry else None
    return {
        "product_id": product_id,
        "title": product.defined.title,
        "offered": terms is not None,
        "since": plain(entry.day) if entry else None,
        "source": entry.source if entry else None,
        "securities": plain(terms.securities or tuple(SecurityWay)) if terms else [],
        "loan_purposes": plain(terms.loan_purposes or tuple(LoanPurpose)) if terms else [],
        "term_class": term_class(terms.instalments_max).value if terms else None,
        "forms": _forms(terms) if terms else [],
        "funding": terms.funding.value if terms else None,
        "product_role": plain(terms.product_role) if terms else None,
        "terms": plain(terms),
    }


def _forms(terms: Terms) -> list[str]:
    forms = (repayment_form(method) for method in terms.methods)
    return list(dict.fromkeys(form.value for form in forms if form))


PRODUCTS: Final = View(
    name="products",
    title=Label("产品条款", "products"),
    tables=(PRODUCTS_DEFINED, HISTORY),
    parameters=(
        Parameter(name="product_id"),
        Parameter(name="security", choices=tuple(SecurityWay)),
        Parameter(name="loan_purpose", choices=tuple(LoanPurpose)),
        Parameter(name="funding", choices=tuple(Funding)),
        Parameter(name="product_role", choices=tuple(ProductRole)),
    ),
    columns=columns(
        product_id="text",
        title="text",
        offered="flag",
        since="date",
        source="text",
        securities="list",
        loan_purposes="list",
        term_class="text",
        forms="list",
        funding="text",
        product_role="text",
        terms="map",
    ),
    answer=_answer,
)
