"""The store on a PostgreSQL server: many writers, roles, and what can be wrong with a URL."""

from pathlib import Path

import psycopg
import pytest

from adapters.problems import Unavailable
from adapters.settings import Settings
from adapters.storage.opening import migrate, scrub
from adapters.storage.postgres import PostgresStore
from adapters.storage.verify import verify
from adapters.system import System
from adapters.wiring import open_system
from domain.rules import Refused
from tests.adapters.test_erasure import erase
from tests.adapters.test_store import append, event
from tests.server import Server
from tests.village import LI, NUMBERS, OPEN, PRODUCT, ZHANG, lend, repay
from tests.writers import follow

WRITERS, EVENTS = 8, 6_000


@pytest.fixture
def server(servers):
    """Return the server of the wheel."""
    return servers("wheel")


@pytest.fixture
def url(server):
    """Return an empty database of its own."""
    return server.database()


def settings_of(url: str, folder: Path) -> Settings:
    """Return settings with keys and views in a folder of the test's own."""
    return Settings(database=url, keys=folder / "keys", views=folder / "views", actor="zhao")


@pytest.fixture
def bank(url, tmp_path, clock):
    """Return an opened system on a server."""
    with open_system(settings_of(url, tmp_path), clock) as opened:
        opened.bus("zhao").run("log.open", OPEN)
        yield opened


def names(system: System) -> list[str]:
    """Return the names of the customers."""
    return [row["name"] for row in system.bus("zhao").read("customers", {}).rows]


def test_a_bank_on_a_server_lends_reads_verifies_and_answers_again(bank):
    bus = bank.bus("zhao")
    lend(bus)
    first = bus.run("loan.record_repayment", repay("R1", "32.80", "2025-01-02"), key="k")
    again = bus.run("loan.record_repayment", repay("R1", "32.80", "2025-01-02"), key="k")
    assert (first.index, again.index, again.repeated) == (first.index, first.index, True)
    assert first.index == bank.core.journal.head()
    assert names(bank) == ["张三"]
    assert bus.read("trial_balance", {}).rows
    assert bank.core.journal.find("document", "11010519491231002X") == ["C1"]
    with pytest.raises(Refused):
        bus.run("customer.register", {**LI, "document": ZHANG["document"]})
    verdict = verify(bank.core.store, bank.core.scribe)
    assert (verdict.faults, verdict.opened) == ((), verdict.sealed)


def test_many_commands_in_one_transaction_get_their_places(bank):
    calls = [("product.define", {**PRODUCT, "product_id": f"P{n}"}, f"k{n}") for n in range(40)]
    answers = bank.bus("zhao").run_many(calls)
    assert [answer.index for answer in answers] == list(range(1, 41))
    again = bank.bus("zhao").run_many(calls[:3])
    assert [(answer.index, answer.repeated) for answer in again] == [(n, True) for n in (1, 2, 3)]


def test_an_erased_person_is_gone_and_the_tables_are_written_anew(bank, url, server, clock):
    erase(bank, clock)
    assert names(bank) == ["张三", "[erased]"]
    store, journal = bank.core.store, bank.core.journal
    assert journal.find("document", NUMBERS[1]) == []
    assert store.unfinished_erasures() == []
    assert store.command("register-li").content == ""
    keyed = bank.core.scribe.keyed("phone", "13900139000").encode()
    assert keyed in files_of(server, url), "a deleted row stays in its file until then"
    assert len(scrub(url)) == 4
    assert keyed not in files_of(server, url)
    assert verify(store, bank.core.scribe).passed


def files_of(server: Server, url: str) -> bytes:
    """Return every byte of the files of a database."""
    server.execute("CHECKPOINT")
    name = url.partition("?")[0].rpartition("/")[2]
    ((oid,),) = server.execute(f"SELECT oid FROM pg_database WHERE datname = '{name}'")
    folder = server.folder / "data" / "base" / str(oid)
    return b"".join(path.read_bytes() for path in folder.iterdir())


def test_a_reader_beside_eight_writers_misses_nothing(url):
    found = follow(url, writers=WRITERS, events=EVENTS)
    assert found.indexes == list(range(EVENTS))
    assert len(set(found.seen)) == EVENTS
    last: dict[str, int] = {}
    for stream, version in found.seen:
        assert version == last.get(stream, 0) + 1, f"{stream} is read out of order"
        last[stream] = version


