"""An identity document names one customer at a time."""

import pytest

from domain.identity import IDENTITY
from domain.identity.events import IdentityClaimed, IdentityMoved
from domain.identity.rules import DOCUMENT_IS_HELD_BY_DUPLICATE, ONE_CUSTOMER_A_DOCUMENT
from domain.rules import Refused
from domain.ties import ClaimIdentity, MoveIdentity
from tests.specs import given

DOCUMENT = "resident_identity_card:11010519491231002X"
CLAIM = ClaimIdentity(document=DOCUMENT, holder="C1")
MOVE = MoveIdentity(document=DOCUMENT, previous="C1", holder="C2")
CLAIMED = IdentityClaimed(holder="C1")
MOVED = IdentityMoved(holder="C2")


def test_a_free_document_is_claimed():
    given(IDENTITY).when(CLAIM).then(CLAIMED)


def test_a_document_is_claimed_once():
    given(IDENTITY, CLAIMED).when(CLAIM).then_nothing()


def test_a_document_names_one_customer():
    other = ClaimIdentity(document=DOCUMENT, holder="C2")
    given(IDENTITY, CLAIMED).when(other).then_refused(ONE_CUSTOMER_A_DOCUMENT, holder="C1")


def test_a_refusal_never_shows_the_number():
    other = ClaimIdentity(document=DOCUMENT, holder="C2")
    with pytest.raises(Refused) as refusal:
        given(IDENTITY, CLAIMED).when(other).outcome()
    assert "C1" in str(refusal.value)
    assert "11010519491231002X" not in str(refusal.value)


def test_a_document_moves_from_the_duplicate_to_the_customer_who_stays():
    given(IDENTITY, CLAIMED).when(MOVE).then(MOVED)


def test_a_document_moves_once():
    given(IDENTITY, CLAIMED, MOVED).when(MOVE).then_nothing()


def test_a_document_does_not_move_from_somebody_who_does_not_hold_it():
    stranger = MoveIdentity(document=DOCUMENT, previous="C3", holder="C2")
    given(IDENTITY, CLAIMED).when(stranger).then_refused(DOCUMENT_IS_HELD_BY_DUPLICATE, holder="C1")
    given(IDENTITY).when(MOVE).then_refused(DOCUMENT_IS_HELD_BY_DUPLICATE, holder=None)


def test_a_moved_document_names_the_customer_who_stays():
    given(IDENTITY, CLAIMED, MOVED).when(CLAIM).then_refused(ONE_CUSTOMER_A_DOCUMENT, holder="C2")


def test_only_customers_claim_documents():
    assert set(IDENTITY.internal) == set(IDENTITY.commands) == {ClaimIdentity, MoveIdentity}
    assert IDENTITY.stream(CLAIM) == f"identity-{DOCUMENT}"
    assert IDENTITY.keyed_for == "holder"
