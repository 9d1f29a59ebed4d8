"""The rules of lending: what is agreed, paid out, received, corrected and taken over."""

from typing import Final

from domain.rules import Rule

_CONTRACT: Final = "Civil Code of the PRC, Art. 667-668: the loan contract and what it names"
_PAY_OUT: Final = "Civil Code of the PRC, Art. 671: the loan is provided as agreed"
_RECEIPT: Final = "Civil Code of the PRC, Art. 557, 561: discharge by payment, and its order"
_DAY: Final = "商业银行法 第47条; 会计法 第9条: books show business that took place"
_VOUCHER: Final = "会计基础工作规范 第51条: a voucher is numbered and booked once"
_CORRECTION: Final = "会计基础工作规范 第62条: errors are corrected by an entry, never removed"
_TERMS: Final = "贷款通则 第9-13条: kinds, terms and rates of loans; the product's decision"
_LENDER_IDENTITY: Final = "IBRD Statement of Loans: the identities of its columns"

LOAN_IS_BEGUN: Final = Rule("LOAN-001", "The loan was agreed or taken over.", _CONTRACT)
LOAN_IS_AGREED_ONCE: Final = Rule("LOAN-002", "A loan number names one loan.", _CONTRACT)
PRODUCT_IS_LENT: Final = Rule("LOAN-003", "The product can be lent on the day of signing.", _TERMS)
AMOUNT_IS_POSITIVE: Final = Rule("LOAN-004", "An amount of money is more than zero.", _CONTRACT)
CURRENCY_IS_THE_LOANS: Final = Rule(
    "LOAN-005", "Every amount of a loan is in the loan's currency.", _CONTRACT
)
AMOUNT_WITHIN_TERMS: Final = Rule("LOAN-006", "The amount is within the product's terms.", _TERMS)
RATE_WITHIN_TERMS: Final = Rule("LOAN-007", "The rate is within the product's terms.", _TERMS)
INSTALMENTS_WITHIN_TERMS: Final = Rule(
    "LOAN-008", "The number of instalments is within the product's terms.", _TERMS
)
METHOD_WITHIN_TERMS: Final = Rule("LOAN-009", "The product is repaid by this method.", _TERMS)
PLAN_IS_OUR_OWN: Final = Rule(
    "LOAN-010", "A plan stated by another system comes with a loan that is taken over.", _CONTRACT
)
DAY_IS_NOT_AHEAD: Final = Rule("LOAN-011", "What is recorded has taken place by today.", _DAY)
LOAN_IS_NOT_CANCELLED: Final = Rule(
    "LOAN-012", "A cancelled loan stays cancelled.", "Civil Code of the PRC, Art. 557, 562"
)
LOAN_IS_NOT_PAID_OUT: Final = Rule("LOAN-013", "The loan's money has not been paid out.", _PAY_OUT)
NOT_BEFORE_SIGNING: Final = Rule(
    "LOAN-014", "A loan is paid out or cancelled on or after the day of signing.", _CONTRACT
)
WHOLE_AMOUNT_IS_PAID_OUT: Final = Rule(
    "LOAN-015", "The agreed amount is paid out, no more and no less.", _PAY_OUT
)
LOAN_IS_PAID_OUT: Final = Rule("LOAN-016", "The loan's money was paid out.", _PAY_OUT)
NUMBER_IS_SPENT: Final = Rule(
    "LOAN-017", "The number of a reversed payment or receipt is not used again.", _VOUCHER
)
DISBURSEMENT_IS_KNOWN: Final = Rule(
    "LOAN-018", "The payment that is reversed was recorded.", _CORRECTION
)
NO_RECEIPT_STANDS: Final = Rule(
    "LOAN-019", "The only payment is reversed only when nothing stands against it.", _CORRECTION
)
ONE_PAYMENT_A_RECEIPT: Final = Rule("LOAN-020", "A receipt number names one payment.", _VOUCHER)
NOT_BEFORE_PAYING_OUT: Final = Rule(
    "LOAN-021", "Money is received on or after the day of paying out.", _RECEIPT
)
WITHIN_PAYOFF: Final = Rule(
    "LOAN-022", "A receipt is no more than all that is owed on its value date.", _RECEIPT
)
PAYMENT_IS_THE_INSTALMENT: Final = Rule(
    "LOAN-023", "A payment on a plan of another system is its next unpaid instalment.", _RECEIPT
)
RECEIPT_IS_KNOWN: Final = Rule(
    "LOAN-024", "The receipt that is reversed was recorded.", _CORRECTION
)
REFUND_STAYS_COVERED: Final = Rule(
    "LOAN-025",
    "A correction leaves in excess what was already refunded from it.",
    "Civil Code of the PRC, Art. 985: what was refunded without cause is first returned",
)
WITHIN_EXCESS: Final = Rule(
    "LOAN-026",
    "A refund is no more than the excess that is held on its value date.",
    "Civil Code of the PRC, Art. 985: what was received without cause is returned",
)
PLAN_ADDS_UP: Final = Rule(
    "LOAN-027", "The principal of a stated plan adds up to the loan.", _CONTRACT
)
PLAN_AMOUNTS_ARE_SOUND: Final = Rule(
    "LOAN-028", "No amount of a plan is less than nothing.", _CONTRACT
)
LOAN_IS_TAKEN_OVER: Final = Rule(
    "LOAN-029", "Balances are stated by another system only of a loan taken over.", _CONTRACT
)
AMOUNTS_ARE_STATED_ONCE: Final = Rule(
    "LOAN-030", "A statement names each amount and each day once.", _LENDER_IDENTITY
)
COMMITMENT_ADDS_UP: Final = Rule(
    "LOAN-031",
    "The original amount is what was cancelled, is undisbursed and was disbursed.",
    _LENDER_IDENTITY,
)
OBLIGATION_ADDS_UP: Final = Rule(
    "LOAN-032", "The obligation is what is due and its exchange adjustment.", _LENDER_IDENTITY
)
DISBURSED_ADDS_UP: Final = Rule(
    "LOAN-033", "What was disbursed was repaid, is due or was sold.", _LENDER_IDENTITY
)
SOLD_ADDS_UP: Final = Rule(
    "LOAN-034", "What was sold was repaid to third parties or is due to them.", _LENDER_IDENTITY
)
STATED_IS_NOT_NEGATIVE: Final = Rule(
    "LOAN-035",
    "No stated amount is less than nothing, except an exchange adjustment.",
    _LENDER_IDENTITY,
)
WITHIN_COMMITMENT: Final = Rule(
    "LOAN-036",
    "What is paid out is within what was agreed and not yet paid out, and in as many parts.",
    _PAY_OUT,
)
BALANCES_ARE_OURS: Final = Rule(
    "LOAN-037",
    "Money is recorded on a loan whose balances we keep: one taken over without a plan is kept "
    "by its system, which states them.",
    _DAY,
)
SOMETHING_IS_OWED: Final = Rule(
    "LOAN-038",
    "Terms are changed, and debts given up, from a day on which something is owed.",
    "民法典 第557条: what was discharged is no longer owed",
)
PLAN_IS_OURS_TO_CHANGE: Final = Rule(
    "LOAN-039",
    "The plan of a loan taken over is another system's, and is not changed here.",
    _CONTRACT,
)
FACT_IS_KNOWN: Final = Rule("LOAN-048", "The fact that is taken back was recorded.", _CORRECTION)
REVERSED_BY_ITS_OWN_COMMAND: Final = Rule(
    "LOAN-049",
    "A payment or a receipt is taken back by loan.reverse_disbursement or loan.reverse_repayment.",
    _CORRECTION,
)
PLAN_CAN_BE_MADE: Final = Rule(
    "LOAN-053", "A plan can be made of what is agreed: its terms do not contradict.", _CONTRACT
)
USE_WITHIN_TERMS: Final = Rule(
    "LOAN-103",
    "A loan is for a purpose, and secured in ways, that its product is lent for and on.",
    _TERMS,
)
RHYTHM_WITHIN_TERMS: Final = Rule(
    "LOAN-054", "Instalments are as many months apart as the product allows.", _TERMS
)
