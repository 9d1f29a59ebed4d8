"""The rules that keep an economic file true."""

from typing import Final

from domain.rules import Rule

_FILE: Final = "农户贷款管理办法 (2012): one file and one line for one household"
_ACCURACY: Final = "个人信息保护法 第8条: personal information is accurate and complete"
_DILIGENCE: Final = "商业银行授信工作尽职指引: what is known of a customer is gathered on the spot"

FILE_IS_OF_A_CUSTOMER: Final = Rule(
    "ECON-001", "An economic file is kept of a customer with whom business is done.", _FILE
)
SECTION_IS_GIVEN: Final = Rule("ECON-002", "At least one section is given.", _FILE)
FOUND_BY_TODAY: Final = Rule(
    "ECON-003", "What was found is recorded when it was found, not ahead.", _ACCURACY
)
INVESTIGATORS_ARE_NAMED: Final = Rule(
    "ECON-004",
    "Whoever investigated is named, each of them a member of staff who may investigate.",
    _DILIGENCE,
)
ONE_CURRENCY: Final = Rule(
    "ECON-005", "The amounts of an economic file are of one currency, so that they add up.", _FILE
)
NOTHING_IS_NEGATIVE: Final = Rule(
    "ECON-006", "What is owned, owed, earned or spent is nothing or more.", _FILE
)
ONE_HEAD: Final = Rule(
    "ECON-007", "A household has one head.", "户口登记条例 第5条: one register for one household"
)
