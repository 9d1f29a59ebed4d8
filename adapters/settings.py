"""One frozen Settings; the only reader of the environment."""

import getpass
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from attrs import evolve, frozen

from adapters.problems import Unavailable

DATABASE: Final = "LOANFOLD_DATABASE"
KEYS: Final = "LOANFOLD_KEYS"
ACTOR: Final = "LOANFOLD_ACTOR"
BRANCH: Final = "LOANFOLD_BRANCH"
DATA: Final = "LOANFOLD_DATA"
LOG: Final = "LOANFOLD_LOG"
PLUGINS: Final = "LOANFOLD_PLUGINS"


@frozen(kw_only=True)
class Settings:
    """Where things are, and for whom a process acts."""

    database: str = "loanfold.db"  # A path or a URL; ":memory:" keeps all in memory.
    keys: Path | None = None  # None: beside the database.
    actor: str = "local"
    branch: str | None = None
    folder: Path | None = None  # Of the real data for take-over.
    log: str | None = None  # "stderr", or a file for one JSON line a command; None for none.
    plugins: tuple[str, ...] = ()  # Names of plugins by others that may be loaded.

    @classmethod
    def read(cls, environment: Mapping[str, str] | None = None) -> "Settings":
        """Return the settings of an environment (None: of this process)."""
        env = os.environ if environment is None else environment
        return cls(
            database=env.get(DATABASE) or "loanfold.db",
            keys=Path(env[KEYS]) if env.get(KEYS) else None,
            actor=env.get(ACTOR) or _user(),
            branch=env.get(BRANCH) or None,
            folder=Path(env[DATA]) if env.get(DATA) else None,
            log=env.get(LOG) or None,
            plugins=tuple(filter(None, map(str.strip, env.get(PLUGINS, "").split(",")))),
        )

    def with_values(self, **given: Any) -> "Settings":
        """Return these settings with those that are given and not None."""
        return evolve(self, **{name: value for name, value in given.items() if value is not None})

    @property
    def path(self) -> Path | None:
        """The database file; None keeps all in memory.  Unavailable for a URL of another kind."""
        if self.database == ":memory:":
            return None
        scheme, found, rest = self.database.partition("://")
        if found and scheme != "sqlite":
            raise Unavailable(
                f"{scheme} databases are not supported: give a path, or sqlite:///PATH"
            )
        return Path(rest.removeprefix("/") if found else self.database).absolute()

    @property
    def keys_folder(self) -> Path | None:
        """Where the keys are; None keeps them in memory with the database."""
        path = self.path
        if self.keys is not None or path is None:
            return self.keys
        return path.with_name(path.name + ".keys")

    @property
    def views_path(self) -> Path | None:
        """The file of the views, beside the database; it can be rebuilt at any time."""
        path = self.path
        return None if path is None else path.with_name(path.name + ".views")


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "local"
