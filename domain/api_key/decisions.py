"""What follows from what is asked of an API key."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final, assert_never

from domain.api_key.commands import ApiKeyCommand, IssueApiKey, RevokeApiKey
from domain.api_key.events import ApiKeyEvent, ApiKeyIssued, ApiKeyRevoked
from domain.api_key.rules import (
    KEY_HAS_A_ROLE,
    KEY_HAS_A_SCOPE,
    KEY_IS_ISSUED_ONCE,
    KEY_IS_KNOWN,
    KEY_RUNS_OUT,
)
from domain.api_key.state import ApiKey

EVERYWHERE: Final = "*"
LONGEST: Final = timedelta(days=366)


def decide(command: ApiKeyCommand, key: ApiKey) -> Sequence[ApiKeyEvent]:
    """Return what follows; () where there is nothing to do."""
    match command:
        case IssueApiKey():
            return _issue(command, key)
        case RevokeApiKey():
            KEY_IS_KNOWN.require(key.issued is not None, key_id=command.key_id)
            return () if key.revoked else (ApiKeyRevoked(reason=command.reason),)
        case _:
            assert_never(command)


def _issue(command: IssueApiKey, key: ApiKey) -> Sequence[ApiKeyEvent]:
    issued = ApiKeyIssued(
        caller=command.caller,
        secret_digest=command.secret_digest,
        roles=command.roles,
        scope=command.scope,
        until=command.until,
    )
    if key.issued == issued:
        return ()
    KEY_IS_ISSUED_ONCE.require(key.issued is None, key_id=command.key_id)
    KEY_HAS_A_ROLE.require(bool(command.roles), key_id=command.key_id)
    scope = command.scope
    KEY_HAS_A_SCOPE.require(
        bool(scope) and (EVERYWHERE not in scope or len(scope) == 1), scope=scope
    )
    KEY_RUNS_OUT.require(
        command.today < command.until <= command.today + LONGEST,
        until=command.until,
        today=command.today,
    )
    return (issued,)
