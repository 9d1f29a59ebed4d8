"""What follows from registering who came, and from signing the day off."""

from collections.abc import Sequence
from typing import Final, assert_never

from domain.facts.duty import require_post
from domain.facts.staff import HEADS, LEADERS, MARKETING, Post
from domain.reception.commands import ReceptionCommand, RegisterEnquiry, SignOffReception
from domain.reception.events import EnquiryRegistered, ReceptionEvent, ReceptionSignedOff
from domain.reception.rules import (
    BOOK_IS_OF_TODAY,
    BOOK_IS_OPEN,
    COMES_FROM_A_CUSTOMER,
    ONE_ENQUIRY_A_NUMBER,
    SIGNED_BY_ITS_HEAD,
)
from domain.reception.state import Book

_HEADS: Final = (*HEADS, Post.RELATIONSHIP_HEAD)


def decide(command: ReceptionCommand, book: Book) -> Sequence[ReceptionEvent]:
    """Return what follows from a command."""
    match command:
        case RegisterEnquiry():
            return register_enquiry(command, book)
        case SignOffReception():
            return sign_off(command, book)
    assert_never(command)


def register_enquiry(command: RegisterEnquiry, book: Book) -> Sequence[ReceptionEvent]:
    """Register who came; () where the same is registered."""
    registered = EnquiryRegistered(
        unit_id=command.unit_id,
        on=command.today,
        enquiry_id=command.enquiry_id,
        concern=command.concern,
        settled=command.settled,
        customer_id=command.customer_id,
        says=command.says,
        greeted_by=command.actor,
    )
    if book.enquiries.get(command.enquiry_id) == registered:
        return ()
    require_post(command.staff, command.today, MARKETING)
    BOOK_IS_OF_TODAY.require(
        command.unit is not None and command.reception_id == f"{command.unit_id}@{command.today}",
        reception_id=command.reception_id,
        today=command.today,
    )
    BOOK_IS_OPEN.require(book.signed_off is None, reception_id=command.reception_id)
    ONE_ENQUIRY_A_NUMBER.require(
        command.enquiry_id not in book.enquiries, enquiry_id=command.enquiry_id
    )
    COMES_FROM_A_CUSTOMER.require(
        (command.customer_id is None) == (command.customer is None),
        customer_id=command.customer_id,
    )
    return (registered,)


def sign_off(command: SignOffReception, book: Book) -> Sequence[ReceptionEvent]:
    """Sign the day off; () where it is signed."""
    if book.signed_off is not None:
        return ()
    staff = require_post(command.staff, command.today, _HEADS)
    BOOK_IS_OPEN.require(bool(book.enquiries), reception_id=command.reception_id)
    here = {enquiry.unit_id for enquiry in book.enquiries.values()}
    heads = any(
        held.on(command.today) and held.post in _HEADS and held.unit_id in here
        for held in staff.posts
    )
    SIGNED_BY_ITS_HEAD.require(
        heads or staff.holds(command.today, *LEADERS), reception_id=command.reception_id
    )
    signed = ReceptionSignedOff(
        signed_by=command.actor, remark=command.remark, enquiries=len(book.enquiries)
    )
    return (signed,)
