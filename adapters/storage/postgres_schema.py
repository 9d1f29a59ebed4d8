"""The tables of a PostgreSQL store, who may do what with them, and how they come to be.

The order of the log is that of (era, tx, no): the transaction that wrote a record and its number
in it.  A transaction's number is given when it begins to write, so a reader that stops below the
oldest one still under way can miss nothing.  The era grows when the database is restored into
another server, whose transactions are counted anew.
"""

from typing import Any, Final

import psycopg
from psycopg import errors

from adapters.problems import Unavailable

VERSION: Final = 1
OLDEST: Final = 14  # Of the servers that this was tried on.
WRITER, READER = "loanfold_writer", "loanfold_reader"
NUMBERED_MAX: Final = 50_000  # Records that one call numbers.

TABLES: Final = (
    """CREATE TABLE loanfold.event (
        stream text COLLATE "C" NOT NULL, ver bigint NOT NULL, topic text NOT NULL,
        state bytea NOT NULL, digest bytea NOT NULL, recorded_at timestamptz NOT NULL,
        era integer NOT NULL DEFAULT 0, tx xid8 NOT NULL DEFAULT pg_current_xact_id(),
        no integer NOT NULL, PRIMARY KEY (stream, ver), UNIQUE (era, tx, no))""",
    """CREATE TABLE loanfold.leaf (
        idx bigint PRIMARY KEY, stream text COLLATE "C" NOT NULL, ver bigint NOT NULL,
        digest bytea NOT NULL, recorded_at timestamptz NOT NULL, era integer NOT NULL,
        tx xid8 NOT NULL, no integer NOT NULL, UNIQUE (stream, ver))""",
    "CREATE INDEX ON loanfold.leaf (recorded_at)",
    # An answer names the last record that it led to; its place in the log is that of the leaf.
    """CREATE TABLE loanfold.command (
        key text COLLATE "C" PRIMARY KEY, content text NOT NULL, stream text NOT NULL,
        version bigint NOT NULL, events text NOT NULL, last_stream text, last_ver bigint)""",
    "CREATE INDEX ON loanfold.command (stream)",
    """CREATE TABLE loanfold.vault (
        stream text COLLATE "C" NOT NULL, ver bigint NOT NULL, path text COLLATE "C" NOT NULL,
        person text NOT NULL, digest text NOT NULL, sealed text NOT NULL,
        PRIMARY KEY (stream, ver, path))""",
    "CREATE INDEX ON loanfold.vault (person)",
    """CREATE TABLE loanfold.lookup (
        kind text NOT NULL, keyed text NOT NULL, person text COLLATE "C" NOT NULL,
        PRIMARY KEY (kind, keyed, person))""",
    "CREATE INDEX ON loanfold.lookup (person)",
    """CREATE TABLE loanfold.guard (
        keyed text PRIMARY KEY, stream text NOT NULL, person text NOT NULL)""",
    "CREATE INDEX ON loanfold.guard (person)",
    "CREATE TABLE loanfold.erasure (person text PRIMARY KEY, done integer NOT NULL)",
    "CREATE TABLE loanfold.note (name text PRIMARY KEY, said text NOT NULL)",
    "INSERT INTO loanfold.note VALUES ('era', '0')",
)

# Indexes follow from the rows alone, so it does not matter who gives them, nor whether a crash
# takes the last ones back: the same ones are given again.  That is why nobody waits for the disk,
# and why it is called in a transaction of its own.
NUMBER: Final = f"""
CREATE OR REPLACE FUNCTION loanfold.number() RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    last loanfold.leaf;
    current_era integer;
    numbered integer;
BEGIN
    IF pg_is_in_recovery() OR current_setting('transaction_read_only')::boolean THEN
        RETURN 0;
    END IF;
    PERFORM set_config('synchronous_commit', 'off', true);
    PERFORM pg_advisory_xact_lock(1279677015);
    SELECT said::integer INTO current_era FROM loanfold.note WHERE name = 'era';
    SELECT * INTO last FROM loanfold.leaf ORDER BY idx DESC LIMIT 1;
    INSERT INTO loanfold.leaf
        SELECT coalesce(last.idx, -1) + row_number() OVER (ORDER BY era, tx, no),
            stream, ver, digest,
            greatest(last.recorded_at, max(recorded_at) OVER (ORDER BY era, tx, no)), era, tx, no
        FROM (
            SELECT * FROM loanfold.event
            WHERE (last.idx IS NULL OR (era, tx, no) > (last.era, last.tx, last.no))
                AND (era < current_era OR tx < pg_snapshot_xmin(pg_current_snapshot()))
            ORDER BY era, tx, no LIMIT {NUMBERED_MAX}
        ) AS ready;
    GET DIAGNOSTICS numbered = ROW_COUNT;
    RETURN numbered;
END $$"""

FUNCTIONS: Final = (
    NUMBER,
    "REVOKE ALL ON FUNCTION loanfold.number() FROM PUBLIC",
    """CREATE OR REPLACE FUNCTION loanfold.refuse_change() RETURNS trigger
    LANGUAGE plpgsql AS $$
    BEGIN
        RAISE EXCEPTION 'records are never changed' USING ERRCODE = 'insufficient_privilege';
    END $$""",
    *(
        f"""CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON loanfold.{table}
        FOR EACH STATEMENT EXECUTE FUNCTION loanfold.refuse_change()"""
        for table in ("event", "leaf")
    ),
)

