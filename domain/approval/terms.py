"""Whether terms may be approved: within the product, the limit and the law on insiders."""

from typing import Final

from attrs import frozen

from domain.approval.commands import Proposal, Resolve, UnderMandate
from domain.approval.events import MotionPut
from domain.approval.rules import (
    APPROVED_NO_BETTER_FOR_INSIDERS,
    APPROVED_ON_A_RATING,
    APPROVED_PRODUCT_IS_OFFERED,
    APPROVED_SECURED_IF_INSIDER,
    APPROVED_WITHIN_OWN_LIMIT,
    APPROVED_WITHIN_PRODUCT,
    CHANGED_TERMS_HAVE_A_REASON,
    CONDITIONS_ARE_NUMBERED_ONCE,
)
from domain.approval.standing import File
from domain.facts.investigation import Investigation
from domain.facts.policy import SHIPPED, Setting
from domain.facts.rating import Rating
from domain.facts.terms import CreditTerms, Difference, SecurityWay, differences
from domain.ids import FacilityId
from domain.kinds import CustomerKind
from domain.terms import Terms

UNSECURED_TO_INSIDERS: Final = "insider.unsecured_loan.allowed"


@frozen(kw_only=True)
class Judged:
    """What terms were judged by, and how they differ from what was proposed."""

    rating: Rating
    differences: tuple[Difference, ...]
    settings: tuple[Setting, ...]


def judge(command: Proposal, file: File, investigation: Investigation) -> Judged:
    """Return what terms were judged by; Refused where they may not be approved."""
    rating, settings = require_approvable(command, file, investigation, command)
    numbers = [condition.condition_id for condition in command.conditions]
    CONDITIONS_ARE_NUMBERED_ONCE.require(len(numbers) == len(set(numbers)))
    changed = _changes(command, investigation)
    return Judged(rating=rating, differences=changed, settings=settings)


def require_approvable(
    command: Proposal | Resolve,
    file: File,
    investigation: Investigation,
    put: Proposal | MotionPut,
) -> tuple[Rating, tuple[Setting, ...]]:
    """Return the rating and the parameters on which what was put may be approved today.

    Refused where the product is not offered so today, the limit is not the customer's, or the law
    on insiders forbids it.
    """
    rating = _require_rating(command)
    _require_within_product(command, put.terms, file.application.customer_kind)
    _require_facility(command, put.facility_id, file)
    settings = _require_secured_if_insider(command, put.terms)
    if _is_insider(command):
        APPROVED_NO_BETTER_FOR_INSIDERS.require(
            put.comparison is not None and _no_better(put.terms, investigation.proposed)
        )
    return rating, settings


def _require_rating(command: UnderMandate) -> Rating:
    """Return the customer's rating; Refused where none is in force today."""
    rating, today = command.rating, command.today
    in_force = rating is not None and rating.rated_on <= today <= rating.valid_until
    APPROVED_ON_A_RATING.require(in_force, valid_until=rating and rating.valid_until)
    assert rating is not None
    return rating


def _require_secured_if_insider(command: UnderMandate, terms: CreditTerms) -> tuple[Setting, ...]:
    """Return the parameter on insiders; Refused where one would be lent to without security."""
    setting = (command.policy or SHIPPED).on(UNSECURED_TO_INSIDERS, command.today)
    unsecured = not terms.security or SecurityWay.UNSECURED in terms.security
    APPROVED_SECURED_IF_INSIDER.require(
        not (_is_insider(command) and unsecured) or setting.setting == "true",
        application_id=command.application_id,
    )
    return (setting,)


def _is_insider(command: UnderMandate) -> bool:
    """Say whether the customer is one, as found in the graph or at admission."""
    found = command.related is not None and command.related.insider
    return found or (command.application is not None and command.application.insider)


def _require_within_product(
    command: Proposal | Resolve, terms: CreditTerms, kind: CustomerKind
) -> None:
    offered = _offered(command, terms)
    rate = terms.rate_yearly
    currency = offered.amount_min.currency
    checks = {
        "customer_kind": kind in offered.customer_kinds,
        "method": terms.method in offered.methods,
        "purpose and security": not offered.misfits(terms.loan_purpose, terms.security),
        "amount": terms.amount.currency == currency
        and offered.amount_min <= terms.amount <= offered.amount_max,
        "months": terms.months <= offered.instalments_max,
        "rate_yearly": rate is not None and offered.rate_min <= rate <= offered.rate_max,
    }
    outside = ", ".join(name for name, within in checks.items() if not within)
    APPROVED_WITHIN_PRODUCT.require(not outside, product_id=terms.product_id, items=outside)


def _offered(command: Proposal | Resolve, terms: CreditTerms) -> Terms:
    offered = command.product.on(command.today) if command.product else None
    APPROVED_PRODUCT_IS_OFFERED.require(offered is not None, product_id=terms.product_id)
    assert offered is not None
    return offered


def _require_facility(command: Proposal | Resolve, facility_id: FacilityId, file: File) -> None:
    """Raise Refused where a limit is not the customer's, nor that of a group they belong to.

    A member who has a maximum of their own takes from the group's limit through it.
    """
    group = command.group
    own = command.facility is not None and command.facility.customer_id == file.customer_id
    member = group is not None and file.customer_id in group.members_on(command.today)
    shared = member and command.maximum is None  # Who has a maximum takes through it.
    APPROVED_WITHIN_OWN_LIMIT.require(own or shared, facility_id=facility_id)


def _changes(command: Proposal, investigation: Investigation) -> tuple[Difference, ...]:
    """Return what differs from the proposal; Refused where that has no reason."""
    proposed = investigation.proposed
    found = tuple(differences(proposed, command.terms)) if proposed else ()
    as_advised = investigation.lend is True and proposed is not None and not found
    CHANGED_TERMS_HAVE_A_REASON.require(
        as_advised or bool(command.reason), items=", ".join(each.item for each in found)
    )
    return found


def _no_better(terms: CreditTerms, proposed: CreditTerms | None) -> bool:
    """Say whether terms are no better for the borrower than those proposed.

    Both name a rate, and it is no lower; no more is lent, for no longer, on no less security.
    """
    if proposed is None or terms.rate_yearly is None or proposed.rate_yearly is None:
        return False
    return (
        terms.rate_yearly >= proposed.rate_yearly
        and terms.amount <= proposed.amount
        and terms.months <= proposed.months
        and set(terms.security) >= set(proposed.security)
    )
