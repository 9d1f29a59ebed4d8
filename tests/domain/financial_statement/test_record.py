"""Spreading a statement: a period is stated once, its lines add up, and cash is watched."""

from datetime import date

from attrs import evolve

from domain.facts.duty import ACTOR_IS_STAFF
from domain.financial_statement.events import FinancialStatementRecorded
from domain.financial_statement.rules import (
    CASH_HOLDS,
    ITEMS_ADD_UP,
    LINES_ARE_NOT_NEGATIVE,
    LINES_HAVE_ONE_CURRENCY,
    ONE_STATEMENT_A_PERIOD,
    PERIOD_IS_WHOLE_MONTHS,
    STATES_A_CUSTOMER,
)
from domain.money import Money
from domain.party import Party, Standing
from tests.domain.financial_statement.statements import (
    DECIDER,
    DIGEST,
    LINES,
    SPREAD,
    after,
    income,
    of_year,
    sheet,
    yuan,
)
from tests.specs import given


def test_a_statement_that_adds_up_is_recorded_with_no_finding():
    (recorded,) = given(DECIDER).when(SPREAD).outcome()
    assert isinstance(recorded, FinancialStatementRecorded)
    assert recorded.findings == ()
    assert (recorded.as_of, recorded.digest) == (date(2025, 12, 31), DIGEST)
    assert [one.parameter for one in recorded.settings] == ["bank.statement.overdrafts.warning_min"]


def test_the_same_document_again_is_nothing_new_and_other_figures_are_a_restatement():
    after(SPREAD).when(SPREAD).then_nothing()
    other = evolve(SPREAD, statement_lines=evolve(LINES, overdrafts=2))
    after(SPREAD).when(other).then_refused(ONE_STATEMENT_A_PERIOD, digest=DIGEST)


def test_assets_are_debts_and_equity():
    wrong = evolve(SPREAD, statement_lines=sheet(equity=yuan(1_100_000)))
    given(DECIDER).when(wrong).then_refused(ITEMS_ADD_UP)


def test_each_sum_is_that_of_its_lines():
    for lines in (
        sheet(cash=yuan(200_001)),
        sheet(payables=None),
        sheet(retained_earnings=yuan(100_000)),
        income(cost_of_sales=yuan(2_300_000)),
        income(net_profit=yuan(300_000)),
    ):
        given(DECIDER).when(evolve(SPREAD, statement_lines=lines)).then_refused(ITEMS_ADD_UP)


def test_cash_of_the_cash_flow_is_cash_of_the_balance_sheet():
    assert LINES.cash_flow is not None
    flow = evolve(LINES.cash_flow, cash_opening=yuan(140_000), cash_closing=yuan(190_000))
    wrong = evolve(SPREAD, statement_lines=evolve(LINES, cash_flow=flow))
    given(DECIDER).when(wrong).then_refused(
        ITEMS_ADD_UP, found="item cash, stated 200000.00 CNY, sum 190000.00 CNY"
    )


def test_a_document_that_contradicts_itself_is_recorded_as_it_stands_with_what_was_found():
    wrong = evolve(SPREAD, statement_lines=sheet(equity=yuan(1_100_000)), contradicts=True)
    given(DECIDER).when(wrong).then_found(ITEMS_ADD_UP, ITEMS_ADD_UP)


def test_a_traders_simple_accounts_need_few_lines():
    plain = sheet(paid_in_capital=None, retained_earnings=None)
    (recorded,) = (
        given(DECIDER)
        .when(evolve(SPREAD, statement_lines=evolve(plain, cash_flow=None, average_cash=None)))
        .outcome()
    )
    assert recorded.findings == ()


def test_what_is_owned_or_sold_is_not_less_than_nought():
    wrong = evolve(SPREAD, statement_lines=income(revenue=yuan(-1)))
    given(DECIDER).when(wrong).then_refused(LINES_ARE_NOT_NEGATIVE, item="revenue")


def test_a_statement_is_in_one_currency():
    wrong = evolve(SPREAD, statement_lines=sheet(cash=Money(1, "USD")))
    given(DECIDER).when(wrong).then_refused(LINES_HAVE_ONE_CURRENCY, currencies="CNY, USD")


def test_a_period_is_whole_months_that_have_ended():
    for start, end in (
        (date(2025, 1, 2), date(2025, 12, 31)),
        (date(2025, 1, 1), date(2025, 12, 30)),
        (date(2024, 12, 1), date(2025, 12, 31)),
        (date(2026, 1, 1), date(2026, 3, 31)),
        (date(2025, 12, 1), date(2025, 11, 30)),
    ):
        wrong = evolve(SPREAD, period_start=start, as_of=end)
        given(DECIDER).when(wrong).then_refused(PERIOD_IS_WHOLE_MONTHS)


def test_statements_are_of_customers_and_recorded_by_staff():
    gone = evolve(SPREAD, party=Party("E1", Standing.MERGED))
    given(DECIDER).when(gone).then_refused(STATES_A_CUSTOMER)
    given(DECIDER).when(evolve(SPREAD, party=None)).then_refused(STATES_A_CUSTOMER)
    given(DECIDER).when(evolve(SPREAD, staff=None)).then_refused(ACTOR_IS_STAFF)


def test_average_cash_that_falls_with_frequent_overdrafts_is_a_warning():
    less = evolve(LINES, average_cash=yuan(90_000), overdrafts=3)
    after(of_year(2024)).when(of_year(2025, less)).then_found(CASH_HOLDS)


def test_falling_cash_alone_or_overdrafts_alone_warn_of_nothing():
    for lines in (
        evolve(LINES, average_cash=yuan(90_000), overdrafts=2),
        evolve(LINES, average_cash=yuan(190_000), overdrafts=9),
        evolve(LINES, average_cash=None, overdrafts=9),
    ):
        after(of_year(2024)).when(of_year(2025, lines)).then_found()
