"""What follows from judging whether an application is admitted."""

from collections.abc import Sequence
from typing import Final

from domain.credit_application.admission.judge import WAIVABLE, judge
from domain.credit_application.admission.verdicts import (
    Found,
    FoundEntruster,
    FoundGuarantor,
    Inputs,
    Judgement,
)
from domain.credit_application.checklist import required
from domain.credit_application.commands import AdmitCreditApplication
from domain.credit_application.duties import ADMITTING, WAIVING, require_known, require_stage
from domain.credit_application.events import AdmissionJudged, CreditApplicationEvent
from domain.credit_application.rules import (
    APPLICANT_IS_ACTIVE,
    ONLY_WAIVABLE_IS_WAIVED,
    STATED_IN_ONE_CURRENCY,
    WAIVED_IS_BROKEN,
)
from domain.credit_application.state import CreditApplication
from domain.facts.application import ApplicationStage
from domain.facts.duty import require_duty
from domain.facts.policy import SHIPPED
from domain.facts.seen import Seen
from domain.money import Money
from domain.party import Standing

_JUDGED_FROM: Final = (
    ApplicationStage.RECEIVED,
    ApplicationStage.ADMITTED,
    ApplicationStage.CAUTIONED,
)


def admit(
    command: AdmitCreditApplication, application: CreditApplication
) -> Sequence[CreditApplicationEvent]:
    """Judge an application; () where it was judged so on the same inputs, policy and waivers."""
    submitted = require_known(application)
    posts = WAIVING if command.waivers else ADMITTING
    staff = require_duty(command.staff, command.today, posts, submitted.customer_id)
    customer = command.customer
    APPLICANT_IS_ACTIVE.require(customer is not None and customer.standing is Standing.ACTIVE)
    inputs = _inputs(command, application)
    waived = tuple(waiver.rule for waiver in command.waivers)
    judgement = judge(inputs, command.policy or SHIPPED, waived)
    judged = AdmissionJudged(
        outcome=judgement.outcome,
        verdicts=judgement.verdicts,
        inputs=inputs,
        settings=judgement.settings,
        standards=judgement.standards,
        waivers=command.waivers,
        seen=_seen(command),
        judged_by=staff.staff_id,
        on=command.today,
        customer_id=submitted.customer_id,
        unit_id=submitted.unit_id,
    )
    if _same(judged, application.judged):
        return ()
    require_stage(application, _JUDGED_FROM)
    _require_waivers(inputs, judgement, waived)
    judged.seen.require_as_read(command.read)
    return (judged,)


def _same(judged: AdmissionJudged, known: AdmissionJudged | None) -> bool:
    """Say whether two judgements differ in nothing but how far the file had come."""
    return known is not None and (
        (judged.inputs, judged.verdicts, judged.settings, judged.waivers)
        == (known.inputs, known.verdicts, known.settings, known.waivers)
    )


def _require_waivers(inputs: Inputs, judgement: Judgement, waived: tuple[str, ...]) -> None:
    """Raise Refused where something is waived that may not be, or need not be."""
    used = {verdict.rule for verdict in judgement.verdicts if verdict.waived}
    for rule in waived:
        may = rule in WAIVABLE and not inputs.insider
        ONLY_WAIVABLE_IS_WAIVED.require(may, rule=rule)
        WAIVED_IS_BROKEN.require(rule in used and waived.count(rule) == 1, rule=rule)


def _inputs(command: AdmitCreditApplication, application: CreditApplication) -> Inputs:
    submitted, terms = application.submitted, application.terms
    assert submitted is not None
    assert terms is not None
    _require_one_currency(command, terms.amount.currency)
    offered = command.product.on(command.today) if command.product else None
    return Inputs(
        day=command.today,
        customer_id=submitted.customer_id,
        customer_kind=submitted.customer_kind,
        terms=terms,
        industry=application.industry,
        declared_insider=submitted.declared_insider,
        offered=offered,
        required=required(command.checklist, offered, command.today),
        papers=tuple(paper for file in command.papers or () for paper in file),
        stated=command.stated,
        found=_found(command, terms.amount.currency),
        entruster=_entruster(command, application),
    )


def _found(command: AdmitCreditApplication, currency: str) -> Found:
    economy, related = command.economy, command.related
    report = command.inquiries.report if command.inquiries else None
    return Found(
        income_net=_in(currency, economy.net_income if economy else None),
        disposable=_in(currency, economy.disposable if economy else None),
        file_complete=economy.complete if economy else None,
        refreshed_on=economy.refreshed_on if economy else None,
        reported_on=report.reported_on if report else None,
        overdue=_in(currency, report.overdue_amount if report else None),
        blacklisted=bool(command.dealings and command.dealings.blacklisted),
        insider=bool(related and related.insider),
        guarantee_ring=related.guarantee_ring if related else (),
        guarantors=_guarantors(command),
    )


def _entruster(
    command: AdmitCreditApplication, application: CreditApplication
) -> FoundEntruster | None:
    """Return what is on record of who entrusts the money; None where it is the lender's."""
    entrusting = application.submitted.entrusting if application.submitted else None
    if entrusting is None:
        return None
    return FoundEntruster(
        entrusted_by=entrusting.entrusted_by,
        standing=command.entruster.standing if command.entruster else None,
        blacklisted=bool(command.entruster_dealings and command.entruster_dealings.blacklisted),
    )


def _guarantors(command: AdmitCreditApplication) -> tuple[FoundGuarantor, ...]:
    parties = {party.customer_id: party.standing for party in command.guarantors or ()}
    black = {one.customer_id for one in command.guarantor_dealings or () if one.blacklisted}
    assessed = {one.guarantor_id: one for one in command.assessments or ()}
    return tuple(
        FoundGuarantor(
            guarantor_id=one.guarantor_id,
            standing=parties.get(one.guarantor_id),
            blacklisted=one.guarantor_id in black,
            assessment=assessed.get(one.guarantor_id),
        )
        for one in command.stated.guarantors
    )


def _in(currency: str, amount: Money | None) -> Money | None:
    """Return an amount of this currency; what is kept in another tells nothing here."""
    return amount if amount and amount.currency == currency else None


def _require_one_currency(command: AdmitCreditApplication, currency: str) -> None:
    stated = command.stated
    amounts = (
        stated.income_yearly,
        stated.spending_yearly,
        stated.debt_service_yearly,
        stated.overdue_now,
        *(debt.owed for debt in stated.earlier_debts),
    )
    for amount in filter(None, amounts):
        STATED_IN_ONE_CURRENCY.require(amount.currency == currency, amount=amount)


def _seen(command: AdmitCreditApplication) -> Seen:
    assert command.seen is not None, "the core looks it up with the application"
    return command.seen
