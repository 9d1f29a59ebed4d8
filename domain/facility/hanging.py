"""Decisions: parts that hang below a limit, and what comes and goes with them."""

from collections.abc import Sequence

from domain.facility.events import HoldingsLetGo, HoldingsTakenOn, LimitAllotted
from domain.facility.room import require_currency, require_headroom
from domain.facility.rules import PARTS_ADD_UP
from domain.facility.state import Granted
from domain.facility.ties import AllotLimit, LetHoldingsGo, TakeOnHoldings
from domain.money import Money


def allot(command: AllotLimit, state: Granted) -> Sequence[LimitAllotted]:
    """Set a part aside; the parts of what one customer has add up, those of several may overlap."""
    require_currency(command.limit, state)
    if state.parts.get(command.part_id) == command.limit:
        return ()
    own = state.granted.customer_id is not None
    others = (part.fen for name, part in state.parts.items() if name != command.part_id)
    together = command.limit.fen + (sum(others) if own else 0)
    lower = command.limit.fen < state.parts.get(command.part_id, Money(0)).fen
    PARTS_ADD_UP.require(
        lower or together <= state.limit.fen,
        parts=Money(together, state.limit.currency),
        limit=state.limit,
    )
    return (LimitAllotted(part_id=command.part_id, limit=command.limit),)


def take_on(command: TakeOnHoldings, state: Granted) -> Sequence[HoldingsTakenOn]:
    """Take on what is taken of a limit that now hangs below; () where it was taken on."""
    new = [one for one in command.usages if one.loan_id not in state.loans]
    reserved = [one for one in command.reserved if one.application_id not in state.reservations]
    if not new and not reserved:
        return ()
    owed = sum(one.amount.fen - one.paid_back.fen for one in new)
    amount = Money(owed + sum(one.amount.fen for one in reserved), state.limit.currency)
    require_headroom(command.facility_id, amount, state.headroom, state)
    return (HoldingsTakenOn(reserved=tuple(reserved), usages=tuple(new)),)


def let_go(command: LetHoldingsGo, state: Granted) -> Sequence[HoldingsLetGo]:
    """Let go what is taken of a limit that hangs below no more; () where nothing is."""
    loans = tuple(one for one in command.usages if one.loan_id in state.loans)
    held = tuple(one for one in command.reserved if one.application_id in state.reservations)
    return (HoldingsLetGo(reserved=held, usages=loans),) if loans or held else ()
