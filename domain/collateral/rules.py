"""The rules of collateral: what can be taken, what it covers, and how its papers are kept."""

from typing import Final

from domain.rules import Rule

_GUIDELINE: Final = "商业银行押品管理指引 (银监发〔2017〕16号)"
_VAULT: Final = "Credit manual of the institution: title documents are kept as valuable papers"

COLLATERAL_IS_KNOWN: Final = Rule("COLL-001", "The collateral is registered.", _GUIDELINE)
ONE_COLLATERAL_A_NUMBER: Final = Rule(
    "COLL-002", "A collateral number names one thing or right.", _GUIDELINE
)
COLLATERAL_OWNER_IS_ACTIVE: Final = Rule(
    "COLL-003", "The owner is a registered customer, neither merged nor erased.", _GUIDELINE
)
TITLE_CAN_BE_TAKEN: Final = Rule(
    "COLL-004",
    "Nothing is taken that may not be mortgaged: disputed, seized, or not transferable.",
    "民法典 第399条, 第426条",
)
CO_OWNERS_CONSENT: Final = Rule(
    "COLL-005", "What several own is taken with the written consent of each.", "民法典 第301条"
)
VALUATION_IS_NUMBERED_ONCE: Final = Rule(
    "COLL-006", "A valuation number names one valuation.", _GUIDELINE
)
VALUE_IS_POSITIVE: Final = Rule("COLL-007", "Collateral is worth more than nothing.", _GUIDELINE)
COLLATERAL_DAY_HAS_COME: Final = Rule(
    "COLL-008", "What is recorded of collateral has taken place by today.", _GUIDELINE
)
VALUER_IS_APART: Final = Rule(
    "COLL-009", "Who brought in the collateral does not value it.", f"{_GUIDELINE} 第22条"
)
COLLATERAL_IS_VALUED: Final = Rule(
    "COLL-010", "Collateral is bound once it was valued.", _GUIDELINE
)
CONTRACT_NAMES_COLLATERAL: Final = Rule(
    "COLL-011",
    "Collateral is bound by a contract in force that names it.",
    "民法典 第400条, 第427条",
)
VALUE_COVERS_THE_DEBT: Final = Rule(
    "COLL-012",
    "What may be lent on its value covers all that collateral secures.",
    f"商业银行法 第36条; {_GUIDELINE}",
)
COLLATERAL_IS_BOUND_ONCE: Final = Rule(
    "COLL-013", "A contract binds a piece of collateral once.", "民法典 第400条"
)
COLLATERAL_IS_BOUND: Final = Rule(
    "COLL-014", "The right is registered once a contract binds it.", "民法典 第402条, 第445条"
)
REGISTERED_ONCE: Final = Rule(
    "COLL-015", "The right is registered once, under one certificate.", "民法典 第402条"
)
RANK_COUNTS_FROM_ONE: Final = Rule(
    "COLL-016", "The first rank is 1.", "民法典 第414条: earlier registration comes first"
)
HANDOVER_LIST_IS_NOT_EMPTY: Final = Rule(
    "COLL-017", "A handover list names what is handed over.", _VAULT
)
VAULT_HAS_TWO_KEYS: Final = Rule(
    "COLL-018", "The vault is opened by two vault keepers together.", _VAULT
)
LIST_IS_NOT_INSIDE: Final = Rule(
    "COLL-019", "What goes into the vault under a list is not in it already.", _VAULT
)
LIST_IS_INSIDE: Final = Rule("COLL-020", "Only what is in the vault is taken out of it.", _VAULT)
LENT_IS_DUE_BACK: Final = Rule(
    "COLL-021", "What is lent out of the vault is due back on a day that is not past.", _VAULT
)
KEEPER_DOES_NOT_APPROVE: Final = Rule(
    "COLL-022", "Who opens the vault does not approve what leaves it.", _VAULT
)
COUNT_IS_NUMBERED_ONCE: Final = Rule(
    "COLL-023", "A count or a check has a number of its own.", _VAULT
)
COLLATERAL_STANDS: Final = Rule(
    "COLL-024",
    "What was released or realised secures nothing any more.",
    "民法典 第393条: the right ends with the claim or by realisation",
)
ALL_CONTRACTS_ENDED: Final = Rule(
    "COLL-025",
    "Collateral is released when every contract that it secures has ended.",
    "民法典 第393条",
)
REGISTRATION_IS_CANCELLED: Final = Rule(
    "COLL-026",
    "A registered right ends with the cancellation of its registration.",
    "民法典 第393条",
)
RETURNED_WHEN_FREE: Final = Rule(
    "COLL-027",
    "Papers are returned to the owner once nothing is secured by them.",
    "Bound papers leave the vault only on loan or for realisation",
)
PROCEEDS_ARE_SOUND: Final = Rule(
    "COLL-028",
    "Proceeds, costs and debt are in one currency, and none is less than nothing.",
    "民法典 第410条, 第413条",
)
REALISER_DOES_NOT_APPROVE: Final = Rule(
    "COLL-029", "Who realises collateral does not approve it.", "商业银行法 第35条"
)
