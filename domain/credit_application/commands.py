"""What may be asked of an application for credit: the contract with callers."""

from datetime import date

from attrs import frozen

from domain.credit_application.values import ReturnReason, Stated, WithdrawalReason
from domain.dated import Dated
from domain.facts.application import Application
from domain.facts.approval import Approval
from domain.facts.channel import Channel
from domain.facts.economy import Economy
from domain.facts.entrusting import Entrusting, Entrustment
from domain.facts.guarantor import Assessment
from domain.facts.inquiry import Inquiries
from domain.facts.papers import Paper
from domain.facts.policy import PolicyBook
from domain.facts.rating import Rating
from domain.facts.related import Related
from domain.facts.relationship import Relationship
from domain.facts.seen import Seen
from domain.facts.staff import Staff
from domain.facts.terms import CreditTerms
from domain.facts.unit import Unit
from domain.facts.waiver import Waiver
from domain.fields import RELATED, SEEN, looked_up, stamped
from domain.ids import ApplicationId, CustomerId, Digest, IndustryCode, UnitId
from domain.kinds import DocumentKind
from domain.party import Party
from domain.terms import Terms


@frozen(kw_only=True)
class SubmitCreditApplication:
    """Take in an application for credit, with the terms that are asked for."""

    application_id: ApplicationId
    customer_id: CustomerId
    unit_id: UnitId
    channel: Channel
    applied_on: date
    terms: CreditTerms
    industry: IndustryCode | None = None  # Where the money goes; None for a household's own use.
    declared_insider: bool = False  # The customer declares to be connected with our people.
    entrusting: Entrusting | None = None  # Of a loan of another's money.
    actor: str = stamped("actor")
    today: date = stamped("today")
    staff: Staff | None = looked_up("staff", by="actor")
    unit: Unit | None = looked_up("unit", by="unit_id")
    customer: Party | None = looked_up("customer", by="customer_id")
    product: Dated[Terms | None] | None = looked_up("product", by="terms.product_id")
    entruster: Party | None = looked_up("customer", by="entrusting.entrusted_by", default=None)


@frozen(kw_only=True)
class ReturnCreditApplication:
    """Return an application for completion (退回补件); what lacks by the checklist goes with it."""

    application_id: ApplicationId
    reasons: tuple[ReturnReason, ...]
    says: str  # What the customer is to do, without personal data.
    actor: str = stamped("actor")
    today: date = stamped("today")
    staff: Staff | None = looked_up("staff", by="actor")
    application: Application | None = looked_up("credit_application", by="application_id")
    checklist: Dated[tuple[DocumentKind, ...]] | None = looked_up(
        "checklist", by="application.customer_kind"
    )
    product: Dated[Terms | None] | None = looked_up("product", by="application.terms.product_id")
    papers: tuple[tuple[Paper, ...], ...] | None = looked_up("archive", by="application.archives")


@frozen(kw_only=True)
class ResubmitCreditApplication:
    """Take in again an application that was returned, completed or with other terms."""

    application_id: ApplicationId
    terms: CreditTerms | None = None  # None: as asked for before.
    industry: IndustryCode | None = None  # None: as before.
    actor: str = stamped("actor")
    today: date = stamped("today")
    staff: Staff | None = looked_up("staff", by="actor")
    application: Application | None = looked_up("credit_application", by="application_id")
    checklist: Dated[tuple[DocumentKind, ...]] | None = looked_up(
        "checklist", by="application.customer_kind"
    )
    offered: Dated[Terms | None] | None = looked_up("product", by="terms.product_id")
    product: Dated[Terms | None] | None = looked_up("product", by="application.terms.product_id")
    papers: tuple[tuple[Paper, ...], ...] | None = looked_up("archive", by="application.archives")


@frozen(kw_only=True)
class WithdrawCreditApplication:
    """Withdraw an application that was not yet approved, as the customer asks."""

    application_id: ApplicationId
    reason: WithdrawalReason
    says: str | None = None  # Without personal data.
    actor: str = stamped("actor")
    today: date = stamped("today")
    staff: Staff | None = looked_up("staff", by="actor")
    approval: Approval | None = looked_up("approval", by="application_id")
    entrustment: Entrustment | None = looked_up("entrustment", by="application_id", default=None)


@frozen(kw_only=True)
class AdmitCreditApplication:
    """Judge by every criterion whether an application goes on, goes on with care, or stops."""

    application_id: ApplicationId
    stated: Stated
    waivers: tuple[Waiver, ...] = ()  # Of criteria that may be waived, by who has the authority.
    read: Digest | None = None  # Of the file as it was read; None: nobody says.
    actor: str = stamped("actor")
    today: date = stamped("today")
    staff: Staff | None = looked_up("staff", by="actor")
    application: Application | None = looked_up("credit_application", by="application_id")
    customer: Party | None = looked_up("customer", by="application.customer_id")
    checklist: Dated[tuple[DocumentKind, ...]] | None = looked_up(
        "checklist", by="application.customer_kind"
    )
    product: Dated[Terms | None] | None = looked_up("product", by="application.terms.product_id")
    papers: tuple[tuple[Paper, ...], ...] | None = looked_up("archive", by="application.archives")
    economy: Economy | None = looked_up("economic_file", by="application.customer_id")
    inquiries: Inquiries | None = looked_up("credit_inquiry", by="application.customer_id")
    dealings: Relationship | None = looked_up("relationship", by="application.customer_id")
    related: Related | None = looked_up(RELATED, by="application.customer_id")
    guarantors: tuple[Party, ...] | None = looked_up(
        "customer", by="stated.guarantors.guarantor_id"
    )
    guarantor_dealings: tuple[Relationship, ...] | None = looked_up(
        "relationship", by="stated.guarantors.guarantor_id"
    )
    assessments: tuple[Assessment, ...] | None = looked_up(
        "guarantor", by="stated.guarantors.guarantor_id", default=None
    )
    policy: PolicyBook | None = looked_up("policy", of="book")
    seen: Seen | None = looked_up(SEEN, by="application.file")
    entruster: Party | None = looked_up("customer", by="application.entrusted_by", default=None)
    entruster_dealings: Relationship | None = looked_up(
        "relationship", by="application.entrusted_by", default=None
    )


@frozen(kw_only=True)
class PriceCreditApplication:
    """Price an application by the table of the day, from rating, term, security, relationship."""

    application_id: ApplicationId
    actor: str = stamped("actor")
    today: date = stamped("today")
    staff: Staff | None = looked_up("staff", by="actor")
    application: Application | None = looked_up("credit_application", by="application_id")
    rating: Rating | None = looked_up("rating", by="application.customer_id")
    dealings: Relationship | None = looked_up("relationship", by="application.customer_id")
    policy: PolicyBook | None = looked_up("policy", of="book")


CreditApplicationCommand = (
    SubmitCreditApplication
    | ReturnCreditApplication
    | ResubmitCreditApplication
    | WithdrawCreditApplication
    | AdmitCreditApplication
    | PriceCreditApplication
)
