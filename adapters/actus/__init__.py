"""ACTUS test-case files in their published shape: cases in, result rows out, and a comparison.

A file is one JSON object: `{id: {identifier, terms, to, dataObserved, eventsObserved, results}}`.
"""

from adapters.actus.cases import Case, read_cases, run_cases
from adapters.actus.comparison import Difference, compare

__all__ = ["Case", "Difference", "compare", "read_cases", "run_cases"]
