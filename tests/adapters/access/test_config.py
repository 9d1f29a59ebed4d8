"""The file that says who may ask: read whole, or refused in a sentence."""

import pytest

from adapters.access.config import Access, Oidc, read_access
from adapters.access.gate import make_gate
from adapters.conformance import bank  # noqa: F401 - a fixture.
from adapters.problems import Unavailable

OIDC = """
[oidc]
issuer = "https://id.bank.example"
audience = "loanfold"
keys = "https://id.bank.example/keys"
"""


def written(tmp_path, text):
    path = tmp_path / "access.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_what_the_file_says(tmp_path):
    text = 'policies = "own.cedar"\ncalls_per_minute = 30\n' + OIDC + 'algorithms = ["ES256"]\n'
    assert read_access(written(tmp_path, text)) == Access(
        oidc=Oidc(
            issuer="https://id.bank.example",
            audience="loanfold",
            keys="https://id.bank.example/keys",
            algorithms=("ES256",),
        ),
        policies=tmp_path / "own.cedar",
        calls_per_minute=30,
    )


def test_an_empty_file_means_keys_alone(tmp_path):
    assert read_access(written(tmp_path, "")) == Access()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("colour = 1", "'colour' is not known; there is oidc, policies, calls_per_minute"),
        ("[oidc]\ncolour = 1", "'colour' is not known"),
        ("[oidc]\nissuer = 'x'", "missing"),
        ("calls_per_minute = 0", "whole number from 1"),
        ("calls_per_minute = true", "whole number from 1"),
        ("= 1", "line 1"),
        (OIDC + 'algorithms = ["HS256"]', "HS256"),
        (OIDC + "algorithms = []", "algorithms"),
        (OIDC.replace("https://id.bank.example/keys", "http://id.bank.example/keys"), "https"),
    ],
)
def test_what_cannot_be_meant_is_refused(tmp_path, text, says):
    with pytest.raises(Unavailable, match=says):
        read_access(written(tmp_path, text))


def test_a_file_that_is_not_there_is_named(tmp_path, bank):  # noqa: F811
    with pytest.raises(Unavailable, match=r"nowhere.toml"):
        read_access(tmp_path / "nowhere.toml")
    with pytest.raises(Unavailable, match=r"nowhere.cedar cannot be read"):
        make_gate(bank.system, Access(policies=tmp_path / "nowhere.cedar"))
