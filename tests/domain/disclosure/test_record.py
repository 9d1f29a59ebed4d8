"""An export that leaves, and personal data that is read, are recorded by the system itself."""

from typing import Any

from attrs import evolve

from domain.disclosure import DISCLOSURE
from domain.disclosure.commands import IssueExport, ReadPersonal, RefuseReading
from domain.disclosure.events import ExportIssued, PersonalDataRead, ReadingRefused
from domain.disclosure.rules import RECIPIENT_IS_NAMED, RECORDED_ONCE, SOMETHING_WAS_READ
from tests.specs import given

DIGEST = "sha256:" + "0" * 64
ISSUE = IssueExport(
    disclosure_id="D1",
    recipient="国家审计署",
    purpose="annual audit",
    branch="B01",
    customer_id=None,
    first=0,
    personal=True,
    size=7,
    root=DIGEST,
    manifest=DIGEST,
)
ISSUED = ExportIssued(
    recipient="国家审计署",
    purpose="annual audit",
    branch="B01",
    customer_id=None,
    first=0,
    personal=True,
    size=7,
    root=DIGEST,
    manifest=DIGEST,
)
READ = ReadPersonal(
    disclosure_id="D1",
    source="customer_card",
    purpose=None,
    subjects=("customer-C1",),
    fields=("/name",),
)
WAS_READ = PersonalDataRead(
    source="customer_card", purpose=None, subjects=("customer-C1",), fields=("/name",)
)


def test_an_export_is_recorded_with_its_scope_and_its_digests():
    given(DISCLOSURE).when(ISSUE).then(ISSUED)


def test_personal_data_leaves_for_a_named_recipient_and_purpose_only():
    given(DISCLOSURE).when(evolve(ISSUE, recipient=None)).then_refused(RECIPIENT_IS_NAMED)
    given(DISCLOSURE).when(evolve(ISSUE, purpose=None)).then_refused(RECIPIENT_IS_NAMED)


def test_without_personal_data_nobody_need_be_named():
    bare: Any = {"recipient": None, "purpose": None, "personal": False}
    given(DISCLOSURE).when(evolve(ISSUE, **bare)).then(evolve(ISSUED, **bare))


def test_a_reading_is_recorded_with_whose_data_and_which_fields():
    given(DISCLOSURE).when(READ).then(WAS_READ)


def test_a_reading_of_nothing_is_none():
    given(DISCLOSURE).when(evolve(READ, subjects=())).then_refused(SOMETHING_WAS_READ)
    given(DISCLOSURE).when(evolve(READ, fields=())).then_refused(SOMETHING_WAS_READ)


def test_what_was_asked_for_in_vain_is_recorded_with_the_rule():
    asked: Any = {"source": "credit_file", "rule": "DUTY-008", "subjects": ("loan-L1",)}
    refuse = RefuseReading(disclosure_id="D1", **asked)
    given(DISCLOSURE).when(refuse).then(ReadingRefused(**asked))
    given(DISCLOSURE, ReadingRefused(**asked)).when(refuse).then_nothing()


def test_the_same_disclosure_sent_twice_is_recorded_once():
    given(DISCLOSURE, WAS_READ).when(READ).then_nothing()


def test_a_number_names_one_disclosure():
    given(DISCLOSURE, WAS_READ).when(ISSUE).then_refused(RECORDED_ONCE, disclosure_id="D1")


def test_no_edge_offers_these_commands():
    assert set(DISCLOSURE.internal) == set(DISCLOSURE.commands)
