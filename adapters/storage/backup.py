"""Backup and restore: the journal in one place, its keys in another, never together.

Whoever holds both can read; whoever holds one cannot.  An erasure is complete when the last
backup of the keys that still holds the person's key is gone, so give keys a short cycle.
"""

import shutil
from pathlib import Path
from typing import Final

from adapters.problems import Unavailable
from adapters.storage.core import CreditCore
from adapters.storage.journal import Journal
from adapters.storage.sqlite import SQLiteStore

JOURNAL: Final = "journal.sqlite"


def back_up(core: CreditCore, folder: Path, keys_folder: Path) -> tuple[int, str]:
    """Copy a journal and, elsewhere, its keys; return the size and the root of what was copied.

    Raises Unavailable where a folder exists, or where both are one.
    """
    _require_apart(folder, keys_folder)
    for new in (folder, keys_folder):
        if new.exists():
            raise Unavailable(f"{new} exists: name a folder that does not exist yet")
    store = core.store
    if not isinstance(store, SQLiteStore):
        raise Unavailable(
            "only a file is backed up by us. A PostgreSQL database is backed up by its server: run"
            " pg_dump, and then copy the folder of keys to another place; see"
            " docs/guides/postgresql.md"
        )
    folder.mkdir(parents=True)
    store.backup(folder / JOURNAL)
    core.keys.copy_to(keys_folder)
    copy = SQLiteStore(folder / JOURNAL)  # Others may have written meanwhile: its own root counts.
    try:
        return Journal(copy, core.scribe).root()
    finally:
        copy.close()


def restore(folder: Path, keys_folder: Path, *, to: Path, keys_to: Path) -> None:
    """Put a backup where nothing is yet.

    Raises Unavailable where something is there, or where the backup is not whole.
    """
    parts = (folder / JOURNAL, keys_folder / "wrapping.key", keys_folder / "persons.sqlite")
    if missing := [str(part) for part in parts if not part.is_file()]:
        raise Unavailable(f"the backup is not whole: {', '.join(missing)} is missing")
    for place in (to, keys_to):
        if place.exists():
            raise Unavailable(f"{place} exists: move it away first, nothing is overwritten")
    to.parent.mkdir(parents=True, exist_ok=True)
    shutil.copytree(keys_folder, keys_to)
    shutil.copyfile(folder / JOURNAL, to)


def _require_apart(folder: Path, keys_folder: Path) -> None:
    first, second = folder.resolve(), keys_folder.resolve()
    if first == second or first in second.parents or second in first.parents:
        raise Unavailable("keep data and keys apart: name two folders, neither in the other")
