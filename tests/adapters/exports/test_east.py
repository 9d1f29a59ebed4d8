"""The credit pack of EAST 5.0: what it says, what it lists as missing, and making it again."""

import csv
import hashlib
import json
from decimal import Decimal
from typing import Any

import pytest

from adapters.exports.files import PART
from adapters.problems import Unreadable
from projections.returns.east import EAST
from tests.adapters.exports.conftest import desk_of
from tests.village import NUMBERS, repay

LINEAGE = {"in_effect_on": "2025-02-28", "known_by": None, "since": "2025-01-31"}


def table(folder, number, encoding="utf-8"):
    (path,) = folder.glob(f"{number}_*.csv")
    with path.open(newline="", encoding=encoding) as file:
        return list(csv.DictReader(file))


def test_a_loan_of_a_person_is_a_note_with_its_figures_on_the_day(file_pack):
    (note,) = table(file_pack("feb"), "503")
    assert (note["XDJJH"], note["KHTYBH"], note["NBJGH"]) == ("L1", "C1", "B01")
    assert (note["DKJE"], note["DKYE"], note["BZ"]) == ("12000.00", "11027.00", "CNY")
    assert (note["DKFFRQ"], note["DKDQRQ"], note["ZJRQ"]) == ("20250102", "20260102", "99991231")
    assert (note["ZQS"], note["DQQS"], note["SJLL"]) == ("12", "2", "6.0000")
    assert (note["HKFS"], note["JXFS"], note["DKZT"]) == ("按月", "按月结息", "正常")
    assert (note["XQHKRQ"], note["QBJE"], note["CJRQ"]) == ("20250302", "0.00", "20250228")


def test_an_enterprise_is_reported_apart_under_its_plain_name(file_pack):
    pack = file_pack("feb")
    (note,) = table(pack, "504")
    assert (note["XDJJH"], note["KHMC"], note["DKZT"]) == ("L2", "清河粮油有限公司", "逾期")
    assert (note["QBRQ"], note["LXQKQS"]) == ("20250202", "1")
    (firm,) = table(pack, "203")
    assert firm["ZJHM"] == "91350211M000100Y46"


def test_a_person_is_masked_as_the_regulator_asks(file_pack):
    pack = file_pack("feb")
    zhang = table(pack, "201")[0]
    hashed = hashlib.new("sm3", f"张{NUMBERS[0]}".encode()).hexdigest()
    assert (zhang["KHXM"], zhang["ZJHM"]) == ("三", NUMBERS[0][:6] + hashed)
    assert len(zhang["ZJHM"]) == 70
    assert (zhang["XB"], zhang["CSNY"], zhang["ZJLB"]) == ("女", "194912", "居民身份证")
    said = b"".join(path.read_bytes() for path in pack.iterdir()).decode()
    assert NUMBERS[0] not in said and "张三" not in said


def test_entries_say_what_was_paid_and_what_is_left(file_pack):
    principal, interest = table(file_pack("feb"), "410")
    assert (principal["JYLX"], principal["JYJDBZ"], principal["JYJE"]) == (
        "贷款还本",
        "贷",
        "973.00",
    )
    assert (interest["JYLX"], interest["JYJE"]) == ("贷款还息", "60.00")
    assert {principal["ZHYE"], interest["ZHYE"]} == {"11027.00"}
    assert (principal["JYGYH"], principal["CBMBZ"]) == ("zhao", "正常")


def test_entries_before_the_period_are_left_to_the_period_before(file_pack):
    since = {"since": "2024-12-31", "in_effect_on": "2025-01-31"}
    (paid_out,) = table(file_pack("jan", **since), "410")
    assert (paid_out["JYLX"], paid_out["JYJDBZ"], paid_out["JYJE"]) == (
        "贷款发放",
        "借",
        "12000.00",
    )


def test_what_no_source_supplies_is_listed_and_stays_empty(file_pack):
    pack = file_pack("feb")
    with (pack / "missing.csv").open(newline="", encoding="utf-8") as file:
        listed = {(row["table"], row["field"]) for row in csv.DictReader(file)}
    for number, each in EAST.items():
        for row in table(pack, number):
            # That a note pays off no other is known of every note agreed here.
            empty = {code for code, text in row.items() if text == "" and code != "SBXDJJH"}
            assert empty <= {field for tab, field in listed if tab == number}
        assert {(number, field.code) for field in each.missing} <= listed
    assert ("503", "DKWJFL") in listed and ("705", "XWJFL") in listed


def test_frictionless_accepts_the_pack(file_pack):
    frictionless = pytest.importorskip("frictionless", reason="needs frictionless")
    report = frictionless.validate(str(file_pack("feb") / "datapackage.json"))
    assert report.valid, report.flatten(["title", "rowNumber", "fieldName", "note"])


def test_it_can_be_written_in_the_national_encoding(file_pack):
    pack = file_pack("feb", encoding="gb18030")
    assert table(pack, "504", "gb18030")[0]["KHMC"] == "清河粮油有限公司"


def test_a_pack_made_again_as_known_then_is_the_same_byte_for_byte(desk, lent, file_pack):
    filed = file_pack("filed")
    lent.bus("li").run("loan.record_repayment", repay("R0", "500.00", "2025-02-20"))
    report, _ = desk.compare(filed, known_by=None)
    assert report.passed and report.counts["same as filed"] == len(EAST)


