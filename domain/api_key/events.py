"""What has happened to an API key: the contract with history."""

from datetime import date

from attrs import frozen

from domain.fields import last_day
from domain.ids import BranchName, CallerName, Digest, Name


@frozen(kw_only=True)
class ApiKeyIssued:
    """A program may call with the key whose secret has this digest."""

    caller: CallerName
    secret_digest: Digest
    roles: tuple[Name, ...]
    scope: tuple[BranchName, ...]
    until: date = last_day()


@frozen(kw_only=True)
class ApiKeyRevoked:
    """The key opens nothing any more."""

    reason: str


ApiKeyEvent = ApiKeyIssued | ApiKeyRevoked
