"""The rules of field packs."""

from typing import Final

from domain.rules import Rule

_FIELD: Final = "Credit manual of the institution: work in villages without a network"

PACK_IS_KNOWN: Final = Rule("PACK-001", "The pack was issued.", _FIELD)
ONE_PACK_A_NUMBER: Final = Rule("PACK-002", "A pack number names one pack.", _FIELD)
PACK_COMES_BACK_BY_ITS_OFFICER: Final = Rule(
    "PACK-003", "A pack is brought back by the officer who took it along.", _FIELD
)
ENTRY_NAMED_ONCE: Final = Rule("PACK-004", "A sync names an entry once.", _FIELD)
ENTRY_IS_OPEN: Final = Rule(
    "PACK-005", "Only an entry that was refused or in conflict is settled, and once.", _FIELD
)
