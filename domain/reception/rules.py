"""The rules of receptions."""

from typing import Final

from domain.rules import Rule

_RECEPTION: Final = "Credit manual of the institution: reception of customers (客户接待登记)"

BOOK_IS_OF_TODAY: Final = Rule(
    "RECV-001", "An enquiry stands in the book of its unit and of today: UNIT@DAY.", _RECEPTION
)
ONE_ENQUIRY_A_NUMBER: Final = Rule(
    "RECV-002", "The number of an enquiry names one enquiry of the day.", _RECEPTION
)
COMES_FROM_A_CUSTOMER: Final = Rule("RECV-003", "A customer who is named is on record.", _RECEPTION)
SIGNED_BY_ITS_HEAD: Final = Rule(
    "RECV-005", "A day is signed off by a head of the unit, or by who leads credit.", _RECEPTION
)
BOOK_IS_OPEN: Final = Rule(
    "RECV-004",
    "A book that was signed off is closed; one without enquiries is not signed.",
    _RECEPTION,
)
