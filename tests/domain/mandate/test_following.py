"""What is delegated follows the mandate that it was delegated from."""

from attrs import evolve

from domain.mandate import MANDATE
from domain.mandate.events import (
    DatesCorrected,
    DelegationTied,
)
from domain.ties import FollowParent
from tests.department import DAY, TODAY
from tests.domain.mandate.examples import (
    CORRECT,
    DELEGATED,
    GRANTED,
    RESTORE,
    RESTORED,
    REVOKE,
    SUSPEND,
    SUSPENDED,
    TRUE,
    UNTIL,
    days,
)
from tests.specs import given


def follow(**changed) -> FollowParent:
    given_ = {"stands": True, "since": TODAY, "until": UNTIL, "reason": "inspection", **changed}
    return FollowParent(mandate_id="M2", today=TODAY, **given_)


def test_what_was_delegated_falls_and_stands_with_the_mandate_above():
    tied = DelegationTied(delegated_id="M2")
    given(MANDATE, GRANTED, tied).when(SUSPEND).then_guards(follow(stands=False))
    given(MANDATE, GRANTED, tied, SUSPENDED).when(RESTORE).then_guards(follow())
    given(MANDATE, GRANTED, tied).when(REVOKE).then_guards(follow(stands=False))
    given(MANDATE, GRANTED, tied).when(CORRECT).then_guards(follow(**TRUE))
    above = "mandate that it was delegated from"
    fell = evolve(SUSPENDED, with_parent=True, document=None, authority=above)
    rose = evolve(RESTORED, with_parent=True, document=None, authority=above)
    given(MANDATE, DELEGATED).when(follow(stands=False)).then(fell)
    given(MANDATE, DELEGATED, fell).when(follow(stands=False)).then_nothing()
    given(MANDATE, DELEGATED, fell).when(follow()).then(rose)
    assert days(DELEGATED, fell, rose) == [False, False, True, False]
    assert days(DELEGATED, SUSPENDED, fell, rose) == [False, False, False, False]


def test_what_was_delegated_ends_with_the_mandate_above():
    shorter = follow(until=TODAY)
    cut = DatesCorrected(
        since=TODAY,
        until=TODAY,
        was_since=TODAY,
        was_until=UNTIL,
        reason="inspection",
        authority="mandate that it was delegated from",
        document=None,
        with_parent=True,
    )
    given(MANDATE, DELEGATED).when(shorter).then(cut)
    given(MANDATE, DELEGATED, cut).when(shorter).then_nothing()
    assert days(DELEGATED, cut) == [False, True, False, False]
    gone = evolve(cut, since=TODAY, until=TODAY - 9 * DAY)
    assert days(DELEGATED, gone) == [False, False, False, False]
