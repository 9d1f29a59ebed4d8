"""Every parameter that ships is read by a rule or a view; none stands in the book for show."""

import re

from domain.facts.parameters import PARAMETERS
from tests.style.trees import ROOT

# What the shape of the program holds whatever is set: roles are kept apart by rules of their own,
# and a farm household is one customer, with one economic file and one maximum.
HELD_BY_SHAPE = {"separation.review_from_approval", "farm_loan.unit"}
# A name as it is written, with what varies in braces, or its beginning up to a dot.
_WRITTEN = re.compile(r'"([a-z_]+\.(?:[a-z_0-9.]|\{[^}]*\})*)"')


def patterns() -> list[str]:
    """Return what parameters are called in every module that may read one, as expressions."""
    texts = (
        path.read_text(encoding="utf-8")
        for folder in ("domain", "projections")
        for path in (ROOT / folder).rglob("*.py")
        if "parameters" not in path.parts
    )
    names = {name for text in texts for name in _WRITTEN.findall(text)}
    parts = (re.split(r"\{[^}]*\}", name) for name in names)
    whole = (r"[A-Za-z_]+".join(re.escape(part) for part in each) for each in parts)
    return [f"{one}.*" if one.endswith(r"\.") else one for one in whole]


def test_every_parameter_is_read_by_a_rule_or_a_view():
    read = re.compile("|".join(f"(?:{one})" for one in patterns()))
    assert {name for name in PARAMETERS if not read.fullmatch(name)} == HELD_BY_SHAPE
