"""What the report says of sums and figures, and how commands reach a bus that takes one by one."""

import io
import shutil

from attrs import frozen

from adapters.bus import Outcome, Page
from adapters.system import SystemBus
from adapters.takeover import berka
from adapters.takeover.calls import Call, Unread
from adapters.takeover.reconcile import Figures, account_for, compare
from adapters.takeover.sending import Tally, collect, send
from tests.adapters.take_over import bus, real, taken, write

STATED = {"unit": "fen", "loans": {"count": 3, "to": "1994-03-31 (cut)", "nulls": {}}, "cards": 7}


@frozen
class OneByOne:
    """A bus that takes no more than one command at a time."""

    inner: SystemBus

    def run(self, name, fields, *, key=None, expected=None) -> Outcome:
        """Run a command."""
        return self.inner.run(name, fields, key=key, expected=expected)

    def read(self, view, query, *, purpose=None) -> Page:
        """Answer a view."""
        return self.inner.read(view, query)


def said(ours: Figures) -> tuple[int, list[str]]:
    report = io.StringIO()
    return compare(STATED, ours, report), report.getvalue().splitlines()


def test_every_stated_figure_has_a_line_and_says_where_ours_is_from():
    loans = {"count": 3, "to": "1994-03-31", "nulls": {}}
    faults, lines = said(Figures(views={"loans": loans}, file={"cards": 7}))
    assert (faults, lines) == (
        0,
        [
            "unit: fen (a note)",
            "loans / count: ours 3, stated 3: equal [our views]",
            "loans / to: ours 1994-03-31, stated 1994-03-31 (cut): equal [our views]",
            "loans / nulls: ours {}, stated {}: equal [our views]",
            "cards: ours 7, stated 7: equal [the file, not kept]",
            "figures: 4, of which differ without a name: 0",
        ],
    )


def test_a_difference_passes_only_with_a_name():
    loans = {"count": 2, "to": "1994-03-31", "nulls": {}}
    named: dict[tuple[str, ...], str] = {("loans", "count"): "one was set aside"}
    faults, lines = said(Figures(views={"loans": loans}, file={"cards": 6}, named=named))
    assert faults == 1
    assert "loans / count: ours 2, stated 3: different: one was set aside [our views]" in lines
    assert "cards: ours 6, stated 7: DIFFERENT [the file, not kept]" in lines


def test_what_was_taken_and_what_was_set_aside_make_up_what_is_stated():
    tally, report = Tally(), io.StringIO()
    tally.taken.update(loans=2, notes=1)
    tally.quarantined.update(loans=1)
    assert account_for(tally, {"loans": 3}, report) == 0
    assert account_for(tally, {"loans": 4}, report) == 1
    assert "notes: taken over 1 + quarantined 0 (their number is not stated)" in report.getvalue()


def test_a_bus_that_takes_one_command_at_a_time_gets_them_one_by_one():
    fields = {"customer_id": "C1", "kind": "natural_person", "name": "Wei", "since": "2020-01-01"}
    mark = {"system": "old", "reference": "row 1"}
    good = Call(
        what="people",
        name="customer.register",
        fields={**fields, "origin": mark},
        key="k1",
        place="row 1",
    )
    bad = Call(what="people", name="customer.register", fields={}, key="k2", place="row 2")
    unread = Unread(what="people", place="row 3", reason="has no name")
    aside, done = io.StringIO(), list[int]()
    tally = collect([send([good, bad, unread], OneByOne(bus()))], aside, done.append)
    assert (tally.taken["people"], tally.quarantined["people"], done) == (1, 2, [3])
    assert aside.getvalue().splitlines()[0] == "place,what,reason"
    assert "row 3,people,has no name" in aside.getvalue()


def test_a_row_that_is_not_kept_and_unclear_fails_the_figures_and_says_which(tmp_path):
    folder = tmp_path / "folder"
    shutil.copytree(real(berka.SYSTEM), folder)
    (folder / "card.csv.gz").unlink()
    write(folder, {"card.csv": '"card_id";"disp_id";"type";"issued"\n1;2\n'})
    code, lines = taken("berka", folder, bus(), tmp_path / "quarantine.csv")
    assert code == 1
    assert lines[-1].endswith("card.csv row 1 is unclear: has 2 cells under 4 names")
