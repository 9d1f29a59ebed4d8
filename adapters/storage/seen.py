"""How far the streams of a file have come, with a digest that outsiders compute again."""

from collections.abc import Mapping

from adapters.evidence.heads import Head, heads_digest, heads_text
from domain.facts.seen import Seen, SeenPart


def seen_of(streams: Mapping[str, tuple[int, str]]) -> Seen:
    """Return how far streams have come: stream -> version and digest of its last record."""
    heads = [
        Head(stream, version, bytes.fromhex(said.removeprefix("sha256:")))
        for stream, (version, said) in streams.items()
    ]
    parts = tuple(SeenPart(head.stream, head.version) for head in sorted(heads))
    return Seen(parts, heads_digest(heads_text(heads)))
