"""Ways to tamper with an export, by outsiders and by those who have its keys."""

import shutil
from pathlib import Path

from attrs import frozen

from adapters.evidence.check_bag import SIGNATURE, TAGS
from adapters.evidence.check_records import RECORDS, said_by
from adapters.evidence.check_table import EVENTS
from adapters.evidence.keys import Use, create_key, signing_key
from adapters.evidence.lines import Line, read_line
from adapters.evidence.signer import begin_memory
from adapters.evidence.tiles import tile_path
from adapters.settings import Settings
from adapters.wiring import open_system
from tests.adapters.evidence.bags import ORIGIN, Desk, write_manifests, write_records
from tests.conftest import Clock
from tests.village import LI, OPEN, lend, repay


@frozen
class Case:
    """An export that was tampered with, where the outsider looks at it."""

    desk: Desk
    bag: Path

    def lines(self) -> list[Line]:
        return [read_line(line) for line in (self.bag / RECORDS).read_bytes().splitlines(True)]

    def reseal(self) -> None:
        """Make new manifests, and sign them: an insider has the key of exports."""
        self.desk.seal(self.bag)


def flip_a_byte_of_a_record(case: Case) -> None:
    place = case.bag / RECORDS
    place.write_bytes(place.read_bytes().replace(b'"amount":"12000.00', b'"amount":"72000.00', 1))


def and_make_new_manifests(case: Case) -> None:
    flip_a_byte_of_a_record(case)
    write_manifests(case.bag)


def and_sign_them_again(case: Case) -> None:
    flip_a_byte_of_a_record(case)
    case.reseal()


def change_a_cell_and_sign_again(case: Case) -> None:
    place = case.bag / EVENTS
    place.write_text(place.read_text().replace("12000.00", "72000.00", 1))
    case.reseal()


def drop_a_row_of_the_table_and_sign_again(case: Case) -> None:
    place = case.bag / EVENTS
    rows = place.read_text().splitlines(True)
    place.write_text("".join(rows[:-2] + rows[-1:]))
    case.reseal()


def drop_a_record_from_within_and_sign_again(case: Case) -> None:
    lines = case.lines()
    repaid = [n for n, line in enumerate(lines) if b"repayment_recorded" in line.record]
    write_records(case.bag, [line for n, line in enumerate(lines) if n != repaid[0]])
    case.reseal()


def withhold_the_last_record_of_a_stream_and_sign_again(case: Case) -> None:
    lines = case.lines()
    repaid = [n for n, line in enumerate(lines) if b"repayment_recorded" in line.record]
    write_records(case.bag, [line for n, line in enumerate(lines) if n != repaid[-1]])
    case.reseal()


def withhold_a_whole_stream_and_sign_again(case: Case) -> None:
    kept = [line for line in case.lines() if said_by(line.record)["stream"] != "loan-L1"]
    write_records(case.bag, kept)
    case.reseal()


def swap_two_records_and_sign_again(case: Case) -> None:
    lines = case.lines()
    lines[3], lines[4] = lines[4], lines[3]
    write_records(case.bag, lines)
    case.reseal()


def say_that_a_record_is_another_and_sign_again(case: Case) -> None:
    lines = case.lines()
    lines[3] = Line(lines[4].index, lines[3].recorded_at, lines[3].record)
    write_records(case.bag, lines[:4] + lines[5:])
    case.reseal()


def flip_a_bit_of_a_tile_and_sign_again(case: Case) -> None:
    size = int((case.bag / "data/log/checkpoint").read_text().split("\n")[1])
    place = case.bag / "data/log" / tile_path(0, 0, size)
    content = bytearray(place.read_bytes())
    content[32 * 3] ^= 1
    place.write_bytes(content)
    case.reseal()


def edit_the_checkpoint_and_sign_again(case: Case) -> None:
    place = case.bag / "data/log/checkpoint"
    origin, size, rest = place.read_text().split("\n", 2)
    place.write_text(f"{origin}\n{int(size) - 1}\n{rest}")
    case.reseal()


def add_a_file_to_the_payload(case: Case) -> None:
    (case.bag / "data" / "more.csv").write_text("1,2\n")


def add_a_file_beside_the_payload(case: Case) -> None:
    (case.bag / "README.txt").write_text("Trust this one.\n")


def remove_a_file(case: Case) -> None:
    (case.bag / EVENTS).unlink()


def sign_with_a_key_of_ones_own(case: Case) -> None:
    create_key(case.bag.parent / "mine", Use.EXPORT, f"{ORIGIN}/export")
    forged = signing_key(case.bag.parent / "mine", Use.EXPORT).sign((case.bag / TAGS).read_bytes())
    (case.bag / SIGNATURE).write_bytes(forged)


def cut_off_early(case: Case) -> None:
    """Show a genuine but older log: that of the first checkpoint of all."""
    early = min((case.bag / "data/prior-checkpoints").iterdir(), key=lambda file: int(file.name))
    shutil.copy(early, case.bag / "data/log/checkpoint")
    for file in (case.bag / "data/prior-checkpoints").iterdir():
        if file != early:
            file.unlink()
    write_records(case.bag, [line for line in case.lines() if line.index < int(early.name)])
    shutil.rmtree(case.bag / "data/heads")
    case.reseal()


def rewrite_all_of_history_and_sign_it(case: Case) -> None:
    """Have the keys, forget what was signed, and live through another history."""
    folder = case.bag.parent / "rewritten"
    (folder / "signing").mkdir(parents=True)
    for file in case.desk.keys.glob("*.*"):
        shutil.copy(file, folder / "signing" / file.name)
    begin_memory(folder / "signing", signing_key(folder / "signing", Use.LOG))
    with open_system(Settings(database=":memory:"), Clock()) as system:
        bus = system.bus("zhao", "B001")
        bus.run("log.open", OPEN)
        lend(bus)
        bus.run("customer.register", LI)
        for number in range(4):
            bus.run("loan.record_repayment", repay(f"R{number}", "900.00", "2025-01-02"))
        bus.run("day.close", {"day": "2025-01-02"})
        made = Desk(system, folder).make_bag("bag")
    shutil.rmtree(case.bag)
    shutil.copytree(made, case.bag)
