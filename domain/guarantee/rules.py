"""The rules of guarantees."""

from typing import Final

from domain.rules import Rule

_FORM: Final = "民法典 第685条: a guarantee contract in writing"

GUARANTEE_IS_KNOWN: Final = Rule("GUAR-001", "The guarantee was given.", _FORM)
ONE_GUARANTEE_A_NUMBER: Final = Rule("GUAR-002", "A guarantee number names one guarantee.", _FORM)
GUARANTEE_PARTIES_ARE_ACTIVE: Final = Rule(
    "GUAR-003", "Guarantor and borrower are registered customers.", _FORM
)
GUARANTOR_IS_ANOTHER: Final = Rule(
    "GUAR-004", "Nobody guarantees a debt of their own.", "民法典 第681条"
)
GUARANTEE_IS_POSITIVE: Final = Rule("GUAR-005", "A guarantee is for more than nothing.", _FORM)
PERIOD_FITS_CLAUSE: Final = Rule(
    "GUAR-006",
    "A number of months is given with an agreed period, and with no other.",
    "民法典 第692条",
)
CONTRACT_NAMES_GUARANTEE: Final = Rule(
    "GUAR-007", "A guarantee is bound by a guarantee contract in force that names it.", _FORM
)
GUARANTEE_IS_BOUND_ONCE: Final = Rule("GUAR-008", "A guarantee is bound by one contract.", _FORM)
COMPANY_GIVES_NOTICE: Final = Rule(
    "GUAR-009",
    "A release notice comes from a guarantee company, whose guarantee is bound.",
    "融资担保公司监督管理条例 第2条; cooperation agreement with the company",
)
GUARANTEE_STANDS: Final = Rule(
    "GUAR-010", "What was released guarantees nothing any more.", "民法典 第393条"
)
GUARANTEED_CONTRACT_HAS_ENDED: Final = Rule(
    "GUAR-011",
    "A guarantee is released when the contract that it secures has ended.",
    "民法典 第393条",
)
NOTICE_DAY_HAS_COME: Final = Rule(
    "GUAR-012", "What is recorded of a guarantee has taken place by today.", _FORM
)
# Found, and recorded with the guarantee: the law says what then holds.
MODE_IS_AGREED: Final = Rule(
    "GUAR-013",
    "The contract says how the guarantor is liable; else only generally.",
    "民法典 第686条",
)
PERIOD_IS_CLEAR: Final = Rule(
    "GUAR-014",
    "The contract says the guarantee period clearly; else it is six months.",
    "民法典 第692条; 最高法担保制度解释 第32条",
)
