"""What every command that erases a person looks up."""

from datetime import date

from attrs import frozen

from domain.facts.application import Application
from domain.facts.approval import Approval
from domain.facts.contract import Contract
from domain.facts.involved import Involved
from domain.facts.security import Security
from domain.fields import INVOLVED, looked_up, stamped
from domain.ids import CustomerId


@frozen(kw_only=True)
class Erasing:
    """What may keep a person's data, beside loans and holds."""

    customer_id: CustomerId
    today: date = stamped("today")
    involved: Involved | None = looked_up(INVOLVED, by="customer_id", default=None)
    applications: tuple[Application, ...] | None = looked_up(
        "credit_application", by="involved.applications", default=None
    )
    approvals: tuple[Approval, ...] | None = looked_up(
        "approval", by="involved.applications", default=None
    )
    contracts: tuple[Contract, ...] | None = looked_up(
        "contract", by="involved.contracts", default=None
    )
    securities: tuple[Security, ...] | None = looked_up("", by="involved.securities", default=None)
