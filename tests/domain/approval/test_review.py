"""A reviewer passes a file on, or returns it; several rounds are kept."""

from datetime import date

from attrs import evolve

from domain.approval import APPROVAL
from domain.approval.commands import AttachExpertOpinion, GrantFastTrack
from domain.approval.events import ApplicationReviewed
from domain.approval.rules import (
    CUSTOMER_CAN_BE_LENT_TO,
    DECIDED_ON_AN_INVESTIGATION,
    DECIDED_ONCE,
    DECIDED_WHILE_IT_GOES_ON,
    OWN_MONEY_IS_DECIDED_ON,
    PAPER_IS_NOT_POSTDATED,
    RETURNED_IS_INVESTIGATED_ANEW,
    RETURNED_WITH_PROBLEMS,
    TRACK_COMES_FIRST,
)
from domain.approval.values import Advice, Verdict
from domain.calendar import CalendarUsed, WorkingCalendar
from domain.calendar.working_days import AnnouncedYear
from domain.facts.application import ApplicationStage
from domain.facts.duty import ACTOR_HOLDS_THE_POST, CONNECTED_STAY_OUT, ROLES_ARE_APART
from domain.facts.seen import FILE_IS_AS_READ
from domain.facts.staff import Post
from domain.party import Party, Standing
from tests.domain.approval.files import (
    APPROVE,
    APPROVER,
    DAY,
    EARLY,
    FILE,
    HEAD,
    LATE,
    REPORT,
    REVIEW,
    REVIEWED,
    REVIEWER,
    SEEN,
    SIGNED,
    after,
    by,
    mandate,
    person,
)
from tests.specs import given

OTHER = "sha256:" + "9" * 64
SEND_BACK = evolve(
    REVIEW, verdict=Verdict.SEND_BACK, problems=("land contract has run out",), signed=OTHER
)
AGAIN = evolve(REVIEW, investigation=evolve(FILE["investigation"], report=OTHER))
TRACK = GrantFastTrack(**FILE, **by(HEAD), reason="seed must be in the ground this week")
OPINION = AttachExpertOpinion(
    **FILE,
    **by(REVIEWER),
    expert="agronomy station of the county",
    advice=Advice.ADVISES_FOR,
    document_digest=SIGNED,
    dated=EARLY,
)


def test_a_reviewer_passes_a_file_on():
    given(APPROVAL).when(REVIEW).then(
        ApplicationReviewed(
            customer_id="C1",
            unit_id="B1",
            verdict=Verdict.PASS_ON,
            problems=(),
            comment="sound",
            signed=SIGNED,
            report=REPORT,
            reviewed_by="shen",
            reviewed_on=DAY,
            afterwards=False,
            seen=SEEN,
        )
    )


def test_a_review_signed_once_is_recorded_once():
    REVIEWED.when(REVIEW).then_nothing()


def test_another_opinion_is_not_taken_for_the_one_that_was_signed_before():
    assert REVIEWED.when(evolve(REVIEW, comment="sound, but the buyer is new")).outcome()
    back = given(APPROVAL).when(SEND_BACK).outcome()
    (again,) = given(APPROVAL, *back).when(evolve(AGAIN, signed=OTHER)).outcome()
    assert (again.verdict, again.report) == (Verdict.PASS_ON, OTHER)


def test_who_took_the_application_in_or_investigated_it_does_not_review_it():
    for name in ("zhao", "qian", "sun"):
        own = evolve(REVIEW, **by(person(name, Post.REVIEWER)))
        given(APPROVAL).when(own).then_refused(ROLES_ARE_APART, actor=name)


def test_review_needs_the_post_and_no_tie_to_the_customer():
    given(APPROVAL).when(evolve(REVIEW, **by(APPROVER))).then_refused(ACTOR_HOLDS_THE_POST)
    tied = person("shen", Post.REVIEWER, connected=("C1",))
    given(APPROVAL).when(evolve(REVIEW, **by(tied))).then_refused(CONNECTED_STAY_OUT)


def test_a_file_is_reviewed_while_its_application_goes_on():
    gone = evolve(FILE["application"], stage=ApplicationStage.WITHDRAWN)
    for application in (None, gone):
        given(APPROVAL).when(evolve(REVIEW, application=application)).then_refused(
            DECIDED_WHILE_IT_GOES_ON
        )


def test_a_file_is_reviewed_once_the_investigation_is_concluded():
    going_on = evolve(FILE["investigation"], concluded_on=None)
    given(APPROVAL).when(evolve(REVIEW, investigation=going_on)).then_refused(
        DECIDED_ON_AN_INVESTIGATION
    )


