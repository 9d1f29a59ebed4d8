"""The quotes of a benchmark on two dates."""

from attrs import evolve

from domain.rate import Rate
from tests.domain.benchmark.quotes import CORRECTED, JUNE, RECORDED
from tests.projections.asking import Books, shown

JUNE_QUOTE = evolve(RECORDED, published_on=JUNE, rate_yearly=Rate.parse("2.90%"))


def test_a_quote_is_shown_from_its_publication_day_as_corrected_by_then():
    books = Books().with_events("benchmark-LPR", JUNE_QUOTE, RECORDED, CORRECTED)
    assert books.rows("benchmark_quotes", in_effect_on="2025-05-19") == []
    (may,) = books.rows("benchmark_quotes", in_effect_on="2025-06-19")
    assert shown(may, "tenor_months", "published_on", "rate_yearly", "corrected") == (
        12,
        "2025-05-20",
        "3.10%",
        True,
    )
    (known_then,) = books.rows("benchmark_quotes", in_effect_on="2025-06-19", known_by="1")
    assert shown(known_then, "rate_yearly", "corrected") == ("3.00%", False)


def test_quotes_are_read_page_by_page():
    books = Books().with_events("benchmark-LPR", JUNE_QUOTE, RECORDED)
    first = books.page("benchmark_quotes", limit="1")
    rest = books.page("benchmark_quotes", limit="1", after=str(first.next))
    days = [row["published_on"] for row in (*first.rows, *rest.rows)]
    assert days == ["2025-05-20", "2025-06-20"]
    assert rest.next is None
    assert books.rows("benchmark_quotes", benchmark_id="SHIBOR") == []
