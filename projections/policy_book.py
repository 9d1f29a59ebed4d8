"""The credit policy as known, for the views that show it or need it."""

from functools import reduce
from typing import Any, Final

from domain.policy.state import Policy, evolve
from projections.history import histories
from projections.view import Reader

STREAM: Final = "policy-book"  # A column of each row: whose branch may see it.


def policy_known(reader: Reader) -> Policy:
    """Return all that is known of the policy, whatever day it counts from."""
    events: list[Any] = [line.row.event for line in histories(reader, [STREAM])[STREAM]]
    return reduce(evolve, events, Policy())
