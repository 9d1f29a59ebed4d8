"""Nobody but this machine is served."""

import threading
import time

import httpx
import pytest
import uvicorn

from adapters.http.serve import GRACE_SECONDS, Place, server_config
from adapters.problems import Unavailable
from adapters.settings import Settings
from adapters.wiring import open_system


@pytest.fixture
def bus():
    with open_system(Settings(database=":memory:")) as system:
        yield system.bus("teller")


@pytest.mark.parametrize("address", ["0.0.0.0", "::", "192.168.1.5", "bank.example", ""])
def test_an_address_that_others_can_reach_is_refused_with_a_sentence(bus, address):
    with pytest.raises(Unavailable, match="checks who calls"):
        server_config(bus, Place(address=address))


def test_the_server_answers_on_this_machine_and_stops_when_asked(bus):
    server = uvicorn.Server(server_config(bus, Place(port=0)))
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        while not server.started and thread.is_alive():
            time.sleep(0.01)
        port = server.servers[0].sockets[0].getsockname()[1]
        assert httpx.get(f"http://127.0.0.1:{port}/ready").json() == {"status": "ready"}
    finally:
        server.should_exit = True
        thread.join(GRACE_SECONDS + 2)
    assert not thread.is_alive()
