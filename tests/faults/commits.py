"""A process that commits and says so, to be watched or hindered by strace.

python -m tests.faults.commits DATABASE KEYS COUNT [NORMAL]
"""

import os
import sys
from pathlib import Path

from eventsourcing.sqlite import SQLiteConnection, SQLiteConnectionPool

from adapters.problems import Unavailable
from adapters.settings import Settings
from adapters.storage import sqlite_file
from adapters.wiring import open_system
from tests.village import PRODUCT


def main() -> None:
    """Commit so many commands, each acknowledged by a line; a refusal is a line too."""
    database, keys, count, *mode = sys.argv[1:]
    if mode:
        _be_careless(mode[0])
    settings = Settings(database=database, keys=Path(keys), views=Path(":memory:"), actor="zhao")
    with open_system(settings) as system:
        bus = system.bus("zhao")
        for no in range(int(count)):
            try:
                bus.run("product.define", {**PRODUCT, "product_id": f"P{no}"}, key=f"k{no}")
                os.write(1, f"ack k{no}\n".encode())
            except Unavailable:
                os.write(1, f"refused k{no}\n".encode())


def _be_careless(mode: str) -> None:
    """Commit without waiting for the disk, which the product never does."""

    class Careless(SQLiteConnectionPool):
        def _create_connection(self) -> SQLiteConnection:
            connection = super()._create_connection()
            connection.cursor().execute(f"PRAGMA synchronous={mode}")
            return connection

    sqlite_file._Pool = Careless  # type: ignore[misc, assignment]


if __name__ == "__main__":
    main()
