"""Labels of consents, enquiries and credit reports."""

from collections.abc import Mapping
from typing import Final

from domain.labels import Label

LABELS: Final[Mapping[str, Label]] = {
    "credit_inquiry": Label("征信查询", "credit enquiry"),
    "credit_inquiry.give_consent": Label("登记征信授权", "give consent"),
    "credit_inquiry.withdraw_consent": Label("撤回征信授权", "withdraw a consent"),
    "credit_inquiry.make": Label("查询征信报告", "make an enquiry"),
    "credit_inquiry.record_report": Label("登记征信报告", "record a report"),
    "credit_inquiry.consent_given": Label("征信授权已登记", "consent given"),
    "credit_inquiry.consent_withdrawn": Label("征信授权已撤回", "consent withdrawn"),
    "credit_inquiry.made": Label("征信已查询", "enquiry made"),
    "credit_inquiry.report_recorded": Label("征信报告已登记", "report recorded"),
    "consent_id": Label("授权编号", "consent number"),
    "report_scope": Label("报告种类", "kind of report"),
    "scopes": Label("授权范围", "reports consented to"),
    "purposes": Label("授权用途", "purposes consented to"),
    "inquiry_id": Label("查询编号", "enquiry number"),
    "asked_by": Label("查询人", "asked by"),
    "personal_report": Label("个人信用报告", "personal report"),
    "enterprise_report": Label("企业信用报告", "enterprise report"),
    "loan_approval": Label("贷款审批", "approval of a loan"),
    "guarantor_review": Label("担保资格审查", "review of a guarantor"),
    "post_loan_management": Label("贷后管理", "post-loan management"),
    "legal_representative_review": Label("法定代表人审查", "review of a legal representative"),
    "record_report.report": Label("信用报告", "credit report"),
}
