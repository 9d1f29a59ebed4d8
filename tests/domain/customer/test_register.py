"""A customer is registered once, under a document that can be right."""

from datetime import date

import pytest
from attrs import evolve

from domain.customer import CUSTOMER
from domain.customer.rules import (
    BIRTH_DATE_IS_REAL,
    CHECK_CHARACTER_FITS,
    DAY_HAS_COME,
    DOCUMENT_FITS_CUSTOMER,
    DOCUMENT_IS_NAMED,
    DOCUMENT_NUMBER_HAS_SHAPE,
    NUMBER_SAYS_NOTHING,
    ONE_CUSTOMER_A_NUMBER,
    PARTICULAR_IS_SAID_ONCE,
    PERSON_IS_NOT_ERASED,
    PHONE_HAS_SHAPE,
)
from domain.customer.values import IdentityDocument, IdentityKind, Particular
from domain.kinds import CustomerKind
from domain.numbers import person_check
from domain.party import Party, Standing
from domain.rules import Refused
from domain.ties import ClaimIdentity
from tests.domain.customer.people import (
    BEGIN,
    CARD,
    CLAIM,
    CODE,
    ERASED,
    MERGED,
    NUMBER,
    PASSPORT,
    REGISTER,
    REGISTERED,
    REQUESTED,
    TAKEN_OVER,
    TODAY,
    TOMORROW,
)
from tests.specs import given

FOREIGN_STEM = "91112419900504001"
FOREIGN = FOREIGN_STEM + person_check(FOREIGN_STEM)
OLD_LICENCE = IdentityDocument(kind=IdentityKind.LEGACY_LICENCE, number="110000001234567")


def registering(**other):
    """Return a registration that differs in these."""
    return given(CUSTOMER).when(evolve(REGISTER, **other))


def under(kind, number):
    """Return a registration under another document."""
    return registering(document=IdentityDocument(kind=kind, number=number))


@pytest.mark.row("CU-01", shown_by="customer.register")
def test_a_customer_is_registered_and_claims_the_document():
    given(CUSTOMER).when(REGISTER).then(REGISTERED)
    given(CUSTOMER).when(REGISTER).then_guards(ClaimIdentity(document=CLAIM, holder="C1"))


def test_registering_twice_in_the_same_words_changes_nothing():
    given(CUSTOMER, REGISTERED).when(REGISTER).then_nothing()
    given(CUSTOMER, REGISTERED, MERGED).when(REGISTER).then_nothing()
    given(CUSTOMER, REGISTERED).when(REGISTER).then_guards()


@pytest.mark.parametrize("other", [{"name": "李四"}, {"since": TODAY}, {"document": PASSPORT}])
def test_a_customer_number_names_one_customer(other):
    given(CUSTOMER, REGISTERED).when(evolve(REGISTER, **other)).then_refused(
        ONE_CUSTOMER_A_NUMBER, customer_id="C1"
    )


def test_an_erased_person_is_not_registered_again():
    given(CUSTOMER, REGISTERED, REQUESTED, ERASED).when(REGISTER).then_refused(PERSON_IS_NOT_ERASED)


def test_a_number_is_claimed_in_one_form_however_it_was_keyed():
    keyed = evolve(CARD, number=" 110105 19491231 ００２x ")
    registering(document=keyed).then(REGISTERED)
    registering(document=keyed).then_guards(ClaimIdentity(document=CLAIM, holder="C1"))


def test_a_telephone_number_is_kept_in_one_form():
    registering(phone="+86 138-1234-5678").then(REGISTERED)
    registering(phone=None).then(evolve(REGISTERED, phone=None))


@pytest.mark.parametrize("phone", ["", "12345", "call me"])
def test_a_telephone_number_can_be_dialled(phone):
    registering(phone=phone).then_refused(PHONE_HAS_SHAPE)


@pytest.mark.parametrize(
    ("kind", "document"),
    [
        (CustomerKind.NATURAL_PERSON, CARD),
        (CustomerKind.FARM_HOUSEHOLD, CARD),
        (CustomerKind.SOLE_TRADER, CARD),
        (CustomerKind.SOLE_TRADER, CODE),
        (CustomerKind.ENTERPRISE, CODE),
        (CustomerKind.NATURAL_PERSON, PASSPORT),
        (
            CustomerKind.NATURAL_PERSON,
            IdentityDocument(kind=IdentityKind.FOREIGN_PERMANENT_RESIDENCE_CARD, number=FOREIGN),
        ),
    ],
)
def test_each_kind_of_customer_is_identified_by_documents_of_its_own(kind, document):
    registering(kind=kind, document=document).then(evolve(REGISTERED, kind=kind, document=document))


