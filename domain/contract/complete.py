"""What a draft must name, and what secures it.

Source: Civil Code of the PRC, Art. 388, 420, 470, 668, 681.
"""

from collections.abc import Sequence
from typing import Final

from domain.contract.events import ContractDrafted
from domain.contract.rules import (
    CEILING_IS_NAMED,
    ITEMS_ARE_COMPLETE,
    SECURED_CONTRACTS_ARE_THE_BORROWERS,
    SECURITIES_ARE_AS_AGREED,
    SECURITIES_ARE_KNOWN,
)
from domain.facts.contract import LENDING, Contract, ContractKind, ContractStage
from domain.facts.security import Security
from domain.facts.terms import CreditTerms, SecurityWay

MAXIMUM: Final = ContractKind.MAXIMUM_AMOUNT_MORTGAGE
WAYS: Final = {
    ContractKind.GUARANTEE: SecurityWay.GUARANTEE,
    ContractKind.MORTGAGE: SecurityWay.MORTGAGE,
    ContractKind.PLEDGE_OF_RIGHTS: SecurityWay.PLEDGE,
    MAXIMUM: SecurityWay.MORTGAGE,
}
_OPEN: Final = (ContractStage.DRAFTED, ContractStage.CHECKED, ContractStage.SIGNED)


def require_complete(drafted: ContractDrafted) -> None:
    """Raise Refused with the items that a draft does not name."""
    terms = drafted.terms
    items = {
        "breach_terms": bool(drafted.breach_terms)
        and all(term.remedies for term in drafted.breach_terms),
        **(_loan_items(terms, drafted) if terms else _security_items(drafted)),
    }
    missing = [name for name, named in items.items() if not named]
    ITEMS_ARE_COMPLETE.require(not missing, missing=", ".join(missing))


def _loan_items(terms: CreditTerms, drafted: ContractDrafted) -> dict[str, bool]:
    secured = set(terms.security) != {SecurityWay.UNSECURED}
    return {
        "amount": terms.amount.fen > 0,
        "use": bool(terms.use.strip()),
        "rate_yearly": terms.rate_yearly is not None,
        "security": bool(terms.security),
        "securities": bool(drafted.securities) or not secured,
        "secured_by": bool(drafted.secured_by) or not secured,
    }


def _security_items(drafted: ContractDrafted) -> dict[str, bool]:
    return {
        "kind": drafted.kind not in LENDING,
        "securities": bool(drafted.securities),
        "secures": bool(drafted.secures) or drafted.kind is MAXIMUM,
    }


def require_secured(drafted: ContractDrafted, backing: Sequence[Security]) -> None:
    """Raise Refused where a loan contract is not secured in just the ways that it names."""
    _require_known(drafted, backing)
    assert drafted.terms is not None
    agreed = set(drafted.terms.security) - {SecurityWay.UNSECURED}
    _require_ways(agreed, backing)


def require_securing(
    drafted: ContractDrafted, backing: Sequence[Security], secured: Sequence[Contract]
) -> None:
    """Raise Refused where a security contract is not of its kind, or secures what it may not."""
    _require_known(drafted, backing)
    _require_ways({WAYS[drafted.kind]}, backing)
    own = [
        one
        for one in secured
        if one.kind in LENDING and one.customer_id == drafted.customer_id and one.stage in _OPEN
    ]
    SECURED_CONTRACTS_ARE_THE_BORROWERS.require(
        len(own) == len(drafted.secures), secures=", ".join(drafted.secures)
    )
    since, until, ceiling = drafted.debts_since, drafted.debts_until, drafted.secures_up_to
    whole = (
        ceiling is not None
        and ceiling.fen > 0
        and since is not None
        and until is not None
        and since <= until
        and not drafted.secures
    )
    none = (since, until, ceiling) == (None, None, None)
    CEILING_IS_NAMED.require(whole if drafted.kind is MAXIMUM else none, kind=drafted.kind)


def _require_known(drafted: ContractDrafted, backing: Sequence[Security]) -> None:
    standing = {security.stream for security in backing if security.released_on is None}
    missing = [stream for stream in drafted.securities if stream not in standing]
    SECURITIES_ARE_KNOWN.require(not missing, missing=", ".join(missing))


def _require_ways(agreed: set[SecurityWay], backing: Sequence[Security]) -> None:
    found = {security.way for security in backing}
    SECURITIES_ARE_AS_AGREED.require(
        found == agreed, found=", ".join(sorted(found)), agreed=", ".join(sorted(agreed))
    )
