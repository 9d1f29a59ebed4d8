"""How an institution says who may ask: one file in TOML.

policies = "policies.cedar"   # beside this file; left out: those that come with it
calls_per_minute = 600             # of each caller

[oidc]                             # left out: API keys alone
issuer = "https://id.bank.example"
audience = "loanfold"
keys = "https://id.bank.example/keys"
algorithms = ["RS256"]
roles_claim = "roles"
scope_claim = "branches"
"""

import tomllib
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

import attrs
from attrs import frozen

from adapters.problems import Unavailable

# Signatures by a private key alone: with a shared secret, whoever checks could sign.
ALGORITHMS: Final = ("RS256", "RS384", "RS512", "PS256", "PS384", "ES256", "ES384", "EdDSA")
LOOPBACK: Final = ("127.0.0.1", "::1", "localhost")


@frozen(kw_only=True)
class Oidc:
    """Whose access tokens are taken."""

    issuer: str
    audience: str
    keys: str  # Address of the issuer's JSON Web Key Set.
    algorithms: tuple[str, ...] = ("RS256",)
    roles_claim: str = "roles"
    scope_claim: str = "branches"


@frozen(kw_only=True)
class Access:
    """Who may ask, and how often."""

    oidc: Oidc | None = None  # None: API keys alone.
    policies: Path | None = None  # None: those that come with the program.
    calls_per_minute: int = 600


def read_access(path: Path) -> Access:
    """Return what a file says; Unavailable where it cannot be read or says what is not safe."""
    try:
        said = tomllib.loads(path.read_text(encoding="utf-8"))
        oidc = _oidc(said.pop("oidc")) if "oidc" in said else None
        policies = path.parent / said.pop("policies") if "policies" in said else None
        access = Access(oidc=oidc, policies=policies, **_known(Access, said))
    except (OSError, tomllib.TOMLDecodeError, TypeError, ValueError) as error:
        raise Unavailable(f"{path}: {error}") from error
    if type(access.calls_per_minute) is not int or access.calls_per_minute < 1:
        raise Unavailable(f"{path}: calls_per_minute is a whole number from 1")
    return access


def _oidc(said: dict[str, Any]) -> Oidc:
    oidc = Oidc(**{**_known(Oidc, said), "algorithms": tuple(said.get("algorithms", ["RS256"]))})
    if wrong := sorted(set(oidc.algorithms) - set(ALGORITHMS)) or not oidc.algorithms:
        raise ValueError(f"oidc.algorithms: {wrong}; there is {', '.join(ALGORITHMS)}")
    at = urlsplit(oidc.keys)
    if at.scheme != "https" and not (at.scheme == "http" and at.hostname in LOOPBACK):
        raise ValueError("oidc.keys: give an https address")
    return oidc


def _known(kind: type, said: dict[str, Any]) -> dict[str, Any]:
    names = [field.name for field in attrs.fields(kind)]
    if unknown := sorted(set(said) - set(names)):
        raise ValueError(f"{unknown[0]!r} is not known; there is {', '.join(names)}")
    return said
