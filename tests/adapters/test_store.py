"""The stores that are ours do what every store must: in memory, in a file, on real servers."""

import sqlite3

import pytest

from adapters.problems import Unavailable
from adapters.storage.conformance import *  # noqa: F403 - the contract.
from adapters.storage.conformance import append, event
from adapters.storage.opening import open_store
from adapters.storage.sqlite import SQLiteStore


@pytest.fixture(params=["memory", "file", "wheel", "debian"])
def store(request, tmp_path, servers):
    """Return an empty store."""
    server = servers(request.param).database() if request.param in ("wheel", "debian") else None
    path = tmp_path / "s.db" if request.param == "file" else None
    opened = open_store(server, path)
    yield opened
    opened.close()


def test_a_record_without_a_leaf_and_a_leaf_without_a_record_are_loose_ends(tmp_path):
    store = SQLiteStore(tmp_path / "s.db")
    append(store, event("a-1", 1), event("a-1", 2))
    with sqlite3.connect(tmp_path / "s.db") as file:
        file.execute("DELETE FROM leaf WHERE ver = 1")
        file.execute("DELETE FROM stored_events WHERE originator_version = 2")
    assert len(store.loose_ends()) == 2
    store.close()


@pytest.mark.parametrize("name", [None, "s.db"])
def test_a_store_acknowledges_only_what_is_on_disk(tmp_path, name):
    store = SQLiteStore(name and tmp_path / name)
    with store.datastore.get_connection(commit=False) as connection:
        cursor = connection.cursor()
        for pragma, least in (("synchronous", 2), ("secure_delete", 1)):
            cursor.execute(f"PRAGMA {pragma}")
            assert cursor.fetchone()[0] >= least
    store.close()


@pytest.mark.parametrize(
    ("prepare", "says"),
    [
        (lambda p: p.write_text("hello, this is no database at all" * 50), "no Loanfold database"),
        (lambda p: p.mkdir(), "cannot be"),
        (lambda p: sqlite3.connect(p).execute("PRAGMA user_version = 99").close(), "newer program"),
    ],
)
def test_a_file_that_cannot_be_used_says_what_to_do(tmp_path, prepare, says):
    place = tmp_path / "odd.db"
    prepare(place)
    with pytest.raises(Unavailable, match=says):
        SQLiteStore(place)
