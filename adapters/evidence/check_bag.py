"""Whether a bag holds the files that it was signed with, and nothing else.

Source: RFC 8493 (BagIt).
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from adapters.evidence.ed25519 import SIGNATURE_BYTES, verifies
from adapters.evidence.faults import Faulty, require
from adapters.evidence.folder import lines, read_bounded, require_safe, sha256_of, walk
from adapters.evidence.note import Key

DECLARATION: Final = "bagit.txt"
INFO: Final = "bag-info.txt"
PAYLOAD: Final = "manifest-sha256.txt"
TAGS: Final = "tagmanifest-sha256.txt"
SIGNATURE: Final = f"{TAGS}.ed25519"
STAMP: Final = f"{SIGNATURE}.tsr"
BESIDE: Final = (TAGS, SIGNATURE, STAMP, f"{TAGS}.sig")  # What no manifest can hold.
_LINE_MAX: Final = 2_048
_MANIFEST_LINE: Final = re.compile(r"([0-9a-f]{64}) [ *]([^\n]+)\n")


def check_signature(folder: Path, key: Key) -> None:
    """Check the signature over the tag manifest; Faulty where it is not the key's."""
    signature = read_bounded(folder, SIGNATURE, SIGNATURE_BYTES)
    message = read_bounded(folder, TAGS, 1 << 20)
    require(verifies(key.public, signature, message), f"{SIGNATURE} is not that of {key.name}")


def check_bag(folder: Path) -> int:
    """Check every file of a bag against its manifests; return how many there are.

    Raises Faulty with the first file that is changed, missing, added, or no plain file.
    """
    said = read_bounded(folder, DECLARATION, 1_000)
    known = re.fullmatch(
        rb"BagIt-Version: (0\.97|1\.0)\nTag-File-Character-Encoding: UTF-8\n", said
    )
    require(known is not None, f"{DECLARATION} does not declare a bag")
    tags, payload = dict(_manifest(folder, TAGS)), dict(_manifest(folder, PAYLOAD))
    for path in (DECLARATION, PAYLOAD):
        require(path in tags, f"{TAGS} lacks {path}")
    for path in payload:
        require(path.startswith("data/"), f"{PAYLOAD} lists {path!r}, which is no payload")
    listed = {**payload, **tags}
    require(len(listed) == len(payload) + len(tags), "a file stands in both manifests")
    found = set()
    for path in walk(folder):
        found.add(path)
        require(path in listed or path in BESIDE, f"{path} is in no manifest: it was added")
    for path in listed:
        require(path in found, f"{path} is missing")
    for path, digest in {**tags, **payload}.items():
        require(sha256_of(folder, path) == digest, f"{path} is not the file that was put in")
    return len(listed)


def bag_labels(folder: Path) -> Mapping[str, list[str]]:
    """Return what a bag says of itself: the values of each label, in order."""
    found: dict[str, list[str]] = {}
    for line in lines(folder, INFO, _LINE_MAX):
        label, colon, value = line.decode(errors="replace").rstrip("\n").partition(": ")
        if colon and not label.startswith((" ", "\t")):
            found.setdefault(label, []).append(value)
    return found


def _manifest(folder: Path, name: str) -> Iterator[tuple[str, str]]:
    """Yield (path, digest) of a manifest's lines."""
    seen = set()
    for number, content in enumerate(lines(folder, name, _LINE_MAX), start=1):
        try:
            match = _MANIFEST_LINE.fullmatch(content.decode())
        except UnicodeDecodeError as error:
            raise Faulty(f"{name} line {number} is not UTF-8") from error
        if match is None:
            raise Faulty(f"{name} line {number} is not DIGEST  PATH")
        path = match[2].replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%")
        try:
            require_safe(path)
        except Faulty as error:
            raise Faulty(f"{name} line {number}: {error}") from error
        require(path not in seen, f"{name} lists {path} twice")
        seen.add(path)
        yield path, match[1]
