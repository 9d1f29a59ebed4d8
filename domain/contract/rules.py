"""The rules of contracts: drafted, checked, printed, signed, kept, and drawn on."""

from typing import Final

from domain.rules import Rule

_MANUAL: Final = "Credit manual of the institution: drafting and signing of contracts"
_FORM: Final = "Civil Code of the PRC, Art. 470, 668: what a contract, and a loan contract, names"
_APPROVED: Final = "商业银行法 第35条; Credit manual of the institution: terms equal the approval"
_SECURITY: Final = "Civil Code of the PRC, Art. 388, 681: security contracts and what they secure"
_CEILING: Final = "Civil Code of the PRC, Art. 420: mortgage of a maximum amount"
_SEALS: Final = "Credit manual of the institution: signed in presence, specimen seals compared"
_CUSTODY: Final = "Credit manual of the institution: custody of contracts and legal papers"
_BOUND: Final = "Civil Code of the PRC, Art. 119, 465, 557: a contract binds until it ends"

APPROVAL_HOLDS: Final = Rule(
    "CTR-001",
    "A contract is made on an approval, or an accepted entrustment, that holds on that day.",
    _APPROVED,
)
CONTRACT_IS_DRAFTED: Final = Rule("CTR-002", "The contract was drafted.", _MANUAL)
CONTRACT_IS_OPEN: Final = Rule("CTR-003", "The contract was neither voided nor ended.", _BOUND)
NOT_ALTERED_ONCE_PRINTED: Final = Rule(
    "CTR-004",
    "A printed contract is not altered: it is voided, and another is drafted.",
    f"{_MANUAL} (不得涂改)",
)
ITEMS_ARE_COMPLETE: Final = Rule(
    "CTR-005", "A contract names every item that one of its kind must name.", _FORM
)
SECURITIES_ARE_KNOWN: Final = Rule(
    "CTR-006", "What secures a contract is on record and not released.", _SECURITY
)
SECURITIES_ARE_AS_AGREED: Final = Rule(
    "CTR-007", "What secures a contract is of the ways of security that it names.", _SECURITY
)
SECURED_CONTRACTS_ARE_THE_BORROWERS: Final = Rule(
    "CTR-008", "A security contract secures open loan contracts of the same borrower.", _SECURITY
)
CEILING_IS_NAMED: Final = Rule(
    "CTR-009",
    "A maximum-amount contract names a ceiling and the days between which debts arise, "
    "and no other contract does.",
    _CEILING,
)
TERMS_ARE_AS_APPROVED: Final = Rule(
    "CTR-010", "The terms of a contract are those that were approved, item by item.", _APPROVED
)
CONTRACT_IS_CHECKED: Final = Rule(
    "CTR-011", "A contract is printed once a second person has checked it.", _MANUAL
)
CONTRACT_IS_PRINTED: Final = Rule(
    "CTR-012", "Only a printed contract is signed, and only printed copies are kept.", _MANUAL
)
TEXT_IS_AS_PRINTED: Final = Rule(
    "CTR-013", "The text that was signed is the text that was printed.", f"{_MANUAL} (不得涂改)"
)
SIGNED_ONCE_PRINTED: Final = Rule(
    "CTR-014", "A contract is signed on a day that has come, and not before printing.", _MANUAL
)
CONTRACT_IS_SIGNED_ONCE: Final = Rule(
    "CTR-040", "A contract is signed once, and its signing stands as it was recorded.", _MANUAL
)
EVERY_PARTY_SIGNS: Final = Rule(
    "CTR-015", "A contract is signed by each of its parties and by nobody else.", _SEALS
)
SIGNED_IN_PRESENCE: Final = Rule(
    "CTR-016", "Members of staff, as many as the policy asks for, see a contract signed.", _SEALS
)
SEAL_IS_THE_SPECIMEN: Final = Rule(
    "CTR-017",
    "A seal is the specimen on record; an enterprise's, and any kind that is on record, is "
    "compared.",
    _SEALS,
)
ELECTRONIC_IS_FOR_SMALL_LOANS: Final = Rule(
    "CTR-018",
    "Contracts of personal loans, but for housing, are signed electronically up to a limit.",
    "个人贷款管理办法 (金监总局令2024年第3号): electronic channels",
)
NOT_VOIDED_ONCE_SIGNED: Final = Rule("CTR-019", "A signed contract is ended, not voided.", _BOUND)
CONTRACT_IS_SIGNED: Final = Rule("CTR-020", "Only a signed contract is drawn on or ended.", _BOUND)
NOTHING_HANGS_ON_IT: Final = Rule(
    "CTR-021", "A security contract ends once it secures no loan contract.", _SECURITY
)
ENDED_AFTER_SIGNING: Final = Rule(
    "CTR-022", "A contract ends on a day that has come, and not before signing.", _BOUND
)
COPIES_ARE_COUNTED: Final = Rule(
    "CTR-023",
    "No more copies are kept than were printed, and no more taken out than are kept.",
    _CUSTODY,
)
ONE_ENTRY_A_REFERENCE: Final = Rule(
    "CTR-024", "A reference names one entry in the register of copies.", _CUSTODY
)
MOVED_BY_TODAY: Final = Rule(
    "CTR-025", "Copies are moved on a day that has come, and not before printing.", _CUSTODY
)
WITHIN_CONTRACT: Final = Rule(
    "CTR-026",
    "What is drawn is money in the contract's currency, within what is left of its amount.",
    "Civil Code of the PRC, Art. 671: the loan is provided as agreed",
)
CONTRACT_WITHIN_PRODUCT: Final = Rule(
    "CTR-031",
    "A contract is for a purpose, and secured in ways, that its product is lent for and on.",
    "Product catalogue of the institution; 商业银行法 第35条: purpose and security are weighed",
)
PRICE_IS_WITHIN_POLICY: Final = Rule(
    "CTR-030",
    "A contract is signed at the rate that was approved, with fees of the published schedule.",
    "银行业金融机构不规范经营整治 (七不准四公开, 2012); 商业银行服务价格管理办法 (2014)",
)
NOTE_DRAWS_ONCE: Final = Rule(
    "CTR-027", "A note draws on its contract once.", "会计基础工作规范 第51条"
)
NAMED_AS_SECURED: Final = Rule(
    "CTR-028",
    "A security contract secures the loan contracts that it names, or debts of its days.",
    _SECURITY,
)
WITHIN_CEILING: Final = Rule(
    "CTR-029",
    "The loan contracts that a maximum-amount contract secures stay within its ceiling.",
    _CEILING,
)
