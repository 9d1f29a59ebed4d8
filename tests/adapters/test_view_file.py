"""Files that are not views of ours are left alone, and say what to do."""

import sqlite3
from pathlib import Path

import pytest

from adapters.problems import Unavailable
from adapters.storage.views import ViewStore


def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "views"
    path.write_text("accounts of 1998, please keep" * 100, encoding="utf-8")
    with pytest.raises(Unavailable, match="move it away"):
        ViewStore(path)
    assert path.read_text(encoding="utf-8").startswith("accounts of 1998")


def test_a_database_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "views"
    with sqlite3.connect(path) as raw:
        raw.execute("CREATE TABLE stamp (country TEXT)")
    before = path.read_bytes()
    with pytest.raises(Unavailable, match="is no file of views: move it away"):
        ViewStore(path)
    assert path.read_bytes() == before


def test_a_file_of_a_newer_program_is_not_misread(tmp_path: Path) -> None:
    path = tmp_path / "views"
    ViewStore(path).close()
    with sqlite3.connect(path) as raw:
        raw.execute("PRAGMA user_version = 99")
    with pytest.raises(Unavailable, match="newer program"):
        ViewStore(path)


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="check the path"):
        ViewStore(tmp_path / "nowhere" / "views")
