"""What has happened to the log itself: the contract with history."""

from attrs import frozen

from domain.ids import CurrencyCode, ZoneName


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


LogEvent = LogOpened | PluginsNoted
