"""What a decision has looked up still stands when it is saved, or it is decided again."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as NotYet
from typing import Any

import pytest
from attrs import define, field

from adapters.settings import Settings
from adapters.storage.postgres_write import write
from adapters.wiring import open_system
from domain.approval.rules import DECIDED_UNDER_MANDATE_IN_FORCE
from domain.rules import Refused
from tests.approving import APPROVE, REVIEW, bank_with_a_report
from tests.department import DIGEST

SUSPEND = {
    "mandate_id": "M1",
    "reason": "losses in the county",
    "authority": "Board",
    "document": DIGEST,
}


@pytest.fixture(params=("sqlite", "postgresql"))
def settings(request, servers, tmp_path):
    """Return settings of a bank on a store of each kind."""
    server = request.param == "postgresql"
    return Settings(
        database=servers("wheel").database() if server else str(tmp_path / "bank.db"),
        keys=tmp_path / "keys",
        views=tmp_path / "views",
    )


@define
class Between:
    """A store that lets something happen between a decision and its saving."""

    inner: Any
    happens: Callable[[], object]
    done: list[Any] = field(factory=list)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.inner, name)

    def append(self, events: Any, side: Any) -> Any:
        """Save, after it has happened, once."""
        if not self.done:
            self.done.append((events, side))
            self.happens()
        return self.inner.append(events, side)


def names_in(system):
    return [fact.name for fact in system.core.journal.facts(-1, 100_000)]


def test_a_mandate_suspended_while_an_approval_is_on_its_way_decides_nothing(settings):
    with bank_with_a_report(settings) as bank, open_system(settings, bank.clock) as other:
        bank.bus("zheng").run("approval.review", REVIEW)
        core = bank.core
        core.store = Between(core.store, lambda: other.bus("sun").run("mandate.suspend", SUSPEND))
        with pytest.raises(Refused) as refused:
            bank.bus("feng").run("approval.approve", APPROVE)
        assert refused.value.rule is DECIDED_UNDER_MANDATE_IN_FORCE
        assert core.store.done, "nothing was decided before"
        assert names_in(other)[-1] == "mandate.suspended"


def test_who_looks_at_what_somebody_is_writing_on_a_server_waits_for_it(servers, tmp_path):
    settings = Settings(
        database=servers("wheel").database(), keys=tmp_path / "keys", views=tmp_path / "views"
    )
    with bank_with_a_report(settings) as bank, open_system(settings, bank.clock) as other:
        bank.bus("zheng").run("approval.review", REVIEW)
        events, side = what_would_be_saved(other, "mandate.suspend", SUSPEND)
        with ThreadPoolExecutor(1) as one:
            server: Any = other.core.store
            with server._server.writing() as connection, connection.transaction():
                write(connection, events, side)
                approving = one.submit(bank.bus("feng").run, "approval.approve", APPROVE)
                assert is_waiting(approving)
            with pytest.raises(Refused) as refused:
                approving.result(30)
        assert refused.value.rule is DECIDED_UNDER_MANDATE_IN_FORCE


class Stop(Exception):
    """It goes no further."""


def what_would_be_saved(system, name, fields):
    def stop():
        raise Stop

    store = system.core.store
    system.core.store = between = Between(store, stop)
    with pytest.raises(Stop):
        system.bus("sun").run(name, fields)
    system.core.store = store
    return between.done[0]


def is_waiting(asked: Future[Any]) -> bool:
    """Tell whether nothing has come of it for a while."""
    try:
        asked.result(1)
    except NotYet:
        return True
    return False
