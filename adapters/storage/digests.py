"""Digests, keyed hashes and canonical bytes; each carries the id of its algorithm.

Source: RFC 8785 (canonical JSON) in a restricted profile: ASCII keys, no floating point, integers
within 2^53-1, text in Unicode normal form C.
"""

import hashlib
import hmac
import os
from binascii import b2a_base64
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Final

import msgspec

DIGEST: Final = "sha256"
KEYED: Final = "hmac-sha256"

_URL_SAFE: Final = bytes.maketrans(b"+/", b"-_")
_ENCODER: Final = msgspec.json.Encoder(order="sorted")
_DECODER: Final = msgspec.json.Decoder()


def canonical(value: Any) -> bytes:
    """Return the one JSON text of a value of the profile, as UTF-8 bytes."""
    return _ENCODER.encode(value)


def parse(text: bytes) -> Any:
    """Return the value of a JSON text; ValueError where it is none."""
    return _DECODER.decode(text)


def digest(content: bytes) -> str:
    """Return the digest of bytes with its algorithm's id, as in "sha256:5e1f…"."""
    return f"{DIGEST}:{hashlib.sha256(content).hexdigest()}"


def salted() -> str:
    """Return 128 fresh random bits as text, in letters that a URL can hold."""
    return b2a_base64(os.urandom(16), newline=False)[:22].translate(_URL_SAFE).decode()


def several_salts(count: int) -> Sequence[str]:
    """Return texts of 128 fresh random bits each."""
    text = os.urandom(16 * count).hex()
    return [text[start : start + 32] for start in range(0, len(text), 32)]


def keyed(key: bytes, kind: str, text: str) -> str:
    """Return a hash of a text that nobody can try out without the key; kinds never collide."""
    mac = _begun(key).copy()
    mac.update(canonical([kind, text]))
    return f"{KEYED}:{mac.hexdigest()}"


@lru_cache(8)
def _begun(key: bytes) -> hmac.HMAC:
    # To begin with a key costs as much as to hash a text: it is done once, and copied.
    return hmac.new(key, digestmod=hashlib.sha256)