def test_every_difference_as_known_now_names_the_records_behind_it(desk, lent, file_pack):
    filed = file_pack("filed")
    late = lent.bus("li").run("loan.record_repayment", repay("R0", "500.00", "2025-02-20"))
    report, differences = desk.compare(filed, known_by=None)
    balance = next(d for d in differences if (d["table"], d["column"]) == ("503", "DKYE"))
    assert (balance["filed"], balance["records"]) == ("11027.00", (late.index,))
    assert "loan.repayment_recorded of loan-L1 by li" in balance["why"]
    came = [d for d in differences if d["table"] == "410" and d["column"] == ""]
    assert came and all(d["now"] == "a row" and d["records"] == (late.index,) for d in came)
    assert all(d["records"] for d in differences) and report.passed


def test_nothing_is_different_where_nothing_became_known(desk, file_pack):
    report, differences = desk.compare(file_pack("filed"), known_by=None)
    assert report.passed and not differences


def test_a_pack_that_was_changed_since_it_was_filed_is_found(desk, file_pack):
    filed = file_pack("filed")
    (path,) = filed.glob("503_*.csv")
    path.write_text(path.read_text("utf-8").replace("11027.00", "11026.00"), "utf-8")
    report, differences = desk.compare(filed, known_by=None)
    assert not report.passed and "503" in report.remarks[0]
    assert [(d["column"], d["filed"], d["now"]) for d in differences] == [
        ("DKYE", "11026.00", "11027.00")
    ]


@pytest.mark.parametrize("spoil", [lambda p: p.unlink(), lambda p: p.write_text("{}")])
def test_a_folder_that_is_no_pack_is_refused(desk, file_pack, spoil):
    filed = file_pack("filed")
    spoil(filed / "filing.json")
    with pytest.raises(Unreadable, match="no filed pack"):
        desk.compare(filed, known_by=None)


def test_the_lineage_of_a_balance_is_the_events_that_made_it(desk, lent):
    steps = desk.lineage(("503", "L1", "DKYE"), **LINEAGE, everything=False)
    assert [(s["event"], s["before"], s["after"]) for s in steps] == [
        ("loan.disbursed", "[no row]", "12000.00"),
        ("loan.repayment_recorded", "12000.00", "11027.00"),
    ]
    assert [s["actor"] for s in steps] == ["zhao", "zhao"]


def test_the_lineage_of_a_name_is_the_registration_and_its_changes(desk, lent):
    change = {"customer_id": "C1", "since": "2025-02-01", "name": "张叁"}
    changed = lent.bus("li").run("customer.change_particulars", change)
    steps = desk.lineage(("201", "C1", "KHXM"), **LINEAGE, everything=False)
    assert [s["event"] for s in steps] == ["customer.registered", "customer.particulars_changed"]
    assert (steps[-1]["index"], steps[-1]["after"]) == (changed.index, "叁")


def test_all_records_that_were_read_are_listed_when_asked_for(desk):
    all_of_them = desk.lineage(("503", "L1", "DKYE"), **LINEAGE, everything=True)
    assert {"customer.registered", "loan.agreed", "log.opened"} <= {s["event"] for s in all_of_them}


def test_views_have_a_lineage_too(desk):
    now = {"in_effect_on": "2025-02-28", "known_by": None, "since": None, "everything": False}
    steps = desk.lineage(("trial_balance", "1303", "balance"), **now)
    assert [s["after"] for s in steps] == ["12000.00 CNY", "24000.00 CNY", "23027.00 CNY"]


def test_what_was_cut_short_is_begun_anew(lent, tmp_path):
    part = tmp_path / f"feb{PART}"
    part.mkdir()
    (part / "half").write_text("written")
    asked: Any = {"in_effect_on": "2025-02-28", "known_by": None, "since": None}
    desk_of(lent).east(tmp_path / "feb", encoding="utf-8", **asked)
    assert not part.exists() and not (tmp_path / "feb" / "half").exists()
    assert json.loads((tmp_path / "feb" / "filing.json").read_bytes())["since"] is None


def test_a_loan_that_left_the_books_is_reported_with_what_came_in_since(lent, file_pack):
    bus = lent.bus("zhao", "B01")
    bus.run("loan.write_off", {"loan_id": "L2", "reference": "W1", "value_date": "2025-02-20"})
    bus.run("loan.record_repayment", {**repay("R9", "500.00", "2025-02-25"), "loan_id": "L2"})
    pack = file_pack("feb")
    (note,) = table(pack, "504")
    assert (note["DKZT"], note["DKYE"], note["ZJRQ"]) == ("核销", "0.00", "20250220")
    (gone,) = table(pack, "702")
    assert (gone["JJH"], gone["HXRQ"], gone["HXBJ"]) == ("L2", "20250220", "12000.00")
    assert (gone["SHBNLX"], gone["SHRQ"]) == ("0.00", "20250225")
    assert Decimal(gone["SHBJ"]) + Decimal(gone["SHLX"]) == 500
    kinds = [entry["JYLX"] for entry in table(pack, "412")]
    assert kinds[0] == "其他-核销" and set(kinds[1:]) <= {"贷款还本", "贷款还息"}


def test_a_written_off_loan_is_a_note_once_and_then_a_write_off_only(lent, file_pack):
    written_off = {"loan_id": "L2", "reference": "W1", "value_date": "2025-02-20"}
    lent.bus("zhao").run("loan.write_off", written_off)
    march = file_pack("march", in_effect_on="2025-03-02", since="2025-02-28")
    assert not table(march, "504") and len(table(march, "702")) == 1


def test_what_a_loan_is_lent_for_and_its_extensions_are_reported(lent, file_pack):
    (note,) = table(file_pack("feb"), "503")
    assert (note["DKFFLX"], note["LLLX"], note["ZQCS"]) == ("新增", "非LPR", "0")
