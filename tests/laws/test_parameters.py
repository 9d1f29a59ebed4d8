"""Every parameter that ships is read by a rule; none stands in the book for show."""

from collections.abc import Iterator

from domain.facts.parameters import PARAMETERS
from tests.style.trees import ROOT

# What the shape of the program holds whatever is set: roles are kept apart by rules of their own,
# and a farm household is one customer, with one economic file and one maximum.
HELD_BY_SHAPE = {"separation.review_from_approval", "farm_loan.unit"}


def sources() -> Iterator[str]:
    """Yield the text of every module that may read a parameter."""
    for folder in ("domain", "projections"):
        for path in (ROOT / folder).rglob("*.py"):
            if "parameters" not in path.parts:
                yield path.read_text(encoding="utf-8")


def made_of_parts(name: str, text: str) -> bool:
    """Say whether a name is put together from its beginning and something that varies."""
    parts = name.split(".")
    beginnings = [".".join(parts[:count]) for count in range(2, len(parts))]
    return any(f'f"{one}.{{' in text or f'"{one}."' in text for one in beginnings)


def test_every_parameter_is_read_by_a_rule_or_a_view():
    text = "".join(sources())
    unread = {name for name in PARAMETERS if f'"{name}"' not in text}
    assert {name for name in unread if not made_of_parts(name, text)} == HELD_BY_SHAPE
