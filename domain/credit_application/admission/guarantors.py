"""Whether those proposed may guarantee, have standing, and can answer for as much.

Where a guarantor was assessed, what is left of that counts, not what they are stated to own.

Source: 民法典 第683条; 商业银行法 第36条: the guarantor's ability to pay is examined strictly.
"""

from collections.abc import Iterator

from domain.credit_application.admission.policy import Policy
from domain.credit_application.admission.rules import GUARANTORS_ARE_FIT
from domain.credit_application.admission.verdicts import FoundGuarantor, Inputs, Verdict
from domain.credit_application.admission.weigh import barred, care, met
from domain.credit_application.values import ProposedGuarantor
from domain.facts.guarantor import Assessment
from domain.facts.terms import SecurityWay
from domain.money import Money
from domain.party import Standing


def guarantors(inputs: Inputs, policy: Policy) -> Verdict:
    """Weigh at first look whether those proposed may guarantee and can answer for enough."""
    named = inputs.stated.guarantors
    if SecurityWay.GUARANTEE not in inputs.terms.security and not named:
        return met(GUARANTORS_ARE_FIT, "none is needed")
    if not named:
        return care(GUARANTORS_ARE_FIT, "nobody is named yet")
    if unfit := list(_unfit(inputs)):
        return barred(GUARANTORS_ARE_FIT, ", ".join(unfit))
    needed = policy.percent_of("bank.guarantor.assets_to_amount_min", inputs.terms.amount)
    each = {one.guarantor_id: _good_for(inputs, one).fen for one in named}  # Named twice, once.
    good = Money(sum(each.values()), inputs.terms.amount.currency)
    says = "; ".join((f"own {good}, needed {needed}", *_given(inputs)))
    if good < needed:
        return barred(GUARANTORS_ARE_FIT, says)
    if cautions := list(_cautions(inputs)):
        return care(GUARANTORS_ARE_FIT, ", ".join(cautions))
    return met(GUARANTORS_ARE_FIT, says)


def _found(inputs: Inputs, one: ProposedGuarantor) -> FoundGuarantor:
    return next(f for f in inputs.found.guarantors if f.guarantor_id == one.guarantor_id)


def _in_force(inputs: Inputs, one: ProposedGuarantor) -> Assessment | None:
    """Return a guarantor's assessment; None where there is none, or it ended."""
    known = _found(inputs, one).assessment
    return known if known and inputs.day <= known.valid_until else None


def _good_for(inputs: Inputs, one: ProposedGuarantor) -> Money:
    known = _in_force(inputs, one)
    return known.left if known else one.own_assets


def _given(inputs: Inputs) -> Iterator[str]:
    """Yield of each who was assessed what is left, and what they guarantee already."""
    for one in inputs.stated.guarantors:
        if known := _in_force(inputs, one):
            yield (
                f"{one.guarantor_id} was assessed: {known.left} left of {known.capacity},"
                f" guarantees given: {known.guarantees} for {known.guaranteed}"
            )


def _cautions(inputs: Inputs) -> Iterator[str]:
    ring = {*inputs.found.guarantee_ring} & {one.guarantor_id for one in inputs.stated.guarantors}
    if ring:
        yield f"guarantee one another: {', '.join(sorted(ring))}"
    for one in inputs.stated.guarantors:
        known = _found(inputs, one).assessment
        if known and known.valid_until < inputs.day:
            yield f"{one.guarantor_id} was assessed until {known.valid_until}: assess again"


def _unfit(inputs: Inputs) -> Iterator[str]:
    for one in inputs.stated.guarantors:
        if why := _why_unfit(inputs, one):
            yield f"{one.guarantor_id} {why}"


def _why_unfit(inputs: Inputs, one: ProposedGuarantor) -> str | None:
    found, currency = _found(inputs, one), inputs.terms.amount.currency
    reasons = {
        "is the borrower": one.guarantor_id == inputs.customer_id,
        "is a public body": one.public_body,
        "is not on our register": found.standing is not Standing.ACTIVE,
        "is on a black list": found.blacklisted,
        "is suspended as a guarantor": bool(found.assessment and found.assessment.suspended),
        f"owns {one.own_assets}, in another currency": one.own_assets.currency != currency,
        "was assessed in another currency": bool(
            (known := _in_force(inputs, one)) and known.capacity.currency != currency
        ),
    }
    return next((why for why, holds in reasons.items() if holds), None)
