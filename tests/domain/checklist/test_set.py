"""What a file must hold is set for a kind of customer from a day on."""

from datetime import date

from attrs import evolve

from domain.checklist import CHECKLIST
from domain.checklist.commands import SetChecklist
from domain.checklist.events import ChecklistSet
from domain.checklist.rules import CHECKLIST_NAMES_ONCE
from domain.kinds import CustomerKind, DocumentKind
from tests.specs import given

DOCUMENTS = (DocumentKind.IDENTITY_DOCUMENT, DocumentKind.HOUSEHOLD_REGISTER)
SET = SetChecklist(
    kind=CustomerKind.FARM_HOUSEHOLD,
    documents=DOCUMENTS,
    since=date(2025, 1, 1),
    source="File standard 2025",
)
WAS_SET = ChecklistSet(documents=DOCUMENTS, since=date(2025, 1, 1), source="File standard 2025")


def test_a_checklist_is_set():
    given(CHECKLIST).when(SET).then(WAS_SET)


def test_the_same_checklist_for_the_same_day_changes_nothing():
    given(CHECKLIST, WAS_SET).when(SET).then_nothing()


def test_a_checklist_is_corrected_for_the_day_it_was_set_for():
    more = (*DOCUMENTS, DocumentKind.LAND_CONTRACT)
    given(CHECKLIST, WAS_SET).when(evolve(SET, documents=more)).then(
        evolve(WAS_SET, documents=more)
    )


def test_the_same_documents_on_another_ground_are_set_again():
    given(CHECKLIST, WAS_SET).when(evolve(SET, source="File standard 2026")).then(
        evolve(WAS_SET, source="File standard 2026")
    )


def test_an_earlier_day_falls_before_the_later_one():
    earlier = evolve(WAS_SET, documents=DOCUMENTS[:1], since=date(2020, 1, 1))
    known = CHECKLIST.fold([WAS_SET, earlier]).documents
    assert known.on(date(2019, 12, 31)) is None
    assert known.on(date(2020, 1, 1)) == known.on(date(2024, 12, 31)) == DOCUMENTS[:1]
    assert known.on(date(2025, 1, 1)) == DOCUMENTS


def test_nothing_may_be_asked_for():
    given(CHECKLIST, WAS_SET).when(evolve(SET, documents=(), since=date(2026, 1, 1))).then(
        evolve(WAS_SET, documents=(), since=date(2026, 1, 1))
    )


def test_a_checklist_names_a_document_once():
    twice = evolve(SET, documents=(DocumentKind.INCOME_PROOF, DocumentKind.INCOME_PROOF))
    given(CHECKLIST).when(twice).then_refused(CHECKLIST_NAMES_ONCE)


def test_each_kind_of_customer_has_a_checklist_of_its_own():
    assert CHECKLIST.stream(SET) == "checklist-farm_household"
