"""Statements of loans as of several days: each day shows what was stated on it."""

from collections import Counter
from itertools import islice

import pytest

from adapters.takeover import ibrd, ibrd_figures
from adapters.takeover.calls import Call, Unread
from tests.adapters.take_over import bus, real, write

COLUMNS = (
    "End of Period",
    "Loan Number",
    "Country",
    "Borrower",
    "Loan Type",
    "Loan Status",
    "Interest Rate",
    *ibrd.AMOUNTS.values(),
    *ibrd.DATES.values(),
)
MONEY = "250.005,0,0,250,100,150.005,-0.005,150,0,0,0,150"
LATER = "250,0,0,250,120,130,-0.01,129.99,0,0,0,130"
FIRST, SECOND, THIRD = (f"snapshot_{part}.csv" for part in ibrd.PARTS)
ISO, AMERICAN = "T00:00:00.000", " 12:00:00 AM"
HEADER = ",".join(COLUMNS)
SAMPLE = {
    FIRST: f"{HEADER}\n2020-11-30{ISO},L1,France,CREDIT NATIONAL,NPL,Repaying,4.25,{MONEY},"
    f",,1947-05-09{ISO},1947-05-08{ISO},,,\n",
    SECOND: f"{HEADER}\n05/31/2023{AMERICAN},L1,France,CREDIT,NPL,Fully Repaid,,{LATER},"
    f",,05/09/1947{AMERICAN},05/08/1947{AMERICAN},,,\n"
    f"05/31/2023{AMERICAN},L2,Chile,,NPL,Signed,,{LATER},,,,05/08/1950{AMERICAN},,,\n",
    THIRD: HEADER.replace("Borrower Obligation", "Borrowers_Obligation_") + "\n",
}


def test_a_loan_stands_on_each_day_as_it_was_stated_for_that_day(tmp_path):
    teller = bus()
    for call in ibrd.items(write(tmp_path, SAMPLE)):
        assert isinstance(call, Call)
        teller.run(call.name, call.fields, key=call.key)
    then = ibrd_figures.portfolio(teller, "2020-11-30")
    now = ibrd_figures.portfolio(teller, "2023-05-31")
    assert (sorted(then), sorted(now)) == (["ibrd-L1"], ["ibrd-L1", "ibrd-L2"])
    assert (then["ibrd-L1"].status, now["ibrd-L1"].status) == ("Repaying", "Fully Repaid")
    amounts = then["ibrd-L1"].amounts
    assert (amounts["original"], amounts["exchange_adjustment"]) == (25001, -1)  # Half up.
    assert now["ibrd-L1"].customer_id == then["ibrd-L1"].customer_id
    (loan,) = teller.read("loan_register", {"loan_id": "ibrd-L1"}).rows
    assert (loan["rate_yearly"], loan["begun_on"], loan["principal"]) == (
        "4.25%",
        "1947-05-08",
        None,
    )
    names = {row["name"] for row in teller.read("customers", {}).rows}
    assert "Chile (borrower not stated)" in names


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("250.005", "many", "Original Principal Amount: is no number"),
        (f"2020-11-30{ISO}", "30 November", "End of Period: is no day"),
        ("4.25", "-4.25", "Interest Rate: expected a yearly rate"),
        (f"1947-05-08{ISO}", "", "Board Approval Date: is no day"),
    ],
)
def test_a_statement_that_is_unclear_is_set_aside_with_the_reason(*, old, new, why, tmp_path):
    folder = write(tmp_path, {**SAMPLE, FIRST: SAMPLE[FIRST].replace(old, new)})
    aside = [item for item in ibrd.items(folder) if isinstance(item, Unread)]
    assert {item.what for item in aside} == {"loans", "statements of 2020-11-30"}
    assert all(why in item.reason for item in aside)


def test_real_statements_are_recorded_with_the_identities_that_they_break(tmp_path):
    teller = bus()
    calls = [c for c in islice(ibrd.items(real(ibrd.SYSTEM)), 4_000) if isinstance(c, Call)]
    results = teller.run_many([(call.name, call.fields, call.key) for call in calls])
    assert not [result for result in results if isinstance(result, Exception)]
    kinds = Counter(call.what for call in calls)
    loans = ibrd_figures.portfolio(teller, "2020-11-30")
    assert len(loans) == kinds["statements of 2020-11-30"] > 1_000
    page = teller.read("loan_register", {"in_effect_on": "2020-11-30", "limit": "1000"})
    assert any(row["findings"] for row in page.rows)
