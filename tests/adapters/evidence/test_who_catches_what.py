"""Who catches what: each way to tamper is found by the tools that should, and by no other.

What a tool misses is as much a part of the table as what it finds: it says why there are several.
"""

import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import bagit
import pytest

import tests.adapters.evidence.tampering as ways
from adapters.evidence.check_bag import SIGNATURE, TAGS
from adapters.evidence.check_records import said_by
from adapters.evidence.lines import Line
from adapters.evidence.verification import FAILED, Trust, Verification
from adapters.settings import Settings
from adapters.wiring import open_system
from tests.adapters.evidence.bags import Desk, live
from tests.conftest import Clock
from tests.village import OPEN


@pytest.fixture(scope="module")
def desk(tmp_path_factory) -> Iterator[Desk]:
    """A bank with two branches, its keys, and an export of it."""
    with open_system(Settings(database=":memory:"), Clock()) as system:
        system.bus("zhao").run("log.open", OPEN)
        made = Desk(system, tmp_path_factory.mktemp("desk"))
        live(made)
        made.make_bag("whole")
        made.make_bag("branch", lambda line: belongs(line, made), "branch B001")
        yield made


def belongs(line: Line, desk: Desk) -> bool:
    """Tell whether a record is of the first branch, or a closing of a day."""
    said = said_by(line.record)
    leaf = desk.system.core.store.leaf(said["stream"], 1)
    assert leaf is not None
    (_, first), *_ = desk.system.core.store.records(leaf.index - 1, 1)
    return bool(said_by(first.state)["branch"] == "B001" or said["type"] == "day.closed")


# Tools.


def by_bagit(case: ways.Case) -> bool:
    try:
        bagit.Bag(str(case.bag)).validate()
    except bagit.BagError:
        return True
    return False


def by_sha256sum(case: ways.Case) -> bool:
    check = "sha256sum --quiet --strict -c"
    command = f"{check} tagmanifest-sha256.txt && {check} manifest-sha256.txt"
    done = subprocess.run(command, shell=True, cwd=case.bag, capture_output=True, check=False)
    return done.returncode != 0


def by_openssl(case: ways.Case) -> bool:
    command = f"openssl pkeyutl -verify -pubin -rawin -in {TAGS} -sigfile {SIGNATURE} -inkey"
    words = [*command.split(), str(case.desk.keys / "export.pem")]
    return subprocess.run(words, cwd=case.bag, capture_output=True, check=False).returncode != 0


FOREIGN: Final[dict[str, Callable[[ways.Case], bool]]] = {
    "bagit": by_bagit,
    "sha256sum": by_sha256sum,
    "openssl": by_openssl,
}

TABLE: Final = [
    (ways.flip_a_byte_of_a_record, {"bagit", "sha256sum", "files", "records"}, "(index"),
    (ways.and_make_new_manifests, {"openssl", "signature", "records"}, "not the record in the log"),
    (ways.and_sign_them_again, {"records"}, "not the record in the log"),
    (ways.change_a_cell_and_sign_again, {"events.csv"}, "column data"),
    (ways.drop_a_row_of_the_table_and_sign_again, {"events.csv"}, "column index"),
    (ways.drop_a_record_from_within_and_sign_again, {"records"}, "what is between was withheld"),
    (
        ways.withhold_the_last_record_of_a_stream_and_sign_again,
        {"closing"},
        "loan-L1 ends with version",
    ),
    (ways.withhold_a_whole_stream_and_sign_again, {"closing"}, "loan-L1 is missing"),
    (ways.swap_two_records_and_sign_again, {"records"}, "it stands after index"),
    (ways.say_that_a_record_is_another_and_sign_again, {"records"}, "not the record in the log"),
    (ways.flip_a_bit_of_a_tile_and_sign_again, {"log"}, "hash 3 is not what the entries"),
    (ways.edit_the_checkpoint_and_sign_again, {"log"}, "does not hold"),
    (ways.add_a_file_to_the_payload, {"bagit", "files"}, "data/more.csv is in no manifest"),
    (ways.add_a_file_beside_the_payload, {"files"}, "README.txt is in no manifest"),
    (
        ways.remove_a_file,
        {"bagit", "sha256sum", "files", "events.csv"},
        "data/events.csv is missing",
    ),
    (ways.sign_with_a_key_of_ones_own, {"openssl", "signature"}, "is not that of"),
    (ways.cut_off_early, set(), "an older log"),
    (ways.rewrite_all_of_history_and_sign_it, {"earlier"}, "history was rewritten"),
]
NAMES: Final = [attack.__name__ for attack, _, _ in TABLE]


def tampered(desk: Desk, folder: Path, attack: Callable[[ways.Case], None]) -> ways.Case:
    """Return an export of the first branch that was tampered with."""
    shutil.copytree(desk.folder / "branch", folder / "bag")
    case = ways.Case(desk, folder / "bag")
    attack(case)
    return case


def verdict(case: ways.Case, trust: Trust) -> dict[str, str]:
    """Return the checks that fail, with what each says."""
    found = Verification(case.bag, trust).findings()
    return {finding.check: finding.said for finding in found if finding.state == FAILED}


@pytest.mark.parametrize("name", ["whole", "branch"])
def test_what_was_not_tampered_with_holds_for_everyone(desk, name):
    case = ways.Case(desk, desk.folder / name)
    assert not [tool for tool, finds in FOREIGN.items() if finds(case)]
    assert verdict(case, desk.trust()) == {}


@pytest.mark.parametrize("row", TABLE, ids=NAMES)
def test_each_way_to_tamper_is_found_by_those_who_should(desk, tmp_path, row):
    attack, finders, said = row
    case = tampered(desk, tmp_path, attack)
    failed = verdict(case, desk.trust())
    found = {tool for tool, finds in FOREIGN.items() if finds(case)} | failed.keys()
    assert found == finders, failed
    if failed:
        assert said in " ".join(failed.values()), failed


def test_only_a_checkpoint_that_was_kept_shows_that_all_was_rewritten(desk, tmp_path):
    case = tampered(desk, tmp_path, ways.rewrite_all_of_history_and_sign_it)
    assert verdict(case, desk.trust(checkpoints=())) == {}
    assert "history was rewritten" in verdict(case, desk.trust())["earlier"]


def test_only_a_later_checkpoint_shows_that_the_end_was_cut_off(desk, tmp_path):
    case = tampered(desk, tmp_path, ways.cut_off_early)
    assert verdict(case, desk.trust()) == {}  # What was kept is as old as what is shown.
    newest = max((desk.keys / "checkpoints").iterdir(), key=lambda file: int(file.name))
    found = verdict(case, desk.trust(checkpoints=(newest,)))
    assert "an older log, or one that was cut off" in found["earlier"]


def test_a_part_without_a_list_shows_less_and_says_so(desk, tmp_path):
    def take_away_the_lists(case: ways.Case) -> None:
        shutil.rmtree(case.bag / "data/heads")
        case.reseal()

    case = tampered(desk, tmp_path, take_away_the_lists)
    found = Verification(case.bag, desk.trust()).findings()
    said = next(finding.said for finding in found if finding.check == "closing")
    # All streams of the branch are here, so their own heads come to the digest of the closing.
    assert "branch B001: 5 of 5 streams, each to its end" in said
    assert "branch B002: nothing shows whether its streams are whole" in said
