"""Credit to a related party is weighed singly, and with all that they and their group have."""

from datetime import date

from attrs import evolve

from domain.facility import FACILITY
from domain.facility.rules import (
    RELATED_CREDIT_IS_MAJOR_IN_ALL,
    RELATED_TRANSACTION_IS_MAJOR,
    WITHIN_CAPITAL,
)
from domain.facility.values import CashCover
from domain.facts.borrowing import Borrowing
from domain.facts.related import RelatedCustomer, Tie
from domain.money import Money
from domain.party import Standing
from tests.domain.facility.limits import (
    DIGEST,
    ECONOMY,
    GROUP_LIMIT,
    INSIDER,
    MAXIMUM,
    MAXIMUM_FACT,
    RELATED_FACT,
    granted,
    yuan,
)
from tests.specs import given

# 1 % of net capital is 100,000, 5 % is 500,000, 10 % is 1,000,000.
RICH = evolve(ECONOMY, assets=yuan(90_000_000), disposable=yuan(90_000_000))
SMALL = evolve(
    MAXIMUM,
    limit=yuan(80_000),
    economy=RICH,
    related=INSIDER,
    parent_id="related-parties",
    limit_above=RELATED_FACT,
)
SON = evolve(
    MAXIMUM_FACT, facility_id="C2", customer_id="C2", limit=yuan(300_000), used=yuan(100_000)
)
OLD_LOAN = Borrowing("C1", Standing.ACTIVE, loan_id="L9", outside_limits=yuan(120_000))


def test_a_small_credit_that_brings_all_to_five_percent_is_major_and_says_its_sum():
    grown = evolve(SMALL, group_limits=(SON,), own_loans=(OLD_LOAN,))
    (found,) = granted(grown).findings
    assert found.rule == RELATED_CREDIT_IS_MAJOR_IN_ALL.code
    assert found.facts == (
        "credit 80000.00 CNY, beside loan L9 120000.00 CNY; limit C2 300000.00 CNY,"
        " in all 500000.00 CNY, net_capital 10000000.00 CNY"
    )
    less = evolve(grown, limit=Money(7_999_999))
    assert granted(less).findings == ()


def test_one_of_one_percent_that_brings_all_to_five_is_major_for_both():
    both = evolve(SMALL, limit=yuan(400_000), own_loans=(OLD_LOAN,))
    given(FACILITY).when(both).then_found(
        RELATED_TRANSACTION_IS_MAJOR, RELATED_CREDIT_IS_MAJOR_IN_ALL
    )
    settings = [one.parameter for one in granted(both).settings]
    assert "related_party.major.cumulative_gte" in settings
    assert "related_party.major.single_txn_gte" in settings


def test_what_a_limit_is_counted_for():
    """As agreed while it lasts, then what is taken of it; net of its cash cover."""
    loans = (evolve(OLD_LOAN, outside_limits=yuan(320_000)),)
    over = evolve(SON, until=date(2026, 3, 1))  # 100,000 are used: 80 + 320 + 100.
    given(FACILITY).when(evolve(SMALL, group_limits=(over,), own_loans=loans)).then_found(
        RELATED_CREDIT_IS_MAJOR_IN_ALL
    )
    covered = evolve(over, cash_cover=Money(1))
    for command in (
        evolve(SMALL, group_limits=(covered,), own_loans=loans),
        evolve(
            SMALL,
            group_limits=(over,),
            own_loans=loans,
            cash_cover=CashCover(amount=Money(1), document=DIGEST),
        ),
    ):
        assert granted(command).findings == ()


def test_what_counts_nowhere_adds_nothing():
    under_a_limit = evolve(OLD_LOAN, outside_limits=None)
    dollars = evolve(OLD_LOAN, outside_limits=Money(10**9, "USD"))
    beside = evolve(SMALL, group_limits=(SON,), group_loans=(under_a_limit, dollars))
    assert granted(beside).findings == ()
    stranger = evolve(MAXIMUM, group_limits=(SON,), own_loans=(evolve(OLD_LOAN),))
    assert granted(stranger).findings == ()  # 5 % in all, but nobody of ours is connected.


def test_the_tenth_of_capital_for_one_related_party_counts_loans_outside_their_limit():
    most = evolve(SMALL, limit=yuan(880_000), own_loans=(OLD_LOAN,))
    assert granted(most).limit == yuan(880_000)
    given(FACILITY).when(evolve(most, limit=Money(88_000_001))).then_refused(
        WITHIN_CAPITAL,
        limit=Money(100_000_001),
        parameter="related_party.single.credit_to_capital_max",
    )


def test_the_limit_of_a_group_with_a_related_party_counts_the_loans_of_its_members():
    group = evolve(
        GROUP_LIMIT,
        limit=yuan(400_000),
        related=(INSIDER,),
        parent_id="related-parties",
        limit_above=RELATED_FACT,
        group_loans=(OLD_LOAN,),
    )
    given(FACILITY).when(group).then_found(
        RELATED_TRANSACTION_IS_MAJOR, RELATED_CREDIT_IS_MAJOR_IN_ALL
    )
    (*_, found) = granted(group).findings
    assert "in all 520000.00 CNY" in found.facts


def test_merged_duplicates_and_the_group_are_counted_together():
    ties = (Tie.GROUP, Tie.DUPLICATE, Tie.GUARANTEE, Tie.INSIDER)
    found = tuple(RelatedCustomer(f"C{n}", tie) for n, tie in enumerate(ties))
    assert evolve(INSIDER, found=found).group_and_copies == ("C0", "C1")
