"""What follows from what is asked of a member of staff."""

from collections.abc import Sequence
from typing import assert_never

from domain.facts.duty import require_keeper
from domain.facts.staff import LEADERS
from domain.staff.commands import (
    Appoint,
    DeclareConnected,
    EndConnection,
    GrantLicence,
    Leave,
    RecordTraining,
    RegisterStaff,
    Release,
    RenewLicence,
    StaffCommand,
    WithdrawLicence,
)
from domain.staff.events import ConnectedDeclared, ConnectionEnded, StaffEvent, StaffRegistered
from domain.staff.licences import grant_licence, record_training, renew_licence, withdraw_licence
from domain.staff.posts import appoint, leave, release
from domain.staff.rules import (
    CONNECTED_IS_A_CUSTOMER,
    CONNECTION_IS_KNOWN,
    NOBODY_FOR_THEMSELVES,
    OTHERS_END_A_CONNECTION,
    STAFF_IS_REGISTERED,
)
from domain.staff.state import Person


def decide(command: StaffCommand, person: Person) -> Sequence[StaffEvent]:
    """Return what follows from a command."""
    match command:
        case RegisterStaff():
            return register_staff(command, person)
        case Appoint():
            return appoint(command, person)
        case Release():
            return release(command, person)
        case GrantLicence():
            return grant_licence(command, person)
        case RenewLicence():
            return renew_licence(command, person)
        case WithdrawLicence():
            return withdraw_licence(command, person)
        case RecordTraining():
            return record_training(command, person)
        case DeclareConnected():
            return declare_connected(command, person)
        case EndConnection():
            return end_connection(command, person)
        case Leave():
            return leave(command, person)
    assert_never(command)


def register_staff(command: RegisterStaff, person: Person) -> Sequence[StaffEvent]:
    """Register somebody; () where they are registered, also where they have left since."""
    if person.since is not None:
        return ()
    NOBODY_FOR_THEMSELVES.require(command.actor != command.staff_id, actor=command.actor)
    require_keeper(command.staff, command.head_office_unit, command.today, LEADERS)
    return (StaffRegistered(since=command.today),)


def declare_connected(command: DeclareConnected, person: Person) -> Sequence[StaffEvent]:
    """Declare a connection, one's own or another's; () where the same is declared."""
    if person.connected.get(command.customer_id) is command.connection:
        return ()
    STAFF_IS_REGISTERED.require(person.since is not None, staff_id=command.staff_id)
    if command.actor != command.staff_id:
        require_keeper(command.staff, command.head_office_unit, command.today, LEADERS)
    CONNECTED_IS_A_CUSTOMER.require(command.customer is not None, customer_id=command.customer_id)
    declared = ConnectedDeclared(customer_id=command.customer_id, connection=command.connection)
    return (declared,)


def end_connection(command: EndConnection, person: Person) -> Sequence[StaffEvent]:
    """End a connection that others found to exist no longer."""
    OTHERS_END_A_CONNECTION.require(command.actor != command.staff_id, actor=command.actor)
    require_keeper(command.staff, command.head_office_unit, command.today, LEADERS)
    CONNECTION_IS_KNOWN.require(
        command.customer_id in person.connected, customer_id=command.customer_id
    )
    return (ConnectionEnded(customer_id=command.customer_id, reason=command.reason),)
