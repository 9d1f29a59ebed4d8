"""How far the streams of a file have come, with a digest that outsiders compute again."""

from collections.abc import Iterator, Mapping, Sequence

from adapters.evidence.heads import Head, heads_digest, heads_text
from domain.facts.seen import Seen, SeenPart

Last = Mapping[str, tuple[int, str]]  # Stream -> version and digest of its last record.


def seen_of(file: Last, beside: Last) -> Seen:
    """Return how far the streams of a file have come, and those that were looked up beside it."""
    own, others = list(_heads(file)), list(_heads(beside))
    return Seen(
        _parts(own),
        heads_digest(heads_text(own)),
        _parts(others),
        heads_digest(heads_text(others)) if others else None,
    )


def _heads(streams: Last) -> Iterator[Head]:
    for stream, (version, said) in streams.items():
        yield Head(stream, version, bytes.fromhex(said.removeprefix("sha256:")))


def _parts(heads: Sequence[Head]) -> tuple[SeenPart, ...]:
    return tuple(SeenPart(head.stream, head.version) for head in sorted(heads))
