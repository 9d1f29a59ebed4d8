"""Whether a disclosure is recorded."""

from attrs import frozen

from domain.disclosure.events import DisclosureEvent


@frozen
class Disclosure:
    """What was shown; None before it is recorded."""

    shown: DisclosureEvent | None = None


def evolve(_disclosure: Disclosure, event: DisclosureEvent) -> Disclosure:
    """Return the disclosure after an event."""
    return Disclosure(event)
