"""The same evidence where the journal is on a PostgreSQL server."""

from adapters.evidence.check_log import check_log, read_log
from adapters.evidence.log import publish
from adapters.storage.closing import heads_at
from adapters.storage.verify import verify
from tests.adapters.evidence.growing import new_signer
from tests.adapters.test_postgres import bank, server, url
from tests.village import lend, repay

__all__ = ["bank", "server", "url"]


def test_a_log_on_a_server_is_published_closed_and_verified(bank, tmp_path):
    signer, core = new_signer(tmp_path / "signing"), bank.core
    lend(bank.bus("zhao", "B001"))
    publish(core.journal, tmp_path / "log", signer)
    bank.bus("qian", "B002").run("loan.record_repayment", repay("R1", "32.80", "2025-01-02"))
    assert bank.bus("zhao").run("day.close", {"day": "2025-01-02"}).events == ("day.closed",)
    published = publish(core.journal, tmp_path / "log", signer)
    checkpoint, _ = read_log(tmp_path / "log", signer.key)
    assert len(check_log(tmp_path / "log", checkpoint)) == published.size
    assert verify(core.store, core.scribe).faults == ()
    closed = core.journal.facts(published.size - 2, 1)[0].event.closing
    heads = heads_at(core.store, core.journal, closed.records)
    assert {branch.branch: branch.streams for branch in closed.branches} == {
        name: len(list(found)) for name, found in heads.items()
    }
