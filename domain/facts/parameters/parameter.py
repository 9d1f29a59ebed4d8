"""A parameter of the credit policy, as it ships."""

from datetime import date
from enum import StrEnum

from attrs import frozen


class Measure(StrEnum):
    """What a setting is counted in."""

    PERSONS = "persons"
    HOURS = "hours"
    POINTS = "points"  # Of a test, from 0 to 100.
    DAYS = "days"
    WORKING_DAYS = "working_days"
    MONTHS = "months"
    RATIO = "ratio"  # Written as a decimal: "0.10".
    YUAN = "yuan"  # Whole yuan.
    FLAG = "flag"  # "true" or "false".
    CODE = "code"
    COUNT = "count"


class Confidence(StrEnum):
    """How sure the shipped setting is."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Decider(StrEnum):
    """Who has the say: a bank may be stricter than the law, and decides for itself elsewhere."""

    LAW = "law"
    GUIDANCE = "guidance"
    BANK = "bank"  # An editable default; no rule names a figure.


class Stricter(StrEnum):
    """Which way a setting is stricter; of yes and no, yes counts as the higher."""

    LOWER = "lower"
    HIGHER = "higher"


@frozen(kw_only=True)
class Parameter:
    """A named figure, with where it comes from and how sure that is."""

    zh: str
    en: str
    measure: Measure
    setting: str
    source: str
    confidence: Confidence
    decided_by: Decider
    since: date | None = None  # In force from; None: as long as anyone remembers.
    stricter: Stricter | None = None  # None: nobody says; what the law sets then stays as it is.
