"""Labels of benchmarks and their quotes."""

from collections.abc import Mapping
from typing import Final

from domain.labels import Label

LABELS: Final[Mapping[str, Label]] = {
    "benchmark": Label("定价基准", "benchmark"),
    "benchmark.record_quote": Label("登记基准报价", "record a quote of a benchmark"),
    "benchmark.correct_quote": Label("更正基准报价", "correct a quote of a benchmark"),
    "benchmark.quote_recorded": Label("基准报价已登记", "quote recorded"),
    "benchmark.quote_corrected": Label("基准报价已更正", "quote corrected"),
    "published_on": Label("公布日", "published on"),
    "quotes": Label("报价", "quotes"),
    "by_tenor": Label("按期限品种", "by tenor"),
    "was": Label("更正前利率", "rate before"),
}
