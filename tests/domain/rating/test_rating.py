"""Rating a customer: from what is on record, with a version, and for a time."""

from datetime import date

from attrs import evolve

from domain.dated import Dated
from domain.facts.duty import ACTOR_HOLDS_THE_POST, CONNECTED_STAY_OUT, ROLES_ARE_APART
from domain.facts.policy import PolicyBook
from domain.facts.scorecard import Card, Figure, Scorecard
from domain.facts.scoring import Judged, score
from domain.facts.seen import FILE_IS_AS_READ
from domain.facts.shipped_cards import SHIPPED_CARDS
from domain.facts.staff import Post
from domain.facts.statement import Statements
from domain.kinds import CustomerKind
from domain.party import Party, Standing
from domain.rating import RATING
from domain.rating.events import CustomerRated, GradeOverridden
from domain.rating.rules import (
    ALL_IS_JUDGED,
    CARD_IS_FOR_THE_KIND,
    CARD_IS_IN_FORCE,
    FIGURES_ARE_RECENT,
    JUDGED_WITHIN_POINTS,
    OVERRIDE_IS_LIMITED,
    OVERRIDE_NAMES_A_GRADE,
    RATES_A_CUSTOMER,
    RATING_IS_IN_FORCE,
    SOMETHING_IS_ON_RECORD,
)
from tests.domain.financial_statement.statements import DECIDER as STATEMENTS
from tests.domain.financial_statement.statements import SPREAD
from tests.domain.rating.files import ECONOMY, HEAD, OFFICER, OVERRIDE, RATE, SEEN, TODAY
from tests.domain.scorecard.cards import GRADES, INCOME, OPINION
from tests.domain.staffing import member
from tests.specs import given

LONG = tuple(evolve(one, until=date(2027, 12, 31)) for one in HEAD.licences)


def rated() -> CustomerRated:
    (event,) = RATING.decide(RATE, RATING.initial)
    assert isinstance(event, CustomerRated)
    return event


def overridden_to(grade: str) -> GradeOverridden:
    (event,) = given(RATING, rated()).when(evolve(OVERRIDE, grade=grade)).outcome()
    assert isinstance(event, GradeOverridden)
    return event


def test_a_household_is_rated_with_the_card_that_ships():
    event = rated()
    assert {one.characteristic: one.points for one in event.scored} == {
        "household_size": 8,
        "labour": 8,
        "assets": 13,
        "net_assets": 13,
        "shares": 2,
        "net_income": 11,
        "overall": 24,
        "overdue_loans": 10,
    }
    assert (event.points, event.grade, event.version) == (89, "AA", 0)
    assert (event.rated_on, event.valid_until) == (TODAY, date(2027, 3, 1))
    assert event.seen == SEEN


def test_a_rating_made_again_from_its_inputs_and_version_is_the_same():
    event = rated()
    card = SHIPPED_CARDS["farm-household"].versions.on(TODAY)
    assert card is not None
    again = score(card, event.inputs)
    assert (again.scored, again.points, again.grade) == (event.scored, event.points, event.grade)


def test_the_same_inputs_on_the_same_day_are_nothing_new_and_another_day_rates_anew():
    given(RATING, rated()).when(RATE).then_nothing()
    (later,) = given(RATING, rated()).when(evolve(RATE, today=date(2026, 3, 3))).outcome()
    assert later.valid_until == date(2027, 3, 2)


def test_an_enterprise_is_rated_by_its_ratios():
    spread = STATEMENTS.fold(STATEMENTS.decide(SPREAD, STATEMENTS.initial))
    statements = STATEMENTS.fact("E1", spread)
    assert isinstance(statements, Statements)
    firm = evolve(
        RATE,
        customer_id="E1",
        scorecard_id="enterprise",
        party=Party("E1", Standing.ACTIVE, CustomerKind.ENTERPRISE),
        economy=None,
        statements=statements,
        judged=(Judged("management", 8, "orderly"), Judged("industry", 6, "steady")),
    )
    (event,) = given(RATING).when(firm).outcome()
    said = {known.figure: known.quotient for known in event.inputs.measured}
    assert (said[Figure.DEBT_TO_ASSET], said[Figure.REVENUE]) == ("2/5", "3000000")
    assert said[Figure.INCOME_GROWTH] is None
    points = {one.characteristic: one.points for one in event.scored}
    assert (points["debt_to_asset"], points["current_ratio"], points["income_growth"]) == (
        15,
        10,
        0,
    )


def test_the_institutions_own_card_takes_the_place_of_the_one_that_ships():
    own = Card(version=3, characteristics=(INCOME, OPINION), grades=GRADES)
    card = Scorecard(
        scorecard_id="farm-household",
        customer_kinds=(CustomerKind.FARM_HOUSEHOLD,),
        versions=Dated[Card | None]().with_value(TODAY, own),
    )
    command = evolve(RATE, card=card, judged=(Judged("village", 40, "good"),))
    (event,) = given(RATING).when(command).outcome()
    assert (event.points, event.version, event.grade) == (100, 3, "A")
    ended = evolve(card, versions=card.versions.with_value(TODAY, None))
    given(RATING).when(evolve(command, card=ended)).then_refused(CARD_IS_IN_FORCE)


