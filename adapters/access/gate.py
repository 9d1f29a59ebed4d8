"""The gate: credentials in, the bus of whoever they belong to out."""

import re
from datetime import date, datetime
from typing import Final, Protocol

from attrs import frozen

from adapters.access.api_keys import digest_of, parts
from adapters.access.caller import BRANCH_PATTERN, Caller
from adapters.access.config import Access
from adapters.access.guarded import Decide, GuardedBus
from adapters.access.pace import Pace
from adapters.access.tokens import Check
from adapters.bus import Bus
from adapters.problems import Unauthenticated, Unavailable, Unreadable
from adapters.sight import Sight
from adapters.telemetry.commands import Sent
from domain.api_key import ApiKey

BEARER: Final = "bearer"


class House(Protocol):
    """What the gate asks of the system behind it."""

    def now(self) -> tuple[datetime, date]:
        """Return the moment, and the institution's day."""

    def api_key(self, number: str) -> ApiKey:
        """Return a key as it stands now."""

    def home(self, stream: str) -> str | None:
        """Return the branch whose object a stream is; None where all branches may see it."""

    def sight(self, actor: str) -> Sight:
        """Return what a caller sees: not the files of customers with whom they are connected."""

    def bus_of(self, caller: str, branch: str | None, policies: tuple[str, ...]) -> Bus:
        """Return the bus of a caller; the policies stand in every record."""

    def turned_away(self, sent: Sent, error: Exception) -> None:
        """Tell of a command that a caller may not send."""


@frozen(kw_only=True)
class Gate:
    """Lets callers in by an access token or an API key, each no more often than allowed."""

    house: House
    decide: Decide
    pace: Pace
    token: Check | None  # None: API keys alone.

    def bus(self, credential: str | None, acting: str | None) -> GuardedBus:
        """Return the bus of whoever sends "Bearer …"; Unauthenticated where that is nobody.

        acting is the branch acted for; None where the caller's scope is one branch takes that.
        """
        if acting is not None and not re.fullmatch(BRANCH_PATTERN, acting):
            raise Unreadable(("the branch acted for: expected a name like branch7",))
        caller = self._caller(credential)
        self.pace.take(caller.name)
        scope = [branch for branch in caller.scope if branch != "*"]
        branch = acting or (scope[0] if len(scope) == 1 else None)
        return GuardedBus(
            caller=caller,
            acting=branch,
            bus_of=lambda policies: self.house.bus_of(caller.name, branch, policies),
            decide=self.decide,
            home=self.house.home,
            sight=self.house.sight(caller.name),
            turned_away=self.house.turned_away,
        )

    def _caller(self, credential: str | None) -> Caller:
        scheme, _, secret = (credential or "").partition(" ")
        if scheme.lower() != BEARER or not secret:
            raise Unauthenticated("send an access token or an API key: Authorization: Bearer …")
        now, today = self.house.now()
        if (key := parts(secret)) is not None:
            return self._key_caller(*key, today)
        if self.token is None:
            raise Unauthenticated("what was sent is no API key")
        return self.token(secret, now)

    def _key_caller(self, number: str, secret: str, today: date) -> Caller:
        key = self.house.api_key(number)
        if key.issued is None or not key.opens(digest_of(secret), today):
            raise Unauthenticated("the API key is wrong, has run out, or was revoked")
        issued = key.issued
        roles, scope = frozenset(issued.roles), frozenset(issued.scope)
        return Caller(name=issued.caller, roles=roles, scope=scope)


def make_gate(house: House, access: Access) -> Gate:
    """Return the gate that an institution's file describes; Unavailable where it cannot be."""
    from adapters.access.cedar import SHIPPED, decider
    from adapters.access.tokens import token_check

    path = access.policies or SHIPPED
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeError) as error:
        raise Unavailable(f"the policies in {path} cannot be read: {error}") from error
    return Gate(
        house=house,
        decide=decider(text),
        pace=Pace(access.calls_per_minute),
        token=None if access.oidc is None else token_check(access.oidc),
    )
