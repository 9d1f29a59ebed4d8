"""A person is erased by two people, once nothing asks for the data any more."""

from datetime import date

import pytest
from attrs import evolve

from domain.customer import CUSTOMER
from domain.customer.commands import (
    AbsorbCustomer,
    AddContact,
    AddDocument,
    EndContact,
    EndRelation,
    EraseDuplicate,
    LiftHold,
    RelateCustomer,
)
from domain.customer.events import CustomerErased, DuplicateAbsorbed, HoldLifted
from domain.customer.rules import (
    CUSTOMER_IS_KNOWN,
    CUSTOMER_IS_NOT_MERGED,
    DUPLICATE_IS_MERGED,
    ERASURE_IS_REQUESTED,
    NO_HOLD_IS_IN_FORCE,
    NO_LOAN_IS_OPEN,
    ONE_OPEN_REQUEST,
    PERSON_IS_NOT_ERASED,
    RETENTION_IS_OVER,
    TWO_PEOPLE,
)
from domain.customer.values import ContactRelation, ErasureBasis, Relation
from domain.fields import ERASED as BLANK
from domain.party import Party, Standing
from tests.domain.customer.people import (
    CARD,
    CHANGE,
    ERASE,
    ERASED,
    HELD,
    HOLD,
    MERGE,
    MERGED,
    NOWHERE,
    PASSPORT,
    REGISTER,
    REGISTERED,
    RELEASE,
    RELEASED,
    REQUEST,
    REQUESTED,
    TIE,
    TIED,
    TODAY,
    TOMORROW,
)
from tests.specs import given

TWIN = EraseDuplicate(
    customer_id="C1",
    requested_by="wang",
    erased_by="li",
    basis=ErasureBasis.RETENTION_ENDED,
    today=TODAY,
    involved=NOWHERE,
)
ABSORBED = DuplicateAbsorbed(
    duplicate_id="C8", earlier=("C9",), documents=(), loans=(), retained_until=None
)
OTHER = Party("C2", Standing.ACTIVE)


def test_an_erasure_is_asked_for():
    given(CUSTOMER, REGISTERED).when(REQUEST).then(REQUESTED)


def test_the_same_request_is_recorded_once():
    given(CUSTOMER, REGISTERED, REQUESTED).when(REQUEST).then_nothing()
    given(CUSTOMER, REGISTERED, REQUESTED).when(evolve(REQUEST, today=TOMORROW)).then_nothing()


@pytest.mark.parametrize("other", [{"actor": "li"}, {"basis": ErasureBasis.PURPOSE_ENDED}])
def test_one_request_is_open_at_a_time(other):
    given(CUSTOMER, REGISTERED, REQUESTED).when(evolve(REQUEST, **other)).then_refused(
        ONE_OPEN_REQUEST, requested_by="wang", on=TODAY
    )


@pytest.mark.parametrize("asked", [REQUEST, ERASE])
def test_the_erasure_of_a_duplicate_is_that_of_the_customer_who_stays(asked):
    given(CUSTOMER, REGISTERED, MERGED).when(asked).then_refused(
        CUSTOMER_IS_NOT_MERGED, merged_into="C2"
    )
    given(CUSTOMER).when(asked).then_refused(CUSTOMER_IS_KNOWN)


def test_another_person_carries_the_erasure_out():
    given(CUSTOMER, REGISTERED, REQUESTED).when(ERASE).then(ERASED)
    given(CUSTOMER, REGISTERED, REQUESTED).when(evolve(ERASE, actor="wang")).then_refused(
        TWO_PEOPLE, requested_by="wang"
    )


def test_nobody_is_erased_unasked():
    given(CUSTOMER, REGISTERED).when(ERASE).then_refused(ERASURE_IS_REQUESTED)


def test_a_person_is_erased_once():
    given(CUSTOMER, REGISTERED, REQUESTED, ERASED).when(ERASE).then_nothing()
    given(CUSTOMER, REGISTERED, REQUESTED, ERASED).when(ERASE).then_guards()
    given(CUSTOMER, REGISTERED, MERGED, ERASED).when(TWIN).then_nothing()


def test_the_core_knows_which_event_erases():
    assert CUSTOMER.erases == (CustomerErased,)


def test_a_hold_in_force_keeps_the_data():
    given(CUSTOMER, REGISTERED, REQUESTED, HELD).when(ERASE).then_refused(
        NO_HOLD_IS_IN_FORCE, in_force="H1"
    )
    lifted = HoldLifted(hold_id="H1")
    given(CUSTOMER, REGISTERED, REQUESTED, HELD, lifted).when(ERASE).then(ERASED)


