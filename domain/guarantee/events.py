"""What has happened to a guarantee: the contract with history."""

from datetime import date

from attrs import frozen

from domain.facts.policy import Setting
from domain.guarantee.commands import GuaranteeMode, PeriodClause
from domain.ids import ContractId, CustomerId, Digest
from domain.money import Money
from domain.origin import Finding


@frozen(kw_only=True)
class GuaranteeGiven:
    """A guarantor answers for a borrower's debt, as the law reads what was agreed."""

    guarantor_id: CustomerId
    borrower_id: CustomerId
    amount: Money
    mode: GuaranteeMode
    clause: PeriodClause
    period_months: int  # After the debt is due.
    by_company: bool
    settings: tuple[Setting, ...]
    findings: tuple[Finding, ...]  # What was not agreed, or not clearly.


@frozen(kw_only=True)
class GuaranteeBound:
    """The guarantee contract binds it."""

    contract_id: ContractId


@frozen(kw_only=True)
class ReleaseNoticeRecorded:
    """The guarantee company lets money be released."""

    notice: Digest
    noticed_on: date


@frozen(kw_only=True)
class RefinancingAgreed:
    """The guarantor knows that an old loan is paid off."""

    statement: Digest
    on: date


@frozen(kw_only=True)
class GuaranteeReleased:
    """The guarantee ended with what it secured."""

    on: date


GuaranteeEvent = (
    GuaranteeGiven | GuaranteeBound | ReleaseNoticeRecorded | RefinancingAgreed | GuaranteeReleased
)
