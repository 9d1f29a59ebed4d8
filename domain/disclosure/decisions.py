"""What follows from showing something."""

from collections.abc import Sequence
from typing import assert_never

import attrs

from domain.disclosure.commands import (
    DisclosureCommand,
    IssueExport,
    ReadPersonal,
    RefuseReading,
)
from domain.disclosure.events import (
    DisclosureEvent,
    ExportIssued,
    PersonalDataRead,
    ReadingRefused,
)
from domain.disclosure.rules import RECIPIENT_IS_NAMED, RECORDED_ONCE, SOMETHING_WAS_READ
from domain.disclosure.state import Disclosure


def decide(command: DisclosureCommand, disclosure: Disclosure) -> Sequence[DisclosureEvent]:
    """Record what is shown; () where the same is on record."""
    event = _event(command)
    if disclosure.shown == event:
        return ()
    RECORDED_ONCE.require(disclosure.shown is None, disclosure_id=command.disclosure_id)
    return (event,)


def _event(command: DisclosureCommand) -> DisclosureEvent:
    said = attrs.asdict(command, recurse=False, filter=lambda a, _: a.name != "disclosure_id")
    match command:
        case IssueExport():
            named = command.recipient is not None and command.purpose is not None
            RECIPIENT_IS_NAMED.require(named or not command.personal)
            return ExportIssued(**said)
        case ReadPersonal():
            SOMETHING_WAS_READ.require(bool(command.subjects and command.fields))
            return PersonalDataRead(**said)
        case RefuseReading():
            return ReadingRefused(**said)
    assert_never(command)
