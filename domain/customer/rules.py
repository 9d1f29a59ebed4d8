"""The rules that keep customers known, separate and protected."""

from typing import Final

from domain.rules import Rule

_REAL_NAME: Final = "个人存款账户实名制规定 第6条; 反洗钱法 (2024修订) 第29条"
_ACCURACY: Final = "个人信息保护法 第8条: personal information is accurate and complete"
_DELETION: Final = "个人信息保护法 第47条"
_RETENTION: Final = "反洗钱法 (2024修订) 第34条; before 2025-01-01 反洗钱法 (2006) 第19条"
_FOUR_EYES: Final = "个人信息保护法 第51条: authority over personal information is divided"
_NUMBERING: Final = "Customer numbering of the institution"
_GROUP_CREDIT: Final = "商业银行集团客户授信业务风险管理指引 第3条"

CUSTOMER_IS_KNOWN: Final = Rule("CUST-001", "The customer is registered.", _REAL_NAME)
ONE_CUSTOMER_A_NUMBER: Final = Rule(
    "CUST-002", "A customer number names one customer; what changes is changed.", _NUMBERING
)
CUSTOMER_IS_NOT_MERGED: Final = Rule(
    "CUST-003", "Business goes on with the customer that a duplicate was merged into.", _ACCURACY
)
PERSON_IS_NOT_ERASED: Final = Rule(
    "CUST-004", "Nothing follows on a person who was erased.", _DELETION
)
DOCUMENT_IS_NAMED: Final = Rule(
    "CUST-005", "A customer is registered under an identity document.", _REAL_NAME
)
DOCUMENT_FITS_CUSTOMER: Final = Rule(
    "CUST-006",
    "The document is one that this kind of customer is identified by.",
    f"{_REAL_NAME}; 居民身份证法修改决定 (2011): first-generation cards ended in 2013",
)
DOCUMENT_NUMBER_HAS_SHAPE: Final = Rule(
    "CUST-007",
    "A document number is written as documents of its kind are.",
    "GB 11643-1999; GB 32100-2015",
)
CHECK_CHARACTER_FITS: Final = Rule(
    "CUST-008",
    "The last character of a document number follows from the others.",
    "GB 11643-1999 (MOD 11-2); GB 32100-2015 (MOD 31)",
)
BIRTH_DATE_IS_REAL: Final = Rule(
    "CUST-009",
    "The birth date in an identity number exists, and is past when the customer is registered.",
    "GB 11643-1999",
)
PHONE_HAS_SHAPE: Final = Rule(
    "CUST-010",
    "A telephone number is a mainland mobile, landline or service number, or begins with +.",
    "ITU-T E.164; 电信网编号计划",
)
NUMBER_SAYS_NOTHING: Final = Rule(
    "CUST-011",
    "A customer number does not hold the number of the customer's document.",
    "个人信息保护法 第51条: personal information is de-identified",
)
DAY_HAS_COME: Final = Rule(
    "CUST-012", "What is said of a customer is recorded when it is true, not ahead.", _ACCURACY
)
NOT_BEFORE_REGISTRATION: Final = Rule(
    "CUST-013", "Particulars change no earlier than the first ones hold.", _ACCURACY
)
PARTICULAR_IS_SAID_ONCE: Final = Rule(
    "CUST-014", "A particular is given once for one day.", _ACCURACY
)
ONE_CONTACT_A_NUMBER: Final = Rule(
    "CUST-015", "A contact number names one contact of the customer.", _NUMBERING
)
CONTACT_IS_KNOWN: Final = Rule("CUST-016", "Only a contact who was added can end.", _ACCURACY)
ENDS_AFTER_IT_BEGAN: Final = Rule(
    "CUST-017", "A contact or a relation ends no earlier than it began.", _ACCURACY
)
ENDS_ONCE: Final = Rule("CUST-018", "A contact or a relation ends once.", _ACCURACY)
RELATION_IS_KNOWN: Final = Rule(
    "CUST-019", "Only a relation that was recorded can end.", _GROUP_CREDIT
)
RELATED_ONCE_AT_A_TIME: Final = Rule(
    "CUST-020", "A relation begins again only after it ended.", _GROUP_CREDIT
)
OTHER_IS_ACTIVE: Final = Rule(
    "CUST-021", "The other customer is registered, and neither merged nor erased.", _GROUP_CREDIT
)
OTHER_IS_ANOTHER: Final = Rule(
    "CUST-022", "A customer is neither related to nor merged into itself.", _GROUP_CREDIT
)
ONE_HOLD_A_NUMBER: Final = Rule(
    "CUST-023", "A hold number names one hold; a lifted hold is placed under a new one.", _DELETION
)
HOLD_IS_KNOWN: Final = Rule("CUST-024", "Only a hold that was placed can be lifted.", _DELETION)
ONE_OPEN_REQUEST: Final = Rule(
    "CUST-025", "A person's erasure is asked for once.", "个人信息保护法 第47条, 第50条"
)
ERASURE_IS_REQUESTED: Final = Rule(
    "CUST-026", "A person is erased when somebody asked for it on a basis in law.", _DELETION
)
TWO_PEOPLE: Final = Rule("CUST-027", "Who asks for an erasure does not carry it out.", _FOUR_EYES)
NO_HOLD_IS_IN_FORCE: Final = Rule(
    "CUST-028", "A person under a hold is not erased.", f"{_DELETION}; 民事诉讼法 第67条"
)
NO_LOAN_IS_OPEN: Final = Rule(
    "CUST-029", "A person with an open loan is not erased.", "个人信息保护法 第13条, 第47条"
)
RETENTION_IS_OVER: Final = Rule(
    "CUST-030",
    "A person is erased only after the files of ended loans were kept long enough.",
    _RETENTION,
)
INVOLVEMENT_IS_KNOWN: Final = Rule(
    "CUST-036",
    "A person is erased once it is known what names them; erase where the views are at hand.",
    _DELETION,
)
NO_APPLICATION_IS_OPEN: Final = Rule(
    "CUST-037",
    "A person whose application goes on is not erased: withdraw it, or decide it first.",
    "个人信息保护法 第13条, 第47条: data that a contract asked for needs is kept",
)
NO_CONTRACT_STANDS: Final = Rule(
    "CUST-038",
    "A party to a contract that stands is not erased, lent or not: end it, or void the draft.",
    "个人信息保护法 第13条, 第47条; 反洗钱法 (2024修订) 第34条: the business relation goes on",
)
NOTHING_IS_SECURED: Final = Rule(
    "CUST-039",
    "Who guarantees, or whose property secures credit, is not erased: release the security first.",
    "个人信息保护法 第13条, 第47条; 民法典 第393条, 第686条: security ends with the debt",
)
NO_ERASURE_IS_PENDING: Final = Rule(
    "CUST-031", "A customer whose erasure is asked for is erased, not merged.", _DELETION
)
DUPLICATE_IS_MERGED: Final = Rule(
    "CUST-032", "Only a merged duplicate is erased together with another customer.", _DELETION
)
KIND_MAY_BORROW: Final = Rule(
    "CUST-033",
    "The product is lent to this kind of customer.",
    "Product catalogue; 商业银行法 第35条",
)
LOAN_IS_TIED: Final = Rule(
    "CUST-034", "Only a loan that is open with the customer is released.", _RETENTION
)
REPLACED_LOAN_IS_THEIR_OWN: Final = Rule(
    "CUST-035",
    "A loan pays off another loan of the same borrower.",
    "民法典担保制度司法解释 第16条: a new loan pays off an old one",
)
