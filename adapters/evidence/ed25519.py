"""Whether an Ed25519 signature holds, by the cryptography library or by OpenSSL where it is not.

Source: RFC 8032 (signatures), RFC 8410 (public keys as SubjectPublicKeyInfo).
"""

import subprocess
import tempfile
from pathlib import Path
from typing import Final

PUBLIC_BYTES: Final = 32
SIGNATURE_BYTES: Final = 64
_SPKI: Final = bytes.fromhex("302a300506032b6570032100")


def verifies(public: bytes, signature: bytes, message: bytes) -> bool:
    """Tell whether a signature over a message is that of a public key of 32 bytes."""
    if len(public) != PUBLIC_BYTES or len(signature) != SIGNATURE_BYTES:
        return False
    try:
        from cryptography.exceptions import InvalidSignature
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    except ImportError:
        return openssl_verifies(public, signature, message)
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def openssl_verifies(public: bytes, signature: bytes, message: bytes) -> bool:
    """Tell the same by the program openssl, 3.0 or later; OSError where there is none."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file, content in (("key", _SPKI + public), ("sig", signature), ("body", message)):
            (folder / file).write_bytes(content)
        command = (
            "openssl pkeyutl -verify -pubin -keyform DER -inkey key -rawin -in body -sigfile sig"
        )
        done = subprocess.run(command.split(), cwd=folder, capture_output=True, check=False)
    return done.returncode == 0
