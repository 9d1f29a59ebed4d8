"""Four metrics, and nothing else: commands, their seconds, view lag, outbox pending."""

import urllib.error
import urllib.request

import pytest
from prometheus_client.parser import text_string_to_metric_families
from starlette.testclient import TestClient

from adapters.access.config import Access
from adapters.access.gate import make_gate
from adapters.http.app import make_app
from adapters.problems import Unavailable
from adapters.telemetry.commands import QUIET
from adapters.telemetry.exposition import exposing
from tests.adapters.queues.servers import free_port
from tests.adapters.telemetry.watched import watched
from tests.village import PRODUCT

DEFINE = "product.define"


@pytest.fixture
def seen(tmp_path):
    with watched(str(tmp_path / "bank.db")) as found:
        yield found


def test_there_are_exactly_four_as_prometheus_reads_them(seen):
    seen.system.bus("zhao").run(DEFINE, PRODUCT)
    seen.system.outbox().sent("nats", 0)
    text = seen.system.telemetry.exposed().decode()
    families = {family.name: family for family in text_string_to_metric_families(text)}
    assert list(families) == [
        "loanfold_commands",
        "loanfold_command_seconds",
        "loanfold_view_lag",
        "loanfold_outbox_pending",
    ]
    assert all(family.documentation and family.samples for family in families.values())


def test_commands_are_counted_by_name_and_outcome_and_timed(seen):
    bus = seen.system.bus("zhao")
    for _ in range(2):
        bus.run(DEFINE, PRODUCT, key="k1")
    with pytest.raises(Exception, match="no command"):
        bus.run("loan.forget", {})
    found = seen.metrics
    for name, how in ((DEFINE, "recorded"), (DEFINE, "repeated"), ("unknown", "refused")):
        assert found[f'loanfold_commands_total{{command="{name}",outcome="{how}"}}'] == 1
    assert found[f'loanfold_command_seconds_count{{command="{DEFINE}"}}'] == 2
    assert 0 < found[f'loanfold_command_seconds_sum{{command="{DEFINE}"}}'] < 60
    assert found[f'loanfold_command_seconds_bucket{{command="{DEFINE}",le="+Inf"}}'] == 2


def test_names_that_callers_make_up_make_no_series_of_their_own(seen):
    for number in range(50):
        with pytest.raises(Exception, match="no command"):
            seen.system.bus("zhao").run(f"loan.forget_{number}", {})
    assert sum("loanfold_commands_total" in name for name in seen.metrics) == 1


def test_views_lag_by_what_they_have_not_taken_in(seen):
    lag = 'loanfold_view_lag{table="product"}'
    seen.system.catch_up()
    assert seen.metrics[lag] == 0
    for number in range(3):
        seen.system.bus("zhao").run(DEFINE, {**PRODUCT, "product_id": f"P{number}"})
    assert seen.metrics[lag] == 3
    seen.system.catch_up()
    assert seen.metrics[lag] == 0


def test_what_waits_to_be_sent_is_told_of_adapters_that_send(seen):
    assert not [name for name in seen.metrics if "outbox" in name]
    seen.system.bus("zhao").run(DEFINE, PRODUCT)
    seen.system.outbox().sent("nats", 0)
    assert seen.metrics['loanfold_outbox_pending{adapter="nats"}'] == 1
    assert not [name for name in seen.metrics if "rabbitmq" in name]


def test_commands_are_told_also_where_the_store_is_away(seen, monkeypatch):
    seen.system.bus("zhao").run(DEFINE, PRODUCT)

    def away():
        raise Unavailable("the server is down")

    monkeypatch.setattr(seen.system.core.store, "head", away)
    monkeypatch.setattr(seen.system.core.store, "note", lambda _: away())
    assert [name.partition("{")[0] for name in seen.metrics if "total" in name]
    assert not [name for name in seen.metrics if "lag" in name or "pending" in name]


def test_a_server_answers_metrics_to_whoever_may_ask_and_probing_leaves_no_record(seen):
    bus, telemetry = seen.system.bus("nobody"), seen.system.telemetry
    open_to_all = TestClient(make_app(bus, telemetry=telemetry), "http://localhost")
    answer = open_to_all.get("/metrics")
    assert answer.headers["content-type"].startswith("text/plain; version=0.0.4")
    assert b"loanfold_view_lag" in answer.content
    gate = make_gate(seen.system, Access(oidc=None, calls_per_minute=60))
    app = make_app(bus, entrance=gate.bus, telemetry=telemetry)
    guarded, head = TestClient(app, "http://localhost"), seen.system.core.journal.head()
    assert guarded.get("/metrics").status_code == 401
    assert [guarded.get(path).status_code for path in ("/health", "/ready")] == [200, 200]
    assert seen.system.core.journal.head() == head


def test_a_worker_answers_metrics_on_a_port_of_this_machine(seen):
    exposed = seen.system.telemetry.exposed
    with exposing(exposed, ("127.0.0.1", 0)) as port:
        url = f"http://127.0.0.1:{port}"
        assert b"loanfold_view_lag" in urllib.request.urlopen(f"{url}/metrics").read()
        assert urllib.request.urlopen(f"{url}/health").read() == b"ok\n"
        with pytest.raises(urllib.error.HTTPError, match="404"):
            urllib.request.urlopen(f"{url}/commands")
        with pytest.raises(Unavailable, match="cannot be answered at"):
            exposing(exposed, ("127.0.0.1", port)).__enter__()
    with pytest.raises(Unavailable, match="install loanfold"):
        exposing(QUIET.exposed, ("127.0.0.1", free_port())).__enter__()
