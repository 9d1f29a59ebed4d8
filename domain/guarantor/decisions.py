"""What follows from a command to a guarantor."""

from collections.abc import Sequence
from typing import Final, assert_never

from domain.facts.duty import require_duty
from domain.facts.staff import Post
from domain.guarantor.commands import (
    AssessGuarantor,
    GuarantorCommand,
    GuarantorKind,
    SuspendGuarantor,
)
from domain.guarantor.events import (
    GuaranteeGivenBack,
    GuaranteeTakenOn,
    GuarantorAssessed,
    GuarantorEvent,
    GuarantorSuspended,
)
from domain.guarantor.rules import (
    ASSESSMENT_LASTS,
    CAPACITY_IS_SOUND,
    GUARANTOR_IS_ACTIVE,
    GUARANTOR_IS_ASSESSED,
    GUARANTOR_IS_NOT_SUSPENDED,
    IS_OF_AGE,
    MAY_GUARANTEE,
    WITHIN_CAPACITY,
)
from domain.guarantor.state import Guarantor
from domain.money import Money
from domain.party import Standing
from domain.ties import GiveBackGuarantee, TakeOnGuarantee

_ASSESSORS: Final = (
    Post.RELATIONSHIP_MANAGER,
    Post.SENIOR_RELATIONSHIP_MANAGER,
    Post.INVESTIGATOR,
    Post.REVIEWER,
)
_BARRED: Final = (GuarantorKind.STATE_ORGAN, GuarantorKind.PUBLIC_INSTITUTION)


def decide(command: GuarantorCommand, guarantor: Guarantor) -> Sequence[GuarantorEvent]:
    """Return what follows from a command."""
    match command:
        case AssessGuarantor():
            return assess_guarantor(command, guarantor)
        case SuspendGuarantor():
            return suspend_guarantor(command, guarantor)
        case TakeOnGuarantee():
            return take_on_guarantee(command, guarantor)
        case GiveBackGuarantee():
            taken = command.guarantee_id in guarantor.taken
            return (GuaranteeGivenBack(guarantee_id=command.guarantee_id),) if taken else ()
    assert_never(command)


def assess_guarantor(command: AssessGuarantor, guarantor: Guarantor) -> Sequence[GuarantorEvent]:
    """Record what a customer can guarantee; () where the same assessment stands."""
    assessed = GuarantorAssessed(
        kind=command.kind,
        net_assets=command.net_assets,
        yearly_income=command.yearly_income,
        capacity=command.capacity,
        valid_until=command.valid_until,
        evidence=command.evidence,
        assessed_by=command.actor,
    )
    if guarantor.assessed == assessed and guarantor.suspended is None:
        return ()
    require_duty(command.staff, command.today, _ASSESSORS, command.guarantor_id)
    party = command.guarantor
    GUARANTOR_IS_ACTIVE.require(party is not None and party.standing is Standing.ACTIVE)
    MAY_GUARANTEE.require(command.kind not in _BARRED, kind=command.kind)
    IS_OF_AGE.require(command.of_age)
    _require_sound(command.capacity, command.net_assets, command.yearly_income)
    ASSESSMENT_LASTS.require(command.today <= command.valid_until, until=command.valid_until)
    return (assessed,)


def _require_sound(capacity: Money, net_assets: Money, income: Money) -> None:
    one = len({capacity.currency, net_assets.currency, income.currency}) == 1
    sound = one and 0 < capacity.fen <= max(net_assets.fen, 0) + max(income.fen, 0)
    CAPACITY_IS_SOUND.require(sound, capacity=capacity, net_assets=net_assets, income=income)


def suspend_guarantor(command: SuspendGuarantor, guarantor: Guarantor) -> Sequence[GuarantorEvent]:
    """Suspend a guarantor; () where they are."""
    if guarantor.suspended is not None:
        return ()
    require_duty(command.staff, command.today, (*_ASSESSORS, Post.CREDIT_HEAD), None)
    GUARANTOR_IS_ASSESSED.require(guarantor.assessed is not None)
    suspended = GuarantorSuspended(
        reason=command.reason, on=command.today, suspended_by=command.actor
    )
    return (suspended,)


def take_on_guarantee(command: TakeOnGuarantee, guarantor: Guarantor) -> Sequence[GuarantorEvent]:
    """Take on one more guarantee, within what is left of the capacity."""
    if guarantor.taken.get(command.guarantee_id) == command.amount:
        return ()
    known = guarantor.assessed
    valid = known is not None and command.today <= known.valid_until
    GUARANTOR_IS_ASSESSED.require(valid, valid_until=known and known.valid_until)
    GUARANTOR_IS_NOT_SUSPENDED.require(guarantor.suspended is None)
    left, amount = guarantor.left(), command.amount
    fits = amount.currency == left.currency and amount.fen <= left.fen
    WITHIN_CAPACITY.require(fits, amount=amount, left=left)
    rest = Money(left.fen - amount.fen, left.currency)
    return (GuaranteeTakenOn(guarantee_id=command.guarantee_id, amount=amount, left=rest),)
