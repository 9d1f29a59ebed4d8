"""OIDC access tokens: taken from one issuer, for us, in time, and signed by its current keys.

Source: RFC 9068 (JWT access tokens), RFC 8725 (JWT best practices), OWASP ASVS 5.0, 9.1-9.2.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any, Final

import jwt

from adapters.access.caller import Caller
from adapters.access.config import Oidc
from adapters.problems import Unauthenticated, Unavailable

TYPES: Final = ("at+jwt", "application/at+jwt")  # An identity token is no access token.
KEYS_SECONDS: Final = 300  # So long are keys kept; one that is not known is asked for at once.
WAIT_SECONDS: Final = 5
AGAIN_SECONDS: Final = 5.0  # Between two fetches for keys that nobody knows: anyone can name one.
SKEW_SECONDS: Final = 30
NAME_LONGEST: Final = 128

Check = Callable[[str, datetime], Caller]


def token_check(oidc: Oidc, *, again_seconds: float = AGAIN_SECONDS) -> Check:
    """Return check(token, now) -> Caller: Unauthenticated, or Unavailable without keys."""
    keys = jwt.PyJWKClient(
        oidc.keys,
        cache_jwk_set=True,
        lifespan=KEYS_SECONDS,
        timeout=WAIT_SECONDS,
        cooldown_duration=again_seconds,
    )

    def check(token: str, now: datetime) -> Caller:
        try:
            header = jwt.get_unverified_header(token)
            if header.get("typ", "").lower() not in TYPES:
                raise Unauthenticated("the token is no access token (typ at+jwt)")
            key = keys.get_signing_key(str(header.get("kid", "")))
            claims = _claims(token, key, oidc)
        except jwt.PyJWKClientConnectionError as error:
            raise Unavailable("the issuer's keys cannot be fetched: try again later") from error
        except jwt.PyJWTError as error:
            raise Unauthenticated(f"the token is not good: {error}") from error
        _check_time(claims, now)
        return _caller(claims, oidc)

    return check


def _claims(token: str, key: jwt.PyJWK, oidc: Oidc) -> dict[str, Any]:
    found: dict[str, Any] = jwt.decode(
        token,
        key,
        algorithms=list(oidc.algorithms),
        issuer=oidc.issuer,
        audience=oidc.audience,
        # Times are checked against the clock that was handed in.
        options={
            "require": ["exp", "iat", "iss", "aud", "sub"],
            "verify_exp": False,
            "verify_iat": False,
            "verify_nbf": False,
        },
    )
    return found


def _check_time(claims: dict[str, Any], now: datetime) -> None:
    moment = now.timestamp()
    times = {name: claims.get(name) for name in ("exp", "iat", "nbf")}
    if any(isinstance(t, bool) or not isinstance(t, int | float) for t in times.values() if t):
        raise Unauthenticated("the token is not good: a time is no number")
    if moment >= (times["exp"] or 0) + SKEW_SECONDS:
        raise Unauthenticated("the token has expired: get another one")
    if max(times["iat"] or 0, times["nbf"] or 0) > moment + SKEW_SECONDS:
        raise Unauthenticated("the token is not valid yet")


def _caller(claims: dict[str, Any], oidc: Oidc) -> Caller:
    name = claims["sub"]
    if not (isinstance(name, str) and 0 < len(name) <= NAME_LONGEST and name.isprintable()):
        raise Unauthenticated("the token is not good: sub is no name")
    roles, scope = (_texts(claims, claim) for claim in (oidc.roles_claim, oidc.scope_claim))
    return Caller(name=name, roles=roles, scope=scope)


def _texts(claims: dict[str, Any], claim: str) -> frozenset[str]:
    """Return a claim that is a list of texts; one that is left out is empty."""
    said = claims.get(claim, [])
    if not isinstance(said, list) or not all(isinstance(text, str) for text in said):
        raise Unauthenticated(f"the token is not good: {claim} is no list of texts")
    return frozenset(said)
