"""A program's key: issued for roles, branches and a time, and revoked at once."""

from datetime import date, timedelta

import pytest
from attrs import evolve

from domain.api_key import API_KEY
from domain.api_key.commands import IssueApiKey, RevokeApiKey
from domain.api_key.events import ApiKeyIssued, ApiKeyRevoked
from domain.api_key.rules import (
    KEY_HAS_A_ROLE,
    KEY_HAS_A_SCOPE,
    KEY_IS_ISSUED_ONCE,
    KEY_IS_KNOWN,
    KEY_RUNS_OUT,
)
from tests.specs import given

TODAY = date(2026, 1, 5)
DIGEST = "sha256:" + "ab" * 32
ISSUE = IssueApiKey(
    key_id="batch-7",
    caller="batch@branch7",
    secret_digest=DIGEST,
    roles=("officer",),
    scope=("branch7",),
    until=date(2026, 7, 1),
    today=TODAY,
)
ISSUED = ApiKeyIssued(
    caller="batch@branch7",
    secret_digest=DIGEST,
    roles=("officer",),
    scope=("branch7",),
    until=date(2026, 7, 1),
)
REVOKE = RevokeApiKey(key_id="batch-7", reason="laptop lost")
REVOKED = ApiKeyRevoked(reason="laptop lost")


def test_a_key_is_issued():
    given(API_KEY).when(ISSUE).then(ISSUED)


def test_a_key_is_issued_once():
    given(API_KEY, ISSUED).when(ISSUE).then_nothing()
    other = evolve(ISSUE, roles=("manager",))
    given(API_KEY, ISSUED).when(other).then_refused(KEY_IS_ISSUED_ONCE)


def test_a_key_has_a_role():
    given(API_KEY).when(evolve(ISSUE, roles=())).then_refused(KEY_HAS_A_ROLE)


@pytest.mark.parametrize("scope", [(), ("*", "branch7")])
def test_a_key_has_branches_or_all_of_them(scope):
    given(API_KEY).when(evolve(ISSUE, scope=scope)).then_refused(KEY_HAS_A_SCOPE)
    given(API_KEY).when(evolve(ISSUE, scope=("*",))).then(evolve(ISSUED, scope=("*",)))


@pytest.mark.parametrize("days", [0, 367])
def test_a_key_runs_out_within_a_year(days):
    late = evolve(ISSUE, until=TODAY + timedelta(days))
    given(API_KEY).when(late).then_refused(KEY_RUNS_OUT)


@pytest.mark.parametrize("days", [1, 366])
def test_a_key_may_live_a_day_or_a_year(days):
    until = TODAY + timedelta(days)
    given(API_KEY).when(evolve(ISSUE, until=until)).then(evolve(ISSUED, until=until))


def test_a_key_is_revoked_once():
    given(API_KEY, ISSUED).when(REVOKE).then(REVOKED)
    given(API_KEY, ISSUED, REVOKED).when(REVOKE).then_nothing()


def test_a_key_that_was_never_issued_cannot_be_revoked():
    given(API_KEY).when(REVOKE).then_refused(KEY_IS_KNOWN)


def test_a_revoked_key_is_not_issued_anew():
    given(API_KEY, ISSUED, REVOKED).when(evolve(ISSUE, roles=("x",))).then_refused(
        KEY_IS_ISSUED_ONCE
    )


def test_a_key_opens_until_the_day_before_it_runs_out_and_not_when_revoked():
    key = API_KEY.fold([ISSUED])
    assert key.opens(DIGEST, date(2026, 6, 30))
    assert not key.opens(DIGEST, date(2026, 7, 1))
    assert not key.opens("sha256:" + "cd" * 32, TODAY)
    assert not API_KEY.fold([ISSUED, REVOKED]).opens(DIGEST, TODAY)
    assert not API_KEY.initial.opens(DIGEST, TODAY)
