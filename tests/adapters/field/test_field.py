"""An officer goes to a village without a network, and everything that was captured comes back."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from adapters.field.homeward import settle, sync
from adapters.field.outward import issue
from adapters.field.pack import Pack
from adapters.field.sealed import SealedFile
from adapters.problems import Unknown, Unreadable
from adapters.settings import Settings
from adapters.system import HandClock
from adapters.wiring import open_system
from domain.field_pack.commands import EntryOutcome, Settlement
from domain.rules import Refused
from tests.adapters.terminal import Desk, Terminal
from tests.department import OPERATOR, TODAY, set_up
from tests.village import LI, OPEN, ZHANG

START = datetime(2026, 3, 2, 1, tzinfo=UTC)
PASSPHRASE = "to the village and back"
AT = "2026-03-03T02:10:00+00:00"
CONTACT = {
    "customer_id": "C1",
    "contact_id": "K1",
    "relation": "spouse",
    "name": "王五",
    "since": "2026-03-03",
}
MOVED = {"customer_id": "C2", "since": "2026-03-03", "address": "清河村九组"}
NEW = {
    **ZHANG,
    "customer_id": "C9",
    "name": "赵六",
    "document": {"kind": "resident_identity_card", "number": "110105198001010016"},
    "since": "2026-03-03",
}


@pytest.fixture
def clock():
    return HandClock(START)


@pytest.fixture
def bank(clock):
    with open_system(Settings(database=":memory:"), clock) as system:
        system.bus(OPERATOR).run("log.open", OPEN)
        set_up(system.bus(OPERATOR), system.bus("zhou"), TODAY)
        system.bus("wang").run("customer.register", ZHANG)
        system.bus("wang").run("customer.register", LI)
        yield system


@pytest.fixture
def path(bank, tmp_path, clock):
    bus, file = bank.bus("wang"), tmp_path / "fp1.pack"
    issue(bus, file, PASSPHRASE, pack_id="FP1", customers=["C1", "C2"], officer="wang")
    clock.set(START + timedelta(days=5))  # Back from the villages.
    return file


def opened(path) -> Pack:
    return Pack.open(SealedFile.open(path, PASSPHRASE))


def outcomes(met):
    return [(one.entry.no, one.outcome.value) for one in met]


def trail(bank, stream):
    return bank.bus("auditor").read("audit_trail", {"stream": stream, "limit": "1000"}).rows


@pytest.mark.row("MK-18", shown_by="field, field_pack.issue, field_pack.record_sync")
def test_what_is_captured_offline_comes_back_with_its_true_dates(bank, path):
    pack = opened(path)
    assert pack.shown("C1")["customer_card"][0]["name"] == "张三"
    for name, fields in (("customer.add_contact", CONTACT), ("customer.register", NEW)):
        opened(path).capture(name, fields, AT)
    met = sync(bank.bus("wang"), opened(path), "wang")
    assert outcomes(met) == [(1, "recorded"), (2, "recorded")]
    card = bank.bus("wang").read("customer_card", {"customer_id": "C1"}).rows[0]
    assert card["contacts"][0]["since"] == "2026-03-03"
    registered = trail(bank, "customer-C9")[0]
    assert (registered["on"], registered["recorded_at"][:10]) == ("2026-03-03", "2026-03-07")
    assert trail(bank, "field_pack-FP1")[-1]["event"] == "field_pack.synced"


def test_a_pack_that_is_synced_again_changes_nothing(bank, path):
    opened(path).capture("customer.add_contact", CONTACT, AT)
    sync(bank.bus("wang"), opened(path), "wang")
    versions = [row["version"] for row in trail(bank, "customer-C1")]
    assert sync(bank.bus("wang"), opened(path), "wang") == []
    # As if the machine had stopped before it noted what became of the entry.
    path.write_bytes(b"\n".join(path.read_bytes().split(b"\n")[:-2]) + b"\n")
    assert outcomes(sync(bank.bus("wang"), opened(path), "wang")) == [(1, "recorded")]
    assert [row["version"] for row in trail(bank, "customer-C1")] == versions


def test_what_others_wrote_meanwhile_is_shown_beside_it_and_neither_is_lost(bank, path):
    opened(path).capture("customer.change_particulars", MOVED, AT)
    theirs = {"customer_id": "C2", "since": "2026-03-02", "address": "县城南街"}
    bank.bus("zhao").run("customer.change_particulars", theirs)
    (met,) = sync(bank.bus("wang"), opened(path), "wang")
    assert met.outcome is EntryOutcome.CONFLICTING
    (other,) = met.others
    assert (other["actor"], other["event"]) == ("zhao", "customer.particulars_changed")
    assert met.entry.fields == MOVED
    noted = settle(
        bank.bus("wang"), opened(path), 1, settlement=Settlement.SENT, reason="moved again"
    )
    assert noted["settled"] == "sent"
    rows = trail(bank, "customer-C2")
    assert [row["actor"] for row in rows[-2:]] == ["zhao", "wang"]
    settled = trail(bank, "field_pack-FP1")[-1]
    assert settled["event"] == "field_pack.entry_settled"
    with pytest.raises(Unknown, match="not open"):
        settle(bank.bus("wang"), opened(path), 1, settlement=Settlement.DROPPED, reason="twice")


def test_what_a_rule_refuses_stays_in_the_pack_until_somebody_drops_it(bank, path):
    doubled = {**NEW, "document": ZHANG["document"]}
    opened(path).capture("customer.register", doubled, AT)
    (met,) = sync(bank.bus("wang"), opened(path), "wang")
    assert met.outcome is EntryOutcome.REFUSED and met.rule
    with pytest.raises(Refused):
        settle(bank.bus("wang"), opened(path), 1, settlement=Settlement.SENT, reason="again")
    dropped = Settlement.DROPPED
    settle(bank.bus("wang"), opened(path), 1, settlement=dropped, reason="is C1")
    assert opened(path).entries[0].fields == doubled
    assert sync(bank.bus("wang"), opened(path), "wang") == []


def test_a_pack_comes_back_by_its_officer(bank, path):
    with pytest.raises(Unreadable, match="--actor wang"):
        sync(bank.bus("zhao"), opened(path), "zhao")


def test_what_could_not_be_read_at_home_is_not_captured(path):
    for name, fields in (
        ("customer.add_contact", {**CONTACT, "relation": "dog"}),
        ("customer.add_contact", {**CONTACT, "today": "2026-03-03"}),
    ):
        with pytest.raises(Unreadable):
            opened(path).capture(name, fields, AT)
    with pytest.raises(Unknown):
        opened(path).capture("customer.adopt", CONTACT, AT)
    assert opened(path).entries == []


def test_a_customer_nobody_knows_is_not_taken_along_and_leaves_no_file(bank, tmp_path):
    head, file = bank.core.journal.head(), tmp_path / "none.pack"
    with pytest.raises(Unknown):
        issue(bank.bus("wang"), file, PASSPHRASE, pack_id="FP2", customers=["C8"], officer="wang")
    with pytest.raises(Refused):
        issue(bank.bus("han"), file, PASSPHRASE, pack_id="FP2", customers=["C1"], officer="han")
    assert not file.exists()
    assert all(fact.category != "field_pack" for fact in bank.core.journal.facts(head, 99))


def test_that_the_files_were_read_for_a_pack_is_on_record(bank, path):
    read = [fact for fact in bank.core.journal.facts(-1, 999) if fact.category == "disclosure"]
    assert {fact.event.purpose for fact in read} == {"field work"}


@pytest.fixture
def terminal(bank, clock, capsys, monkeypatch):
    clock.set(START + timedelta(days=5))
    return Terminal(Desk(bank), capsys, monkeypatch)


def test_the_whole_way_in_a_terminal(bank, terminal, tmp_path):
    secret, path = tmp_path / "secret", str(tmp_path / "fp3.pack")
    secret.write_text(PASSPHRASE + "\n")
    with_secret = ("--passphrase-file", str(secret))
    customers = ("--customer", "C1", "--customer", "C2")
    packed = terminal.type(
        "--actor", "wang", "field", "pack", path, "--pack-id", "FP3", *customers, *with_secret
    )
    assert (packed.code, "2 customers" in packed.out) == (0, True), packed.err
    photo = tmp_path / "house.jpg"
    photo.write_bytes(b"photo")
    assert terminal.type("field", "digest", str(photo)).out.startswith("sha256:")
    kept = terminal.type(
        *("field", "capture", path, "customer.change_particulars", "--json-input", "-"),
        *with_secret,
        stdin=json.dumps(MOVED),
    )
    assert kept.out == "entry 1: customer.change_particulars\n", kept.err
    assert "清河村九组" in terminal.type("field", "show", path, *with_secret).out
    bank.bus("zhao").run("customer.change_particulars", {**MOVED, "since": "2026-03-02"})
    late = terminal.type("--actor", "wang", "field", "sync", path, *with_secret)
    assert late.code == 1 and "conflicting" in late.out and "zhao" in late.out
    done = terminal.type(
        *("--actor", "wang", "field", "settle", path, "1", "--send", "--reason", "ours is later"),
        *with_secret,
    )
    assert (done.code, done.out) == (0, "entry 1: sent\n"), done.err
    assert "sent" in terminal.type("field", "show", path, *with_secret).out
