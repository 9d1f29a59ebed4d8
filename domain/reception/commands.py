"""What may be asked of a reception: the contract with callers."""

from datetime import date
from enum import StrEnum

from attrs import frozen

from domain.facts.staff import Staff
from domain.facts.unit import Unit
from domain.fields import looked_up, stamped
from domain.ids import CustomerId, EnquiryId, ReceptionId, UnitId
from domain.party import Party


class Concern(StrEnum):
    """What somebody came for."""

    NEW_LOAN = "new_loan"
    REPAYMENT = "repayment_question"
    PRODUCTS = "products_and_rates"
    DOCUMENTS = "papers_brought"
    COMPLAINT = "complaint"
    OTHER = "other"


class Settled(StrEnum):
    """What became of it the same day."""

    ANSWERED = "answered_at_once"
    PASSED_ON = "passed_on"
    LEAD = "became_a_lead"
    COMES_BACK = "comes_back"


@frozen(kw_only=True)
class RegisterEnquiry:
    """Register somebody who came, today, at a unit."""

    reception_id: ReceptionId  # Unit and day: "B1@2026-03-02".
    unit_id: UnitId
    enquiry_id: EnquiryId
    concern: Concern
    settled: Settled
    customer_id: CustomerId | None = None
    says: str | None = None  # Without personal data.
    actor: str = stamped("actor")
    today: date = stamped("today")
    staff: Staff | None = looked_up("staff", by="actor")
    unit: Unit | None = looked_up("unit", by="unit_id")
    customer: Party | None = looked_up("customer", by="customer_id")


@frozen(kw_only=True)
class SignOffReception:
    """Sign the day's summary off, as the head of the unit."""

    reception_id: ReceptionId
    remark: str
    actor: str = stamped("actor")
    today: date = stamped("today")
    staff: Staff | None = looked_up("staff", by="actor")


ReceptionCommand = RegisterEnquiry | SignOffReception
