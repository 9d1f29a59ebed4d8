"""What the pack of EAST says of the front half: contracts, security, limits and entrusted loans."""

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from adapters.exports.desk import ExportDesk
from tests.adapters.exports.conftest import desk_of
from tests.contract_papers import bank_with_an_approval, contracted, later, paid
from tests.entrusted_papers import accepted, bank_with_an_entrusted_application, lent, signed

MARCH: dict[str, Any] = {"in_effect_on": "2026-03-31", "known_by": None, "since": "2026-02-28"}
Tables = Mapping[str, list[dict[str, str]]]


def tables(desk: ExportDesk, folder: Path) -> Tables:
    """Return the tables of a pack for March 2026, by number."""
    desk.east(folder, **MARCH, encoding="utf-8")
    found = {}
    for path in folder.glob("*_*.csv"):
        with path.open(newline="", encoding="utf-8") as file:
            found[path.name[:3]] = list(csv.DictReader(file))
    return found


@pytest.fixture(scope="module")
def desk() -> Iterator[ExportDesk]:
    """Return the desk of a bank that lent 40,000 of 50,000 against a house worth 100,000."""
    with bank_with_an_approval() as bank:
        contracted(bank)
        paid(bank)
        later(bank, 31)
        yield desk_of(bank)


@pytest.fixture(scope="module")
def filed(desk: ExportDesk, tmp_path_factory: pytest.TempPathFactory) -> Tables:
    return tables(desk, tmp_path_factory.mktemp("east") / "march")


def test_a_house_under_a_mortgage_has_its_values_rank_and_rate(filed):
    (house,) = filed["603"]
    assert (house["DBHTH"], house["YPBH"], house["YPLX"]) == ("M1", "K1", "住宅")
    assert (house["PGJZ"], house["YXRDJZ"], house["BZ"]) == ("100000.00", "100000.00", "CNY")
    # 40,000 that is out, of 100,000 that the house is worth; nobody's claim comes before ours.
    assert (house["DZYL"], house["CZQSW"], house["YDYJZ"]) == ("40.00", "1", "0.00")
    assert (house["QZDJHM"], house["YPSYRMC"], house["DZYWZT"]) == ("QH-2026-17", "三", "正常")
    assert house["YPMC"] == "two rooms in the county town"
    assert len(house["YPSYRZJHM"]) == 70, "the owner's number goes out masked"


def test_a_limit_says_what_is_used_who_handled_it_and_what_was_said(filed):
    (limit,) = filed["701"]
    assert (limit["SXXYH"], limit["KHTYBH"], limit["SXZTZL"]) == ("C2", "C2", "农户")
    assert (limit["SXED"], limit["YYED"], limit["SXZT"]) == ("60000.00", "40000.00", "有效")
    assert (limit["SXKSRQ"], limit["SXDQRQ"]) == ("20260302", "20270301")
    assert (limit["JBRGH"], limit["SPRGH"]) == ("wang", "feng")
    assert limit["SXJCYJ"] == (
        "income and purpose are shown;against a mortgage, and part of it to who sells the seed"
    )


def test_a_note_says_what_it_is_for_and_which_industry_it_goes_to(filed):
    (note,) = filed["503"]
    assert (note["XDJJH"], note["XDHTH"]) == ("N1", "L1")
    assert (note["JJDKYT"], note["DKTXHY"]) == ("种植业：seed and fertiliser", "A01")


@pytest.mark.parametrize(
    ("cell", "events"),
    [
        (("603", "M1", "DZYL"), {"loan.disbursed"}),
        (("603", "M1", "CZQSW"), {"collateral.registration_recorded"}),
        (("701", "C2", "YYED"), {"facility.headroom_used"}),
        (("701", "C2", "SXJCYJ"), {"facility.headroom_reserved"}),
        (("503", "N1", "JJDKYT"), {"loan.disbursed"}),
    ],
)
def test_the_records_behind_a_cell_are_found(desk, cell, events):
    steps = desk.lineage(cell, **MARCH, everything=False)
    assert events <= {step["event"] for step in steps}


def test_a_value_that_was_known_before_the_contract_is_among_the_records_read(desk):
    steps = desk.lineage(("603", "M1", "YXRDJZ"), **MARCH, everything=True)
    assert "collateral.valuation_recorded" in {step["event"] for step in steps}


def test_what_is_still_empty_says_why(desk, tmp_path):
    desk.east(tmp_path / "east", **MARCH, encoding="utf-8")
    with (tmp_path / "east" / "missing.csv").open(newline="", encoding="utf-8") as file:
        why = {(row["table"], row["field"]): row["why"] for row in csv.DictReader(file)}
    assert why["603", "QZDJMJ"] == "registration does not say an area"
    assert why["701", "EDSQRQ"] == "a limit is granted without an application of its own"
    assert why["503", "DKWJFL"] == "no aggregate records it"
    assert why["503", "XDYWZL"] == "not known of these rows"
    assert ("603", "YXRDJZ") not in why


@pytest.fixture(scope="module")
def entrusted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tables]:
    """Return the pack of a bank that lent 48,000 of somebody else's money."""
    with bank_with_an_entrusted_application() as bank:
        accepted(bank)
        signed(bank)
        lent(bank)
        later(bank, 31)
        yield tables(desk_of(bank), tmp_path_factory.mktemp("east") / "march")


def test_an_entrusted_loan_is_named_so_and_stands_in_its_own_account(entrusted):
    (contract,) = entrusted["501"]
    assert (contract["XDHTH"], contract["HTMC"], contract["XDYWZL"]) == (
        "W1",
        "委托贷款合同",
        "委托贷款",
    )
    assert (contract["HTJE"], contract["KHTYBH"], contract["DBLX"]) == ("60000.00", "C2", "信用")
    (note,) = entrusted["503"]
    assert (note["XDYWZL"], note["DKYE"], note["MXKMBH"]) == ("委托贷款", "48000.00", "1321.01")
    (account,) = entrusted["409"]
    assert (account["MXKMBH"], account["MXKMMC"]) == ("1321.01", "代理业务资产——委托贷款")
    (paid_out,) = entrusted["410"]
    assert (paid_out["MXKMBH"], paid_out["JYLX"], paid_out["JYJE"]) == (
        "1321.01",
        "贷款发放",
        "48000.00",
    )


def test_it_takes_no_limit_and_is_never_written_off_by_us(entrusted):
    assert entrusted["701"] == []
    assert entrusted["702"] == []
