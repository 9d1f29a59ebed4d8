"""Plugins: what is found, what may be loaded, and every way to fail said in a sentence."""

from importlib.metadata import EntryPoint

import pytest

from adapters import plugins
from adapters.plugins import ADAPTERS, Plugin, check_packages, installed, load, pick
from adapters.problems import Unavailable, Unknown

FAX = Plugin(ADAPTERS, "fax", "fax-machine", "2.0", EntryPoint("fax", "fax:Fax", ADAPTERS))


def point(tmp_path, monkeypatch, source: str) -> Plugin:
    (tmp_path / "strange_plugin.py").write_text(source)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(__import__("sys").modules, "strange_plugin", raising=False)
    entry = EntryPoint("strange", "strange_plugin:Strange", ADAPTERS)
    return Plugin(ADAPTERS, "strange", "strange-things", "0.3", entry)


def test_a_plugin_that_is_named_in_the_settings_is_picked():
    assert pick([FAX], "fax", ["fax"]) is FAX


def test_what_comes_with_the_program_needs_no_permission():
    ours = Plugin(ADAPTERS, "post", "loanfold", "0.1.0", FAX.point)
    assert pick([ours], "post", []) is ours


def test_an_unknown_name_lists_what_is_there():
    with pytest.raises(Unknown, match="no plugin 'telex' is installed; there is fax"):
        pick([FAX], "telex", [])
    with pytest.raises(Unknown, match="there is none at all"):
        pick([], "telex", [])


def test_code_of_others_is_loaded_only_where_it_is_trusted():
    with pytest.raises(Unavailable, match=r"fax of fax-machine 2.0 is not allowed: name it in"):
        pick([FAX], "fax", ["post"])


def test_two_plugins_of_one_name_are_both_named():
    other = Plugin(ADAPTERS, "fax", "fax-too", "1.1", FAX.point)
    with pytest.raises(Unavailable, match=r"fax-machine 2.0 and fax-too 1.1 both bring"):
        pick([FAX, other], "fax", ["fax"])


def test_a_plugin_that_raises_on_import_is_at_fault_by_name(tmp_path, monkeypatch):
    broken = point(tmp_path, monkeypatch, "raise RuntimeError('no modem')\n")
    with pytest.raises(Unavailable, match=r"strange-things 0.3 cannot be imported: .*no modem"):
        load(broken)


def test_a_plugin_without_what_it_promises_is_at_fault_by_name(tmp_path, monkeypatch):
    with pytest.raises(Unavailable, match=r"strange of strange-things 0.3 cannot be imported"):
        load(point(tmp_path, monkeypatch, "Strange_ = 1\n"))


@pytest.mark.parametrize(("source", "spoken"), [("API = 2", "2"), ("pass", "None")])
def test_a_plugin_of_another_api_is_not_run(tmp_path, monkeypatch, source, spoken):
    other = point(tmp_path, monkeypatch, f"class Strange:\n    {source}\n")
    with pytest.raises(Unavailable, match=f"written for API {spoken}, this program speaks API 1"):
        load(other)


def test_our_packages_are_our_own():
    check_packages({"adapters": ["loanfold"], "domain": ["loanfold", "loanfold"]})
    with pytest.raises(Unavailable, match="adapters-lib has put files into our package 'adapters'"):
        check_packages({"adapters": ["loanfold", "adapters-lib"]})
    check_packages()


def test_what_is_installed_is_listed_without_being_imported():
    points = [EntryPoint("b", "nowhere:B", ADAPTERS), EntryPoint("a", "nowhere:A", ADAPTERS)]
    assert [plugin.name for plugin in installed(ADAPTERS, points)] == ["a", "b"]
    assert plugins.installed("loanfold.nothing") == ()
