"""The rules of an investigation."""

from typing import Final

from domain.rules import Rule

_DUE_CARE: Final = "商业银行授信工作尽职指引: two investigators, on the spot, true and complete"
_THREE_MEASURES: Final = (
    "固定资产/流动资金/个人贷款管理办法 (2024): due investigation before lending"
)
_MANUAL: Final = "Credit manual of the institution: pre-loan investigation (贷前调查)"
_CREDIT_RECORD: Final = "征信业管理条例 第18条: enquiry under written consent, for a stated purpose"
_TRACE: Final = "Archive practice: a report is signed as it stands, and nothing in it is altered"

APPLICATION_GOES_ON: Final = Rule(
    "INVE-001", "Only an application that was admitted is investigated.", _MANUAL
)
INVESTIGATED_ONCE: Final = Rule(
    "INVE-002", "An application is investigated once at a time.", _MANUAL
)
INVESTIGATORS_ARE_ENOUGH: Final = Rule(
    "INVE-003",
    "As many people investigate as the policy asks for, each named once; one alone only where the"
    " policy lets a small credit be simplified.",
    _DUE_CARE,
)
INVESTIGATORS_ARE_STAFF: Final = Rule(
    "INVE-004", "Who is named as investigator is on the staff.", _DUE_CARE
)
INVESTIGATION_IS_OPEN: Final = Rule(
    "INVE-005",
    "Findings are recorded while an investigation is open; a concluded one is opened again.",
    _TRACE,
)
ACTOR_INVESTIGATES: Final = Rule(
    "INVE-006", "Findings are recorded by who investigates the application.", _DUE_CARE
)
INVESTIGATED_BY_TODAY: Final = Rule(
    "INVE-007", "What was done is recorded with its true day, which has come.", _TRACE
)
ONE_VISIT_A_NUMBER: Final = Rule("INVE-008", "A number names one visit.", _TRACE)
VISITORS_INVESTIGATE: Final = Rule(
    "INVE-009", "Who visited, the one who records it among them, investigates.", _DUE_CARE
)
FIELD_VISIT_HAS_A_PLACE: Final = Rule(
    "INVE-010", "A visit in the field names the place by its division code.", _DUE_CARE
)
VERDICT_HAS_EVIDENCE: Final = Rule(
    "INVE-011", "What is proven or refuted is so by evidence that is named.", _DUE_CARE
)
AMOUNTS_FIT_THE_APPLICATION: Final = Rule(
    "INVE-012",
    "Amounts are in the currency of the application, none is less than nought, and all together"
    " are at most 10,000,000,000.00.",
    _MANUAL,
)
FACTORS_ARE_MARKED_ONCE: Final = Rule("INVE-013", "Each factor is marked once at a time.", _MANUAL)
TERMS_GIVE_A_PLAN: Final = Rule(
    "INVE-014",
    "What is weighed has a rate, and a method of which months and rate say all: name terms with"
    " both, for example equal_instalment.",
    _MANUAL,
)
DEBTS_ARE_SURVEYED: Final = Rule(
    "INVE-015", "Debts are surveyed before cash flow is estimated: their service counts.", _MANUAL
)
SECURITY_IS_ON_RECORD: Final = Rule(
    "INVE-016", "A security that is assessed is on record, with its value.", _THREE_MEASURES
)
CREDIT_RECORD_IS_KNOWN: Final = Rule(
    "INVE-017",
    "The credit record was enquired into, under consent that holds, and the report is recent.",
    _CREDIT_RECORD,
)
NO_PART_IS_MISSING: Final = Rule(
    "INVE-018", "Nothing is concluded while a part that is required is missing.", _THREE_MEASURES
)
LENDING_NAMES_TERMS: Final = Rule(
    "INVE-019", "Terms are proposed where lending is recommended, and only there.", _MANUAL
)
REFUTED_IS_NOT_LENT: Final = Rule(
    "INVE-020", "Lending is not recommended on what a check refuted.", _DUE_CARE
)
LENDS_WHAT_CAN_BE_REPAID: Final = Rule(
    "INVE-021",
    "No more is recommended than what can be repaid from disposable cash flow, unless who has the"
    " authority says so.",
    _MANUAL,
)
REPORT_IS_AS_CONCLUDED: Final = Rule(
    "INVE-022", "What is signed is the report of the conclusion that stands.", _TRACE
)
INVESTIGATION_IS_CONCLUDED: Final = Rule(
    "INVE-023", "Only an investigation that was concluded is opened again.", _TRACE
)
DEBTS_ARE_ALL_FOUND: Final = Rule(
    "INVE-024", "The survey of debts holds what the credit report says is owed.", _DUE_CARE
)
NO_DOUBT_IS_LEFT: Final = Rule("INVE-025", "No check is left in doubt.", _DUE_CARE)
REPAYMENT_IS_COVERED: Final = Rule(
    "INVE-026", "Sources of repayment come in before each instalment.", _MANUAL
)
SECURITY_IS_AS_ASSESSED: Final = Rule(
    "INVE-028",
    "Security stands and counts for what it was assessed at: where it was valued anew, or "
    "released, it is assessed anew before lending is recommended.",
    _THREE_MEASURES,
)
SECURITY_COVERS: Final = Rule(
    "INVE-027",
    "Where a loan is secured, eligible and undisputed security covers its amount.",
    _THREE_MEASURES,
)
