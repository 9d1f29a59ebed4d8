"""Decisions: take collateral in, value it, bind it by a contract, register the right."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import Final

from domain.calendar.months import months_after
from domain.collateral.commands import (
    BindCollateral,
    RecordRegistration,
    RecordValuation,
    RegisterCollateral,
)
from domain.collateral.events import (
    CollateralBound,
    CollateralEvent,
    CollateralRegistered,
    RegistrationRecorded,
    ValuationRecorded,
)
from domain.collateral.rules import (
    CO_OWNERS_CONSENT,
    COLLATERAL_IS_BOUND,
    COLLATERAL_IS_BOUND_ONCE,
    COLLATERAL_IS_VALUED,
    COLLATERAL_OWNER_IS_ACTIVE,
    CONTRACT_NAMES_COLLATERAL,
    ONE_COLLATERAL_A_NUMBER,
    RANK_COUNTS_FROM_ONE,
    REGISTERED_ONCE,
    TITLE_CAN_BE_TAKEN,
    VALUATION_IS_NUMBERED_ONCE,
    VALUE_COVERS_THE_DEBT,
    VALUE_IS_POSITIVE,
    VALUER_IS_APART,
)
from domain.collateral.standing import HANDLERS, require_come, standing
from domain.collateral.state import Collateral, State
from domain.collateral.values import Appraiser, Title, way_of
from domain.facts.contract import Contract, ContractStage
from domain.facts.duty import require_duty
from domain.facts.policy import SHIPPED, Setting
from domain.facts.staff import Post
from domain.money import Money
from domain.party import Standing

VALUERS: Final = (*HANDLERS, Post.REVIEWER, Post.CREDIT_HEAD)
_TAKEN: Final = (Title.CLEAR, Title.CO_OWNED)


def register_collateral(command: RegisterCollateral, state: State) -> Sequence[CollateralEvent]:
    """Take in what a customer offers; () where the same was registered before."""
    offered = CollateralRegistered(
        kind=command.kind,
        way=way_of(command.kind),
        owner_id=command.owner_id,
        title=command.title,
        consents=command.consents,
        says=command.says,
        registered_by=command.actor,
    )
    if state is not None:
        ONE_COLLATERAL_A_NUMBER.require(state.offered == offered, kind=state.offered.kind)
        return ()
    require_duty(command.staff, command.today, HANDLERS, command.owner_id)
    owner = command.owner
    COLLATERAL_OWNER_IS_ACTIVE.require(
        owner is not None and owner.standing is Standing.ACTIVE, owner_id=command.owner_id
    )
    TITLE_CAN_BE_TAKEN.require(command.title in _TAKEN, title=command.title)
    CO_OWNERS_CONSENT.require(command.title is not Title.CO_OWNED or bool(command.consents))
    return (offered,)


def record_valuation(command: RecordValuation, state: State) -> Sequence[CollateralEvent]:
    """Record a value with what counts of it, and by how much it falls short of what it secures.

    Source: 商业银行押品管理指引 (revalued at least once a year); the share is a policy parameter.
    """
    found = standing(state)
    if (known := found.valuations.get(command.valuation_no)) is not None:
        VALUATION_IS_NUMBERED_ONCE.require(_is_same(known, command), number=command.valuation_no)
        return ()
    require_duty(command.staff, command.today, VALUERS, found.offered.owner_id)
    if command.appraiser is not Appraiser.EXTERNAL:
        VALUER_IS_APART.require(command.actor != found.offered.registered_by, actor=command.actor)
    VALUE_IS_POSITIVE.require(command.valuation.fen > 0, valuation=command.valuation)
    require_come(command.valued_on, command.today)
    share, months = _settings(command, found, command.valued_on)
    counts = _part(command.valuation, Fraction(share.setting))
    recorded = ValuationRecorded(
        valuation_no=command.valuation_no,
        appraiser=command.appraiser,
        method=command.method,
        valuation=command.valuation,
        valued_on=command.valued_on,
        report=command.report,
        counts=counts,
        shortfall=found.shortfall(counts),
        due_again=_months_on(command.valued_on, int(months.setting)),
        settings=(share, months),
        valued_by=command.actor,
    )
    return (recorded,)


def _is_same(known: ValuationRecorded, command: RecordValuation) -> bool:
    return (known.valuation, known.valued_on, known.report) == (
        command.valuation,
        command.valued_on,
        command.report,
    )


def _settings(command: RecordValuation, found: Collateral, day: date) -> tuple[Setting, Setting]:
    """Return the most that may be lent on its value, and the months between valuations."""
    book = command.policy or SHIPPED
    share = book.on(f"collateral.ltv_max_default.{found.offered.kind}", day)
    return share, book.on("collateral.revaluation.months_max", day)


def _part(amount: Money, share: Fraction) -> Money:
    """Return a share of an amount, rounded down to the fen: never more than is covered."""
    return Money(int(amount.fen * share), amount.currency)


def _months_on(day: date, months: int) -> date:
    return months_after(day, months, day.day)


def bind_collateral(command: BindCollateral, state: State) -> Sequence[CollateralEvent]:
    """Bind collateral by a contract; its value must cover all that it then secures."""
    found = standing(state)
    bound = CollateralBound(contract_id=command.contract_id, amount=command.amount)
    if (known := found.bound.get(command.contract_id)) is not None:
        COLLATERAL_IS_BOUND_ONCE.require(
            known == bound, contract_id=command.contract_id, amount=known.amount
        )
        return ()
    require_duty(command.staff, command.today, HANDLERS, found.offered.owner_id)
    CONTRACT_NAMES_COLLATERAL.require(
        _names(command.contract, command.collateral_id), contract_id=command.contract_id
    )
    valued = found.valued
    COLLATERAL_IS_VALUED.require(valued is not None)
    assert valued is not None
    VALUE_IS_POSITIVE.require(command.amount.fen > 0, amount=command.amount)
    secured = found.secured.fen + command.amount.fen
    VALUE_COVERS_THE_DEBT.require(
        command.amount.currency == valued.counts.currency and secured <= valued.counts.fen,
        counts=valued.counts,
        secures=Money(secured, command.amount.currency),
    )
    return (bound,)


def _names(contract: Contract | None, collateral_id: str) -> bool:
    ended = (ContractStage.ENDED, ContractStage.VOIDED)
    return (
        contract is not None
        and contract.stage not in ended
        and f"collateral-{collateral_id}" in contract.securities
    )


def record_registration(command: RecordRegistration, state: State) -> Sequence[CollateralEvent]:
    """Record the certificate of the registered right; () where it was recorded before."""
    found = standing(state)
    right = RegistrationRecorded(
        certificate_no=command.certificate_no,
        authority=command.authority,
        lien_rank=command.lien_rank,
        registered_on=command.registered_on,
        expires_on=command.expires_on,
        digest=command.digest,
    )
    if found.right is not None:
        REGISTERED_ONCE.require(found.right == right, certificate_no=found.right.certificate_no)
        return ()
    require_duty(command.staff, command.today, HANDLERS, found.offered.owner_id)
    COLLATERAL_IS_BOUND.require(bool(found.bound))
    RANK_COUNTS_FROM_ONE.require(command.lien_rank >= 1, lien_rank=command.lien_rank)
    require_come(command.registered_on, command.today)
    return (right,)
