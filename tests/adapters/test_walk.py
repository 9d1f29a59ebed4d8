"""The log is walked in order, whatever the numbers of its rows, and tells of senders when asked."""

import sqlite3

import attrs
import pytest

from adapters.storage.sqlite_walk import IN_STEP
from tests.village import lend


@pytest.fixture
def lent(bank):
    lend(bank.bus("zhao"))
    return bank


def test_rows_whose_numbers_do_not_follow_the_log_are_looked_up(lent, settings_in_file):
    before = lent.core.store.rows(-1, 99)
    with sqlite3.connect(settings_in_file.path) as file:
        file.execute("UPDATE stored_events SET rowid = rowid + 1000")  # As a VACUUM may do.
        file.commit()
        assert file.execute(IN_STEP, (-1, 99)).fetchall() == []
    assert list(lent.core.store.rows(-1, 99)) == list(before)
    assert [row[0] for row in lent.core.store.rows(2, 2)] == [3, 4]
    assert list(lent.core.store.rows(len(before) - 1, 9)) == []


def test_rows_whose_numbers_are_anothers_are_not_taken_for_it(lent, settings_in_file):
    before = lent.core.store.rows(-1, 99)
    with sqlite3.connect(settings_in_file.path) as file:
        for number in (("-1", "1"), ("1", "2"), ("2", "-1")):  # Two records change their numbers.
            file.execute("UPDATE stored_events SET rowid = ? WHERE rowid = ?", number)
        file.commit()
    assert list(lent.core.store.rows(-1, 99)) == list(before)


def test_a_fact_says_who_sent_the_command_and_is_never_changed(lent):
    facts = lent.core.journal.facts(-1, 99)
    assert {fact.context.actor for fact in facts} == {"zhao"}
    assert facts[0].context == lent.core.journal.facts(-1, 1)[0].context
    assert facts == lent.core.journal.facts(-1, 99)
    assert (facts[1].category, facts[1].id) == tuple(facts[1].stream.split("-", 1))
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        facts[0].index = 7
    assert repr(facts[0]).startswith("StoredFact(index=0")