def test_a_hold_is_in_force_on_its_last_day():
    last_day = evolve(HELD, until=TODAY)
    given(CUSTOMER, REGISTERED, REQUESTED, last_day).when(ERASE).then_refused(NO_HOLD_IS_IN_FORCE)
    given(CUSTOMER, REGISTERED, REQUESTED, last_day).when(evolve(ERASE, today=TOMORROW)).then(
        ERASED
    )


def test_an_open_loan_keeps_the_data():
    given(CUSTOMER, REGISTERED, REQUESTED, TIED).when(ERASE).then_refused(
        NO_LOAN_IS_OPEN, loans="L1"
    )
    given(CUSTOMER, REGISTERED, REQUESTED, TIED, RELEASED).when(ERASE).then(ERASED)


def test_the_file_of_an_ended_loan_is_kept_through_its_last_day():
    last_day = evolve(RELEASED, retained_until=TODAY)
    given(CUSTOMER, REGISTERED, REQUESTED, TIED, last_day).when(ERASE).then_refused(
        RETENTION_IS_OVER, retained_until=TODAY
    )
    given(CUSTOMER, REGISTERED, REQUESTED, TIED, last_day).when(evolve(ERASE, today=TOMORROW)).then(
        ERASED
    )


def test_retention_that_a_duplicate_brought_along_counts():
    kept = evolve(ABSORBED, retained_until=TODAY)
    given(CUSTOMER, REGISTERED, kept, REQUESTED).when(ERASE).then_refused(RETENTION_IS_OVER)


def test_a_customer_is_erased_together_with_every_duplicate():
    given(CUSTOMER, REGISTERED, ABSORBED, REQUESTED).when(ERASE).then_guards(
        evolve(TWIN, customer_id="C9", involved=None), evolve(TWIN, customer_id="C8", involved=None)
    )


def test_a_duplicate_is_erased_with_the_customer_who_stays():
    given(CUSTOMER, REGISTERED, MERGED).when(TWIN).then(ERASED)


@pytest.mark.parametrize(
    ("hanging", "rule"),
    [
        ((HELD,), NO_HOLD_IS_IN_FORCE),
        ((TIED,), NO_LOAN_IS_OPEN),
        ((TIED, evolve(RELEASED, retained_until=TODAY)), RETENTION_IS_OVER),
    ],
)
def test_what_hangs_on_a_duplicate_keeps_the_customer_who_stays(hanging, rule):
    given(CUSTOMER, REGISTERED, *hanging, MERGED).when(TWIN).then_refused(rule, customer_id="C1")


def test_a_loan_released_after_the_merger_is_retained_too():
    released_later = evolve(RELEASED, ended_on=date(2026, 11, 1), retained_until=date(2036, 11, 1))
    given(CUSTOMER, REGISTERED, TIED, MERGED, released_later).when(TWIN).then_refused(
        RETENTION_IS_OVER, retained_until=date(2036, 11, 1)
    )


def test_only_a_merged_duplicate_is_erased_with_another():
    given(CUSTOMER, REGISTERED).when(TWIN).then_refused(DUPLICATE_IS_MERGED, customer_id="C1")
    given(CUSTOMER).when(TWIN).then_refused(DUPLICATE_IS_MERGED)


@pytest.mark.parametrize(
    "command",
    [
        REGISTER,
        AddDocument(customer_id="C1", document=PASSPORT, since=TODAY, today=TODAY),
        CHANGE,
        AddContact(
            customer_id="C1",
            contact_id="K1",
            relation=ContactRelation.SPOUSE,
            name="李梅",
            since=TODAY,
            today=TODAY,
        ),
        EndContact(customer_id="C1", contact_id="K1", until=TODAY, today=TODAY),
        RelateCustomer(
            customer_id="C1",
            other_id="C2",
            relation=Relation.SPOUSE,
            since=TODAY,
            other=OTHER,
            today=TODAY,
        ),
        EndRelation(
            customer_id="C1", other_id="C2", relation=Relation.SPOUSE, until=TODAY, today=TODAY
        ),
        MERGE,
        HOLD,
        LiftHold(customer_id="C1", hold_id="H1"),
        REQUEST,
        AbsorbCustomer(customer_id="C1", duplicate_id="C3", loans=(), retained_until=None),
        TIE,
        RELEASE,
    ],
    ids=lambda command: type(command).__name__,
)
def test_nothing_follows_on_a_person_who_was_erased(command):
    given(CUSTOMER, REGISTERED, REQUESTED, ERASED).when(command).then_refused(PERSON_IS_NOT_ERASED)


def test_a_history_whose_personal_fields_are_erased_still_folds():
    blank = evolve(
        REGISTERED, name=BLANK, phone=BLANK, address=BLANK, document=evolve(CARD, number=BLANK)
    )
    given(CUSTOMER, blank, REQUESTED, ERASED).when(ERASE).then_nothing()
    given(CUSTOMER, blank, REQUESTED, ERASED).when(REGISTER).then_refused(PERSON_IS_NOT_ERASED)