EVENT_COLUMNS: Final = "stream, ver, topic, state, digest, recorded_at, no"
GRANTS: Final = (
    f"GRANT USAGE ON SCHEMA loanfold TO {WRITER}, {READER}",
    f"GRANT SELECT ON ALL TABLES IN SCHEMA loanfold TO {WRITER}, {READER}",
    f"GRANT EXECUTE ON FUNCTION loanfold.number() TO {WRITER}, {READER}",
    # Era and transaction are the server's to give; leaves are given by number() alone.
    f"GRANT INSERT ({EVENT_COLUMNS}) ON loanfold.event TO {WRITER}",
    f"GRANT INSERT ON loanfold.command, loanfold.vault, loanfold.lookup, loanfold.guard,"
    f" loanfold.erasure, loanfold.note TO {WRITER}",
    # An erasure blanks what an answer's content could be tried on, and takes what is sealed.
    f"GRANT UPDATE (content) ON loanfold.command TO {WRITER}",
    f"GRANT DELETE ON loanfold.vault, loanfold.lookup, loanfold.guard TO {WRITER}",
    f"GRANT UPDATE (person) ON loanfold.guard TO {WRITER}",
    f"GRANT UPDATE (done) ON loanfold.erasure TO {WRITER}",
    f"GRANT UPDATE (said) ON loanfold.note TO {WRITER}",
)

Connection = psycopg.Connection[Any]


def migrate(connection: Connection) -> list[str]:
    """Bring a database to this program's layout, as its owner; return what was done.

    All of it is one transaction, and a second run has nothing to do.  Raises Unavailable where
    the database is from a newer program, or where the roles are missing and may not be created.
    """
    with connection.transaction():
        connection.execute("SELECT pg_advisory_xact_lock(1279677016)")
        done = _create(connection) if version(connection) is None else []
        require(connection, restored=True)
        if _restored(connection):
            done.append(_begin_era(connection))
    return done


def version(connection: Connection) -> int | None:
    """Return the layout that a database has; None where it has none of our tables."""
    found = connection.execute("SELECT to_regclass('loanfold.note')").fetchone()
    if found is None or found[0] is None:
        return None
    row = connection.execute("SELECT said FROM loanfold.note WHERE name = 'schema'").fetchone()
    return int(row[0]) if row else None


def require(connection: Connection, *, restored: bool = False) -> None:
    """Raise Unavailable with what to do where the database cannot be used by this program.

    restored lets one pass that was just restored into another server.
    """
    found, place = version(connection), f"the database {connection.info.dbname}"
    if found is None:
        raise Unavailable(
            f"{place} has no tables of Loanfold: run `loanfold store migrate` once, as its owner"
        )
    if found > VERSION:
        raise Unavailable(
            f"{place} was written by a newer program (layout {found}, this one knows {VERSION}):"
            " update this program"
        )
    if found < VERSION:
        raise Unavailable(
            f"{place} has the layout {found}, and this program needs {VERSION}: run"
            " `loanfold store migrate`, as its owner"
        )
    if not restored and _restored(connection):
        raise Unavailable(
            f"{place} was restored into another server, which counts transactions anew: run"
            " `loanfold store migrate`, as its owner"
        )


def _create(connection: Connection) -> list[str]:
    roles = [role for role in (WRITER, READER) if _make_role(connection, role)]
    connection.execute("CREATE SCHEMA loanfold")
    for statement in (*TABLES, *FUNCTIONS, *GRANTS):
        connection.execute(statement.encode())
    connection.execute("INSERT INTO loanfold.note VALUES ('schema', %s)", (str(VERSION),))
    made = [f"created the role {role}: grant it to who works with the store" for role in roles]
    return [f"created the tables, layout {VERSION}", *made]


def _make_role(connection: Connection, role: str) -> bool:
    known = connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", (role,)).fetchone()
    if known:
        return False
    try:
        connection.execute(f"CREATE ROLE {role} NOLOGIN".encode())
    except errors.InsufficientPrivilege as error:
        raise Unavailable(
            f"the role {connection.info.user} may not create roles: let an administrator run"
            f" CREATE ROLE {WRITER} NOLOGIN; CREATE ROLE {READER} NOLOGIN; and migrate again"
        ) from error
    return True


def _restored(connection: Connection) -> bool:
    """Tell whether records were written by transactions that this server has not come to yet."""
    row = connection.execute(
        "SELECT tx >= pg_snapshot_xmax(pg_current_snapshot()) FROM loanfold.event"
        " WHERE era = (SELECT said::integer FROM loanfold.note WHERE name = 'era')"
        " ORDER BY era DESC, tx DESC, no DESC LIMIT 1"
    ).fetchone()
    return bool(row and row[0])


def _begin_era(connection: Connection) -> str:
    row = connection.execute("SELECT said::integer + 1 FROM loanfold.note WHERE name = 'era'")
    (era,) = row.fetchone() or (0,)
    connection.execute(f"ALTER TABLE loanfold.event ALTER era SET DEFAULT {era:d}".encode())
    connection.execute("UPDATE loanfold.note SET said = %s WHERE name = 'era'", (str(era),))
    return f"began era {era}: the database was restored into another server"
