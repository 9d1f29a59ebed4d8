"""Judging an application by every criterion, and judging it again under another policy."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Final

from attrs import evolve, frozen

from domain.credit_application.admission import business, means, security
from domain.credit_application.admission.guarantors import guarantors
from domain.credit_application.admission.policy import Policy
from domain.credit_application.admission.rules import (
    GUARANTORS_ARE_FIT,
    INCOME_IS_STEADY,
    RECORD_IS_GOOD,
    SECURITY_IS_GIVEN,
    STANDARDS_ALLOW_IT,
)
from domain.credit_application.admission.verdicts import (
    Inputs,
    Judgement,
    Outcome,
    UsedStandard,
    Verdict,
)
from domain.facts.policy import PolicyBook

CRITERIA: Final[tuple[Callable[[Inputs, Policy], Verdict], ...]] = (
    business.lawfulness,
    business.standards,
    security.product,
    means.income,
    means.record,
    means.earlier_debts,
    business.licences,
    security.security,
    guarantors,
    security.insiders,
    security.completeness,
)
# What the lender weighs where the risk is that of who entrusts the money.
ENTRUSTED: Final[tuple[Callable[[Inputs, Policy], Verdict], ...]] = (
    business.lawfulness,
    business.standards,
    security.product,
    business.licences,
    security.entruster,
    security.completeness,
)
WAIVABLE: Final = frozenset(
    rule.code
    for rule in (
        STANDARDS_ALLOW_IT,
        INCOME_IS_STEADY,
        RECORD_IS_GOOD,
        SECURITY_IS_GIVEN,
        GUARANTORS_ARE_FIT,
    )
)


def judge(
    inputs: Inputs,
    book: PolicyBook,
    waived: Sequence[str] = (),
    *,
    policy_of: date | None = None,
) -> Judgement:
    """Return what admission comes to; criteria waived ask for care where they would stop it.

    The gravest verdict counts.  The policy is that of the day of the inputs, or of policy_of.
    The same inputs, policy and waivers give the same judgement.
    """
    policy = Policy(book, policy_of or inputs.day)
    criteria = ENTRUSTED if inputs.entruster else CRITERIA
    verdicts = tuple(_waived(criterion(inputs, policy), waived) for criterion in criteria)
    order = list(Outcome)
    return Judgement(
        outcome=max((verdict.outcome for verdict in verdicts), key=order.index),
        verdicts=verdicts,
        settings=tuple(setting for _, setting in sorted(policy.asked.items())),
        standards=tuple(
            UsedStandard(standard_id=one.standard_id, since=one.since)
            for one in business.covering(inputs, policy)
        ),
    )


@frozen(kw_only=True)
class Change:
    """A criterion that comes to something else when it is judged again."""

    rule: str
    then: Verdict
    again: Verdict


def changes(then: Sequence[Verdict], again: Sequence[Verdict]) -> Sequence[Change]:
    """Return the criteria of which two judgements say different things, in order."""
    others = {verdict.rule: verdict for verdict in again}
    return [
        Change(rule=verdict.rule, then=verdict, again=others[verdict.rule])
        for verdict in then
        if verdict.rule in others and others[verdict.rule] != verdict
    ]


def _waived(verdict: Verdict, waived: Sequence[str]) -> Verdict:
    if verdict.outcome is Outcome.PROHIBITED and verdict.rule in waived:
        return evolve(verdict, outcome=Outcome.CAUTIONED, waived=True)
    return verdict
