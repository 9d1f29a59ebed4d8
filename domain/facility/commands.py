"""What may be asked of a limit: the contract with callers.

A limit is granted anew under its number when it is raised, prolonged or moved below another one.
"""

from datetime import date

from attrs import frozen

from domain.facility.ties import Tie
from domain.facility.values import (
    CashCover,
    FreezeReason,
    ReviewOutcome,
    SpecialUse,
)
from domain.facts.borrowing import Borrowing
from domain.facts.customer_group import CustomerGroup
from domain.facts.economy import Economy
from domain.facts.facility import Facility
from domain.facts.mandate import Mandate
from domain.facts.policy import PolicyBook
from domain.facts.rating import Rating
from domain.facts.related import Related
from domain.facts.seen import Seen, customer_file
from domain.facts.staff import Staff
from domain.facts.statement import Statements
from domain.facts.unit import Unit
from domain.facts.waiver import Waiver
from domain.fields import RELATED, SEEN, looked_up, stamped
from domain.ids import CustomerId, Digest, FacilityId, GroupId, MandateId, ProductId
from domain.money import Money
from domain.party import Party


@frozen(kw_only=True)
class UnderMandate:
    """What every limit is granted with, and under whose mandate."""

    since: date
    until: date  # The last day.
    mandate_id: MandateId
    mandate: Mandate | None = looked_up("mandate", by="mandate_id")
    mandate_above: Mandate | None = looked_up("mandate", by="mandate.parent_id")
    mandate_on_top: Mandate | None = looked_up("mandate", by="mandate_above.parent_id")
    minutes: Digest | None = None  # Of the meeting that granted it, under a committee's mandate.
    committee: Unit | None = looked_up("unit", by="mandate.unit_id", default=None)
    book: PolicyBook | None = looked_up("policy", of="book")
    actor: str = stamped("actor")
    staff: Staff | None = looked_up("staff", by="actor")
    today: date = stamped("today")


@frozen(kw_only=True)
class GrantMaximum(UnderMandate):
    """Grant a customer's maximum credit exposure; it bears the customer's number."""

    facility_id: CustomerId
    parent_id: FacilityId | None = None  # The limit of the group, or of related parties.
    limit: Money
    revolving: bool = True
    cash_cover: CashCover | None = None
    waivers: tuple[Waiver, ...] = ()
    customer: Party | None = looked_up("customer", by="facility_id")
    rating: Rating | None = looked_up("rating", by="facility_id")
    economy: Economy | None = looked_up("economic_file", by="facility_id")
    statements: Statements | None = looked_up("financial_statement", by="facility_id")
    related: Related | None = looked_up(RELATED, by="facility_id")
    limit_above: Facility | None = looked_up("facility", by="parent_id")
    group: CustomerGroup | None = looked_up("customer_group", by="limit_above.group_id")
    own_loans: tuple[Borrowing, ...] | None = looked_up("loan", by="customer.loans", default=None)
    group_limits: tuple[Facility, ...] | None = looked_up(
        "facility", by="related.group_and_copies", default=None
    )
    group_parties: tuple[Party, ...] | None = looked_up(
        "customer", by="related.group_and_copies", default=None
    )
    group_loans: tuple[Borrowing, ...] | None = looked_up(
        "loan", by="group_parties.loans", default=None
    )
    seen: Seen | None = looked_up(SEEN, by="file", default=None)

    @property
    def file(self) -> tuple[str, ...]:
        """The streams from which the ceiling is reckoned."""
        return (*customer_file(self.facility_id), f"rating-{self.facility_id}")


@frozen(kw_only=True)
class GrantSubLimit(UnderMandate):
    """Grant a part of a customer's maximum, for general or for special purposes."""

    facility_id: FacilityId
    parent_id: FacilityId  # The customer's maximum, or a part of it.
    special_use: SpecialUse | None = None  # None: for general purposes.
    products: tuple[ProductId, ...] = ()  # () for any.
    limit: Money
    revolving: bool = True
    limit_above: Facility | None = looked_up("facility", by="parent_id")
    rating: Rating | None = looked_up("rating", by="limit_above.customer_id")
    seen: Seen | None = looked_up(SEEN, by="limit_above.file", default=None)


@frozen(kw_only=True)
class GrantGroupLimit(UnderMandate):
    """Grant the limit that the members of a group share; it bears the group's number."""

    facility_id: GroupId
    parent_id: FacilityId | None = None  # The limit of related parties, where one is a member.
    limit: Money
    cash_cover: CashCover | None = None
    group: CustomerGroup | None = looked_up("customer_group", by="facility_id")
    related: tuple[Related, ...] | None = looked_up(RELATED, by="group.members.customer_id")
    limit_above: Facility | None = looked_up("facility", by="parent_id")
    group_parties: tuple[Party, ...] | None = looked_up(
        "customer", by="group.members.customer_id", default=None
    )
    group_loans: tuple[Borrowing, ...] | None = looked_up(
        "loan", by="group_parties.loans", default=None
    )
    seen: Seen | None = looked_up(SEEN, by="file", default=None)

    @property
    def file(self) -> tuple[str, ...]:
        """The stream that says who belongs to the group."""
        return (f"customer_group-{self.facility_id}",)


@frozen(kw_only=True)
class GrantRelatedPartiesLimit(UnderMandate):
    """Grant the limit for all related parties together; it is named related-parties."""

    facility_id: FacilityId
    limit: Money
    seen: Seen | None = looked_up(SEEN, default=None)  # All of it is looked up beside a file.


Grant = GrantMaximum | GrantSubLimit | GrantGroupLimit | GrantRelatedPartiesLimit


@frozen(kw_only=True)
class CutLimit:
    """Cut a limit, also below what is used of it: nothing more is then taken."""

    facility_id: FacilityId
    limit: Money
    reason: str  # Without personal data.
    actor: str = stamped("actor")
    staff: Staff | None = looked_up("staff", by="actor")
    today: date = stamped("today")


@frozen(kw_only=True)
class FreezeFacility:
    """Freeze a limit: nothing is taken from it, or from limits below it."""

    facility_id: FacilityId
    reason: FreezeReason
    actor: str = stamped("actor")
    staff: Staff | None = looked_up("staff", by="actor")
    today: date = stamped("today")


@frozen(kw_only=True)
class UnfreezeFacility:
    """Let a frozen limit be used again; another person decides than who froze it."""

    facility_id: FacilityId
    actor: str = stamped("actor")
    staff: Staff | None = looked_up("staff", by="actor")
    today: date = stamped("today")


@frozen(kw_only=True)
class RecordReview:
    """Record the periodic review of a limit and its terms."""

    facility_id: FacilityId
    outcome: ReviewOutcome
    report: Digest
    book: PolicyBook | None = looked_up("policy", of="book")
    actor: str = stamped("actor")
    staff: Staff | None = looked_up("staff", by="actor")
    today: date = stamped("today")


Order = CutLimit | FreezeFacility | UnfreezeFacility | RecordReview
FacilityCommand = (
    GrantMaximum
    | GrantSubLimit
    | GrantGroupLimit
    | GrantRelatedPartiesLimit
    | CutLimit
    | FreezeFacility
    | UnfreezeFacility
    | RecordReview
    | Tie
)
