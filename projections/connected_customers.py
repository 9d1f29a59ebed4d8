"""Whose files a member of staff is kept out of (回避), and by which ways.

The customers whom they declared (themselves, near relatives, firms), and who forms one economic
group with one of those by the relations on record: spouses, members of the household, who controls
or is controlled, members of a group by control or household, and a customer registered twice.
Groups themselves stand among them: their limits are one file.

Source: 商业银行法 第40条; 银行保险机构关联交易管理办法 (2022): 关系人, 近亲属 and their firms.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from domain.facts.related import Tie
from domain.labels import Label
from projections.links import LINKS, Link, links_at
from projections.relations import BOTH
from projections.view import Answer, Parameter, Question, Reader, View, columns
from projections.ways import ways_from


def kept_out(reader: Reader, staff_id: str) -> Iterator[tuple[str, str, Sequence[Link]]]:
    """Yield each stream that is kept out, what was declared, and the way; declared ones first."""
    declared = links_at(reader, "one", [f"staff-{staff_id}"], Tie.INSIDER)
    links = sorted(declared, key=lambda link: link.other)
    known = {link.other for link in links}
    yield from ((link.other, link.way, (link,)) for link in links)
    for link in links:
        for stream, way in ways_from(reader, link.other, Tie.GROUP, BOTH).items():
            if stream not in known:
                yield stream, link.way, (link, *way.links())
                known.add(stream)


def _answer(reader: Reader, question: Question) -> Answer:
    found = sorted(kept_out(reader, str(question.text("staff_id"))), key=lambda one: one[0])
    page = [one for one in found if question.after is None or one[0] > question.after]
    kept = page[: question.limit]
    more = kept[-1][0] if len(page) > question.limit else None
    return Answer(rows=[_row(*one) for one in kept], next=more)


def _row(stream: str, declared: str, way: Sequence[Link]) -> Mapping[str, Any]:
    return {
        "stream": stream,
        "connection": declared,
        "distance": len(way),
        "ways": [f"{link.one} {link.way} {link.other}" for link in way],
    }


CONNECTED_CUSTOMERS: Final = View(
    name="connected_customers",
    title=Label("员工回避名单", "customers whose files a member of staff is kept out of"),
    tables=(LINKS,),
    parameters=(Parameter(name="staff_id", required=True),),
    columns=columns(stream="text", connection="text", distance="number", ways="list"),
    answer=_answer,
)
