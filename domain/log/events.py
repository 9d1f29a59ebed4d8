"""What has happened to the log itself: the contract with history."""

from datetime import date

from attrs import frozen

from domain.ids import Count, CurrencyCode, ZoneName
from domain.log.values import SegmentFile


@frozen(kw_only=True)
class LogOpened:
    """The journal was opened; every later record carries its name."""

    institution: str
    log_name: str
    time_zone: ZoneName
    currency: CurrencyCode


@frozen(kw_only=True)
class PluginsNoted:
    """From here on a process worked with these plugins."""

    program: str
    plugins: tuple[str, ...]


@frozen(kw_only=True)
class SegmentRecorded:
    """The journal up to a closing was written to files; they stay as they are."""

    closed_on: date
    first_index: Count  # Index of the first record in them.
    records: Count  # One more than the index of the last.
    files: tuple[SegmentFile, ...]


LogEvent = LogOpened | PluginsNoted | SegmentRecorded