@pytest.mark.parametrize(
    ("kind", "document"),
    [
        (CustomerKind.ENTERPRISE, CARD),
        (CustomerKind.NATURAL_PERSON, CODE),
        (CustomerKind.FARM_HOUSEHOLD, CODE),
        (CustomerKind.NATURAL_PERSON, evolve(CARD, kind=IdentityKind.OTHER)),
        (
            CustomerKind.NATURAL_PERSON,
            IdentityDocument(kind=IdentityKind.LEGACY_IDENTITY_CARD, number="110105491231002"),
        ),
        (CustomerKind.ENTERPRISE, OLD_LICENCE),
        (CustomerKind.SOLE_TRADER, OLD_LICENCE),
    ],
)
def test_other_documents_identify_nobody(kind, document):
    registering(kind=kind, document=document).then_refused(
        DOCUMENT_FITS_CUSTOMER, kind=kind, document=document.kind
    )


@pytest.mark.parametrize(
    ("kind", "number"),
    [
        (IdentityKind.RESIDENT_IDENTITY_CARD, "110105491231002"),
        (IdentityKind.RESIDENT_IDENTITY_CARD, FOREIGN),
        (IdentityKind.FOREIGN_PERMANENT_RESIDENCE_CARD, NUMBER),
        (IdentityKind.PASSPORT, "E12 #"),
    ],
)
def test_a_number_has_the_shape_of_its_document(kind, number):
    under(kind, number).then_refused(DOCUMENT_NUMBER_HAS_SHAPE, document=kind)


def test_a_check_character_fits():
    under(CARD.kind, "110105194912310021").then_refused(CHECK_CHARACTER_FITS)
    registering(
        kind=CustomerKind.ENTERPRISE, document=evolve(CODE, number="91110000600037341M")
    ).then_refused(CHECK_CHARACTER_FITS)


@pytest.mark.parametrize("born", ["20240302", "20230229"])
def test_a_birth_date_is_real_and_past_when_the_customer_is_registered(born):
    stem = f"110105{born}002"
    under(CARD.kind, stem + person_check(stem)).then_refused(BIRTH_DATE_IS_REAL)


def test_a_customer_may_be_registered_on_the_day_of_birth():
    stem = f"110105{BEGIN:%Y%m%d}002"
    card = evolve(CARD, number=stem + person_check(stem))
    registering(document=card).then(evolve(REGISTERED, document=card))


def test_a_refusal_shows_neither_number_nor_telephone():
    wrong = evolve(
        REGISTER, document=evolve(CARD, number="110105194912310021"), phone="13812345678"
    )
    with pytest.raises(Refused) as refusal:
        given(CUSTOMER).when(wrong).outcome()
    assert "110105194912310021" not in str(refusal.value)


def test_our_own_customer_has_a_document():
    registering(document=None).then_refused(DOCUMENT_IS_NAMED)


def test_a_customer_is_not_registered_ahead():
    registering(since=TODAY).then(evolve(REGISTERED, since=TODAY))
    registering(since=TOMORROW).then_refused(DAY_HAS_COME, day=TOMORROW, today=TODAY)


def test_a_customer_number_does_not_give_the_person_away():
    registering(customer_id=f"C-{NUMBER.lower()}").then_refused(NUMBER_SAYS_NOTHING)


def test_a_particular_is_said_once():
    twice = (Particular(name="trade", value="养殖"), Particular(name="trade", value="种植"))
    registering(others=twice).then_refused(PARTICULAR_IS_SAID_ONCE, names="trade, trade")
    registering(others=twice[:1]).then(evolve(REGISTERED, others=twice[:1]))


