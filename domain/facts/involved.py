"""What a customer takes part in, whatever their part: as applicant, party, owner or guarantor."""

from attrs import frozen

from domain.ids import ApplicationId, ContractId, SecurityStream


@frozen(kw_only=True)
class Involved:
    """The numbers of all that ever named a customer; what became of each is looked up there."""

    applications: tuple[ApplicationId, ...] = ()
    contracts: tuple[ContractId, ...] = ()  # As borrower, or as giver of security.
    securities: tuple[SecurityStream, ...] = ()  # As owner or guarantor.
