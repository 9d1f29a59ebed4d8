"""What has happened to a limit: the contract with history."""

from datetime import date

from attrs import frozen

from domain.facility.values import (
    Cap,
    CashCover,
    Ceiling,
    FreezeReason,
    Reservation,
    ReviewOutcome,
    SpecialUse,
    Usage,
)
from domain.facts.facility import FacilityKind
from domain.facts.policy import Setting
from domain.facts.related import Related
from domain.facts.seen import Seen
from domain.facts.waiver import Waiver
from domain.fields import last_day
from domain.ids import (
    ApplicationId,
    CustomerId,
    Digest,
    FacilityId,
    GroupId,
    LoanId,
    MandateId,
    ProductId,
)
from domain.money import Money
from domain.origin import Finding


@frozen(kw_only=True)
class FacilityGranted:
    """A limit was granted, or granted anew, with all that the decision was based on."""

    kind: FacilityKind
    customer_id: CustomerId | None
    group_id: GroupId | None
    parent_id: FacilityId | None
    special_use: SpecialUse | None
    products: tuple[ProductId, ...]
    limit: Money
    revolving: bool
    since: date
    until: date = last_day()
    review_due: date
    nothing_new_from: date  # Where no review was made by then.
    decided_by: str
    mandate_id: MandateId
    ceiling: Ceiling | None  # Of a customer's maximum.
    caps: tuple[Cap, ...]
    cash_cover: CashCover | None
    related: Related | None
    settings: tuple[Setting, ...]
    waivers: tuple[Waiver, ...]
    findings: tuple[Finding, ...]
    seen: Seen | None = None  # None in records of old.
    related_members: tuple[Related, ...] = ()  # Of each member of a group.
    decided_on: date | None = None
    minutes: Digest | None = None  # Of the committee that granted it.


@frozen(kw_only=True)
class LimitCut:
    """A limit was cut; below what is used, nothing more is taken until enough is paid back."""

    limit: Money
    was: Money
    reason: str
    decided_by: str
    on: date


@frozen(kw_only=True)
class FacilityFrozen:
    """Nothing is taken from the limit any more."""

    reason: FreezeReason
    decided_by: str
    on: date


@frozen(kw_only=True)
class FacilityUnfrozen:
    """The limit can be used again."""

    decided_by: str
    on: date


@frozen(kw_only=True)
class ReviewRecorded:
    """The limit and its terms were reviewed."""

    outcome: ReviewOutcome
    report: Digest
    reviewed_by: str
    on: date
    next_due: date
    nothing_new_from: date
    settings: tuple[Setting, ...]


@frozen(kw_only=True)
class LimitAllotted:
    """A part of the limit is set aside for one below it."""

    part_id: FacilityId
    limit: Money


@frozen(kw_only=True)
class HeadroomReserved:
    """What an approval may draw was reserved."""

    application_id: ApplicationId
    amount: Money
    on: date


@frozen(kw_only=True)
class HeadroomReleased:
    """What was still reserved for an approval was given back."""

    application_id: ApplicationId
    amount: Money


@frozen(kw_only=True)
class HeadroomUsed:
    """What was reserved for an approval was paid out by a loan."""

    application_id: ApplicationId
    loan_id: LoanId
    amount: Money
    on: date


@frozen(kw_only=True)
class HeadroomUnused:
    """A loan's payment did not take place; what it used is reserved again."""

    application_id: ApplicationId
    loan_id: LoanId
    amount: Money


@frozen(kw_only=True)
class HeadroomRestored:
    """A loan was paid back so far in all."""

    loan_id: LoanId
    amount: Money
    was: Money


@frozen(kw_only=True)
class HoldingsTakenOn:
    """A limit with what is taken of it hangs below this one from now on."""

    reserved: tuple[Reservation, ...]
    usages: tuple[Usage, ...]


@frozen(kw_only=True)
class HoldingsLetGo:
    """A limit with what is taken of it hangs below this one no more."""

    reserved: tuple[Reservation, ...]
    usages: tuple[Usage, ...]


FacilityEvent = (
    FacilityGranted
    | LimitCut
    | FacilityFrozen
    | FacilityUnfrozen
    | ReviewRecorded
    | LimitAllotted
    | HeadroomReserved
    | HeadroomReleased
    | HeadroomUsed
    | HeadroomUnused
    | HeadroomRestored
    | HoldingsTakenOn
    | HoldingsLetGo
)
