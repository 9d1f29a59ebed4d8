"""What may be asked of a handover: the contract with callers."""

from datetime import date

from attrs import frozen

from domain.facts.responsibility import Handover, Responsibility
from domain.facts.staff import Staff
from domain.facts.unit import Unit
from domain.fields import looked_up, stamped
from domain.ids import Digest, FileId, HandoverId, StaffId, UnitId
from domain.party import Party


@frozen(kw_only=True)
class ProposeHandover:
    """Propose that one officer takes over these files from another, on a day."""

    handover_id: HandoverId
    from_id: StaffId
    to_id: StaffId
    file_ids: tuple[FileId, ...]  # "customer-C1", "loan-L1": for which the first answers.
    moves_on: date  # Today or later; where it is signed later, from that day.
    reason: str
    document: Digest  # Of the list of what is handed over, paper by paper.
    actor: str = stamped("actor")
    today: date = stamped("today")
    staff: Staff | None = looked_up("staff", by="actor")
    receiver: Staff | None = looked_up("staff", by="to_id")
    parties: tuple[Party, ...] | None = looked_up("", by="file_ids")
    responsibilities: tuple[Responsibility, ...] | None = looked_up("responsibility", by="file_ids")


@frozen(kw_only=True)
class AcceptFiles:
    """Accept files of a handover."""

    handover_id: HandoverId
    file_ids: tuple[FileId, ...]
    actor: str = stamped("actor")


@frozen(kw_only=True)
class ObjectToFile:
    """Object to taking over a file, with a written reason (移交异议)."""

    handover_id: HandoverId
    file_id: FileId
    reason: str
    actor: str = stamped("actor")


@frozen(kw_only=True)
class DecideObjection:
    """Decide, for a higher body, whether a file moves in spite of an objection."""

    handover_id: HandoverId
    file_id: FileId
    moves: bool
    unit_id: UnitId  # The body that decided.
    reason: str
    minutes: Digest
    actor: str = stamped("actor")
    today: date = stamped("today")
    staff: Staff | None = looked_up("staff", by="actor")
    unit: Unit | None = looked_up("unit", by="unit_id")
    handover: Handover | None = looked_up("handover", by="handover_id")
    receiver: Staff | None = looked_up("staff", by="handover.to_id")
    receiver_units: tuple[Unit, ...] | None = looked_up("unit", by="receiver.posts.unit_id")


@frozen(kw_only=True)
class SignHandover:
    """Sign for what was handed over or received, once nothing is open."""

    handover_id: HandoverId
    document: Digest  # The receipt: the list as signed, with what was received.
    actor: str = stamped("actor")
    today: date = stamped("today")
    staff: Staff | None = looked_up("staff", by="actor")
    handover: Handover | None = looked_up("handover", by="handover_id")
    giver: Staff | None = looked_up("staff", by="handover.from_id")


@frozen(kw_only=True)
class WithdrawHandover:
    """Withdraw a handover before both have signed; responsibility stays where it is."""

    handover_id: HandoverId
    reason: str
    actor: str = stamped("actor")
    today: date = stamped("today")
    staff: Staff | None = looked_up("staff", by="actor")


HandoverCommand = (
    ProposeHandover | AcceptFiles | ObjectToFile | DecideObjection | SignHandover | WithdrawHandover
)
