"""What may be asked of a form of contract: the contract with callers."""

from datetime import date

from attrs import frozen

from domain.facts.contract import ContractKind
from domain.facts.forms.form import FormLine


@frozen(kw_only=True)
class AdoptContractForm:
    """Adopt the standard form of a kind of contract, from a day on."""

    kind: ContractKind
    lines: tuple[FormLine, ...]  # With blanks like {amount}.
    since: date
    source: str  # The decision that adopted it.


ContractFormCommand = AdoptContractForm
