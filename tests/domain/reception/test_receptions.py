"""Who comes stands in the book of the unit and the day, which its head signs off."""

from typing import Any

from attrs import evolve

from domain.facts.duty import ACTOR_HOLDS_THE_POST
from domain.facts.staff import Post
from domain.reception import RECEPTION
from domain.reception.commands import Concern, RegisterEnquiry, Settled, SignOffReception
from domain.reception.events import EnquiryRegistered, ReceptionSignedOff
from domain.reception.rules import (
    BOOK_IS_OF_TODAY,
    BOOK_IS_OPEN,
    COMES_FROM_A_CUSTOMER,
    ONE_ENQUIRY_A_NUMBER,
    SIGNED_BY_ITS_HEAD,
)
from tests.department import TODAY, staff, unit
from tests.specs import given

WANG = staff("wang", Post.LOBBY_MANAGER)
BY: dict[str, Any] = {"reception_id": "B1@2026-03-02", "today": TODAY}
CAME: dict[str, Any] = {
    "unit_id": "B1",
    "enquiry_id": "1",
    "concern": Concern.NEW_LOAN,
    "settled": Settled.LEAD,
    "customer_id": None,
    "says": "asks for seed money",
}
REGISTER = RegisterEnquiry(actor="wang", staff=WANG, unit=unit("B1"), customer=None, **CAME, **BY)
REGISTERED = EnquiryRegistered(on=TODAY, greeted_by="wang", **CAME)
SIGN = SignOffReception(actor="bai", staff=staff("bai", Post.BRANCH_HEAD), remark="seen", **BY)
SIGNED = ReceptionSignedOff(signed_by="bai", remark="seen", enquiries=1)


def test_who_comes_is_registered_once_in_the_book_of_the_day():
    given(RECEPTION).when(REGISTER).then(REGISTERED)
    given(RECEPTION, REGISTERED).when(REGISTER).then_nothing()
    other = evolve(REGISTER, concern=Concern.COMPLAINT)
    given(RECEPTION, REGISTERED).when(other).then_refused(ONE_ENQUIRY_A_NUMBER)
    for book in ("B1@2026-03-01", "B2@2026-03-02"):
        elsewhere = evolve(REGISTER, reception_id=book)
        given(RECEPTION).when(elsewhere).then_refused(BOOK_IS_OF_TODAY)
    given(RECEPTION).when(evolve(REGISTER, unit=None)).then_refused(BOOK_IS_OF_TODAY)


def test_a_customer_who_is_named_is_on_record():
    named = evolve(REGISTER, customer_id="C9")
    given(RECEPTION).when(named).then_refused(COMES_FROM_A_CUSTOMER)


def test_the_head_of_the_unit_signs_the_day_off():
    given(RECEPTION, REGISTERED).when(SIGN).then(SIGNED)
    given(RECEPTION, REGISTERED, SIGNED).when(SIGN).then_nothing()
    given(RECEPTION).when(SIGN).then_refused(BOOK_IS_OPEN)
    late = evolve(REGISTER, enquiry_id="2")
    given(RECEPTION, REGISTERED, SIGNED).when(late).then_refused(BOOK_IS_OPEN)
    other = evolve(SIGN, staff=staff("li", Post.BRANCH_HEAD, at="B2"))
    given(RECEPTION, REGISTERED).when(other).then_refused(SIGNED_BY_ITS_HEAD)
    own = evolve(SIGN, staff=WANG)
    given(RECEPTION, REGISTERED).when(own).then_refused(ACTOR_HOLDS_THE_POST)
