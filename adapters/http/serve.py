"""The server: for this machine alone, or for all where an access file says who may ask."""

from collections.abc import Collection
from ipaddress import ip_address
from pathlib import Path
from typing import Any, Final

import uvicorn
from attrs import frozen

from adapters.bus import Bus
from adapters.door import Entrance
from adapters.http.app import LOOPBACK, make_app
from adapters.problems import Unavailable
from adapters.telemetry.commands import QUIET, Telemetry

ADDRESS: Final = "127.0.0.1"
PORT: Final = 8000
GRACE_SECONDS: Final = 3  # For requests under way, once the server is asked to stop.
IDLE_SECONDS: Final = 15  # That a connection may wait for its next request.
CALLS_AT_ONCE: Final = 200  # More are told to come again later (503).


@frozen(kw_only=True)
class Place:
    """Where a server answers, under which names, and with which certificate."""

    address: str = ADDRESS
    port: int = PORT
    names: tuple[str, ...] = ()  # Host names beside those of this machine.
    certificate: Path | None = None  # With its chain, in PEM.
    key: Path | None = None
    behind_proxy: bool = False  # A proxy in front of it speaks TLS.


def serve(
    bus: Bus, place: Place, entrance: Entrance | None = None, telemetry: Telemetry = QUIET
) -> None:
    """Answer requests until the process is asked to stop; Unavailable for what is not safe."""
    uvicorn.Server(server_config(bus, place, entrance, telemetry)).run()


def server_config(
    bus: Bus, place: Place, entrance: Entrance | None = None, telemetry: Telemetry = QUIET
) -> uvicorn.Config:
    """Return how the server runs.

    Unavailable for an address that others can reach, unless an access file says who may ask and
    what goes over the wire is sealed by TLS, here or in a proxy.
    """
    _check(place, entrance)
    return uvicorn.Config(
        make_app(bus, (*LOOPBACK, *place.names), entrance, telemetry),
        host=place.address,
        port=place.port,
        timeout_graceful_shutdown=GRACE_SECONDS,
        timeout_keep_alive=IDLE_SECONDS,
        limit_concurrency=CALLS_AT_ONCE,
        server_header=False,
        proxy_headers=False,
        access_log=False,
        **_sealed(place),
    )


def _check(place: Place, entrance: Entrance | None) -> None:
    if _is_loopback(place.address):
        return
    if entrance is None:
        raise Unavailable(
            f"{place.address} can be reached from elsewhere, and nothing checks who calls: name an"
            f" access file in LOANFOLD_ACCESS, or serve on {ADDRESS}"
        )
    if place.certificate is None and not place.behind_proxy:
        raise Unavailable(
            f"{place.address} can be reached from elsewhere, and credentials would go in the clear:"
            " give --tls-cert and --tls-key, or --behind-proxy where a proxy speaks TLS"
        )


def _sealed(place: Place) -> dict[str, Any]:
    files: Collection[Path | None] = (place.certificate, place.key)
    if all(file is None for file in files):
        return {}
    for file in files:
        if file is None or not file.is_file():
            raise Unavailable(f"TLS needs a certificate and its key in files; {file} is none")
    return {"ssl_certfile": place.certificate, "ssl_keyfile": place.key}


def _is_loopback(address: str) -> bool:
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False
