"""The kinds that consents and enquiries share."""

from enum import StrEnum


class ReportScope(StrEnum):
    """Which reports a consent is for."""

    PERSONAL_REPORT = "personal_report"
    ENTERPRISE_REPORT = "enterprise_report"


class InquiryPurpose(StrEnum):
    """What a credit report is asked for: the purposes that were agreed."""

    LOAN_APPROVAL = "loan_approval"
    GUARANTOR_REVIEW = "guarantor_review"
    POST_LOAN_MANAGEMENT = "post_loan_management"
    LEGAL_REPRESENTATIVE_REVIEW = "legal_representative_review"
