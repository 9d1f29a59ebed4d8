"""What admission knows, and what it says of each criterion."""

from datetime import date
from enum import StrEnum

from attrs import frozen

from domain.credit_application.values import Stated
from domain.facts.guarantor import Assessment
from domain.facts.papers import Paper
from domain.facts.policy import Setting
from domain.facts.terms import CreditTerms
from domain.ids import CustomerId, IndustryCode, StandardId
from domain.kinds import CustomerKind, DocumentKind
from domain.money import Money
from domain.party import Standing
from domain.terms import Terms


class Outcome(StrEnum):
    """What admission comes to, from the mildest; of all criteria the gravest counts."""

    ADMITTED = "admitted"
    CAUTIONED = "cautioned"
    PROHIBITED = "prohibited"


@frozen(kw_only=True)
class Verdict:
    """What one criterion comes to, and why."""

    rule: str  # The criterion's code: "ADMT-004".
    outcome: Outcome
    says: str  # The figures that it rests on, without personal data.
    source: str
    waived: bool = False  # It would have stopped the application.


@frozen(kw_only=True)
class FoundGuarantor:
    """What our own records say of a proposed guarantor."""

    guarantor_id: CustomerId
    standing: Standing | None  # None: not on our register.
    blacklisted: bool
    assessment: Assessment | None = None  # As a guarantor; None: they never were assessed.


@frozen(kw_only=True)
class Found:
    """What our own records said when admission was decided."""

    income_net: Money | None  # Of the economic file, and the three that follow.
    disposable: Money | None
    file_complete: bool | None  # None: there is no economic file.
    refreshed_on: date | None
    reported_on: date | None  # Of the credit report.
    overdue: Money | None
    blacklisted: bool
    insider: bool  # As the relations show.
    guarantee_ring: tuple[CustomerId, ...]
    guarantors: tuple[FoundGuarantor, ...]


@frozen(kw_only=True)
class FoundEntruster:
    """What our own records say of who entrusts the money."""

    entrusted_by: CustomerId
    standing: Standing | None  # None: not on our register.
    blacklisted: bool


@frozen(kw_only=True)
class Inputs:
    """All that admission was judged on."""

    day: date
    customer_id: CustomerId
    customer_kind: CustomerKind
    terms: CreditTerms
    industry: IndustryCode | None
    declared_insider: bool
    offered: Terms | None  # The product's terms of the day; None: it was not lent on.
    required: tuple[DocumentKind, ...]
    papers: tuple[Paper, ...]
    stated: Stated
    found: Found
    entruster: FoundEntruster | None = None  # Of a loan of another's money.

    @property
    def insider(self) -> bool:
        """Whether the customer is connected with our own people."""
        return self.declared_insider or self.found.insider


@frozen(kw_only=True)
class UsedStandard:
    """A credit standard that covered the application, as it stood."""

    standard_id: StandardId
    since: date | None


@frozen(kw_only=True)
class Judgement:
    """What admission comes to by every criterion, and what it went by."""

    outcome: Outcome
    verdicts: tuple[Verdict, ...]
    settings: tuple[Setting, ...]
    standards: tuple[UsedStandard, ...]