def test_what_ships_holds_until_the_first_day_of_the_institutions_own():
    own = Card(version=1, characteristics=(INCOME, OPINION), grades=GRADES)
    later = Scorecard(
        scorecard_id="farm-household",
        customer_kinds=(CustomerKind.FARM_HOUSEHOLD,),
        versions=Dated[Card | None]().with_value(date(2026, 7, 1), own),
    )
    (event,) = given(RATING).when(evolve(RATE, card=later)).outcome()
    assert event.version == 0


def test_who_is_no_customer_is_not_rated():
    for party in (None, Party("C1", Standing.ERASED)):
        given(RATING).when(evolve(RATE, party=party)).then_refused(RATES_A_CUSTOMER)


def test_a_card_is_known_and_for_the_kind_of_customer():
    given(RATING).when(evolve(RATE, scorecard_id="none")).then_refused(CARD_IS_IN_FORCE)
    given(RATING).when(evolve(RATE, scorecard_id="enterprise")).then_refused(CARD_IS_FOR_THE_KIND)


def test_every_judged_characteristic_is_judged_once_with_a_reason():
    for judged in ((), RATE.judged * 2, (*RATE.judged, Judged("labour", 8, "many hands"))):
        given(RATING).when(evolve(RATE, judged=judged)).then_refused(ALL_IS_JUDGED)
    for one in (Judged("overall", 31, "the best"), Judged("overall", 20, " ")):
        given(RATING).when(evolve(RATE, judged=(one,))).then_refused(JUDGED_WITHIN_POINTS)


def test_nobody_is_rated_from_nothing():
    bare = evolve(RATE, economy=None, inquiries=None)
    given(RATING).when(bare).then_refused(SOMETHING_IS_ON_RECORD)


def test_nobody_is_rated_from_figures_that_are_out_of_date():
    last = evolve(RATE, today=date(2027, 8, 1), staff=evolve(OFFICER, licences=LONG))
    given(RATING).when(last).outcome()
    late = evolve(last, today=date(2027, 8, 2))
    given(RATING).when(late).then_refused(FIGURES_ARE_RECENT, newest=date(2026, 2, 1))
    undated = evolve(RATE, economy=evolve(ECONOMY, refreshed_on=None))
    given(RATING).when(undated).then_refused(FIGURES_ARE_RECENT, newest=None)


def test_a_rating_is_made_on_the_file_as_it_was_read():
    given(RATING).when(evolve(RATE, read=SEEN.digest)).outcome()
    other = evolve(RATE, read="sha256:" + "0" * 64)
    given(RATING).when(other).then_refused(FILE_IS_AS_READ)


def test_nobody_rates_themselves():
    kin = member("wang", Post.RELATIONSHIP_MANAGER, connected=("C1",))
    given(RATING).when(evolve(RATE, staff=kin)).then_refused(CONNECTED_STAY_OUT)


def test_authority_moves_a_grade_by_a_notch_with_a_reason():
    event = overridden_to("A")
    assert (event.grade, event.was, event.decided_by) == ("A", "AA", "hang")
    fact = RATING.fact("C1", RATING.fold([rated(), event]))
    assert (fact.grade, fact.overridden, fact.scorecard) == ("A", True, "farm-household@0")
    assert not RATING.fact("C1", RATING.fold([rated(), event, rated()])).overridden


def test_an_override_again_is_nothing_new():
    moved = overridden_to("A")
    given(RATING, rated(), moved).when(evolve(OVERRIDE, grade="A")).then_nothing()


def test_a_grade_moves_no_further_than_the_policy_allows():
    far = evolve(OVERRIDE, grade="B")
    given(RATING, rated()).when(far).then_refused(OVERRIDE_IS_LIMITED, notches=2, most=1)
    name = "bank.rating.override.notches_max"
    book = PolicyBook({name: Dated[str]().with_value(TODAY, "2", "Board 2026-1")})
    (moved,) = given(RATING, rated()).when(evolve(far, book=book)).outcome()
    assert (moved.grade, moved.settings[0].source) == ("B", "Board 2026-1")


def test_an_override_names_another_grade_of_the_card():
    for grade in ("AA", "Z"):
        wrong = evolve(OVERRIDE, grade=grade)
        given(RATING, rated()).when(wrong).then_refused(OVERRIDE_NAMES_A_GRADE)


def test_only_a_rating_that_holds_is_overridden_and_not_by_who_made_it():
    given(RATING).when(OVERRIDE).then_refused(RATING_IS_IN_FORCE)
    spent = evolve(OVERRIDE, today=date(2027, 3, 2), staff=evolve(HEAD, licences=LONG))
    given(RATING, rated()).when(spent).then_refused(RATING_IS_IN_FORCE)
    both = member("wang", Post.CREDIT_HEAD)
    own = evolve(OVERRIDE, actor="wang", staff=both, grade="A")
    given(RATING, rated()).when(own).then_refused(ROLES_ARE_APART)
    given(RATING, rated()).when(evolve(OVERRIDE, staff=RATE.staff)).then_refused(
        ACTOR_HOLDS_THE_POST
    )
