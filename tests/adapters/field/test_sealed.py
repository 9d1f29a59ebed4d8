"""A pack file: nobody reads it without the passphrase, and nothing in it is changed unseen."""

import pytest

from adapters.field.sealed import SealedFile
from adapters.problems import Unavailable, Unreadable

PASSPHRASE = "to the village and back"


@pytest.fixture
def file(tmp_path):
    made = SealedFile.create(tmp_path / "fp1.pack", "FP1", PASSPHRASE)
    for number in (1, 2, 3):
        made.append({"entry": number, "name": "张三"})
    return made


def test_what_was_added_is_read_in_order(file):
    opened = SealedFile.open(file.path, PASSPHRASE)
    assert [line["entry"] for line in opened.read()] == [1, 2, 3]
    assert opened.pack_id == "FP1"


def test_nobody_reads_it_without_the_passphrase(file):
    assert "张三".encode() not in file.path.read_bytes()
    assert file.path.stat().st_mode & 0o077 == 0
    with pytest.raises(Unreadable, match="passphrase"):
        SealedFile.open(file.path, PASSPHRASE + "!")


def test_a_line_that_was_changed_moved_or_taken_from_another_pack_is_found(file, tmp_path):
    whole = file.path.read_bytes().split(b"\n")
    changed = [*whole]
    changed[2] = changed[2].replace(changed[2][:2], b"AA" if changed[2][:2] != b"AA" else b"BB", 1)
    moved = [whole[0], whole[2], whole[1], *whole[3:]]
    other = SealedFile.create(tmp_path / "fp2.pack", "FP2", PASSPHRASE)
    other.append({"entry": 1})
    foreign = [whole[0], other.path.read_bytes().split(b"\n")[1], *whole[2:]]
    for lines in (changed, moved, foreign):
        file.path.write_bytes(b"\n".join(lines))
        with pytest.raises(Unreadable):
            list(SealedFile.open(file.path, PASSPHRASE).read())


def test_a_line_that_was_cut_short_is_not_there_and_is_written_over(file):
    content = file.path.read_bytes()
    file.path.write_bytes(content[:-9])
    opened = SealedFile.open(file.path, PASSPHRASE)
    assert [line["entry"] for line in opened.read()] == [1, 2]
    opened.append({"entry": 4})
    assert [line["entry"] for line in opened.read()] == [1, 2, 4]


def test_what_is_no_pack_is_said_to_be_none(tmp_path):
    path = tmp_path / "letter.txt"
    for text in ("", "dear sir\n", '{"form": "another"}\n', "[]\n"):
        path.write_text(text)
        with pytest.raises(Unreadable, match="no field pack"):
            SealedFile.open(path, PASSPHRASE)
    with pytest.raises(Unavailable, match="cannot be read"):
        SealedFile.open(tmp_path / "nowhere.pack", PASSPHRASE)


def test_a_pack_is_not_written_over_another_or_under_a_short_passphrase(file, tmp_path):
    with pytest.raises(Unavailable, match="there already"):
        SealedFile.create(file.path, "FP1", PASSPHRASE)
    with pytest.raises(Unreadable, match="at least 12"):
        SealedFile.create(tmp_path / "fp3.pack", "FP3", "short")
