"""The enquiry book of a unit on one day."""

from collections.abc import Mapping
from typing import assert_never

import attrs
from attrs import frozen

from domain.reception.events import EnquiryRegistered, ReceptionEvent, ReceptionSignedOff


@frozen(kw_only=True)
class Book:
    """Who came, by number, and whether the head of the unit signed off."""

    enquiries: Mapping[str, EnquiryRegistered] = attrs.field(factory=dict)
    signed_off: ReceptionSignedOff | None = None


def evolve(book: Book, event: ReceptionEvent) -> Book:
    """Return the book after an event."""
    match event:
        case EnquiryRegistered():
            return attrs.evolve(book, enquiries={**book.enquiries, event.enquiry_id: event})
        case ReceptionSignedOff():
            return attrs.evolve(book, signed_off=event)
    assert_never(event)
