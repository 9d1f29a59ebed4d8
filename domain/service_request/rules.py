"""The rules of answering a customer in time."""

from typing import Final

from domain.rules import Rule

_COMPLAINTS: Final = "银行业保险业消费投诉处理管理办法 (2020)"

REQUEST_IS_OF_A_CUSTOMER: Final = Rule(
    "REQU-001", "A request is one of a customer with whom business is done.", _COMPLAINTS
)
REQUEST_IS_PAST: Final = Rule(
    "REQU-002",
    "A request is recorded once it was brought, and an answer once it was given.",
    _COMPLAINTS,
)
ONE_REQUEST_A_NUMBER: Final = Rule(
    "REQU-003", "A request number names one request, answered once.", _COMPLAINTS
)
REQUEST_IS_KNOWN: Final = Rule("REQU-004", "Only a request that was received goes on.", _COMPLAINTS)
REQUEST_IS_OPEN: Final = Rule(
    "REQU-005", "Time is extended once, for a complaint that is open and not late.", _COMPLAINTS
)
