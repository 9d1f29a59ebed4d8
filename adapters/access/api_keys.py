"""API keys as programs send them: lf.NUMBER.SECRET, of which the record has a digest only."""

import secrets
from hashlib import sha256
from typing import Final

PREFIX: Final = "lf"
SECRET_BYTES: Final = 32  # Nobody guesses them, so a plain digest is as good as a slow one.


def new_key(number: str) -> tuple[str, str]:
    """Return a fresh key with this number, and the digest of its secret."""
    secret = secrets.token_urlsafe(SECRET_BYTES)
    return f"{PREFIX}.{number}.{secret}", digest_of(secret)


def digest_of(secret: str) -> str:
    """Return the digest of a secret as the record has it."""
    return f"sha256:{sha256(secret.encode()).hexdigest()}"


def parts(key: str) -> tuple[str, str] | None:
    """Return the number and the secret in a key; None for what is no key."""
    pieces = key.split(".")
    if len(pieces) != 3 or pieces[0] != PREFIX or not all(pieces):
        return None
    return pieces[1], pieces[2]
