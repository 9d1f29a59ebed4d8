"""Stores and exports by others that do wrong: said by name, with nothing recorded or left."""

from importlib.metadata import EntryPoint

import pytest

from adapters import plugins
from adapters.exports.by_others import window_of, write_by_others
from adapters.plugins import EXPORTS, STORES, Plugin, listed
from adapters.problems import Unavailable, Unknown, Unreadable
from adapters.settings import Settings
from adapters.storage.foreign import done_by
from adapters.storage.outgoing import Outgoing
from adapters.wiring import open_system
from tests.village import OPEN, ZHANG

NAMED = "wax of wax-works 0.3"


@pytest.fixture
def bring(tmp_path, monkeypatch):
    """Return what installs a plugin of a group, named wax, from its source."""

    def installed(group: str, source: str) -> None:
        (tmp_path / "wax_works.py").write_text(source)
        monkeypatch.syspath_prepend(tmp_path)
        monkeypatch.delitem(__import__("sys").modules, "wax_works", raising=False)
        plugin = Plugin(group, "wax", "wax-works", "0.3", EntryPoint("wax", "wax_works:Wax", group))
        monkeypatch.setattr(plugins, "installed", lambda g: (plugin,) if g == group else ())

    return installed


@pytest.mark.parametrize(
    ("source", "error", "says"),
    [
        ("raise RuntimeError('no wax')", Unavailable, f"{NAMED} cannot be imported"),
        ("class Wax:\n    API = 9", Unavailable, "written for API 9, this program speaks API 1"),
        (
            "class Wax:\n    API = 1\n    def __init__(self, url): raise RuntimeError(url)",
            Unavailable,
            f"{NAMED} cannot open wax://host/w: RuntimeError",
        ),
        (
            "class Wax:\n    API = 1\n    def __init__(self, url): raise ValueError('too old')",
            Unreadable,
            f"{NAMED} does not take wax://host/w: too old",
        ),
    ],
)
def test_a_store_that_does_not_open_is_at_fault_by_name(bring, source, *, error, says):
    bring(STORES, source)
    with pytest.raises(error, match=says) as raised:
        open_system(Settings(database="wax://u:secret@host/w", plugins=("wax",)))
    assert "secret" not in str(raised.value)


def test_the_owners_steps_are_those_that_a_store_has(bring):
    bring(STORES, "class Wax:\n    API = 1\n    migrate = staticmethod(lambda url: [url])")
    assert done_by("migrate", "wax://w", ["wax"]) == ["wax://w"]
    assert done_by("scrub", "wax://w", ["wax"]) == ()


def test_every_group_is_listed_by_its_kind(bring):
    bring(STORES, "")
    row = {"kind": "store", "name": "wax", "distribution": "wax-works", "version": "0.3"}
    assert listed([]) == [{**row, "allowed": "no"}]


class Export:
    """An export that does what it is told."""

    def __init__(self, window, options):
        self.window = window

    def write(self, folder):
        names = [row["name"] for row in self.window.rows("customers")]
        (folder / "names").write_text(" ".join(names))
        return {"names": len(names)}


def failing(error):
    """Return an export that writes something and then fails."""

    class Failing(Export):
        def write(self, folder):
            super().write(folder)
            raise error

    return Failing


@pytest.fixture
def source(system, clock):
    """Return what an export reads of a bank with a customer."""
    system.bus("zhao").run("customer.register", ZHANG)
    return Outgoing(system.core, system.views, lambda: system.core.journal.day_of(clock()))


def written(source, to, kind, finish=lambda: None):
    window = window_of(source, source.dates(None, None))
    return write_by_others((NAMED, kind), window, to, options={}, finish=finish)


def test_what_an_export_saw_is_recorded_before_it_has_its_name(source, tmp_path):
    seen = []

    def finish():
        assert not (tmp_path / "x").exists()
        seen.extend(source.readings("export_wax", "a test"))

    assert written(source, tmp_path / "x", Export, finish) == {"names": 1}
    assert (seen[0].subjects, seen[0].purpose) == (("customer-C1",), "a test")
    assert (tmp_path / "x" / "names").read_text() == ZHANG["name"]


@pytest.mark.parametrize(
    ("error", "expected", "says"),
    [
        (RuntimeError(ZHANG["name"]), Unavailable, f"{NAMED} failed: RuntimeError"),
        (OSError(28, "No space left on device"), Unavailable, "make room"),
        (Unknown("there is no view 'odd'"), Unknown, "odd"),
    ],
)
def test_an_export_that_fails_leaves_nothing_and_quotes_nothing(
    source, tmp_path, *, error, expected, says
):
    with pytest.raises(expected, match=says) as raised:
        written(source, tmp_path / "x", failing(error))
    assert ZHANG["name"] not in str(raised.value)
    assert not list(tmp_path.glob("x*"))


def test_an_export_asks_for_views_that_there_are(source):
    window = window_of(source, source.dates(None, None))
    assert (window.institution, window.currency) == (OPEN["institution"], "CNY")
    with pytest.raises(Unknown, match="no view 'odd'; there is"):
        window.rows("odd")


def test_an_export_by_others_is_of_a_group_of_its_own(bring):
    bring(STORES, "class Wax:\n    API = 1")
    with pytest.raises(Unknown, match="there is none at all"):
        plugins.loaded(EXPORTS, "wax", ["wax"])
