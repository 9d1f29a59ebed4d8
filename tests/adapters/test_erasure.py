"""An erased person is gone from every file, and the proof of all that happened stands."""

import os
import sqlite3
from pathlib import Path

import pytest

from adapters.settings import Settings
from adapters.storage import core
from adapters.storage.backup import back_up, restore
from adapters.storage.keys import Master, unseal
from adapters.storage.verify import verify
from adapters.wiring import open_system
from domain.fields import ERASED
from tests.village import LI, NUMBERS, ZHANG

SECRETS = ("李四", "13900139000", NUMBERS[1])


def erase(bank, clock) -> None:
    """Register two people, and erase one as two people of the bank do it."""
    bank.bus("zhao").run("customer.register", ZHANG)
    bank.bus("zhao").run("customer.register", LI, key="register-li")
    request = {"customer_id": "C2", "basis": "request_of_the_person"}
    bank.bus("zhao").run("customer.request_erasure", request)
    bank.catch_up()
    bank.bus("qian").run("customer.erase", {"customer_id": "C2"})


def files_of(folder: Path) -> dict[str, bytes]:
    """Return every byte of every file in a folder, keys included."""
    return {str(p): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_an_erased_person_reads_as_erased_and_the_journal_still_verifies(bank, clock):
    erase(bank, clock)
    (card,) = bank.bus("sun").read("customer_card", {"customer_id": "C2"}).rows
    assert "李四" not in str(card)
    assert ERASED in str(card)
    verdict = verify(bank.core.store, bank.core.scribe)
    assert verdict.passed, verdict.faults


def test_other_people_stay_as_they_were(bank, clock):
    erase(bank, clock)
    (card,) = bank.bus("sun").read("customer_card", {"customer_id": "C1"}).rows
    assert "张三" in str(card)


def test_a_copy_of_all_files_with_the_wrapping_key_opens_no_erased_value(bank, clock, tmp_path):
    bank.bus("zhao").run("customer.register", LI, key="register-li")
    sealed_before = [row.sealed for row in bank.core.store.vault("customer-C2")]
    wrapped_before = bank.core.keys._db.execute("SELECT wrapped FROM person").fetchall()[0][0]
    request = {"customer_id": "C2", "basis": "request_of_the_person"}
    bank.bus("zhao").run("customer.request_erasure", request)
    bank.catch_up()
    before = b"".join(files_of(tmp_path).values())
    assert all(trace.encode() in before for trace in (*sealed_before, wrapped_before))
    bank.bus("qian").run("customer.erase", {"customer_id": "C2"})
    content = b"".join(files_of(tmp_path).values())
    for trace in (*SECRETS, *sealed_before, wrapped_before):
        assert trace.encode() not in content
    for keyed in (bank.core.scribe.keyed("phone", "13900139000"),):
        assert keyed.encode() not in content


def test_the_same_copy_opens_other_people(bank, clock, tmp_path):
    erase(bank, clock)
    folder = tmp_path / "bank.db.keys"
    master = Master.from_text((folder / "wrapping.key").read_text())
    with sqlite3.connect(folder / "persons.sqlite") as persons:
        ((person, wrapped),) = persons.execute("SELECT * FROM person").fetchall()
    key = unseal(master.wrapping, wrapped, person)
    rows = bank.core.store.vault("customer-C1")
    assert any("张三" in unseal(key, row.sealed, row.bound_to).decode() for row in rows)


def test_nobody_is_found_by_what_was_erased_and_the_document_is_free_again(bank, clock):
    erase(bank, clock)
    for kind, text in (("name", "李四"), ("phone", "13900139000"), ("document", NUMBERS[1])):
        assert bank.core.journal.find(kind, text) == []
    assert bank.bus("zhao").run("customer.register", {**LI, "customer_id": "C3"}).events


def test_an_erasure_that_was_cut_short_is_completed_on_the_next_start(bank, clock, monkeypatch):
    with monkeypatch.context() as broken:
        broken.setattr(core, "complete_erasures", lambda *_: None)  # The process dies here.
        erase(bank, clock)
    assert bank.core.store.unfinished_erasures() == ["C2"]
    assert not verify(bank.core.store, bank.core.scribe).passed
    with open_system(Settings(database=str(bank.core.store.path))) as again:
        assert again.core.store.unfinished_erasures() == []
        assert again.core.keys.key("C2") is None
        assert verify(again.core.store, again.core.scribe).passed


def test_no_personal_value_stands_in_a_record_or_in_a_view(bank, tmp_path):
    bank.bus("zhao").run("customer.register", LI)
    bank.catch_up()
    files = files_of(tmp_path)
    assert any(b"customer-C2" in content for content in files.values())
    for name, content in files.items():
        for secret in SECRETS:
            assert secret.encode() not in content, name


def test_keys_are_readable_by_their_owner_alone(bank, tmp_path):
    mode = os.stat(tmp_path / "bank.db.keys" / "wrapping.key").st_mode
    assert mode & 0o077 == 0


def test_a_backup_keeps_data_and_keys_apart_and_restores_to_the_same_root(bank, clock, tmp_path):
    erase(bank, clock)
    kept = back_up(bank.core, tmp_path / "data", tmp_path / "keys")
    assert "wrapping.key" not in {p.name for p in (tmp_path / "data").iterdir()}
    place = tmp_path / "restored" / "bank.db"
    restore(
        tmp_path / "data",
        tmp_path / "keys",
        to=place,
        keys_to=place.with_name("bank.db.keys"),
    )
    with open_system(Settings(database=str(place))) as again:
        assert again.core.journal.root() == kept
        assert verify(again.core.store, again.core.scribe, root_wanted=kept).passed
        (card,) = again.bus("sun").read("customer_card", {"customer_id": "C1"}).rows
        assert "张三" in str(card)


def test_a_database_without_its_keys_says_what_to_do(bank, tmp_path):
    from adapters.problems import Unavailable

    with pytest.raises(Unavailable, match="restore its keys"):
        open_system(Settings(database=str(tmp_path / "bank.db"), keys=tmp_path / "other"))
