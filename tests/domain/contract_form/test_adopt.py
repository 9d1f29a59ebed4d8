"""A form of contract is adopted from a day on, and names what such a contract must name."""

from datetime import date

from attrs import evolve

from domain.contract_form import CONTRACT_FORM
from domain.contract_form.commands import AdoptContractForm
from domain.contract_form.events import ContractFormAdopted
from domain.contract_form.rules import FORM_KNOWS_ITS_BLANKS, FORM_NAMES_EVERY_ITEM
from domain.facts.contract import ContractKind
from domain.facts.forms import SHIPPED
from domain.facts.forms.form import Form
from tests.specs import given

LINES = (*SHIPPED[ContractKind.GUARANTEE].lines, "本合同一式三份。")
ADOPT = AdoptContractForm(
    kind=ContractKind.GUARANTEE,
    lines=LINES,
    since=date(2026, 3, 1),
    source="Decision 2026-7",
)
ADOPTED = ContractFormAdopted(
    lines=LINES,
    digest=Form(LINES).digest,
    since=date(2026, 3, 1),
    source="Decision 2026-7",
)


def test_a_form_holds_from_its_day_on():
    given(CONTRACT_FORM).when(ADOPT).then(ADOPTED)
    given(CONTRACT_FORM, ADOPTED).when(ADOPT).then_nothing()
    later = evolve(ADOPT, since=date(2026, 6, 1))
    assert given(CONTRACT_FORM, ADOPTED).when(later).outcome()
    forms = CONTRACT_FORM.fact("guarantee", CONTRACT_FORM.fold((ADOPTED,)))
    assert forms.on(date(2026, 2, 28)) is None
    assert forms.on(date(2026, 3, 1)) == Form(LINES)


def test_a_form_names_every_item_of_its_kind():
    lines = tuple(line for line in LINES if "{secures}" not in line)
    given(CONTRACT_FORM).when(evolve(ADOPT, lines=lines)).then_refused(
        FORM_NAMES_EVERY_ITEM, lacking="borrower_name, secures"
    )


def test_a_form_has_no_blank_that_nothing_fills():
    lines = (*LINES, "介绍人：{introduced_by}")
    given(CONTRACT_FORM).when(evolve(ADOPT, lines=lines)).then_refused(
        FORM_KNOWS_ITS_BLANKS, unknown="introduced_by"
    )
