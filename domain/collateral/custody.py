"""Decisions: papers and goods in the vault, in and out under two keys, counted and checked."""

from collections.abc import Sequence

from domain.collateral.commands import CheckCollateral, CountVault, PutInVault, TakeFromVault
from domain.collateral.events import (
    CollateralChecked,
    CollateralEvent,
    VaultCounted,
    VaultEntered,
    VaultLeft,
)
from domain.collateral.rules import (
    COLLATERAL_IS_VALUED,
    COUNT_IS_NUMBERED_ONCE,
    HANDOVER_LIST_IS_NOT_EMPTY,
    KEEPER_DOES_NOT_APPROVE,
    LENT_IS_DUE_BACK,
    LIST_IS_INSIDE,
    LIST_IS_NOT_INSIDE,
    RETURNED_WHEN_FREE,
    VAULT_HAS_TWO_KEYS,
)
from domain.collateral.standing import HANDLERS, known, require_come, standing
from domain.collateral.state import Collateral, State
from domain.collateral.values import VaultReason
from domain.facts.duty import require_duty
from domain.facts.staff import Post


def put_in_vault(command: PutInVault, state: State) -> Sequence[CollateralEvent]:
    """Take papers or goods into the vault; () where the same list lies there."""
    found = standing(state)
    if command.list_no in found.inside:
        same = found.entered[command.list_no].items == command.items
        LIST_IS_NOT_INSIDE.require(same, list_no=command.list_no)
        return ()
    _require_two_keys(command, found)
    HANDOVER_LIST_IS_NOT_EMPTY.require(bool(command.items), list_no=command.list_no)
    COLLATERAL_IS_VALUED.require(found.valued is not None)
    assert found.valued is not None
    entered = VaultEntered(
        list_no=command.list_no,
        items=command.items,
        signed_list=command.signed_list,
        keepers=(command.actor, command.second_id),
        counts=found.valued.valuation,
    )
    return (entered,)


def take_from_vault(command: TakeFromVault, state: State) -> Sequence[CollateralEvent]:
    """Take papers or goods out, for a reason that their standing allows."""
    found = known(state)
    reason, out = command.reason, found.left.get(command.list_no)
    if out is not None and (out.reason, out.signed_receipt) == (reason, command.signed_receipt):
        return ()
    _require_two_keys(command, found)
    LIST_IS_INSIDE.require(command.list_no in found.inside, list_no=command.list_no)
    KEEPER_DOES_NOT_APPROVE.require(
        command.approved_by not in (command.actor, command.second_id),
        approved_by=command.approved_by,
    )
    lent = reason is VaultReason.LENT
    due_back = command.due_back
    LENT_IS_DUE_BACK.require(
        (due_back is not None and due_back >= command.today) if lent else due_back is None,
        due_back=due_back,
    )
    free = {
        VaultReason.LENT: True,
        VaultReason.RETURNED_TO_OWNER: found.released_on is not None,
        VaultReason.REALISED: found.realised is not None,
    }
    RETURNED_WHEN_FREE.require(free[reason], reason=reason)
    left = VaultLeft(
        list_no=command.list_no,
        reason=reason,
        approved_by=command.approved_by,
        due_back=due_back,
        signed_receipt=command.signed_receipt,
        keepers=(command.actor, command.second_id),
        counts=found.entered[command.list_no].counts,
    )
    return (left,)


def _require_two_keys(command: PutInVault | TakeFromVault, found: Collateral) -> None:
    keepers, owner = (Post.VAULT_KEEPER,), found.offered.owner_id
    require_duty(command.staff, command.today, keepers, owner)
    second = command.second
    VAULT_HAS_TWO_KEYS.require(
        command.second_id != command.actor
        and second is not None
        and second.holds(command.today, *keepers)
        and owner not in second.connected,
        second_id=command.second_id,
    )


def count_vault(command: CountVault, state: State) -> Sequence[CollateralEvent]:
    """Record a stock-take with what is missing and what should not be there."""
    found = known(state)
    posts = (Post.VAULT_KEEPER, Post.CREDIT_HEAD, Post.REVIEWER)
    inside, seen = set(found.inside), set(command.lists_found)
    counted = VaultCounted(
        count_no=command.count_no,
        missing=tuple(sorted(inside - seen)),
        unexpected=tuple(sorted(seen - inside)),
        counted_by=command.actor,
    )
    if (earlier := found.counts.get(command.count_no)) is not None:
        COUNT_IS_NUMBERED_ONCE.require(earlier == counted, number=command.count_no)
        return ()
    require_duty(command.staff, command.today, posts, found.offered.owner_id)
    return (counted,)


def check_collateral(command: CheckCollateral, state: State) -> Sequence[CollateralEvent]:
    """Record what was seen on the spot; () where the same was recorded."""
    found = standing(state)
    checked = CollateralChecked(
        check_no=command.check_no,
        checked_on=command.checked_on,
        whole=command.whole,
        safe=command.safe,
        says=command.says,
        photos=command.photos,
        checked_by=command.actor,
    )
    if (earlier := found.checks.get(command.check_no)) is not None:
        COUNT_IS_NUMBERED_ONCE.require(earlier == checked, number=command.check_no)
        return ()
    require_duty(command.staff, command.today, HANDLERS, found.offered.owner_id)
    require_come(command.checked_on, command.today)
    return (checked,)
