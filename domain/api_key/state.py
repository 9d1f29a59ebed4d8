"""An API key as it stands."""

from datetime import date
from typing import assert_never

import attrs
from attrs import frozen

from domain.api_key.events import ApiKeyEvent, ApiKeyIssued, ApiKeyRevoked


@frozen
class ApiKey:
    """A key by how it was issued (None before), and whether it was revoked."""

    issued: ApiKeyIssued | None = None
    revoked: bool = False

    def opens(self, digest: str, today: date) -> bool:
        """Tell whether a secret of this digest opens anything on a day."""
        issued = self.issued
        if issued is None or self.revoked:
            return False
        return issued.secret_digest == digest and today < issued.until


def evolve(key: ApiKey, event: ApiKeyEvent) -> ApiKey:
    """Return the key after an event."""
    match event:
        case ApiKeyIssued():
            return attrs.evolve(key, issued=event)
        case ApiKeyRevoked():
            return attrs.evolve(key, revoked=True)
        case _:
            assert_never(event)
