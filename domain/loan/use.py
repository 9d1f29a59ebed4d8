"""Whether a loan is for what its product is lent for, and secured as it is lent on."""

from domain.loan.commands import AgreeLoan
from domain.loan.rules import USE_WITHIN_TERMS
from domain.terms import Terms


def require_use(terms: Terms, command: AgreeLoan) -> None:
    """Raise Refused where purpose or security lie outside, or are not named where they must be."""
    misfits = terms.misfits(command.loan_purpose, command.security)
    USE_WITHIN_TERMS.require(not misfits, outside="; ".join(misfits))
