"""The rules that keep one customer to a document."""

from typing import Final

from domain.rules import Rule

ONE_CUSTOMER_A_DOCUMENT: Final = Rule(
    "IDEN-001",
    "An identity document names one customer.",
    "个人存款账户实名制规定 第6条; 反洗钱法 (2024修订) 第29条",
)
DOCUMENT_IS_HELD_BY_DUPLICATE: Final = Rule(
    "IDEN-002",
    "A document is moved only from the duplicate that holds it.",
    "个人信息保护法 第8条",
)
