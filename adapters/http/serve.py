"""The server: for this machine alone, until there is a check of who calls."""

from ipaddress import ip_address
from typing import Final

import uvicorn

from adapters.bus import Bus
from adapters.http.app import make_app
from adapters.problems import Unavailable

ADDRESS: Final = "127.0.0.1"
PORT: Final = 8000
GRACE_SECONDS: Final = 3  # For requests under way, once the server is asked to stop.


def serve(bus: Bus, address: str = ADDRESS, port: int = PORT) -> None:
    """Answer requests until the process is asked to stop; Unavailable for an open address."""
    uvicorn.Server(server_config(bus, address, port)).run()


def server_config(bus: Bus, address: str = ADDRESS, port: int = PORT) -> uvicorn.Config:
    """Return how the server runs; Unavailable for an address that others can reach."""
    if not _is_loopback(address):
        raise Unavailable(
            f"{address} can be reached from elsewhere, and nothing yet checks who calls:"
            f" serve on {ADDRESS}"
        )
    return uvicorn.Config(
        make_app(bus),
        host=address,
        port=port,
        timeout_graceful_shutdown=GRACE_SECONDS,
        server_header=False,
        proxy_headers=False,
        access_log=False,
    )


def _is_loopback(address: str) -> bool:
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False
