"""What may be asked of an API key: the contract with callers."""

from datetime import date

from attrs import frozen

from domain.fields import stamped
from domain.ids import ApiKeyId, BranchName, CallerName, Digest, Name


@frozen(kw_only=True)
class IssueApiKey:
    """Issue a key with which a program calls; only the digest of its secret is recorded."""

    key_id: ApiKeyId
    caller: CallerName  # In whose name the program acts.
    secret_digest: Digest  # Of the secret, which nobody keeps here.
    roles: tuple[Name, ...]
    scope: tuple[BranchName, ...]  # "*": of every branch.
    until: date  # The first day on which it opens nothing any more.
    today: date = stamped("today")


@frozen(kw_only=True)
class RevokeApiKey:
    """Revoke a key; from now on it opens nothing."""

    key_id: ApiKeyId
    reason: str


ApiKeyCommand = IssueApiKey | RevokeApiKey
