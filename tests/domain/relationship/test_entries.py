"""People, notes, accounts and credit standing are entered under a number, and end once."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from domain.facts.duty import ACTOR_HOLDS_THE_POST, CONNECTED_STAY_OUT
from domain.facts.relationship import Relationship
from domain.facts.seal import Specimens
from domain.kinds import CustomerKind
from domain.party import Party, Standing
from domain.relationship import RELATIONSHIP
from domain.relationship.commands import (
    EndKeyPerson,
    EndStanding,
    LinkAccount,
    NameKeyPerson,
    RecordNote,
    RecordStanding,
    UnlinkAccount,
)
from domain.relationship.events import (
    AccountLinked,
    AccountUnlinked,
    KeyPersonEnded,
    KeyPersonNamed,
    NoteRecorded,
    StandingEnded,
    StandingRecorded,
)
from domain.relationship.rules import (
    DONE_WITH_A_CUSTOMER,
    ENTRY_ENDS_ONCE,
    ENTRY_IS_KNOWN,
    KNOWN_BY_TODAY,
    ONE_ENTRY_A_NUMBER,
    SUPERVISION_IS_AGREED,
)
from domain.relationship.values import (
    AccountKind,
    KeyRole,
    Pointer,
    StandingKind,
    Teller,
    Topic,
)
from tests.domain.officers import TELLER, WANG, officer
from tests.specs import given

TODAY = date(2026, 3, 20)
DAY = date(2026, 3, 2)
DIGEST = f"sha256:{7:064x}"
FIRM = Party("C1", Standing.ACTIVE, CustomerKind.ENTERPRISE)
STEP: dict[str, Any] = {
    "customer_id": "C1",
    "customer": FIRM,
    "actor": "wang",
    "staff": WANG,
    "today": TODAY,
}

NAME = NameKeyPerson(
    person_id="K1", role=KeyRole.FINANCE_HEAD, name="赵六", decides_as=2, since=DAY, **STEP
)
NAMED = KeyPersonNamed(
    person_id="K1", role=KeyRole.FINANCE_HEAD, name="赵六", decides_as=2, since=DAY
)
NOTE = RecordNote(
    note_id="N1",
    topic=Topic.BUSINESS_CIRCLE,
    remarks="供货商称回款准时",
    heard_from=Teller.TRADE_PARTNER,
    points_to=Pointer.NEED,
    on=DAY,
    **STEP,
)
NOTED = NoteRecorded(
    note_id="N1",
    topic=Topic.BUSINESS_CIRCLE,
    remarks="供货商称回款准时",
    heard_from=Teller.TRADE_PARTNER,
    points_to=Pointer.NEED,
    on=DAY,
)
LINK = LinkAccount(
    account_id="A1",
    kind=AccountKind.BASIC,
    number="6230580000123456789",
    ours=True,
    accepts_supervision=True,
    agreement=DIGEST,
    since=DAY,
    **STEP,
)
LINKED = AccountLinked(
    account_id="A1",
    kind=AccountKind.BASIC,
    number="6230580000123456789",
    ours=True,
    accepts_supervision=True,
    agreement=DIGEST,
    since=DAY,
)
LIST = RecordStanding(
    standing_id="S1",
    kind=StandingKind.BLACKLISTED,
    source="county credit association, list 3",
    since=DAY,
    **STEP,
)
LISTED = StandingRecorded(
    standing_id="S1",
    kind=StandingKind.BLACKLISTED,
    source="county credit association, list 3",
    evidence=None,
    since=DAY,
)
END = EndStanding(standing_id="S1", until=date(2026, 3, 10), **STEP)
ENDED = StandingEnded(standing_id="S1", until=date(2026, 3, 10))

ENTRIES = [(NAME, NAMED), (NOTE, NOTED), (LINK, LINKED), (LIST, LISTED)]


@pytest.mark.parametrize(("command", "event"), ENTRIES)
def test_an_entry_is_made_once_under_its_number(command, event):
    given(RELATIONSHIP).when(command).then(event)
    given(RELATIONSHIP, event).when(command).then_nothing()


@pytest.mark.parametrize(
    ("event", "other"),
    [
        (NAMED, evolve(NAME, decides_as=1)),
        (NOTED, evolve(NOTE, remarks="")),
        (LINKED, evolve(LINK, kind=AccountKind.GENERAL)),
        (LISTED, evolve(LIST, kind=StandingKind.WARNED)),
    ],
)
def test_a_number_names_one_entry(event, other):
    given(RELATIONSHIP, event).when(other).then_refused(ONE_ENTRY_A_NUMBER)


@pytest.mark.parametrize(
    ("began", "command", "event"),
    [
        (LISTED, END, ENDED),
        (
            NAMED,
            EndKeyPerson(person_id="K1", until=TODAY, **STEP),
            KeyPersonEnded(person_id="K1", until=TODAY),
        ),
        (
            LINKED,
            UnlinkAccount(account_id="A1", until=TODAY, **STEP),
            AccountUnlinked(account_id="A1", until=TODAY),
        ),
    ],
)
def test_an_entry_ends_on_a_day(began, command, event):
    given(RELATIONSHIP, began).when(command).then(event)
    given(RELATIONSHIP, began, event).when(command).then_nothing()
    given(RELATIONSHIP).when(command).then_refused(ENTRY_IS_KNOWN)


def test_an_entry_ends_once_and_after_it_began():
    before = evolve(END, until=date(2026, 3, 1))
    given(RELATIONSHIP, LISTED).when(before).then_refused(ENTRY_ENDS_ONCE)
    given(RELATIONSHIP, LISTED, ENDED).when(evolve(END, until=TODAY)).then_refused(ENTRY_ENDS_ONCE)


def test_nothing_is_known_ahead():
    given(RELATIONSHIP).when(evolve(NOTE, on=date(2026, 3, 21))).then_refused(KNOWN_BY_TODAY)


@pytest.mark.parametrize("customer", [None, Party("C1", Standing.ERASED)])
def test_a_relationship_is_kept_with_somebody_who_is_there(customer):
    gone = evolve(NAME, customer=customer)
    given(RELATIONSHIP).when(gone).then_refused(DONE_WITH_A_CUSTOMER)


def test_those_serve_whose_post_it_is_and_who_are_not_connected():
    given(RELATIONSHIP).when(evolve(NAME, staff=TELLER)).then_refused(ACTOR_HOLDS_THE_POST)
    cousin = officer("wang", connected="C1")
    given(RELATIONSHIP).when(evolve(NAME, staff=cousin)).then_refused(CONNECTED_STAY_OUT)


@pytest.mark.parametrize("changed", [{"agreement": None}, {"ours": False}])
def test_supervision_is_accepted_in_an_agreement_on_an_account_with_us(changed):
    given(RELATIONSHIP).when(evolve(LINK, **changed)).then_refused(SUPERVISION_IS_AGREED)


def test_others_know_where_a_customer_settles_and_whether_somebody_lists_them():
    fact = RELATIONSHIP.fact
    before = Relationship(
        customer_id="C1",
        specimens=Specimens(),
        settles_here=True,
        accepts_supervision=True,
        tier=None,
        priority_until=None,
        blacklisted=True,
    )
    assert fact("C1", RELATIONSHIP.fold([LINKED, LISTED])) == before
    unlinked = AccountUnlinked(account_id="A1", until=TODAY)
    after = evolve(before, settles_here=False, accepts_supervision=False, blacklisted=False)
    assert fact("C1", RELATIONSHIP.fold([LINKED, LISTED, unlinked, ENDED])) == after
