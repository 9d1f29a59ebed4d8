"""Where the settings of a process come from."""

from pathlib import Path

import pytest

from adapters.problems import Unavailable
from adapters.settings import Settings


def test_an_empty_environment_names_a_database_here():
    settings = Settings.read({})
    assert settings.path == Path("loanfold.db").absolute()
    assert settings.keys_folder == Path("loanfold.db.keys").absolute()
    assert settings.views_path == Path("loanfold.db.views").absolute()
    assert settings.actor
    assert (settings.branch, settings.folder, settings.log) == (None, None, None)


def test_the_environment_names_everything():
    settings = Settings.read(
        {
            "LOANFOLD_DATABASE": "/srv/bank.db",
            "LOANFOLD_KEYS": "/safe/keys",
            "LOANFOLD_ACTOR": "zhao",
            "LOANFOLD_BRANCH": "B1",
            "LOANFOLD_DATA": "/srv/files",
            "LOANFOLD_LOG": "stderr",
        }
    )
    assert (settings.path, settings.keys_folder) == (Path("/srv/bank.db"), Path("/safe/keys"))
    assert (settings.actor, settings.branch) == ("zhao", "B1")
    assert (settings.folder, settings.log) == (Path("/srv/files"), "stderr")


def test_what_is_given_goes_before_what_the_environment_says():
    settings = Settings.read({"LOANFOLD_ACTOR": "zhao", "LOANFOLD_BRANCH": "B1"})
    given = settings.with_values(actor="wang", branch=None)
    assert (given.actor, given.branch) == ("wang", "B1")


@pytest.mark.parametrize(
    ("database", "path"),
    [
        ("sqlite:////srv/bank.db", Path("/srv/bank.db")),
        ("sqlite:///bank.db", Path("bank.db").absolute()),
        (":memory:", None),
    ],
)
def test_a_database_is_a_path_a_url_or_memory(database, path):
    assert Settings(database=database).path == path


def test_a_database_of_another_kind_is_unavailable():
    with pytest.raises(Unavailable, match="a postgresql database is no file"):
        _ = Settings(database="postgresql://host/bank").path


def test_keys_of_a_database_in_memory_are_in_memory():
    assert Settings(database=":memory:").keys_folder is None
    assert Settings(database=":memory:", keys=Path("k")).keys_folder == Path("k")
