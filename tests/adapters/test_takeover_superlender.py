"""Small loans are taken over with their fees, and rows with damaged days are set aside."""

from itertools import islice

import pytest

from adapters.takeover import superlender
from adapters.takeover.calls import Call, Unread
from tests.adapters.take_over import bus, real, write

LOAN = "customerid,systemloanid,loannumber,approveddate,creationdate,loanamount,totaldue,termdays"
CLOSED = f"{LOAN},closeddate,referredby,firstduedate,firstrepaiddate\n"
DAY = "00:00:00.000000"
ROW = (
    f"c1,11,1,2016-08-15 18:22:40.000000,2016-08-15 {DAY},10000.0000,13000.0000,30,"
    f"2016-09-01 {DAY},,2016-09-14 {DAY},2016-09-01 {DAY}\n"
)
OPEN = f"c1,12,2,2017-07-25 08:22:56.000000,2017-07-25 {DAY},30000.0000,34500.0000,30,,Bad\n"
PEOPLE = "customerid,birth_year,bank_name_clients\n"
SAMPLE = {
    "trainprevloans.csv": CLOSED + ROW,
    "testprevloans.csv": CLOSED,
    "trainperf.csv": f"{LOAN},referredby,good_bad_flag\n{OPEN}",
    "testperf.csv": f"{LOAN},referredby\nc2,13,4,40:48.0,39:35.0,10000,12250,30,\n",
    "traindemographics.csv": f"{PEOPLE}c1,1980,UBA\nc1,1980,UBA\nc2,1990,\n",
    "testdemographics.csv": PEOPLE,
}


def reasons(folder) -> set[tuple[str, str]]:
    return {(i.what, i.reason) for i in superlender.items(folder) if isinstance(i, Unread)}


def test_a_closed_loan_is_repaid_with_its_fee_and_an_open_one_is_owed(tmp_path):
    teller = bus()
    for call in superlender.items(write(tmp_path, SAMPLE)):
        if isinstance(call, Call):
            teller.run(call.name, call.fields, key=call.key)
    query = {"in_effect_on": "2017-08-30"}
    closed, still_open = teller.read("loan_register", query).rows
    assert (closed["status"], closed["settled_on"]) == ("settled", "2016-09-01")
    assert closed["stated"]["dates"]["first_due"] == "2016-09-14"
    assert (still_open["principal"], still_open["fee_due"]) == ("30000.00 NGN", "4500.00 NGN")
    assert still_open["stated"]["status"] == "Bad"
    fees = [r for r in teller.read("trial_balance", query).rows if r["account"] == "6021"]
    assert [row["balance"] for row in fees] == ["-3000.00 NGN"]
    (card,) = teller.read("customer_card", {"customer_id": "superlender-c1"}).rows
    assert card["others"] == {"bank_name_clients": "UBA", "birth_year": "1980"}


def test_what_is_damaged_or_twice_there_is_set_aside_with_the_reason(tmp_path):
    damaged = "approveddate: is no day of the form %Y-%m-%d %H:%M:%S.%f"
    unknown = "no readable day says since when the customer is known"
    assert reasons(write(tmp_path, SAMPLE)) == {
        ("testperf", damaged),
        ("statements", damaged),
        ("customers", unknown),
        ("traindemographics", unknown),
        ("traindemographics", "an earlier row of this customer says the same"),
    }


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("13000.0000", "9000.0000", "totaldue: is less than loanamount"),
        ("13000.0000,30", "13000.0000,thirty", "termdays: is no whole number"),
        (f"2016-09-01 {DAY},,", ",,", "closeddate: is no day"),
    ],
)
def test_a_closed_loan_that_contradicts_itself_is_set_aside(*, old, new, why, tmp_path):
    table = {"trainprevloans.csv": CLOSED + ROW.replace(old, new)}
    found = reasons(write(tmp_path, {**SAMPLE, **table}))
    assert {what for what, reason in found if why in reason} == {
        "trainprevloans",
        "repayments",
        "statements",
    }


def test_a_customer_whose_rows_differ_is_taken_from_the_first(tmp_path):
    table = {"testdemographics.csv": f"{PEOPLE}c1,1981,UBA\n"}
    found = reasons(write(tmp_path, {**SAMPLE, **table}))
    assert ("testdemographics", "an earlier row of this customer says otherwise") in found


def test_real_loans_and_customers_are_taken_without_a_refusal():
    calls = [c for c in superlender.items(real(superlender.SYSTEM)) if isinstance(c, Call)]
    chosen = list(islice((c for c in calls if c.what == superlender.CUSTOMERS), 300))
    known = {call.fields["customer_id"] for call in chosen}
    taken = [c for c in calls if c.name == "loan.take_over"]
    loans = {c.fields["loan_id"] for c in taken if c.fields["customer_id"] in known}
    chosen += [call for call in calls if call.fields.get("loan_id") in loans]
    results = bus().run_many([(call.name, call.fields, call.key) for call in chosen])
    assert not [result for result in results if isinstance(result, Exception)]
