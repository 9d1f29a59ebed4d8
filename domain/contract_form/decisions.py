"""What follows from adopting a form of contract."""

from collections.abc import Sequence

from domain.contract_form.commands import ContractFormCommand
from domain.contract_form.events import ContractFormAdopted, ContractFormEvent
from domain.contract_form.rules import FORM_KNOWS_ITS_BLANKS, FORM_NAMES_EVERY_ITEM
from domain.contract_form.state import ContractForm
from domain.dated import Dated, From
from domain.facts.forms.form import ITEMS, MORE, Form


def decide(command: ContractFormCommand, known: ContractForm) -> Sequence[ContractFormEvent]:
    """Adopt a form from a day on; () where that day has it from that source already."""
    form, required = Form(command.lines), ITEMS[command.kind]
    lacking = [name for name in required if name not in form.blanks]
    FORM_NAMES_EVERY_ITEM.require(not lacking, lacking=", ".join(lacking))
    unknown = sorted(form.blanks - {*required, *MORE})
    FORM_KNOWS_ITS_BLANKS.require(not unknown, unknown=", ".join(unknown))
    if known.forms.entry(command.since) == From(command.since, form, command.source):
        return ()
    adopted = ContractFormAdopted(
        lines=command.lines, digest=form.digest, since=command.since, source=command.source
    )
    return (adopted,)


def fact(_kind: str, known: ContractForm) -> Dated[Form]:
    """Return the forms by day, for a contract that is printed."""
    return known.forms
