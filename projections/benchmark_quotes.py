"""What benchmarks were quoted at up to a day, as corrected by then."""

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from attrs import frozen

from domain.benchmark.events import QuoteCorrected, QuoteRecorded
from domain.labels import Label
from domain.recorded import Fact
from projections.view import Answer, Lines, Misread, Parameter, Question, Reader, View, columns


@frozen(kw_only=True)
class Quoted:
    """A quote as one act said it."""

    benchmark_id: str
    tenor_months: int
    published_on: str
    rate_yearly: str
    source: str
    corrects: bool


def quoted(fact: Fact, event: QuoteRecorded | QuoteCorrected) -> Iterator[tuple[date, Quoted]]:
    """Yield the quote from its publication day on."""
    yield (
        fact.on,
        Quoted(
            benchmark_id=fact.id,
            tenor_months=event.tenor_months,
            published_on=event.published_on.isoformat(),
            rate_yearly=str(event.rate_yearly),
            source=event.source,
            corrects=isinstance(event, QuoteCorrected),
        ),
    )


QUOTES: Final = Lines(
    name="quote",
    row=Quoted,
    of={QuoteRecorded: quoted, QuoteCorrected: quoted},
    by=("benchmark_id",),
)


def _answer(reader: Reader, question: Question) -> Answer:
    last: dict[str, dict[str, Any]] = {}
    for line in reader.lines(QUOTES, question.where("benchmark_id")):
        row = line.row
        key = f"{row.benchmark_id} {row.tenor_months:03d} {row.published_on}"
        last[key] = {
            "benchmark_id": row.benchmark_id,
            "tenor_months": row.tenor_months,
            "published_on": row.published_on,
            "rate_yearly": row.rate_yearly,
            "source": row.source,
            "corrected": row.corrects,
        }
    if question.after and question.after not in last:
        raise Misread(f"after: {question.after!r} is no place like 'LPR 012 2026-01-20'")
    keys = [key for key in sorted(last) if key > (question.after or "")]
    page = keys[: question.limit]
    more = page[-1] if len(keys) > len(page) else None
    return Answer(rows=[last[key] for key in page], next=more)


BENCHMARK_QUOTES: Final = View(
    name="benchmark_quotes",
    title=Label("定价基准报价", "benchmark quotes"),
    tables=(QUOTES,),
    parameters=(Parameter(name="benchmark_id"),),
    columns=columns(
        benchmark_id="text",
        tenor_months="number",
        published_on="date",
        rate_yearly="text",
        source="text",
        corrected="flag",
    ),
    answer=_answer,
)
