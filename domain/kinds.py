"""The kinds that several aggregates speak of."""

from enum import StrEnum


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
    AS_STATED = "as_stated"  # A plan that another system stated, taken as it is.


class Component(StrEnum):
    """What a payment can discharge."""

    FEE = "fee"
    PENALTY = "penalty"
    INTEREST = "interest"
    PRINCIPAL = "principal"


class DocumentKind(StrEnum):
    """What can be filed in a credit archive."""

    IDENTITY_DOCUMENT = "identity_document"
    HOUSEHOLD_REGISTER = "household_register"
    MARRIAGE_CERTIFICATE = "marriage_certificate"
    BUSINESS_LICENCE = "business_licence"
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
