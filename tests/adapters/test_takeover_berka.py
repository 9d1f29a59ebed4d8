"""The Czech bank's folder is taken over whole, and every figure of it is found again."""

import io
import json
import shutil
from pathlib import Path

import pytest

from adapters.problems import Unknown
from adapters.settings import Settings
from adapters.system import System
from adapters.takeover import berka
from adapters.takeover.calls import Call, Unread
from adapters.takeover.run import take_over
from adapters.wiring import open_system
from domain.rules import Refused
from tests.adapters.take_over import bus, opened, real, taken, write

SAMPLE = {
    "client.csv": '"client_id";"birth_number";"district_id"\n1;"706213";18\n2;"450204";1\n',
    "account.csv": '"account_id";"district_id";"frequency";"date"\n7;55;"POPLATEK";930101\n',
    "disp.csv": ('"disp_id";"client_id";"account_id";"type"\n1;1;7;"OWNER"\n2;2;7;"DISPONENT"\n'),
    "loan.csv": (
        '"loan_id";"account_id";"date";"amount";"duration";"payments";"status"\n'
        '5314;7;930731;24000;12;2000.00;"B"\n'
    ),
    "trans_prefix.csv": (
        '"trans_id";"account_id";"date";"type";"operation";"amount";"balance";"k_symbol";"bank";'
        '"account"\n31;7;930812;"VYDAJ";"PREVOD";2000.30;1.00;"UVER";"OP";"3"\n'
        '32;7;930812;"PRIJEM";"VKLAD";700.00;700.00;"";;\n'
    ),
}


def items(folder: Path) -> list[Call | Unread]:
    return list(berka.items(folder))


def taken_facts(system: System) -> int:
    """Return how many records there are, but for those of who read what to reconcile it."""
    facts = system.core.journal.facts(-1, 100_000)
    return sum(fact.category != "disclosure" for fact in facts)


def test_the_whole_folder_reconciles_and_a_second_run_adds_nothing(tmp_path):
    folder, system = real(berka.SYSTEM), opened()
    teller, aside = system.bus("teller"), tmp_path / "quarantine.csv"
    code, lines = taken("berka", folder, teller, aside)
    assert code == 0
    assert "loans: taken over 682 + quarantined 0 = stated 682: equal" in lines
    assert (
        "loans_at_as_of / outstanding_principal: ours 396043020, stated 396043020: equal"
        " [our views]" in lines
    )
    assert "figures: 125, of which differ without a name: 0" in lines
    assert aside.read_text().splitlines() == ["place,what,reason"]

    recorded = taken_facts(system)
    code, lines = taken("berka", folder, teller, aside)
    assert (code, taken_facts(system)) == (0, recorded)
    assert "loans: taken over 682 (taken over before: 682) + quarantined 0" in lines[2]


def test_a_run_broken_off_and_begun_again_ends_as_one_run(tmp_path):
    folder = real(berka.SYSTEM)
    broken, whole = opened(), opened()
    calls = [item for item in berka.items(folder) if isinstance(item, Call)]
    halves = (calls[:6_800], calls)
    for half in halves:
        broken.bus("teller").run_many([(c.name, c.fields, c.key) for c in half])
    whole.bus("teller").run_many([(c.name, c.fields, c.key) for c in calls])
    assert broken.core.journal.head() == whole.core.journal.head()


def test_a_figure_that_is_another_fails_the_run(tmp_path):
    folder = tmp_path / "folder"
    shutil.copytree(real(berka.SYSTEM), folder)
    path = folder / "reconciliation.json"
    path.chmod(0o644)
    stated = json.loads(path.read_text())
    stated["loans_at_as_of"]["repaid"] += 1
    stated["full_tables"]["unheard_of"] = 3
    path.unlink()
    path.write_text(json.dumps(stated))
    code, lines = taken("berka", folder, bus(), tmp_path / "quarantine.csv")
    assert code == 1
    assert [line for line in lines if "DIFFERENT" in line or "no figure of ours" in line] == [
        "full_tables / unheard_of: stated 3, and no figure of ours",
        "loans_at_as_of / repaid: ours 48356580, stated 48356581: DIFFERENT [our views]",
    ]


def test_a_loan_comes_with_its_plan_its_origin_and_its_true_dates(tmp_path):
    by_name = {c.name: c for c in items(write(tmp_path, SAMPLE)) if isinstance(c, Call)}
    loan = by_name["loan.take_over"].fields
    assert (loan["customer_id"], loan["granted_on"]) == ("berka-1", "1993-07-31")
    assert loan["origin"] == {"system": "berka_pkdd99", "reference": "loan.csv:5314"}
    assert [row["due_date"] for row in loan["plan"]][:3] == [
        "1993-08-31",
        "1993-09-30",
        "1993-10-31",
    ]
    assert len(loan["plan"]) == 12 and loan["plan"][11]["principal"] == "2000.00 CZK"
    assert by_name["loan.record_repayment"].fields["value_date"] == "1993-08-12"
    assert by_name["customer.relate"].fields["other_id"] == "berka-2"


def test_our_views_show_what_was_taken_over_with_what_is_odd_about_it(tmp_path):
    teller = bus()
    for call in items(write(tmp_path, SAMPLE)):
        assert isinstance(call, Call)
        teller.run(call.name, call.fields, key=call.key)
    (loan,) = teller.read("loan_register", {"in_effect_on": "1998-12-31"}).rows
    assert (loan["principal"], loan["stated"]["status"]) == ("21999.70 CZK", "B")
    assert loan["findings"] == 1  # The payment is not the instalment.


@pytest.mark.parametrize(
    ("table", "old", "new", "why"),
    [
        ("loan.csv", "930731", "930732", "date: is no day of the form %y%m%d"),
        ("loan.csv", "2000.00", "2000.001", "payments: has a part of a hundredth"),
        ("loan.csv", "24000", "NaN", "amount: is no amount"),
        ("loan.csv", "24000;12", "24000;twelve", "duration: is no whole number"),
        ("loan.csv", "5314;7", "5314;8", "the loan's account has no owner"),
        ("loan.csv", "24000;12", "24000", "has 6 cells under 7 names"),
        ("client.csv", '2;"450204"', '3;"450204"', "no account says since when the client is"),
        ("disp.csv", "DISPONENT", "GUEST", "type: is neither OWNER nor DISPONENT"),
        ("trans_prefix.csv", "31;7", "31;8", "the account has no loan to repay"),
    ],
)
def test_a_row_that_is_unclear_is_set_aside_with_the_reason(*, table, old, new, why, tmp_path):
    folder = write(tmp_path, {**SAMPLE, table: SAMPLE[table].replace(old, new, 1)})
    reasons = [item.reason for item in items(folder) if isinstance(item, Unread)]
    assert reasons and any(why in reason for reason in reasons)


def test_a_journal_that_is_not_open_stops_the_run(tmp_path):
    folder = real(berka.SYSTEM)
    closed = open_system(Settings(database=":memory:")).bus("teller")
    with pytest.raises(Refused):
        taken("berka", folder, closed, tmp_path / "quarantine.csv")


def test_a_source_nobody_knows_and_a_folder_without_figures_are_named(tmp_path):
    for source, why in (("bank", "there is no source bank"), ("berka", "no reconciliation.json")):
        with pytest.raises(Unknown, match=why):
            take_over(source, tmp_path, bus(), report=io.StringIO(), quarantine=tmp_path / "q")
