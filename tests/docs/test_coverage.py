"""Every row of the inventory is shown by a test, through a command or a view that there is."""

from pathlib import Path

from tests.docs.coverage import Mark, Row, faults, marks, rows

KNOWN = [Row("CO-04", "权证", "vault"), Row("RO-12", "责任认定", "liability")]


def test_every_row_is_shown_by_a_test():
    found = faults(rows(), marks())
    assert not found, "\n".join(found)


def test_a_row_without_a_test_is_named():
    assert faults(KNOWN, []) == ["no test shows CO-04"]


def test_a_mark_of_nothing_is_named():
    said = [
        Mark("CO-04", "a", ("collateral.put_in_vault", "views.vault", "verify")),
        Mark("CO-99", "b", ("views.vault",)),
        Mark("CO-04", "c", ()),
        Mark("CO-04", "d", ("views.nothing", "collateral.lose")),
    ]
    assert faults(KNOWN, said) == [
        "b marks CO-99, which is no row",
        "c does not say what shows CO-04",
        "d: there is no views.nothing",
        "d: there is no collateral.lose",
    ]


def test_marks_are_read_where_they_stand(tmp_path: Path):
    folder = tmp_path / "tests"
    folder.mkdir()
    (folder / "test_one.py").write_text(
        "import pytest\n\n"
        '@pytest.mark.row("CO-03", "CO-04", shown_by="views.vault, collateral.count_vault")\n'
        "def test_it():\n    pass\n"
    )
    shown = ("views.vault", "collateral.count_vault")
    test = "tests/test_one.py::test_it"
    assert marks(folder) == [Mark("CO-03", test, shown), Mark("CO-04", test, shown)]
