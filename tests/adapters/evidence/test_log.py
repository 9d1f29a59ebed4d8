"""A published log: its tiles, its checkpoints, and a signer that is not fooled."""

import shutil
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st

from adapters.evidence.checkpoint import open_checkpoint
from adapters.evidence.faults import Faulty
from adapters.evidence.log import publish, roots
from adapters.evidence.signer import Signer
from adapters.evidence.tiles import TileFolder, tile_path, tiles_of
from adapters.evidence.tree import consistency_proof, extends, includes, inclusion_proof, leaf_hash
from adapters.problems import Unavailable
from tests.adapters.evidence.growing import Growing, leaf, new_signer


def test_tiles_are_where_the_specification_puts_them():
    assert tile_path(0, 1234067) == "tile/0/x001/x234/067"
    assert tile_path(-1, 0, 17) == "tile/entries/000.p/17"
    ends = [tile for tile in tiles_of(70_000) if tile[2] < 256]
    assert ends == [(0, 273, 112), (1, 1, 17), (2, 0, 1)]
    assert len(list(tiles_of(70_000))) == 273 + 1 + 1 + 1 + 1
    assert list(tiles_of(256)) == [(0, 0, 256), (1, 0, 1)]
    assert not list(tiles_of(0))


def test_what_was_published_is_read_back_and_proves_itself(tmp_path):
    journal, signer = Growing(), new_signer(tmp_path / "keys")
    heads = []
    for size in (1, 255, 256, 257, 700):
        heads.append(publish(journal.grow(size), tmp_path / "log", signer).head)
    for size, root in heads:  # Every tree of a checkpoint ever given out can still be read.
        tiles = TileFolder(tmp_path / "log", size)
        for index in range(0, size, 41):
            assert tiles.entries(index // 256)[index % 256] == leaf(index)
            path = inclusion_proof(index, size, tiles.node)
            assert includes(path, index, size, hashed=leaf_hash(leaf(index)), root=root)
    newest = TileFolder(tmp_path / "log", 700)
    for size, root in heads:
        proof = consistency_proof(size, 700, newest.node)
        assert extends(proof, (size, root), heads[-1])
    for level, number, width in tiles_of(256):
        assert (tmp_path / "log" / tile_path(level, number, width)).exists()


@settings(max_examples=12)
@for_all(st.lists(st.integers(0, 3_000), min_size=1, max_size=3))
def test_a_log_of_any_size_is_written_and_read_back(tmp_path_factory, sizes):
    folder, journal = tmp_path_factory.mktemp("log"), Growing()
    signer = new_signer(folder / "keys")
    for size in sorted(sizes):
        checkpoint = publish(journal.grow(size), folder / "log", signer)
        assert checkpoint.root == roots(journal, [size])[0]
        content = (folder / "log" / "checkpoint").read_bytes()
        assert open_checkpoint(content, signer.key) == checkpoint
        tiles = TileFolder(folder / "log", size)
        found = [entry for n in range(-(-size // 256)) for entry in tiles.entries(n)]
        assert found == journal.kept


def test_published_twice_it_is_the_same_and_what_was_lost_comes_back(tmp_path):
    journal, signer = Growing().grow(600), new_signer(tmp_path / "keys")
    publish(Growing().grow(300), tmp_path / "log", signer)
    first = publish(journal, tmp_path / "log", signer)
    content = (tmp_path / "log" / "checkpoint").read_bytes()
    shutil.copytree(tmp_path / "log", tmp_path / "whole")
    (tmp_path / "log" / tile_path(0, 1)).write_bytes(b"damaged")
    shutil.rmtree(tmp_path / "log" / "tile" / "entries")
    assert publish(journal, tmp_path / "log", signer) == first
    assert (tmp_path / "log" / "checkpoint").read_bytes() == content
    files = [f for f in (tmp_path / "whole").rglob("*") if f.is_file()]
    for file in files:
        again = tmp_path / "log" / file.relative_to(tmp_path / "whole")
        assert again.read_bytes() == file.read_bytes()


def test_a_second_folder_holds_what_every_earlier_checkpoint_needs(tmp_path):
    journal, signer = Growing(), new_signer(tmp_path / "keys")
    publish(journal.grow(300), tmp_path / "log", signer)
    publish(journal.grow(600), tmp_path / "bag", signer)
    for size in (300, 600):
        assert TileFolder(tmp_path / "bag", size).entries(size // 256)[-1] == leaf(size - 1)


def test_what_was_cut_short_between_two_files_is_completed(tmp_path):
    journal, signer = Growing().grow(300), new_signer(tmp_path / "keys")
    publish(journal, tmp_path / "log", signer)
    given = tmp_path / "keys" / "checkpoints" / "300"
    kept = given.read_bytes()
    given.unlink()  # It was remembered, and the power went before it was given out.
    (tmp_path / "log" / "checkpoint").unlink()
    publish(journal, tmp_path / "log", Signer(tmp_path / "keys"))
    assert given.read_bytes() == kept == (tmp_path / "log" / "checkpoint").read_bytes()


def test_two_who_publish_at_once_agree(tmp_path):
    journal, signer = Growing().grow(2_000), new_signer(tmp_path / "keys")
    with ThreadPoolExecutor(4) as pool:
        made = [pool.submit(publish, journal, tmp_path / "log", signer) for _ in range(8)]
        heads = {each.result().head for each in made}
    assert len(heads) == 1
    assert list(signer.given()) == [2_000]


def test_who_publishes_while_the_journal_grows_does_not_come_too_late(tmp_path):
    journal, signer = Growing().grow(100), new_signer(tmp_path / "keys")
    with ThreadPoolExecutor(4) as pool:
        made = []
        for size in range(200, 2_200, 200):
            made.append(pool.submit(publish, journal, tmp_path / "log", signer))
            journal.grow(size)
        sizes = [each.result().size for each in made]
    assert set(sizes) == set(signer.given())
    assert publish(journal, tmp_path / "log", signer).size == 2_000


def test_a_folder_that_takes_nothing_is_named_and_nothing_is_signed(tmp_path):
    signer = new_signer(tmp_path / "keys")
    (tmp_path / "log").mkdir()
    (tmp_path / "log" / "tile").write_text("in the way")
    with pytest.raises(Unavailable, match="cannot be written"):
        publish(Growing().grow(300), tmp_path / "log", signer)
    assert signer.last().size == 0 and not signer.given()


@pytest.mark.parametrize(
    ("what", "journal"),
    [
        ("300 were signed for", Growing().grow(200)),
        ("are not those that were signed for", Growing().grow(300, "fork")),
        ("are not those that were signed for", Growing().grow(250).grow(700, "fork")),
    ],
    ids=["restored from an older backup", "another history", "a fork before the end"],
)
def test_a_history_that_does_not_go_on_is_not_signed(tmp_path, what, journal):
    signer = new_signer(tmp_path / "keys")
    publish(Growing().grow(300), tmp_path / "log", signer)
    before = {f: f.read_bytes() for f in tmp_path.rglob("*") if f.is_file()}
    with pytest.raises(Unavailable, match=what) as refused:
        publish(journal, tmp_path / "log", signer)
    assert "Bring back the newest copy" in str(refused.value)
    assert before == {f: f.read_bytes() for f in tmp_path.rglob("*") if f.is_file()}
    publish(Growing().grow(301), tmp_path / "log", signer)


def test_the_signer_itself_asks_for_the_proof(tmp_path):
    signer, journal = new_signer(tmp_path / "keys"), Growing().grow(300)
    publish(journal, tmp_path / "log", signer)
    (root,) = roots(journal.grow(400), [400])
    with pytest.raises(Unavailable, match="does not continue the 300"):
        signer.sign(400, root, [])
    with pytest.raises(Unavailable, match="300 were signed for"):
        signer.sign(200, root, [])
    with pytest.raises(Unavailable, match="does not continue"):
        signer.sign(300, root, [])
    assert signer.last().size == 300


def test_a_signer_that_lost_its_memory_does_not_sign(tmp_path):
    signer, journal = new_signer(tmp_path / "keys"), Growing().grow(300)
    publish(journal, tmp_path / "log", signer)
    kept = (tmp_path / "keys" / "last").read_bytes()
    for damage in (None, b"", kept.replace(b"300", b"100"), b"\xff"):
        (tmp_path / "keys" / "last").unlink()
        if damage is not None:
            (tmp_path / "keys" / "last").write_bytes(damage)
        else:
            (tmp_path / "keys" / "last").touch()
        with pytest.raises(Unavailable, match="does not know what it signed last"):
            publish(journal, tmp_path / "log", Signer(tmp_path / "keys"))
    # What anyone was given brings the memory back.
    shutil.copy(tmp_path / "log" / "checkpoint", tmp_path / "keys" / "last")
    assert publish(journal, tmp_path / "log", Signer(tmp_path / "keys")).size == 300


def test_a_tile_that_is_not_what_it_should_be_is_named(tmp_path):
    publish(Growing().grow(600), tmp_path / "log", new_signer(tmp_path / "keys"))
    place = tmp_path / "log" / tile_path(0, 1)
    place.write_bytes(b"short")
    with pytest.raises(Faulty, match=r"tile/0/001 is not 8192 bytes long"):
        TileFolder(tmp_path / "log", 600).node(0, 256)
    place.unlink()
    with pytest.raises(Faulty, match=r"tile/0/001 is missing"):
        TileFolder(tmp_path / "log", 600).node(0, 256)
    place.symlink_to("/etc/passwd")
    with pytest.raises(Faulty, match=r"is a link"):
        TileFolder(tmp_path / "log", 600).node(0, 256)
