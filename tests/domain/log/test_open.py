"""A journal is opened once, before anything else is recorded."""

import pytest
from attrs import evolve

from domain.log import LOG
from domain.log.commands import OpenLog
from domain.log.events import LogOpened
from domain.log.rules import (
    JOURNAL_IS_OPENED_ONCE,
    LOG_NAME_IS_PLAIN,
    ONE_JOURNAL,
    TIME_ZONE_HAS_SHAPE,
)
from tests.specs import given

OPEN = OpenLog(
    log_id="main",
    institution="北岸信用社",
    log_name="northbank.example/credit",
    time_zone="Asia/Shanghai",
    currency="CNY",
)
OPENED = LogOpened(
    institution="北岸信用社",
    log_name="northbank.example/credit",
    time_zone="Asia/Shanghai",
    currency="CNY",
)


def test_the_journal_is_opened():
    given(LOG).when(OPEN).then(OPENED)


def test_opening_twice_in_the_same_words_changes_nothing():
    given(LOG, OPENED).when(OPEN).then_nothing()


@pytest.mark.parametrize(
    "other",
    [
        {"institution": "南岸信用社"},
        {"log_name": "southbank.example/credit"},
        {"time_zone": "Asia/Urumqi"},
        {"currency": "USD"},
    ],
)
def test_an_open_journal_keeps_its_name_time_zone_and_currency(other):
    given(LOG, OPENED).when(evolve(OPEN, **other)).then_refused(JOURNAL_IS_OPENED_ONCE)


@pytest.mark.parametrize("log_id", ["second", "Main"])
def test_there_is_one_journal(log_id):
    given(LOG).when(evolve(OPEN, log_id=log_id)).then_refused(ONE_JOURNAL, log_id=log_id)


@pytest.mark.parametrize("log_name", ["", "north bank", "north+bank", "north\u3000bank"])
def test_the_outside_name_can_stand_in_a_signed_note(log_name):
    given(LOG).when(evolve(OPEN, log_name=log_name)).then_refused(LOG_NAME_IS_PLAIN)


@pytest.mark.parametrize("zone", ["UTC", "Asia/Shanghai", "America/Argentina/Ushuaia", "Etc/GMT+8"])
def test_a_time_zone_is_named_as_zones_are(zone):
    given(LOG).when(evolve(OPEN, time_zone=zone)).then(evolve(OPENED, time_zone=zone))


@pytest.mark.parametrize("zone", ["", "+08:00", "Asia/", "/Shanghai", "Asia Shanghai"])
def test_an_offset_is_no_time_zone(zone):
    given(LOG).when(evolve(OPEN, time_zone=zone)).then_refused(TIME_ZONE_HAS_SHAPE, time_zone=zone)
