"""Whose access tokens are taken: one issuer's, for us, in time, by its current keys."""

from datetime import UTC, datetime, timedelta

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key

from adapters.access.caller import Caller
from adapters.access.config import Oidc
from adapters.access.tokens import token_check
from adapters.problems import Unauthenticated, Unavailable
from tests.adapters.access.issuer import AUDIENCE, ISSUER, Issuer, serving

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
MOMENT = NOW.timestamp()


@pytest.fixture
def issuer():
    issuer = Issuer()
    issuer.rotate("k1")
    return issuer


@pytest.fixture
def check(issuer):
    with serving(issuer) as address:
        yield token_check(
            Oidc(issuer=ISSUER, audience=AUDIENCE, keys=address, algorithms=("ES256",)),
            again_seconds=0,
        )


def test_a_good_token_says_who_asks(issuer, check):
    caller = check(issuer.token(MOMENT), NOW)
    assert caller == Caller(
        name="wang@bank.example", roles=frozenset({"officer"}), scope=frozenset({"B1"})
    )


def test_without_claims_of_ours_a_caller_may_nothing(issuer, check):
    caller = check(issuer.token(MOMENT, roles=None, branches=None), NOW)
    assert (caller.roles, caller.scope) == (frozenset(), frozenset())


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"iss": "https://elsewhere.example"}, "issuer"),
        ({"aud": "another"}, "udience"),
        ({"exp": None}, '"exp"'),
        ({"sub": None}, '"sub"'),
        ({"sub": ""}, "sub is no name"),
        ({"exp": int(MOMENT) - 31}, "has expired"),
        ({"iat": int(MOMENT) + 31}, "not valid yet"),
        ({"nbf": int(MOMENT) + 31}, "not valid yet"),
        ({"roles": "officer"}, "roles is no list of texts"),
        ({"branches": [7]}, "branches is no list of texts"),
        ({"head": {"typ": "JWT"}}, "no access token"),
        ({"head": {"kid": "unknown"}}, "not good"),
    ],
)
def test_a_token_that_is_not_for_us_is_refused(issuer, check, changed, says):
    with pytest.raises(Unauthenticated, match=says):
        check(issuer.token(MOMENT, **changed), NOW)


def test_a_token_that_another_signed_is_refused(issuer, check):
    with pytest.raises(Unauthenticated, match="not good"):
        check(issuer.token(MOMENT, key=generate_private_key(SECP256R1())), NOW)


def test_neither_no_signature_nor_a_shared_secret_is_one(issuer, check):
    claims = {"iss": ISSUER, "aud": AUDIENCE, "sub": "wang", "exp": 9e9, "iat": 0}
    head = {"typ": "at+jwt", "kid": "k1"}
    for key, algorithm in (("", "none"), ("a secret that both would have to share", "HS256")):
        with pytest.raises(Unauthenticated, match="not good"):
            check(jwt.encode(claims, key, algorithm, headers=head), NOW)


@pytest.mark.parametrize("text", ["", "a.b.c", "x" * 9_000, "ey.ey"])
def test_what_is_no_token_is_refused(check, text):
    with pytest.raises(Unauthenticated):
        check(text, NOW)


def test_a_new_key_is_fetched_when_it_is_met_and_old_ones_are_kept(issuer, check):
    old = issuer.token(MOMENT)
    for _ in range(3):
        check(old, NOW)
    assert issuer.asked == 1
    issuer.rotate("k2")
    assert check(issuer.token(MOMENT), NOW).name == "wang@bank.example"
    assert issuer.asked == 2
    check(old, NOW)


def test_without_the_issuers_keys_nobody_is_let_in(issuer, check):
    issuer.down = True
    with pytest.raises(Unavailable, match="keys cannot be fetched"):
        check(issuer.token(MOMENT), NOW)


def test_a_token_is_good_to_the_second_with_half_a_minute_of_grace(issuer, check):
    token = issuer.token(MOMENT)
    assert check(token, NOW + timedelta(seconds=329))
    with pytest.raises(Unauthenticated):
        check(token, NOW + timedelta(seconds=330))
