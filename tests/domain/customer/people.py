"""A customer as the tests tell of one."""

from datetime import date

from domain.customer import CUSTOMER
from domain.customer.commands import (
    ChangeParticulars,
    EraseCustomer,
    MergeCustomer,
    PlaceHold,
    RegisterCustomer,
    RequestErasure,
)
from domain.customer.events import (
    CustomerErased,
    CustomerEvent,
    CustomerMerged,
    CustomerRegistered,
    ErasureRequested,
    HoldPlaced,
    LoanReleased,
    LoanTied,
)
from domain.customer.standing import on_record
from domain.customer.state import Registered
from domain.customer.values import ErasureBasis, HoldBasis, IdentityDocument, IdentityKind
from domain.facts.involved import Involved
from domain.kinds import CustomerKind
from domain.origin import Origin
from domain.party import Party, Standing
from domain.ties import ReleaseLoan, TieLoan

TODAY = date(2026, 11, 24)
TOMORROW = date(2026, 11, 25)
BEGIN = date(2024, 3, 1)
NUMBER = "11010519491231002X"
CARD = IdentityDocument(kind=IdentityKind.RESIDENT_IDENTITY_CARD, number=NUMBER)
CODE = IdentityDocument(kind=IdentityKind.UNIFIED_SOCIAL_CREDIT_CODE, number="91110000600037341L")
PASSPORT = IdentityDocument(kind=IdentityKind.PASSPORT, number="E12345678")
CLAIM = f"resident_identity_card:{NUMBER}"
TAKEN_OVER = Origin(system="berka_pkdd99", reference="client.csv:1")

REGISTER = RegisterCustomer(
    customer_id="C1",
    kind=CustomerKind.NATURAL_PERSON,
    name="张三",
    document=CARD,
    phone="13812345678",
    address="北岸村 1 号",
    since=BEGIN,
    today=TODAY,
)
REGISTERED = CustomerRegistered(
    kind=CustomerKind.NATURAL_PERSON,
    name="张三",
    document=CARD,
    phone="13812345678",
    address="北岸村 1 号",
    others=(),
    since=BEGIN,
    origin=None,
    findings=(),
)
CHANGE = ChangeParticulars(
    customer_id="C1", since=date(2025, 6, 1), phone="13987654321", today=TODAY
)

MERGE = MergeCustomer(
    customer_id="C1", into_id="C2", into=Party("C2", Standing.ACTIVE), today=TODAY
)
MERGED = CustomerMerged(into_id="C2", on=TODAY)

HOLD = PlaceHold(customer_id="C1", hold_id="H1", basis=HoldBasis.LITIGATION)
HELD = HoldPlaced(hold_id="H1", basis=HoldBasis.LITIGATION, until=None)
REQUEST = RequestErasure(
    customer_id="C1", basis=ErasureBasis.RETENTION_ENDED, actor="wang", today=TODAY
)
REQUESTED = ErasureRequested(requested_by="wang", basis=ErasureBasis.RETENTION_ENDED, on=TODAY)
NOWHERE = Involved()
ERASE = EraseCustomer(customer_id="C1", actor="li", today=TODAY, involved=NOWHERE)
ERASED = CustomerErased(requested_by="wang", erased_by="li", basis=ErasureBasis.RETENTION_ENDED)

TIE = TieLoan(customer_id="C1", loan_id="L1", kind_required=(CustomerKind.NATURAL_PERSON,))
TIED = LoanTied(loan_id="L1")
RELEASE = ReleaseLoan(customer_id="C1", loan_id="L1", ended_on=date(2020, 5, 6))
RELEASED = LoanReleased(loan_id="L1", ended_on=date(2020, 5, 6), retained_until=date(2025, 5, 6))


def known(*past: CustomerEvent) -> Registered:
    """Return the customer of a history, who was not erased."""
    return on_record(CUSTOMER.fold(past))
