"""What has happened to a form of contract: the contract with history."""

from datetime import date

from attrs import frozen

from domain.facts.forms.form import FormLine
from domain.ids import Digest


@frozen(kw_only=True)
class ContractFormAdopted:
    """Contracts of this kind are printed on this form from a day on."""

    lines: tuple[FormLine, ...]
    digest: Digest  # Of the lines.
    since: date
    source: str


ContractFormEvent = ContractFormAdopted
