"""What ties a store to its keys: they are the ones it was written with, and erasures reach both."""

from adapters.problems import Unavailable
from adapters.storage.keys import Keys
from adapters.storage.store import Store


def require_its_keys(store: Store, keys: Keys) -> None:
    """Raise Unavailable where a store was written with other keys; note those of a new one."""
    known = store.note("keys")
    if known is None:
        store.set_note("keys", keys.master.id)
    elif known != keys.master.id:
        raise Unavailable(
            f"this database was written with the keys {known}, not {keys.master.id}:"
            " restore its keys, or name their folder with --keys"
        )


def complete_erasures(store: Store, keys: Keys) -> None:
    """Destroy the keys of erased persons, and what a store has left of them in its files."""
    for person in store.unfinished_erasures():
        keys.destroy(person)
        store.finish_erasure(person)
