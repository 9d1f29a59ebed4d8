"""Whoever reads personal data is on record: who, when, whose, which fields, and what for."""

from adapters.problems import Unavailable
from adapters.storage.watched import SUBJECTS_MAX, WatchedJournal
from tests.adapters.exports.conftest import desk_of

NOW = {"in_effect_on": None, "known_by": None}


def readings(system):
    facts = system.core.journal.facts(-1, 999)
    return [fact for fact in facts if fact.name == "disclosure.personal_data_read"]


def test_a_card_that_is_read_is_on_record_with_its_purpose(lent):
    head = lent.core.journal.head()
    page = lent.bus("sun", "B02", "complaint 17").read("customer_card", {"customer_id": "C1"})
    (fact,) = readings(lent)
    assert (fact.context.actor, fact.context.branch) == ("sun", "B02")
    assert (fact.event.source, fact.event.purpose) == ("customer_card", "complaint 17")
    assert fact.event.subjects == ("customer-C1",)
    assert set(fact.event.fields) == {"/name", "/phone", "/address", "/document/number"}
    assert page.known_by == head


def test_what_shows_nothing_personal_leaves_no_record(lent):
    for view in ("loan_register", "ledger", "trial_balance", "products"):
        lent.bus("sun").read(view, {})
    assert not readings(lent)


def test_what_was_erased_is_not_read(bank, clock):
    from tests.adapters.test_erasure import erase

    erase(bank, clock)
    before = len(readings(bank))
    bank.bus("sun").read("customer_card", {"customer_id": "C2"})
    assert len(readings(bank)) == before


def test_a_list_names_everyone_on_it(lent):
    lent.bus("sun").read("customers", {})
    (fact,) = readings(lent)
    assert fact.event.subjects == ("customer-C1", "customer-C2", "customer-C3")
    assert fact.event.fields == ("/name",)


def test_who_cannot_leave_a_record_is_shown_nothing_personal(lent, monkeypatch):
    def full(_request):
        raise Unavailable("the store did not take it")

    monkeypatch.setattr(lent.core, "execute", full)
    (card,) = lent.bus("sun").read("customer_card", {"customer_id": "C1"}).rows
    assert (card["name"], card["kind"]) == ("[withheld]", "natural_person")
    assert "张三" not in str(card) and "13800138000" not in str(card)
    assert lent.bus("sun").read("loan_register", {}).rows


def test_tables_packs_and_lineage_are_on_record_too(lent, tmp_path):
    desk = desk_of(lent)
    desk.tables(tmp_path / "t", ("customers",), "csv", **NOW)
    desk.east(tmp_path / "e", **NOW, since=None, encoding="utf-8")
    desk.lineage(("201", "C1", "KHXM"), **NOW, since=None, everything=False)
    assert [fact.event.source for fact in readings(lent)] == [
        "export_tables",
        "export_east",
        "export_lineage",
    ]


def test_many_people_are_named_in_several_records(lent):
    watched = WatchedJournal(lent.core.journal)
    watched._subjects = {f"customer-{n}" for n in range(2 * SUBJECTS_MAX + 1)}
    watched._fields = {"/name"}
    made = list(watched.readings("customers", None))
    assert [len(reading.subjects) for reading in made] == [SUBJECTS_MAX, SUBJECTS_MAX, 1]
    assert not list(watched.readings("customers", None))
