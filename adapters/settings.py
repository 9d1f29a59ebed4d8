"""One frozen Settings; the only reader of the environment."""

import getpass
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from attrs import evolve, frozen

from adapters.problems import Unavailable

DATABASE: Final = "LOANFOLD_DATABASE"
KEYS: Final = "LOANFOLD_KEYS"
ACTOR: Final = "LOANFOLD_ACTOR"
BRANCH: Final = "LOANFOLD_BRANCH"
PURPOSE: Final = "LOANFOLD_PURPOSE"
DATA: Final = "LOANFOLD_DATA"
LOG: Final = "LOANFOLD_LOG"
VIEWS: Final = "LOANFOLD_VIEWS"
SEGMENTS: Final = "segments://"
SQLITE: Final = "sqlite://"
SERVERS: Final = ("postgresql://", "postgres://")
ACCESS: Final = "LOANFOLD_ACCESS"
PLUGINS: Final = "LOANFOLD_PLUGINS"
SIGNING: Final = "LOANFOLD_SIGNING"
AUTHORITY: Final = "LOANFOLD_TSA"
CERTIFICATES: Final = "LOANFOLD_TSA_CA"


@frozen(kw_only=True)
class Settings:
    """Where things are, and for whom a process acts."""

    database: str = "loanfold.db"  # A path or a URL; ":memory:" keeps all in memory.
    keys: Path | None = None  # None: beside the database.
    views: Path | None = None  # None: beside the database.
    signing: Path | None = None  # Keys that sign, and what was signed; None: beside the database.
    authority: str | None = None  # Address of a time-stamping authority.
    certificates: Path | None = None  # What its own are checked with.
    actor: str = "local"
    branch: str | None = None
    purpose: str | None = None  # What personal data is read for; stands in the record of it.
    folder: Path | None = None  # Of the real data for take-over.
    log: str | None = None  # "stderr", or a file for one JSON line a command; None for none.
    access: Path | None = None  # The file that says who may ask; None: this process alone.
    plugins: tuple[str, ...] = ()  # Names of plugins by others that may be loaded.

    @classmethod
    def read(cls, environment: Mapping[str, str] | None = None) -> "Settings":
        """Return the settings of an environment (None: of this process)."""
        env = os.environ if environment is None else environment
        return cls(
            database=env.get(DATABASE) or "loanfold.db",
            keys=Path(env[KEYS]) if env.get(KEYS) else None,
            views=Path(env[VIEWS]) if env.get(VIEWS) else None,
            signing=Path(env[SIGNING]) if env.get(SIGNING) else None,
            authority=env.get(AUTHORITY) or None,
            certificates=Path(env[CERTIFICATES]) if env.get(CERTIFICATES) else None,
            actor=env.get(ACTOR) or _user(),
            branch=env.get(BRANCH) or None,
            purpose=env.get(PURPOSE) or None,
            folder=Path(env[DATA]) if env.get(DATA) else None,
            log=env.get(LOG) or None,
            access=Path(env[ACCESS]) if env.get(ACCESS) else None,
            plugins=tuple(filter(None, map(str.strip, env.get(PLUGINS, "").split(",")))),
        )

    def with_values(self, **given: Any) -> "Settings":
        """Return these settings with those that are given and not None."""
        return evolve(self, **{name: value for name, value in given.items() if value is not None})

    @property
    def server(self) -> str | None:
        """The URL of a PostgreSQL database; None where it is a file, or in memory."""
        return self.database if self.database.startswith(SERVERS) else None

    @property
    def foreign(self) -> str | None:
        """The scheme of a URL that a store by others opens; None where the store is ours."""
        scheme, found, _ = self.database.partition("://")
        ours = not found or self.database.startswith((*SERVERS, SEGMENTS, SQLITE))
        return None if ours else scheme

    @property
    def segments(self) -> Path | None:
        """The folder of the segments that are read instead of a store; None where it is one."""
        folder = self.database.removeprefix(SEGMENTS)
        return None if folder == self.database else Path(folder.removeprefix("/")).absolute()

    @property
    def path(self) -> Path | None:
        """The database file; None keeps all in memory.  Unavailable for what is no file."""
        if self.database == ":memory:":
            return None
        if self.segments is not None:
            raise Unavailable("segments are only read: ask for views or log, or name a database")
        scheme, found, rest = self.database.partition("://")
        if found and scheme != "sqlite":
            raise Unavailable(
                f"a {scheme} database is no file: give a path or sqlite:///PATH for this"
            )
        return Path(rest.removeprefix("/") if found else self.database).absolute()

    @property
    def keys_folder(self) -> Path | None:
        """Where the keys are; None keeps them in memory with the database."""
        return self.keys if self.keys is not None else self._beside(".keys")

    @property
    def signing_folder(self) -> Path:
        """Where keys that sign are; apart from the database and its backups.

        Raises Unavailable for a database in memory, which has nothing beside it.
        """
        folder = self.signing if self.signing is not None else self._beside(".signing")
        if folder is None:
            raise Unavailable("a log in memory is not signed: name a database, or LOANFOLD_SIGNING")
        return folder

    @property
    def views_path(self) -> Path | None:
        """The file of the views, beside the database or in the working directory of a client.

        It can be rebuilt at any time.
        """
        return self.views if self.views is not None else self._beside(".views")

    @property
    def shown(self) -> str:
        """The database as it may be shown: without a password."""
        if self.server is None and self.foreign is None:
            return self.database
        parts = urlsplit(self.database)
        return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}"

    def _beside(self, suffix: str) -> Path | None:
        if self.server is not None or self.foreign is not None:
            return Path((Path(urlsplit(self.database).path).name or "loanfold") + suffix).absolute()
        path = self.path
        return None if path is None else path.with_name(path.name + suffix)


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "local"
