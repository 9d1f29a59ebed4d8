"""What follows from issuing a policy text, or repealing it."""

from collections.abc import Sequence

from domain.policy.commands import IssuePolicyText, RepealPolicyText
from domain.policy.events import PolicyEvent, PolicyTextIssued, PolicyTextRepealed
from domain.policy.rules import ONE_TEXT_A_VERSION, TEXT_DAYS_ARE_IN_ORDER, TEXT_IS_IN_FORCE
from domain.policy.state import Policy


def issue_text(command: IssuePolicyText, policy: Policy) -> Sequence[PolicyEvent]:
    """Issue a version of a text; () where it was issued with the same content."""
    issued = PolicyTextIssued(
        text_id=command.text_id,
        version=command.version,
        title=command.title,
        digest=command.digest,
        since=command.since,
        until=command.until,
        authority=command.authority,
    )
    if issued in policy.texts:
        return ()
    known = {(one.text_id, one.version) for one in policy.texts}
    ONE_TEXT_A_VERSION.require(
        (command.text_id, command.version) not in known, version=command.version
    )
    TEXT_DAYS_ARE_IN_ORDER.require(
        command.until is None or command.since <= command.until, until=command.until
    )
    return (issued,)


def repeal_text(command: RepealPolicyText, policy: Policy) -> Sequence[PolicyEvent]:
    """Repeal a text after a last day; () where it was repealed after that day."""
    repealed = PolicyTextRepealed(
        text_id=command.text_id, until=command.until, authority=command.authority
    )
    if repealed in policy.repealed.get(command.text_id, ()):
        return ()
    standing = policy.text_on(command.text_id, command.until)
    TEXT_IS_IN_FORCE.require(standing is not None, text_id=command.text_id, until=command.until)
    return (repealed,)
