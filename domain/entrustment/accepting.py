"""Decisions: accept to serve a loan of another's money, and end that.

Source: 商业银行委托贷款管理办法 (银监发〔2018〕2号): whose money, what for, at whose risk.
"""

from collections.abc import Sequence
from typing import Final

from domain.entrustment.commands import AcceptEntrustment, EndEntrustment
from domain.entrustment.events import EntrustmentAccepted, EntrustmentEnded, EntrustmentEvent
from domain.entrustment.rules import (
    ACCEPTED_ONCE,
    ACCEPTED_UNDER_MANDATE,
    ENDS_WITH_NOTHING_HELD,
    ENTRUSTED_APPLICATION_GOES_ON,
    ENTRUSTER_IS_NO_LENDER,
    ENTRUSTMENT_STANDS,
    FEE_IS_AGREED,
    MONEY_IS_THEIRS_TO_ENTRUST,
    RISK_STAYS_WITH_THEM,
    TERMS_ARE_THEIR_OWN,
    USE_IS_LAWFUL,
)
from domain.entrustment.state import Entrusted
from domain.entrustment.values import LENDABLE, EntrustmentEnding, FundsUse
from domain.facts.application import Application
from domain.facts.contract import ContractStage
from domain.facts.duty import (
    require_apart,
    require_duty,
    require_lending_unit,
    require_not_connected,
)
from domain.facts.mandate import Mandate
from domain.facts.staff import Post, Staff
from domain.facts.terms import differences
from domain.ids import MandateId
from domain.party import Standing

ACCEPTING: Final = (
    Post.APPROVER,
    Post.CREDIT_HEAD,
    Post.SUB_BRANCH_HEAD,
    Post.BRANCH_HEAD,
    Post.PRESIDENT,
)


def accept(command: AcceptEntrustment, known: Entrusted) -> Sequence[EntrustmentEvent]:
    """Accept an entrustment; () where it was accepted so."""
    application = _application(command)
    staff = require_duty(command.staff, command.today, ACCEPTING, application.customer_id)
    assert application.entrusted_by is not None
    require_not_connected(staff, application.entrusted_by)
    if known.accepted and not known.ended:
        ACCEPTED_ONCE.require(_is_accepted(command, known.accepted))
        return ()
    ACCEPTED_ONCE.require(known.accepted is None, application_id=command.application_id)
    require_apart(command.actor, (application.taken_by,), "taken_by")
    require_lending_unit(command.unit, command.today)
    assert command.seen is not None
    command.seen.require_as_read(command.read)
    _require_theirs(command)
    _require_terms(command, application)
    accepted = EntrustmentAccepted(
        customer_id=application.customer_id,
        entrusted_by=application.entrusted_by,
        unit_id=application.unit_id,
        found=command.found,
        terms=command.terms,
        service_fee=command.service_fee,
        mandate_id=command.mandate_id,
        mandates=_mandates(command, staff, application),
        accepted_by=command.actor,
        accepted_on=command.today,
        seen=command.seen,
    )
    return (accepted,)


def _application(command: AcceptEntrustment) -> Application:
    application = command.application
    ENTRUSTED_APPLICATION_GOES_ON.require(
        application is not None
        and application.goes_on
        and application.entrusted_by is not None
        and command.approval is None,
        application_id=command.application_id,
    )
    assert application is not None
    return application


def _is_accepted(command: AcceptEntrustment, accepted: EntrustmentAccepted) -> bool:
    return (accepted.found, accepted.terms, accepted.service_fee, accepted.mandate_id) == (
        command.found,
        command.terms,
        command.service_fee,
        command.mandate_id,
    )


def _require_theirs(command: AcceptEntrustment) -> None:
    """Raise Refused where money, use or risk are not such as may be entrusted."""
    found = command.found
    standing = command.entruster.standing if command.entruster else None
    ENTRUSTER_IS_NO_LENDER.require(
        standing is Standing.ACTIVE and not found.lends_by_trade, standing=standing
    )
    MONEY_IS_THEIRS_TO_ENTRUST.require(found.source in LENDABLE, source=found.source)
    USE_IS_LAWFUL.require(found.use is FundsUse.PERMITTED, use=found.use)
    RISK_STAYS_WITH_THEM.require(not found.undertakings, undertakings=", ".join(found.undertakings))


def _require_terms(command: AcceptEntrustment, application: Application) -> None:
    """Raise Refused where terms are not those applied for; a rate may be named until now."""
    asked, terms = application.terms, command.terms
    other = [d for d in differences(asked, terms) if d.item != "rate_yearly" or asked.rate_yearly]
    TERMS_ARE_THEIR_OWN.require(
        not other and terms.rate_yearly is not None,
        differences=", ".join(each.item for each in other),
    )
    fee = command.service_fee
    FEE_IS_AGREED.require(fee.fen >= 0 and fee.currency == terms.amount.currency, fee=fee)


def _mandates(
    command: AcceptEntrustment, staff: Staff, application: Application
) -> tuple[MandateId, ...]:
    """Return the mandate with those above it; Refused where one is not in force or too narrow.

    Credit grades say nothing here: the borrower is not the lender's risk.
    """
    named = (command.mandate, command.parent, command.grandparent)
    chain = [mandate for mandate in named if mandate is not None]
    own = bool(chain) and chain[-1].parent_id is None and _holds(chain[0], staff, command)
    covered = all(
        mandate.on(command.today) and mandate.scope.covers(command.terms, None, application.unit_id)
        for mandate in chain
    )
    ACCEPTED_UNDER_MANDATE.require(
        own and covered, mandate_id=command.mandate_id, amount=command.terms.amount
    )
    return tuple(mandate.mandate_id for mandate in chain)


def _holds(mandate: Mandate, staff: Staff, command: AcceptEntrustment) -> bool:
    return mandate.staff_id == staff.staff_id or any(
        (held.post, held.unit_id) == (mandate.post, mandate.unit_id) and held.on(command.today)
        for held in staff.posts
    )


def end(command: EndEntrustment, known: Entrusted) -> Sequence[EntrustmentEvent]:
    """End an entrustment; () where it ended so."""
    ENTRUSTMENT_STANDS.require(known.accepted is not None)
    assert known.accepted is not None
    require_duty(command.staff, command.today, ACCEPTING, known.accepted.customer_id)
    if known.ended:
        ENTRUSTMENT_STANDS.require(known.ended.ending is command.ending)
        return ()
    over = command.contract is not None and command.contract.stage is ContractStage.ENDED
    signed = known.contract_id is not None
    served = command.ending is EntrustmentEnding.SERVED
    ENDS_WITH_NOTHING_HELD.require(
        known.held.fen == 0 and served == signed and (over or not signed),
        held=known.held,
        contract_id=known.contract_id,
        ending=command.ending,
    )
    ended = EntrustmentEnded(ending=command.ending, ended_by=command.actor, on=command.today)
    return (ended,)
