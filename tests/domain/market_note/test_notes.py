"""What is learned of the market is noted once."""

from typing import Any

from attrs import evolve

from domain.facts.duty import ACTOR_IS_STAFF
from domain.facts.staff import Post
from domain.market_note import MARKET_NOTE
from domain.market_note.commands import Matter, RecordMarketNote
from domain.market_note.events import MarketNoteRecorded
from domain.market_note.rules import NOTED_ONCE
from tests.department import DAY, TODAY, staff
from tests.specs import given

TOLD: dict[str, Any] = {
    "unit_id": "B1",
    "matter": Matter.COMPETITOR,
    "noted_on": TODAY,
    "title": "Seed loans next door",
    "says": "4.2 percent for seed, up to 50,000",
    "source": "poster",
    "evidence": None,
}
RECORD = RecordMarketNote(
    market_note_id="I1",
    actor="wang",
    today=TODAY,
    staff=staff("wang", Post.RELATIONSHIP_MANAGER),
    **TOLD,
)
RECORDED = MarketNoteRecorded(recorded_by="wang", **TOLD)


def test_a_note_is_recorded_once_and_of_a_day_past():
    given(MARKET_NOTE).when(RECORD).then(RECORDED)
    given(MARKET_NOTE, RECORDED).when(RECORD).then_nothing()
    given(MARKET_NOTE, RECORDED).when(evolve(RECORD, title="x")).then_refused(NOTED_ONCE)
    given(MARKET_NOTE).when(evolve(RECORD, noted_on=TODAY + DAY)).then_refused(NOTED_ONCE)
    given(MARKET_NOTE).when(evolve(RECORD, staff=None)).then_refused(ACTOR_IS_STAFF)
