"""What follows from setting a credit standard, or ending it."""

from collections.abc import Sequence

from domain.dated import Dated, From
from domain.facts.standards import Standard
from domain.industry import is_industry
from domain.policy.commands import EndPolicyStandard, SetPolicyStandard
from domain.policy.events import PolicyEvent, PolicyStandardEnded, PolicyStandardSet
from domain.policy.rules import INDUSTRY_IS_KNOWN, NOT_DATED_BACK, STANDARD_IS_IN_FORCE
from domain.policy.state import Policy


def set_standard(command: SetPolicyStandard, policy: Policy) -> Sequence[PolicyEvent]:
    """Set a standard from a day on; () where that day has it from that source already."""
    entry = _entry(policy, command)
    if entry == From(command.since, command.standard, command.source):
        return ()
    _require_ahead(command)
    for code in command.standard.industries:
        INDUSTRY_IS_KNOWN.require(is_industry(code), industry=code)
    made = PolicyStandardSet(
        standard_id=command.standard_id,
        standard=command.standard,
        since=command.since,
        source=command.source,
        authority=command.authority,
    )
    return (made,)


def end_standard(command: EndPolicyStandard, policy: Policy) -> Sequence[PolicyEvent]:
    """End a standard from a day on; () where it was ended from that day."""
    entry = _entry(policy, command)
    if entry == From(command.since, None, command.source):
        return ()
    _require_ahead(command)
    standing = {one.standard_id for one in policy.book.standards_on(command.since)}
    STANDARD_IS_IN_FORCE.require(
        command.standard_id in standing, standard_id=command.standard_id, since=command.since
    )
    made = PolicyStandardEnded(
        standard_id=command.standard_id,
        since=command.since,
        source=command.source,
        authority=command.authority,
    )
    return (made,)


def _entry(
    policy: Policy, command: SetPolicyStandard | EndPolicyStandard
) -> From[Standard | None] | None:
    dated = policy.book.standards.get(command.standard_id, Dated[Standard | None]())
    return dated.entry(command.since)


def _require_ahead(command: SetPolicyStandard | EndPolicyStandard) -> None:
    NOT_DATED_BACK.require(command.today <= command.since, since=command.since, today=command.today)
