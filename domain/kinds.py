"""The kinds that several aggregates speak of."""

from enum import StrEnum
from typing import Final


class CustomerKind(StrEnum):
    """Who can be a customer."""

    NATURAL_PERSON = "natural_person"
    FARM_HOUSEHOLD = "farm_household"
    SOLE_TRADER = "sole_trader"
    ENTERPRISE = "enterprise"


class RepaymentMethod(StrEnum):
    """How a loan is paid back."""

    EQUAL_INSTALMENT = "equal_instalment"
    EQUAL_PRINCIPAL = "equal_principal"
    INTEREST_ONLY = "interest_only"  # Interest each period, all principal with the last.
    INTEREST_FIRST = "interest_first"  # 先息后本: interest alone, then equal instalments.
    SINGLE_PAYMENT = "single_payment"  # 利随本清: principal and all interest at the end.
    BALLOON = "balloon"  # 气球贷: instalments of a longer loan, the rest with the last.
    STEPPED = "stepped"  # 阶梯还款: stages that each ask in their own way.
    IRREGULAR = "irregular"  # Principal or instalments as agreed one by one.
    REVOLVING = "revolving"  # 随借随还: drawn and repaid at will, interest by products.
    FLAT = "flat"  # 等本等息: interest on the principal as it was at first.
    DISCOUNT = "discount"  # 贴现: interest is kept back on paying out.
    AS_STATED = "as_stated"  # A plan that another system stated, taken as it is.


# Methods that the number of instalments and the due day say all about.
PLAIN_METHODS: Final = frozenset(
    (
        RepaymentMethod.EQUAL_INSTALMENT,
        RepaymentMethod.EQUAL_PRINCIPAL,
        RepaymentMethod.INTEREST_ONLY,
    )
)


class Component(StrEnum):
    """What a payment can discharge."""

    FEE = "fee"
    PENALTY = "penalty"
    INTEREST = "interest"
    PRINCIPAL = "principal"


class CompoundRule(StrEnum):
    """At what rate interest that is due and unpaid bears interest itself (复利)."""

    OFF = "off"
    CONTRACT_THEN_PENALTY = "contract_then_penalty"  # The penalty rate from maturity on.
    PENALTY = "penalty_rate"


class GraceReading(StrEnum):
    """From when a payment counts as late that was not made within the days of grace."""

    FROM_DUE_DATE = "from_due_date"
    FROM_END_OF_GRACE = "from_end_of_grace"


class PrepaymentMode(StrEnum):
    """What stays as it was when principal is paid before it is due."""

    KEEP_INSTALMENT = "keep_instalment"  # 缩期: the term becomes shorter.
    KEEP_TERM = "keep_term"  # 减额: the instalments become lower.


class Repricing(StrEnum):
    """From which days a loan follows its benchmark."""

    ANNIVERSARY = "anniversary"  # The day of the year on which it was paid out (对年对月对日).
    NEW_YEAR = "new_year"  # 1 January.
    QUARTERLY = "quarterly"  # The first day of each calendar quarter.
    MONTHLY = "monthly"  # The first day of each month.


class LoanClass(StrEnum):
    """The kinds of loan that the three measures of 2024 tell apart."""

    FIXED_ASSET = "fixed_asset"
    WORKING_CAPITAL = "working_capital"
    PERSONAL_CONSUMPTION = "personal_consumption"
    PERSONAL_BUSINESS = "personal_business"


class Funding(StrEnum):
    """Whose money is lent, and whose the risk is."""

    OWN_BOOK = "own_book"  # 自营贷款
    ENTRUSTED = "entrusted"  # 委托贷款: who entrusts the money bears the risk; we serve the loan.


class ProductRole(StrEnum):
    """What a product is for in the range of products (产品定位)."""

    DRAWS_IN = "draws_in"  # 引流
    RETAINS = "retains"  # 粘性
    EARNS = "earns"  # 利润


class DocumentKind(StrEnum):
    """What can be filed in a credit archive."""

    IDENTITY_DOCUMENT = "identity_document"
    HOUSEHOLD_REGISTER = "household_register"
    MARRIAGE_CERTIFICATE = "marriage_certificate"
    BUSINESS_LICENCE = "business_licence"
    LICENCE_ANNUAL_CHECK = "licence_annual_check"  # 年检, since 2014 the annual report.
    SPECIAL_PERMIT = "special_permit"  # 特殊行业许可证
    ARTICLES_OF_ASSOCIATION = "articles_of_association"
    FINANCIAL_STATEMENTS = "financial_statements"
    LAND_CONTRACT = "land_contract"
    INCOME_PROOF = "income_proof"
    CREDIT_REPORT_CONSENT = "credit_report_consent"
    LOAN_APPLICATION = "loan_application"
    INVESTIGATION_REPORT = "investigation_report"
    APPROVAL_RECORD = "approval_record"
    LOAN_CONTRACT = "loan_contract"
    LOAN_NOTE = "loan_note"
    GUARANTEE_CONTRACT = "guarantee_contract"
    POST_LOAN_REPORT = "post_loan_report"
    OTHER = "other"
