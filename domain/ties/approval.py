"""A contract takes up an approval, and a withdrawal ends one."""

from datetime import date

from attrs import frozen

from domain.ids import ApplicationId, ContractId


@frozen(kw_only=True)
class TakeUpApproval:
    """Sign a contract on an approval that holds; it no longer lapses."""

    application_id: ApplicationId
    contract_id: ContractId
    today: date


@frozen(kw_only=True)
class EndApproval:
    """End what was decided on an application that is withdrawn."""

    application_id: ApplicationId