def test_a_record_waits_for_its_place_while_an_older_transaction_is_under_way(url, server):
    store = PostgresStore(url)
    append(store, event("a-1", 1))
    with psycopg.connect(url) as slow:
        slow.execute("SELECT pg_current_xact_id()")
        with psycopg.connect(url) as other:
            other.execute(
                "INSERT INTO loanfold.event (stream, ver, topic, state, digest, recorded_at, no)"
                " VALUES ('b-1', 1, 't', '', '', now(), 0)"
            )
        assert [leaf.stream for leaf in store.leaves(-1, 9)] == ["a-1"]
        slow.execute(
            "INSERT INTO loanfold.event (stream, ver, topic, state, digest, recorded_at, no)"
            " VALUES ('c-1', 1, 't', '', '', now(), 0)"
        )
    assert [leaf.stream for leaf in store.leaves(-1, 9)] == ["a-1", "c-1", "b-1"]
    store.close()


def test_numbers_taken_back_by_a_crash_are_given_again_as_they_were(url, server):
    store = PostgresStore(url)
    for no in range(5):
        append(store, event(f"s-{no}", 1))
    before = store.leaves(-1, 99)
    with psycopg.connect(url) as owner:  # What a crash does to leaves that were not on disk yet.
        owner.execute("ALTER TABLE loanfold.leaf DISABLE TRIGGER never_changed")
        owner.execute("DELETE FROM loanfold.leaf WHERE idx > 1")
    assert store.leaves(-1, 99) == before
    store.close()


def test_a_database_restored_into_another_server_goes_on_after_a_migration(url, server):
    store = PostgresStore(url)
    append(store, event("a-1", 1), event("b-1", 1))
    store.close()
    with psycopg.connect(url) as owner:  # Another server has come less far in its transactions.
        for table in ("event", "leaf"):
            owner.execute(f"ALTER TABLE loanfold.{table} DISABLE TRIGGER never_changed".encode())
            owner.execute(f"UPDATE loanfold.{table} SET tx = '999999999999'".encode())
    with pytest.raises(Unavailable, match="restored into another server"):
        PostgresStore(url)
    assert migrate(url, None) == ["began era 1: the database was restored into another server"]
    assert migrate(url, None) == []
    again = PostgresStore(url)
    assert append(again, event("a-1", 2)) == [2]
    assert again.loose_ends() == []
    again.close()


@pytest.mark.parametrize("role", ["loanfold_writer", "loanfold_reader", "postgres"])
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE loanfold.event SET state = ''",
        "DELETE FROM loanfold.event",
        "TRUNCATE loanfold.event",
        "UPDATE loanfold.leaf SET digest = ''",
        "DELETE FROM loanfold.leaf",
        "TRUNCATE loanfold.leaf",
    ],
)
def test_nobody_changes_the_journal(url, role, statement):
    store = PostgresStore(url)
    append(store, event("a-1", 1))
    store.close()
    with psycopg.connect(url) as connection:
        connection.execute(f"SET ROLE {role}".encode())
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute(statement.encode())


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO loanfold.leaf VALUES (9, 's', 1, '', now(), 0, '1', 0)",
        "INSERT INTO loanfold.event (stream, ver, topic, state, digest, recorded_at, no, tx)"
        " VALUES ('s', 1, 't', '', '', now(), 0, '1')",
        "DROP TABLE loanfold.note",
        "CREATE TABLE loanfold.mine ()",
        "UPDATE loanfold.command SET key = ''",
        "DELETE FROM loanfold.command",
    ],
)
def test_a_writer_gives_no_places_and_changes_no_tables(url, statement):
    with psycopg.connect(url) as connection:
        connection.execute("SET ROLE loanfold_writer")
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute(statement.encode())


def test_a_writers_login_works_and_a_readers_reads_only(url, server, tmp_path, bank):
    for login in ("writer", "reader"):
        name = f"{login}_{tmp_path.name}".replace("-", "_")
        server.execute(f'CREATE ROLE "{name}" LOGIN IN ROLE loanfold_{login}')
        as_login = settings_of(url.replace("postgres@", f"{name}@"), tmp_path)
        with open_system(as_login, bank.clock) as system:
            bus = system.bus("zhao")
            if login == "writer":
                lend(bus)
                assert bus.run("loan.record_repayment", repay("R1", "9.00", "2025-01-02")).index
            else:
                assert bus.read("trial_balance", {}).rows
                # Who reads what is personal is recorded; who cannot be is shown none of it.
                assert names(system) == ["[withheld]"]
                with pytest.raises(Unavailable, match="may not do that"):
                    bus.run("customer.register", LI)
        server.execute(f'DROP ROLE "{name}"')


def test_a_server_that_is_read_only_refuses_and_records_nothing(bank, url, server):
    database = url.partition("?")[0].rpartition("/")[2]
    server.execute(f"ALTER DATABASE {database} SET default_transaction_read_only = on")
    bank.core.store.close()
    with pytest.raises(Unavailable, match="takes writes"):
        bank.bus("zhao").run("product.define", PRODUCT, key="p")
    server.execute(f"ALTER DATABASE {database} RESET default_transaction_read_only")
    bank.core.store.close()
    assert not bank.bus("zhao").run("product.define", PRODUCT, key="p").repeated
