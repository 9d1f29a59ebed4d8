"""The rules of a form of contract."""

from typing import Final

from domain.rules import Rule

FORM_NAMES_EVERY_ITEM: Final = Rule(
    "FORM-001",
    "A form has a blank for every item that a contract of its kind must name.",
    "Civil Code of the PRC, Art. 470, 668; Credit manual of the institution: items of a contract",
)
FORM_KNOWS_ITS_BLANKS: Final = Rule(
    "FORM-002",
    "A form has no blank that nothing can fill.",
    "Credit manual of the institution: contracts are generated, never filled in by hand",
)
