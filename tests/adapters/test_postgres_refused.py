"""What can be wrong with a server's URL, its rights and its tables, and what is said of it."""

import psycopg
import pytest

from adapters.cli.main import run
from adapters.problems import EXIT_UNAVAILABLE, Unavailable
from adapters.storage.opening import migrate, open_store
from adapters.storage.postgres import PostgresStore
from tests.village import OPEN


@pytest.fixture
def server(servers):
    """Return the server of the wheel."""
    return servers("wheel")


@pytest.fixture
def url(server):
    """Return an empty database of its own."""
    return server.database()


def test_a_migration_makes_all_once_and_says_so(server):
    server.execute("CREATE DATABASE bare")
    bare = server.url("bare")
    with pytest.raises(Unavailable, match="loanfold store migrate"):
        open_store(bare, None)
    done = migrate(bare, None)
    assert done[0] == "created the tables, layout 1"
    assert migrate(bare, None) == []
    open_store(bare, None).close()


def test_who_may_not_create_roles_is_told_whom_to_ask(servers):
    fresh = servers("debian")
    fresh.execute("DROP DATABASE IF EXISTS own")
    fresh.execute("CREATE ROLE plain LOGIN")
    fresh.execute("CREATE DATABASE own OWNER plain")
    known = fresh.execute("SELECT 1 FROM pg_roles WHERE rolname = 'loanfold_writer'")
    if known:
        assert migrate(fresh.url("own", "plain"), None)
    else:
        with pytest.raises(Unavailable, match="let an administrator run"):
            migrate(fresh.url("own", "plain"), None)
    fresh.execute("DROP DATABASE own")
    fresh.execute("DROP ROLE plain")


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda url: "postgresql://?nonsense=1", "cannot be read"),
        (lambda url: url.replace("host=", "host=/nowhere"), "no PostgreSQL answers"),
        (lambda url: "postgresql://u@127.0.0.1:1/x?connect_timeout=2", "no PostgreSQL answers"),
        (lambda url: url.replace("/store", "/other"), "is not there"),
        (lambda url: url.replace("postgres@", "nobody_at_all@"), "is not there"),
    ],
)
def test_a_url_that_cannot_be_used_says_what_to_do(url, change, says):
    with pytest.raises(Unavailable, match=says):
        open_store(change(url), None)


def test_a_wrong_password_says_so_and_is_not_shown(server, url):
    server.execute("CREATE ROLE teller LOGIN PASSWORD 'right'")
    rules = server.folder / "data" / "pg_hba.conf"
    before = rules.read_text()
    rules.write_text("local all teller scram-sha-256\n" + before)
    server.execute("SELECT pg_reload_conf()")
    try:
        with pytest.raises(Unavailable, match="check user and password") as told:
            open_store(url.replace("postgres@", "teller:secret-1@"), None)
        assert "secret-1" not in str(told.value)
    finally:
        rules.write_text(before)
        server.execute("SELECT pg_reload_conf()")


def test_an_old_server_and_tables_of_another_program_are_refused(url):
    with pytest.raises(Unavailable, match="needs 99 or later"):
        PostgresStore(url, oldest=99)
    for layout, says in (("99", "update this program"), ("0", "loanfold store migrate")):
        with psycopg.connect(url) as owner:
            owner.execute("UPDATE loanfold.note SET said = %s WHERE name = 'schema'", (layout,))
        with pytest.raises(Unavailable, match=says):
            PostgresStore(url)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda url: url.replace("/store", "/other"), "is not there"),
        (lambda url: "postgresql://u:geheim@127.0.0.1:1/x?connect_timeout=2", "answers for x"),
        (lambda url: "mysql://somewhere/x", "mysql databases are not supported"),
    ],
)
def test_the_command_line_says_why_and_exits_as_unavailable(url, change, says, capsys):
    assert run(["--database", change(url), "views", "ledger"]) == EXIT_UNAVAILABLE
    told = capsys.readouterr().err
    assert says in told
    assert "geheim" not in told


def test_the_command_line_prepares_a_database_works_on_it_and_says_how_it_is_backed_up(
    server, capsys, monkeypatch, tmp_path
):
    monkeypatch.chdir(tmp_path)
    server.execute("CREATE DATABASE typed")
    here = ["--database", server.url("typed")]
    assert run([*here, "store", "migrate"]) == 0
    opened = [f"--{name.replace('_', '-')}={value}" for name, value in OPEN.items()]
    assert run([*here, "log.open", *opened]) == 0
    assert run([*here, "verify"]) == 0
    capsys.readouterr()
    assert run([*here, "backup", "--to", "a", "--keys-to", "b"]) == EXIT_UNAVAILABLE
    assert "pg_dump" in capsys.readouterr().err
