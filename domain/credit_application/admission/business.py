"""Whether the business may be lent to: lawful, wanted by policy, licensed.

Source: 流动资金贷款管理办法, 个人贷款管理办法 (2024); industrial policy;
市场主体登记管理条例 第35条.
"""

from collections.abc import Sequence
from datetime import date

from attrs import evolve

from domain.calendar.months import months_after
from domain.credit_application.admission.policy import Policy
from domain.credit_application.admission.rules import (
    BUSINESS_IS_LAWFUL,
    LICENCES_ARE_VALID,
    STANDARDS_ALLOW_IT,
)
from domain.credit_application.admission.verdicts import Inputs, Verdict
from domain.credit_application.admission.weigh import barred, care, met
from domain.credit_application.checklist import PaperState, items
from domain.facts.papers import best
from domain.facts.standards import InForce, Stance
from domain.kinds import CustomerKind, DocumentKind

TRADERS = (CustomerKind.SOLE_TRADER, CustomerKind.ENTERPRISE)


def lawfulness(inputs: Inputs, _policy: Policy) -> Verdict:
    """Weigh whether business and purpose are lawful, as the officer found."""
    if inputs.stated.lawful:
        return met(BUSINESS_IS_LAWFUL, f"found lawful, on {inputs.stated.evidence}")
    return barred(BUSINESS_IS_LAWFUL, f"found unlawful, on {inputs.stated.evidence}")


def covering(inputs: Inputs, policy: Policy) -> Sequence[InForce]:
    """Return the standards that cover an application, those found by the officer included."""
    against = inputs.stated.standards_against
    kind, purpose = inputs.customer_kind, inputs.terms.loan_purpose
    return [
        one
        for one in policy.standards
        if one.standard.covers(kind, inputs.industry, purpose)
        and (not one.standard.by_officer or one.standard_id in against)
    ]


def standards(inputs: Inputs, policy: Policy) -> Verdict:
    """Weigh industrial policy and the credit standards; the gravest that covers it counts."""
    by_stance: dict[Stance, list[InForce]] = {stance: [] for stance in Stance}
    for one in covering(inputs, policy):
        by_stance[one.standard.stance].append(one)
    if barring := by_stance[Stance.DO_NOT_LEND]:
        return _with_source(barred(STANDARDS_ALLOW_IT, _says(barring)), barring)
    if wary := by_stance[Stance.CAUTION]:
        return _with_source(care(STANDARDS_ALLOW_IT, _says(wary)), wary)
    if inputs.industry is None and inputs.customer_kind in TRADERS:
        return care(STANDARDS_ALLOW_IT, "nobody has named the industry")
    return met(STANDARDS_ALLOW_IT, _says(by_stance[Stance.PREFERRED]) or "none speaks against it")


def licences(inputs: Inputs, policy: Policy) -> Verdict:
    """Weigh the licence of who trades, its annual check, and the permits of the trade."""
    permits = [one for one in covering(inputs, policy) if _asks_permit(one)]
    asked = [DocumentKind.BUSINESS_LICENCE] if inputs.customer_kind in TRADERS else []
    asked += [DocumentKind.SPECIAL_PERMIT] if permits else []
    alarm = policy.count("bank.admission.expiry_alarm_days")
    found = items(asked, inputs.papers, inputs.day, alarm)
    if lacks := [f"{item.kind.value} {item.state.value}" for item in found if item.lacks]:
        return barred(LICENCES_ARE_VALID, ", ".join([*lacks, *map(_named, permits)]))
    soon = [
        f"{item.kind.value} until {item.paper.valid_until}"
        for item in found
        if item.state is PaperState.EXPIRING and item.paper
    ]
    unchecked = _unchecked(inputs, policy) if inputs.customer_kind in TRADERS else []
    if soon or unchecked:
        return care(LICENCES_ARE_VALID, ", ".join([*soon, *unchecked]))
    return met(LICENCES_ARE_VALID, "valid" if asked else "none is asked for")


def _unchecked(inputs: Inputs, policy: Policy) -> list[str]:
    months = policy.count("bank.admission.annual_check_months_max")
    paper = best(inputs.papers, DocumentKind.LICENCE_ANNUAL_CHECK)
    if paper is None:
        return ["no annual check on file"]
    ends: date = months_after(paper.dated, months, paper.dated.day)
    return [] if inputs.day <= ends else [f"last annual check of {paper.dated}"]


def _asks_permit(one: InForce) -> bool:
    return one.standard.stance is Stance.PERMIT_NEEDED


def _named(one: InForce) -> str:
    return f"standard {one.standard_id}: {one.standard.says}"


def _says(found: Sequence[InForce]) -> str:
    return " ".join(map(_named, found))


def _with_source(verdict: Verdict, found: Sequence[InForce]) -> Verdict:
    return evolve(verdict, source="; ".join(one.source for one in found))
