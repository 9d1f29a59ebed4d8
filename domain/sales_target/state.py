"""A sales target as known."""

from attrs import frozen

from domain.sales_target.events import SalesTargetSet


@frozen
class Target:
    """What is to be brought; last is None before anything was set."""

    last: SalesTargetSet | None = None


def evolve(_target: Target, event: SalesTargetSet) -> Target:
    """Return the target after an event."""
    return Target(event)
