"""A standard form: lines of text with blanks for the items of a contract.

A blank is a name in braces.  Blanks for persons stay references in the frozen text, and are filled
in when it is printed: so no person's data stands in a record.

Source: Civil Code of the PRC, Art. 470, 668 (what a contract, and a loan contract, names), 496
(standard terms), 681-684, 400, 427 (what contracts of guarantee, mortgage and pledge name).
"""

import hashlib
import re
from collections.abc import Mapping
from typing import Annotated, Final

from attrs import frozen

from domain.facts.contract import ContractKind
from domain.ids import Text

FormLine = Annotated[
    str, Text(r"^[^\u0000-\u001f\u007f-\u009f]+$", 500, "a line of text, not empty")
]

BLANK: Final = re.compile(r"\{([a-z_]+)\}")
_ALWAYS: Final = ("contract_id", "lender", "breach_terms")
_OF_THE_BORROWER: Final = ("borrower_name", "borrower_number")
_OF_THE_GIVER: Final = ("giver_name", "giver_number", "securities")
# What a form of each kind must have a blank for.
ITEMS: Final[Mapping[ContractKind, tuple[str, ...]]] = {
    ContractKind.LOAN: (
        *_ALWAYS,
        *_OF_THE_BORROWER,
        *("loan_purpose", "use", "amount", "amount_in_words", "months", "rate_yearly"),
        *("method", "due_day", "payment", "security", "secured_by", "covenants", "provisions"),
    ),
    ContractKind.ENTRUSTED_LOAN: (
        *_ALWAYS,
        *_OF_THE_BORROWER,
        *("entruster_name", "entruster_number", "service_fee"),
        *("loan_purpose", "use", "amount", "amount_in_words", "months", "rate_yearly"),
        *("method", "due_day", "payment", "security", "secured_by", "provisions"),
    ),
    ContractKind.GUARANTEE: (*_ALWAYS, *_OF_THE_GIVER, "borrower_name", "secures"),
    ContractKind.MORTGAGE: (*_ALWAYS, *_OF_THE_GIVER, "borrower_name", "secures"),
    ContractKind.PLEDGE_OF_RIGHTS: (*_ALWAYS, *_OF_THE_GIVER, "borrower_name", "secures"),
    ContractKind.MAXIMUM_AMOUNT_MORTGAGE: (
        *_ALWAYS,
        *_OF_THE_GIVER,
        *("borrower_name", "secures_up_to", "debts_since", "debts_until"),
    ),
}
# What a form may have a blank for beside that.
MORE: Final = (
    *("fees", "borrower_address", "giver_address", "entruster_address"),
    *("provisions", "covenants", "months"),
)


@frozen
class Form:
    """The lines of a standard form."""

    lines: tuple[FormLine, ...]

    @property
    def digest(self) -> str:
        """The SHA-256 of its lines, each with a line feed, in UTF-8."""
        return digest_of(self.lines)

    @property
    def blanks(self) -> frozenset[str]:
        """The names of the items that it has a blank for."""
        return frozenset(name for line in self.lines for name in BLANK.findall(line))

    def filled(self, items: Mapping[str, str]) -> tuple[str, ...]:
        """Return its lines with every blank filled; KeyError for an item that is not given."""
        return tuple(BLANK.sub(lambda found: items[found[1]], line) for line in self.lines)


def text_of(lines: tuple[str, ...]) -> str:
    """Return lines as one text: a line feed after each."""
    return "".join(f"{line}\n" for line in lines)


def digest_of(lines: tuple[str, ...]) -> str:
    """Return the SHA-256 of a text in UTF-8."""
    return f"sha256:{hashlib.sha256(text_of(lines).encode()).hexdigest()}"
