"""Which form a kind of contract is printed on, by day."""

import attrs
from attrs import frozen

from domain.contract_form.events import ContractFormEvent
from domain.dated import Dated
from domain.facts.forms.form import Form


@frozen
class ContractForm:
    """The forms that were adopted for one kind of contract; none before the first day."""

    forms: Dated[Form] = attrs.field(factory=Dated)


def evolve(known: ContractForm, event: ContractFormEvent) -> ContractForm:
    """Return the forms after an event."""
    return ContractForm(known.forms.with_value(event.since, Form(event.lines), event.source))
