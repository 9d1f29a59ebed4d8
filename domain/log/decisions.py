"""What follows from what is asked of the journal itself."""

import re
from collections.abc import Sequence
from typing import Final, assert_never

from domain.log.commands import LogCommand, NotePlugins, OpenLog, RecordSegment
from domain.log.events import LogEvent, LogOpened, PluginsNoted, SegmentRecorded
from domain.log.rules import (
    JOURNAL_IS_OPENED_ONCE,
    LOG_NAME_IS_PLAIN,
    ONE_JOURNAL,
    SEGMENT_ENDS_AT_A_CLOSING,
    SEGMENT_STAYS,
    SEGMENTS_FOLLOW,
    TIME_ZONE_HAS_SHAPE,
)
from domain.log.state import Log

NAME: Final = "main"

_PLAIN: Final = re.compile(r"[^\s+]+")
_ZONE: Final = re.compile(r"[A-Za-z]+(/[A-Za-z0-9_+-]+)*")


def decide(command: LogCommand, log: Log) -> Sequence[LogEvent]:
    """Return what follows; () where there is nothing to do."""
    ONE_JOURNAL.require(command.log_id == NAME, log_id=command.log_id)
    match command:
        case OpenLog():
            return _open(command, log)
        case NotePlugins():
            noted = PluginsNoted(program=command.program, plugins=command.plugins)
            return () if log.noted == noted else (noted,)
        case RecordSegment():
            return _record_segment(command, log)
        case _:
            assert_never(command)


def _record_segment(command: RecordSegment, log: Log) -> Sequence[LogEvent]:
    """Record a segment; () where the same one is recorded."""
    for known in log.segments:
        if known.first_index == command.first_index:
            SEGMENT_STAYS.require(known.files == command.files, first_index=known.first_index)
            return ()
    SEGMENT_ENDS_AT_A_CLOSING.require(
        command.counted == command.records > command.first_index, closed_on=command.closed_on
    )
    end = log.segments[-1].records if log.segments else 0
    SEGMENTS_FOLLOW.require(command.first_index == end, first_index=command.first_index, end=end)
    recorded = SegmentRecorded(
        closed_on=command.closed_on,
        first_index=command.first_index,
        records=command.records,
        files=command.files,
    )
    return (recorded,)


def _open(command: OpenLog, log: Log) -> Sequence[LogEvent]:
    """Open the journal; () where it is open under the same name, time zone and currency.

    Whether the time zone exists is for the caller to check: the list of zones changes.
    """
    LOG_NAME_IS_PLAIN.require(bool(_PLAIN.fullmatch(command.log_name)), log_name=command.log_name)
    TIME_ZONE_HAS_SHAPE.require(
        bool(_ZONE.fullmatch(command.time_zone)), time_zone=command.time_zone
    )
    opened = LogOpened(
        institution=command.institution,
        log_name=command.log_name,
        time_zone=command.time_zone,
        currency=command.currency,
    )
    if log.opened == opened:
        return ()
    JOURNAL_IS_OPENED_ONCE.require(log.opened is None)
    return (opened,)
