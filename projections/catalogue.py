"""The one list of views."""

from collections.abc import Mapping
from typing import Final

from projections.admission import ADMISSION
from projections.application_file import APPLICATION_FILE
from projections.application_price import APPLICATION_PRICE
from projections.applications import APPLICATION_REGISTER
from projections.approval_record import APPROVAL_RECORD
from projections.approval_route import APPROVAL_ROUTE
from projections.approvals import APPROVAL_REGISTER
from projections.approver_responsibility import APPROVER_RESPONSIBILITY
from projections.archive import ARCHIVE
from projections.audit_trail import AUDIT_TRAIL
from projections.behaviour import BEHAVIOUR
from projections.benchmark_quotes import BENCHMARK_QUOTES
from projections.bills import BILL_REGISTER
from projections.campaigns import CAMPAIGN_RESULTS, CAMPAIGN_TARGETS
from projections.capital import CAPITAL
from projections.collateral_register import COLLATERAL_REGISTER
from projections.connected_customers import CONNECTED_CUSTOMERS
from projections.contract_comparison import CONTRACT_COMPARISON
from projections.contract_forms import CONTRACT_FORMS
from projections.contract_register import CONTRACT_REGISTER
from projections.contract_text import CONTRACT_TEXT
from projections.credit_file import CREDIT_FILE
from projections.credit_inquiries import CREDIT_INQUIRIES
from projections.credit_standards import CREDIT_STANDARDS
from projections.customer_card import CUSTOMER_CARD
from projections.customer_file import CUSTOMER_FILE
from projections.customers import CUSTOMER_LIST
from projections.difference_statement import DIFFERENCE_STATEMENT
from projections.dormant_customers import DORMANT_CUSTOMERS
from projections.drawdown_register import DRAWDOWN_REGISTER
from projections.due_list import DUE_LIST
from projections.economic_file import ECONOMIC_FILE_VIEW
from projections.entrusted_loans import ENTRUSTED_LOANS
from projections.entrustments import ENTRUSTMENTS
from projections.exposure import EXPOSURE
from projections.facilities import FACILITY_LIST
from projections.fee_schedule import FEE_SCHEDULE
from projections.financial_ratios import FINANCIAL_RATIOS
from projections.guarantors import GUARANTEES, GUARANTORS
from projections.handovers import HANDOVERS
from projections.investigation_report import INVESTIGATION_REPORT
from projections.investigations import INVESTIGATIONS
from projections.involvement import INVOLVEMENT
from projections.judged_again import JUDGED_AGAIN
from projections.leads import FUNNEL, LEADS
from projections.ledger import LEDGER
from projections.liability import LIABILITY
from projections.loan_register import LOAN_REGISTER
from projections.loan_statement import LOAN_STATEMENT
from projections.mandate_reliance import MANDATE_RELIANCE
from projections.mandates import MANDATES
from projections.market_notes import MARKET_NOTES
from projections.memo_ledger import MEMO_LEDGER
from projections.organisation import ORGANISATION
from projections.policy_library import POLICY_LIBRARY
from projections.policy_parameters import POLICY_PARAMETERS
from projections.pricing_tables import PRICING_TABLES
from projections.process_times import PROCESS_TIMES
from projections.product_feedback import PRODUCT_FEEDBACK
from projections.products import PRODUCTS
from projections.rating_comparison import RATING_COMPARISON
from projections.ratings import RATINGS
from projections.reception_summary import RECEPTION_SUMMARY
from projections.refresh_due import REFRESH_DUE
from projections.relations import RELATIONS
from projections.relationship import RELATIONSHIP_VIEW
from projections.responsibility import PORTFOLIO, RESPONSIBILITIES
from projections.sales_results import SALES_RESULTS
from projections.scorecards import SCORECARDS
from projections.segment import SEGMENT
from projections.service_requests import SERVICE_REQUESTS
from projections.staff_list import STAFF_LIST
from projections.surveys import SURVEYS
from projections.trial_balance import TRIAL_BALANCE
from projections.use_of_funds import USE_OF_FUNDS
from projections.vault import VAULT
from projections.view import View
from projections.visit_log import VISIT_LOG
from projections.worklist import WORKLIST

VIEWS: Final[Mapping[str, View]] = {
    view.name: view
    for view in (
        LOAN_REGISTER,
        ENTRUSTED_LOANS,
        ENTRUSTMENTS,
        LOAN_STATEMENT,
        DIFFERENCE_STATEMENT,
        DUE_LIST,
        CUSTOMER_LIST,
        CUSTOMER_CARD,
        FINANCIAL_RATIOS,
        INVESTIGATIONS,
        INVESTIGATION_REPORT,
        SCORECARDS,
        RATINGS,
        RATING_COMPARISON,
        CUSTOMER_FILE,
        INVOLVEMENT,
        ECONOMIC_FILE_VIEW,
        REFRESH_DUE,
        RELATIONSHIP_VIEW,
        SURVEYS,
        SERVICE_REQUESTS,
        CREDIT_INQUIRIES,
        DORMANT_CUSTOMERS,
        BEHAVIOUR,
        APPROVAL_REGISTER,
        APPROVAL_RECORD,
        APPROVAL_ROUTE,
        APPROVER_RESPONSIBILITY,
        CREDIT_FILE,
        CONTRACT_REGISTER,
        CONTRACT_TEXT,
        CONTRACT_COMPARISON,
        CONTRACT_FORMS,
        DRAWDOWN_REGISTER,
        BILL_REGISTER,
        USE_OF_FUNDS,
        JUDGED_AGAIN,
        WORKLIST,
        PROCESS_TIMES,
        ARCHIVE,
        FACILITY_LIST,
        EXPOSURE,
        RELATIONS,
        CONNECTED_CUSTOMERS,
        LEDGER,
        TRIAL_BALANCE,
        PRODUCTS,
        PRODUCT_FEEDBACK,
        POLICY_PARAMETERS,
        POLICY_LIBRARY,
        CREDIT_STANDARDS,
        CAPITAL,
        PRICING_TABLES,
        FEE_SCHEDULE,
        APPLICATION_REGISTER,
        APPLICATION_FILE,
        ADMISSION,
        APPLICATION_PRICE,
        BENCHMARK_QUOTES,
        COLLATERAL_REGISTER,
        VAULT,
        MEMO_LEDGER,
        GUARANTORS,
        GUARANTEES,
        ORGANISATION,
        STAFF_LIST,
        MANDATES,
        MANDATE_RELIANCE,
        RESPONSIBILITIES,
        PORTFOLIO,
        HANDOVERS,
        LIABILITY,
        LEADS,
        FUNNEL,
        VISIT_LOG,
        SEGMENT,
        CAMPAIGN_RESULTS,
        CAMPAIGN_TARGETS,
        MARKET_NOTES,
        RECEPTION_SUMMARY,
        SALES_RESULTS,
        AUDIT_TRAIL,
    )
}
