"""Many writers on one store, each a process of its own, and a reader that follows them."""

import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from time import monotonic

from attrs import frozen
from eventsourcing.persistence import StoredEvent

from adapters.storage.opening import open_store
from adapters.storage.store import Leaf, Side, Store

Page = Sequence[tuple[Leaf, StoredEvent]]
NOW = datetime(2025, 1, 2, tzinfo=UTC)


@frozen
class Followed:
    """What a reader saw that followed the writers to their end."""

    seen: list[tuple[str, int]]  # (stream, version), in the order of reading.
    indexes: list[int]
    polls: int


def follow(url: str, *, writers: int, events: int) -> Followed:
    """Follow so many writers until each has appended its share, one to three at a time."""
    store = open_store(url, None)
    context = get_context("spawn")
    share = events // writers
    running = [context.Process(target=_write, args=(url, w, share)) for w in range(writers)]
    for process in running:
        process.start()
    seen: list[tuple[str, int]] = []
    indexes: list[int] = []
    polls = 0
    for page in _pages(store, share * writers, running):
        polls += 1
        seen += [(leaf.stream, leaf.version) for leaf, _ in page]
        indexes += [leaf.index for leaf, _ in page]
    for process in running:
        process.join()
    store.close()
    return Followed(seen, indexes, polls)


def _pages(store: Store, wanted: int, running: Sequence[BaseProcess]) -> Iterator[Page]:
    after, late = -1, monotonic() + 600
    while after + 1 < wanted and monotonic() < late:
        ended = not any(process.is_alive() for process in running)
        page = store.records(after, 2_000)
        yield page
        if page:
            after = page[-1][0].index
        elif ended:
            return


def _write(url: str, writer: int, share: int) -> None:
    """Append to streams of one's own, and say the version's number in each record."""
    store = open_store(url, None)
    done = 0
    while done < share:
        count = min(1 + done % 3, share - done)
        stream = f"w{writer}-{done % 7}"
        last = store.recorder().select_events(stream, desc=True, limit=1)
        version = last[0].originator_version if last else 0
        store.append(
            [StoredEvent(stream, version + n + 1, "some.thing", b"{}") for n in range(count)],
            Side(now=NOW),
        )
        done += count
    store.close()


if __name__ == "__main__":
    from tests.server import running as server_running

    amount = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with server_running() as server:
        began = monotonic()
        found = follow(server.database(), writers=8, events=amount)
        gap_free = found.indexes == list(range(len(found.indexes)))
        sys.stdout.write(
            f"{len(found.seen)} of {amount // 8 * 8} events seen beside 8 writers,"
            f" {found.polls} polls, {monotonic() - began:.0f} s; gap-free: {gap_free};"
            f" each once: {len(set(found.seen)) == len(found.seen)}\n"
        )