def test_nothing_is_decided_for_a_customer_who_was_merged():
    merged = evolve(REVIEW, party=Party("C1", Standing.MERGED))
    given(APPROVAL).when(merged).then_refused(CUSTOMER_CAN_BE_LENT_TO)


def test_who_read_an_earlier_state_of_the_file_reads_it_again():
    given(APPROVAL).when(evolve(REVIEW, read=OTHER)).then_refused(FILE_IS_AS_READ)


def test_who_returns_a_file_names_the_problems():
    silent = evolve(SEND_BACK, problems=())
    given(APPROVAL).when(silent).then_refused(RETURNED_WITH_PROBLEMS)


def test_a_returned_file_comes_back_with_a_new_report_and_both_rounds_are_kept():
    returned = after(SEND_BACK)
    returned.when(REVIEW).then_refused(RETURNED_IS_INVESTIGATED_ANEW)
    case = APPROVAL.fold(after(SEND_BACK, AGAIN).past)
    assert [round.verdict for round in case.reviews] == [Verdict.SEND_BACK, Verdict.PASS_ON]


def test_a_decided_file_is_not_reviewed_again():
    later = evolve(REVIEW, signed=OTHER)
    after(REVIEW, APPROVE).when(later).then_refused(DECIDED_ONCE)


def test_a_fast_track_lets_the_review_follow_within_ten_working_days():
    (granted,) = given(APPROVAL).when(TRACK).outcome()
    assert granted.review_due_on.isoformat() == "2026-03-16"
    assert [one.setting for one in granted.settings] == ["10"]
    assert granted.calendar == CalendarUsed(name="Monday to Friday", version="", announced=True)
    off = WorkingCalendar("off", years=(AnnouncedYear(2026, frozenset((date(2026, 3, 9),))),))
    (longer,) = given(APPROVAL).when(evolve(TRACK, calendar=off)).outcome()
    assert longer.review_due_on.isoformat() == "2026-03-17"
    case = APPROVAL.fold(after(TRACK, APPROVE).past)
    assert case.awaits_review
    (reviewed,) = after(TRACK, APPROVE).when(REVIEW).outcome()
    assert reviewed.afterwards
    assert not APPROVAL.fold(after(TRACK, APPROVE, REVIEW).past).awaits_review


def test_who_granted_a_fast_track_or_decided_on_it_does_not_review_it():
    for name in ("hang", "pi"):
        own = evolve(REVIEW, **by(person(name, Post.REVIEWER)))
        after(TRACK, APPROVE).when(own).then_refused(ROLES_ARE_APART)


def test_who_granted_a_fast_track_does_not_decide_on_it():
    theirs = evolve(APPROVE, **by(HEAD), mandate=mandate("M1", 100_000, staff_id="hang"))
    after(TRACK).when(theirs).then_refused(ROLES_ARE_APART, role="fast_track")
    assert after(TRACK).when(APPROVE).outcome()


def test_who_investigated_before_others_went_on_neither_reviews_nor_decides():
    handed_on = evolve(FILE["investigation"], former=("shen", "pi"))
    given(APPROVAL).when(evolve(REVIEW, investigation=handed_on)).then_refused(
        ROLES_ARE_APART, role="investigator"
    )
    REVIEWED.when(evolve(APPROVE, investigation=handed_on)).then_refused(
        ROLES_ARE_APART, role="investigator"
    )


def test_a_fast_track_is_granted_once_and_first():
    after(TRACK).when(TRACK).then_nothing()
    after(TRACK).when(evolve(TRACK, reason="another")).then_refused(TRACK_COMES_FIRST)
    REVIEWED.when(TRACK).then_refused(TRACK_COMES_FIRST)


def test_an_expert_is_heard_and_binds_nobody():
    heard = after(REVIEW, evolve(OPINION, advice=Advice.ADVISES_AGAINST))
    assert heard.when(APPROVE).outcome()
    heard.when(evolve(OPINION, advice=Advice.ADVISES_AGAINST)).then_nothing()
    assert heard.when(OPINION).outcome()


def test_an_expert_opinion_is_not_dated_ahead():
    given(APPROVAL).when(evolve(OPINION, dated=LATE)).then_refused(PAPER_IS_NOT_POSTDATED)


def test_nobody_decides_on_credit_of_another_s_money():
    entrusted = evolve(FILE["application"], entrusted_by="C5")
    for command in (REVIEW, APPROVE, TRACK):
        given(APPROVAL).when(evolve(command, application=entrusted)).then_refused(
            OWN_MONEY_IS_DECIDED_ON
        )