@pytest.mark.parametrize(
    ("other", "broken", "facts"),
    [
        ({"document": None}, DOCUMENT_IS_NAMED, "kind natural_person"),
        ({"phone": "12345"}, PHONE_HAS_SHAPE, ""),
        (
            {"document": evolve(CARD, number="110105194912310021")},
            CHECK_CHARACTER_FITS,
            "document resident_identity_card",
        ),
        (
            {"document": CODE},
            DOCUMENT_FITS_CUSTOMER,
            "kind natural_person, document unified_social_credit_code",
        ),
    ],
)
def test_what_another_system_stated_is_recorded_with_what_is_wrong_with_it(other, broken, facts):
    outcome = registering(origin=TAKEN_OVER, **other).outcome()
    (event,) = outcome
    assert [(found.rule, found.facts) for found in event.findings] == [(broken.code, facts)]
    assert event.origin == TAKEN_OVER


@pytest.mark.parametrize(
    "document",
    [
        IdentityDocument(kind=IdentityKind.OTHER, number="CLIENT/1"),
        IdentityDocument(kind=IdentityKind.LEGACY_IDENTITY_CARD, number="110105491231002"),
    ],
)
def test_another_system_may_know_customers_by_numbers_of_its_own(document):
    registering(origin=TAKEN_OVER, document=document).then(
        evolve(REGISTERED, origin=TAKEN_OVER, document=document)
    )


@pytest.mark.parametrize("kind", [CustomerKind.ENTERPRISE, CustomerKind.SOLE_TRADER])
def test_another_system_may_know_a_firm_by_its_old_licence(kind):
    taken_over = registering(origin=TAKEN_OVER, kind=kind, document=OLD_LICENCE)
    taken_over.then(evolve(REGISTERED, origin=TAKEN_OVER, kind=kind, document=OLD_LICENCE))
    taken_over.then_guards(ClaimIdentity(document="legacy_licence:110000001234567", holder="C1"))


def test_an_old_licence_of_a_person_is_found_out():
    (event,) = registering(origin=TAKEN_OVER, document=OLD_LICENCE).outcome()
    assert [found.rule for found in event.findings] == [DOCUMENT_FITS_CUSTOMER.code]


def test_a_number_of_another_system_is_not_claimed():
    other = IdentityDocument(kind=IdentityKind.OTHER, number="1")
    registering(origin=TAKEN_OVER, document=other).then_guards()
    registering(origin=TAKEN_OVER, document=None).then_guards()


def test_cards_of_two_generations_have_one_claim():
    old = IdentityDocument(kind=IdentityKind.LEGACY_IDENTITY_CARD, number="110105491231002")
    registering(origin=TAKEN_OVER, document=old).then_guards(
        ClaimIdentity(document=CLAIM, holder="C1")
    )


@pytest.mark.parametrize(
    ("kind", "number"),
    [
        (IdentityKind.LEGACY_IDENTITY_CARD, "110105490230002"),
        (IdentityKind.RESIDENT_IDENTITY_CARD, "0" * 18),
        (IdentityKind.RESIDENT_IDENTITY_CARD, "110105194912310021"),
        (IdentityKind.PASSPORT, "无"),
        (IdentityKind.PASSPORT, " "),
    ],
)
def test_a_number_that_cannot_be_right_is_claimed_by_nobody(kind, number):
    broken = IdentityDocument(kind=kind, number=number)
    registering(origin=TAKEN_OVER, document=broken).then_guards()


def test_a_number_too_short_to_tell_may_stand_in_a_customer_number():
    short = evolve(CARD, number="1")
    (event,) = registering(customer_id="C1", origin=TAKEN_OVER, document=short).outcome()
    assert [found.rule for found in event.findings] == [DOCUMENT_NUMBER_HAS_SHAPE.code]


def test_others_know_a_customer_by_standing_and_kind_alone():
    fact, kind = CUSTOMER.fact, REGISTERED.kind
    assert fact("C1", CUSTOMER.initial) is None
    assert fact("C1", CUSTOMER.fold([REGISTERED])) == Party("C1", Standing.ACTIVE, kind)
    assert fact("C1", CUSTOMER.fold([REGISTERED, MERGED])) == Party("C1", Standing.MERGED, kind)
    erased = CUSTOMER.fold([REGISTERED, REQUESTED, ERASED])
    assert fact("C1", erased) == Party("C1", Standing.ERASED)


def test_the_first_day_of_a_customer_may_be_long_ago():
    long_ago = date(1993, 7, 5)
    registering(since=long_ago).then(evolve(REGISTERED, since=long_ago))
