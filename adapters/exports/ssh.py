"""Signatures as OpenSSH makes and verifies them, with any key that signs Ed25519.

Source: OpenSSH PROTOCOL.sshsig (signed data, armour), RFC 8709 (ssh-ed25519 keys and signatures).
"""

import hashlib
from base64 import b64encode
from collections.abc import Callable
from textwrap import wrap
from typing import Final

_MAGIC: Final = b"SSHSIG"
_VERSION: Final = (1).to_bytes(4, "big")
_KIND: Final = b"ssh-ed25519"
_HASH: Final = b"sha512"
_COLUMNS: Final = 70


def ssh_public_key(public: bytes) -> str:
    """Return a public key of 32 bytes as a line of allowed_signers holds it."""
    return f"{_KIND.decode()} {b64encode(_strings(_KIND, public)).decode()}"


def ssh_signature(
    public: bytes, sign: Callable[[bytes], bytes], message: bytes, namespace: str
) -> bytes:
    """Return the signature file over a message in a namespace, as ssh-keygen -Y sign writes it."""
    bound = _strings(namespace.encode(), b"", _HASH)
    hashed = hashlib.sha512(message).digest()
    signature = _strings(_KIND, sign(_MAGIC + bound + _strings(hashed)))
    blob = _MAGIC + _VERSION + _strings(_strings(_KIND, public)) + bound + _strings(signature)
    lines = "\n".join(wrap(b64encode(blob).decode(), _COLUMNS))
    return f"-----BEGIN SSH SIGNATURE-----\n{lines}\n-----END SSH SIGNATURE-----\n".encode()


def _strings(*values: bytes) -> bytes:
    """Return byte strings as SSH writes them: each after its length."""
    return b"".join(len(value).to_bytes(4, "big") + value for value in values)
