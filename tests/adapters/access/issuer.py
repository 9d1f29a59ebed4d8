"""An issuer of access tokens for tests: real keys, and a key set served on loopback."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import jwt
from attrs import define, field
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key

ISSUER = "https://id.bank.example"
AUDIENCE = "loanfold"


@define
class Issuer:
    """Signs tokens with its newest key, and publishes all of them."""

    keys: dict[str, Any] = field(factory=dict)
    asked: int = 0  # How often the key set was fetched.
    down: bool = False

    def rotate(self, name: str) -> None:
        """Sign with another key from now on."""
        self.keys = {name: generate_private_key(SECP256R1()), **self.keys}

    def token(self, moment: float, **changed: Any) -> str:
        """Return a token that is good at a moment; claims and headers given are others."""
        head = {"typ": "at+jwt", "kid": next(iter(self.keys)), **changed.pop("head", {})}
        key = changed.pop("key", None) or self.keys[next(iter(self.keys))]
        claims = {
            "iss": ISSUER,
            "aud": AUDIENCE,
            "sub": "wang@bank.example",
            "iat": int(moment),
            "exp": int(moment) + 300,
            "roles": ["officer"],
            "branches": ["B1"],
            **changed,
        }
        claims = {name: value for name, value in claims.items() if value is not None}
        return jwt.encode(claims, key, changed.get("algorithm", "ES256"), headers=head)

    def key_set(self) -> bytes:
        """Return the public keys as a JSON Web Key Set."""
        made = jwt.algorithms.ECAlgorithm(jwt.algorithms.ECAlgorithm.SHA256)
        keys = [
            {**json.loads(made.to_jwk(key.public_key())), "kid": name, "use": "sig", "alg": "ES256"}
            for name, key in self.keys.items()
        ]
        return json.dumps({"keys": keys}).encode()


@contextmanager
def serving(issuer: Issuer) -> Iterator[str]:
    """Serve the key set of an issuer on loopback, and yield its address."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            issuer.asked += 1
            self.send_response(503 if issuer.down else 200)
            self.end_headers()
            self.wfile.write(b"" if issuer.down else issuer.key_set())

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/keys"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
