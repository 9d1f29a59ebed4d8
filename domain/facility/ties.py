"""What other aggregates, and limits among one another, ask of a limit: by guards alone."""

from attrs import frozen

from domain.facility.values import Reservation, Usage
from domain.ids import FacilityId
from domain.money import Money
from domain.ties import (
    ReleaseHeadroom,
    ReserveHeadroom,
    RestoreHeadroom,
    UnuseHeadroom,
    UseHeadroom,
)


@frozen(kw_only=True)
class AllotLimit:
    """Set a part of a limit aside for one below it; only a grant or a cut sends it."""

    facility_id: FacilityId
    part_id: FacilityId
    limit: Money


@frozen(kw_only=True)
class TakeOnHoldings:
    """Take on what is taken of a limit that now hangs below; only a grant sends it."""

    facility_id: FacilityId
    reserved: tuple[Reservation, ...]
    usages: tuple[Usage, ...]


@frozen(kw_only=True)
class LetHoldingsGo:
    """Let go what is taken of a limit that hangs below no more; only a grant sends it."""

    facility_id: FacilityId
    reserved: tuple[Reservation, ...]
    usages: tuple[Usage, ...]


Tie = (
    ReserveHeadroom
    | ReleaseHeadroom
    | UseHeadroom
    | UnuseHeadroom
    | RestoreHeadroom
    | AllotLimit
    | TakeOnHoldings
    | LetHoldingsGo
)
