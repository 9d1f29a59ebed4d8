"""What is known of a loan of another's money: who entrusts it, and that the lender serves it.

Source: 商业银行委托贷款管理办法 (银监发〔2018〕2号).
"""

from datetime import date

from attrs import frozen

from domain.facts.approval import Condition
from domain.facts.terms import CreditTerms
from domain.ids import ApplicationId, ContractId, CustomerId, Digest, FacilityId, StaffId
from domain.money import Money


@frozen(kw_only=True)
class Entrusting:
    """What borrower and who entrusts the money bring with an application (第7条)."""

    entrusted_by: CustomerId
    agreement: Digest  # Of what the two agreed about the loan.
    entruster_resolution: Digest | None = None  # Who is no natural person shows one.
    borrower_resolution: Digest | None = None


@frozen(kw_only=True)
class Entrustment:
    """That a loan of another's money is served: it stands where an approval would."""

    application_id: ApplicationId
    customer_id: CustomerId  # The borrower.
    entrusted_by: CustomerId
    terms: CreditTerms  # As the two agreed them.
    service_fee: Money  # That who entrusts pays for serving the loan.
    contract_id: ContractId | None  # That was signed on it.
    held: Money  # Deposited, and neither lent nor returned.
    ended: bool
    people: tuple[StaffId, ...]
    accepted_on: date

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """None: the lender decides on no credit, and sets no conditions."""
        return ()

    @property
    def facility_id(self) -> FacilityId | None:
        """None: what is not the lender's exposure takes no limit."""
        return None

    def holds(self, day: date) -> bool:
        """Say whether a contract may be made on it on a day."""
        return not self.ended and self.accepted_on <= day
