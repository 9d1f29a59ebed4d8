"""The tag files of a bag: what it is, the digests of all files, and the signatures over them.

Source: RFC 8493 (BagIt).  The signature is over the tag manifest, and the time stamp over the
signature, so that a key that is stolen later makes no earlier export doubtful.
"""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final

from attrs import frozen

from adapters.evidence.check_bag import DECLARATION, INFO, PAYLOAD, SIGNATURE, STAMP, TAGS
from adapters.evidence.keys import SigningKey
from adapters.exports.files import digest_of, write
from adapters.exports.ssh import ssh_public_key, ssh_signature

NAMESPACE: Final = "loanfold-audit-export"  # Of the OpenSSH signature.
SSH_SIGNATURE: Final = f"{TAGS}.sig"  # The name that ssh-keygen -Y sign gives.
_DECLARED: Final = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"

Stamp = Callable[[bytes], bytes]


@frozen
class Seal:
    """What closes a bag: the key of exports, and an authority for time stamps where one is set."""

    key: SigningKey
    stamp: Stamp | None = None


def close_bag(folder: Path, labels: Mapping[str, str], seal: Seal) -> str:
    """Write the tag files over what stands below data/; return the digest of the tag manifest."""
    manifest = sorted(_digests(folder))
    size = sum((folder / path).stat().st_size for path, _ in manifest)
    said = {**labels, "Payload-Oxum": f"{size}.{len(manifest)}"}
    tags = {
        DECLARATION: _DECLARED,
        INFO: "".join(f"{label}: {value}\n" for label, value in said.items()).encode(),
        PAYLOAD: b"".join(_line(path, digest) for path, digest in manifest),
    }
    written = {name: write(folder / name, [content]) for name, content in tags.items()}
    content = b"".join(_line(name, each.sha256) for name, each in sorted(written.items()))
    whole = write(folder / TAGS, [content])
    signature = seal.key.sign(content)
    write(folder / SIGNATURE, [signature])
    public = seal.key.public.public
    write(folder / SSH_SIGNATURE, [ssh_signature(public, seal.key.sign, content, NAMESPACE)])
    if seal.stamp is not None:
        write(folder / STAMP, [seal.stamp(signature)])
    return f"sha256:{whole.sha256}"


def allowed_signer(key: SigningKey) -> str:
    """Return the line of allowed_signers for the key, under its own name."""
    public = key.public
    return f'{public.name} namespaces="{NAMESPACE}" {ssh_public_key(public.public)}\n'


def _digests(folder: Path) -> Iterator[tuple[str, str]]:
    for path in (folder / "data").rglob("*"):
        if path.is_file():
            yield path.relative_to(folder).as_posix(), digest_of(path).sha256


def _line(path: str, digest: str) -> bytes:
    return f"{digest}  {path}\n".encode()
