"""ACTUS test-case files in their published shape: cases in, result rows out, and a comparison.

A file is one JSON object: `{id: {identifier, terms, to, dataObserved, eventsObserved, results}}`.
"""

from adapters.actus.cases import Case, read_cases, run_cases, with_rows
from adapters.actus.comparison import Comparison, Difference, compare_cases
from adapters.actus.text import as_text

__all__ = [
    "Case",
    "Comparison",
    "Difference",
    "as_text",
    "compare_cases",
    "read_cases",
    "run_cases",
    "with_rows",
]
