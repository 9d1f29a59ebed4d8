"""The standard forms of contracts that ship: editable defaults, for an institution to replace.

An institution adopts forms of its own, by day; where it has none for a kind, these are used.
"""

from collections.abc import Mapping
from typing import Final

from domain.facts.contract import ContractKind
from domain.facts.forms import loan, security
from domain.facts.forms.form import Form

SHIPPED: Final[Mapping[ContractKind, Form]] = {
    ContractKind.LOAN: Form(loan.LOAN),
    ContractKind.ENTRUSTED_LOAN: Form(loan.ENTRUSTED_LOAN),
    ContractKind.GUARANTEE: Form(security.GUARANTEE),
    ContractKind.MORTGAGE: Form(security.MORTGAGE),
    ContractKind.PLEDGE_OF_RIGHTS: Form(security.PLEDGE_OF_RIGHTS),
    ContractKind.MAXIMUM_AMOUNT_MORTGAGE: Form(security.MAXIMUM_AMOUNT_MORTGAGE),
}
