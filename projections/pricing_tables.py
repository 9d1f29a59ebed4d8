"""The pricing tables (贷款定价表) in effect on a day, one row a product."""

from typing import Final

from domain.labels import Label
from projections.history import HISTORY
from projections.plain import plain
from projections.policy_book import policy_known
from projections.view import Answer, Parameter, Question, Reader, View, columns


def _answer(reader: Reader, question: Question) -> Answer:
    asked, pricing = question.text("product_id"), policy_known(reader).book.pricing
    held = {name: dated.entry(reader.day) for name, dated in sorted(pricing.items())}
    rows = [
        {
            "product_id": name,
            "since": plain(entry.day),
            "source": entry.source,
            "table": plain(entry.value),
        }
        for name, entry in held.items()
        if entry and asked in (None, name)
    ]
    return Answer(rows=rows)


PRICING_TABLES: Final = View(
    name="pricing_tables",
    title=Label("贷款定价表", "pricing tables"),
    tables=(HISTORY,),
    parameters=(Parameter(name="product_id"),),
    columns=columns(product_id="text", since="date", source="text", table="map"),
    answer=_answer,
)
