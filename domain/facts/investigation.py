"""What is known of an investigation: who made it, and what they recommend."""

from datetime import date

from attrs import frozen

from domain.facts.terms import CreditTerms
from domain.ids import ApplicationId, Digest, SecurityStream, StaffId


@frozen(kw_only=True)
class Investigation:
    """The investigation of an application."""

    application_id: ApplicationId
    investigators: tuple[StaffId, ...]
    concluded_on: date | None  # None while it goes on.
    lend: bool | None  # What is recommended.
    proposed: CreditTerms | None
    report: Digest | None  # Of the report as it was signed.
    former: tuple[StaffId, ...] = ()  # Who investigated before, and was replaced.
    securities: tuple[SecurityStream, ...] = ()  # What security was assessed: "collateral-K1".

    @property
    def people(self) -> tuple[StaffId, ...]:
        """Everybody who ever investigated the file."""
        return (*self.investigators, *self.former)
