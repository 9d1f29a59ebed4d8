"""Acts with any dates and amounts: how they are drawn, and those of a loan's service."""

from datetime import date, timedelta
from typing import Any, Final

from hypothesis import strategies as st

from domain.loan.values import FactKind

Act = tuple[str, dict[str, Any]]
FIRST: Final = date(2025, 1, 1)
LAST: Final = date(2026, 6, 30)

days: Final = st.dates(FIRST, LAST).map(date.isoformat)
amounts: Final = st.sampled_from(["0.07", "500.00", "1033.00", "2066.12", "12500.00"])
numbers: Final = st.sampled_from(["R1", "R2", "R3", "R4"])


def act(name: str, /, **fields: Any) -> st.SearchStrategy[Act]:
    """Return a strategy for a command with some of its fields drawn."""
    drawn = {
        field: value if isinstance(value, st.SearchStrategy) else st.just(value)
        for field, value in fields.items()
    }
    return st.tuples(st.just(name), st.fixed_dictionaries(drawn))


_lent = st.sampled_from(["L1", "L1", "L2", "L2", "L3", "T1"])
_until = st.one_of(st.none(), days)


def fact(name: str, /, **fields: Any) -> st.SearchStrategy[Act]:
    """Return a strategy for a fact about a loan, from a day."""
    return act(name, loan_id=_lent, reference=numbers, value_date=days, **fields)


_kinds = [kind.value for kind in FactKind]
servicing: Final = st.one_of(
    fact("loan.change_rate", rate_yearly=st.sampled_from(["3%", "6%", "11%"])),
    act("loan.reprice", loan_id=_lent, benchmark_id="LPR"),
    fact("loan.pause_interest", until=_until),
    act("loan.end_pause", loan_id=_lent, reference=numbers, until=days),
    act(
        "loan.charge_fee",
        loan_id=_lent,
        feenumbers=numbers,
        kind="periodic",
        amount=amounts,
        value_date=days,
        due_date=days,
    ),
    fact("loan.record_misuse", until=_until, amount=st.one_of(st.none(), amounts)),
    act("loan.end_misuse", loan_id=_lent, reference=numbers, until=days),
    fact("loan.extend", new_maturity=st.dates(LAST, LAST + timedelta(900)).map(str)),
    fact(
        "loan.restructure",
        rate_yearly=st.sampled_from([None, "3%"]),
        method=st.sampled_from([None, "interest_only"]),
        instalments=st.sampled_from([None, 3, 24]),
    ),
    fact("loan.respread_arrears", how=st.sampled_from(["spread", "capitalised"])),
    fact("loan.capitalise_interest", amount=st.one_of(st.none(), amounts)),
    fact(
        "loan.waive_debt",
        component=st.sampled_from(["fee", "penalty", "interest", "principal"]),
        amount=st.sampled_from(["0.07", "12.00", "500.00"]),
    ),
    fact("loan.write_off"),
    act(
        "loan.take_back",
        loan_id=_lent,
        kind=st.sampled_from(_kinds),
        number=numbers,
        reason="keyed_wrong",
    ),
)
