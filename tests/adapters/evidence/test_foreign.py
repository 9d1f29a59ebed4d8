"""What programs of others say of our log and of our canonical JSON."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st

from adapters.evidence.check_log import check_log, read_log
from adapters.evidence.log import publish
from adapters.evidence.tiles import tile_path
from adapters.storage.digests import canonical
from tests.adapters.evidence.growing import Growing, new_signer
from tests.style.trees import ROOT
from tests.village import lend

SUMDB = Path("/usr/share/gocode/src/golang.org/x/mod/sumdb/tlog")
SIZES = (1, 255, 256, 257, 1_000)


@pytest.fixture(scope="module")
def driver(tmp_path_factory):
    """Return a program on Go's sumdb that checks a log; skips where it cannot be built."""
    if shutil.which("go") is None or not SUMDB.is_dir():
        pytest.skip("Debian's golang-go and golang-golang-x-mod-dev are not installed")
    folder = tmp_path_factory.mktemp("go")
    path = {"GO111MODULE": "off", "GOPATH": "/usr/share/gocode", "GOCACHE": str(folder / "cache")}
    source = Path(__file__).with_name("driver.go")
    command = ["go", "build", "-o", str(folder / "driver"), str(source)]
    subprocess.run(command, env={**os.environ, **path}, check=True)

    def check(log: Path, key: str, *old: Path) -> tuple[int, str]:
        done = subprocess.run([folder / "driver", log, key, *old], capture_output=True, text=True)
        return done.returncode, done.stdout.strip()

    return check


def test_go_finds_every_record_in_every_log_and_every_log_in_the_next(driver, tmp_path):
    journal, signer = Growing(), new_signer(tmp_path / "keys")
    before: list[Path] = []
    for size in SIZES:
        published = publish(journal.grow(size), tmp_path / "log", signer)
        said = driver(tmp_path / "log", signer.key.to_text(), *before)
        assert said == (0, f"it holds: {size} {published.root.hex()}")
        before = [tmp_path / "keys" / "checkpoints" / str(size)]


def test_an_old_checkpoint_put_in_place_of_the_new_one_still_finds_its_tiles(driver, tmp_path):
    journal, signer = Growing(), new_signer(tmp_path / "keys")
    for size in SIZES:
        publish(journal.grow(size), tmp_path / "log", signer)
    for size, kept in signer.given().items():
        shutil.copy(kept, tmp_path / "log" / "checkpoint")
        assert driver(tmp_path / "log", signer.key.to_text())[1].startswith(f"it holds: {size} ")
        checkpoint, _ = read_log(tmp_path / "log", signer.key)
        assert len(check_log(tmp_path / "log", checkpoint)) == size


def test_go_refuses_what_we_refuse(driver, tmp_path):
    signer, other = new_signer(tmp_path / "keys"), new_signer(tmp_path / "others")
    publish(Growing().grow(300), tmp_path / "log", signer)
    publish(Growing().grow(200, "fork"), tmp_path / "fork", other)
    key, log = signer.key.to_text(), tmp_path / "log"
    assert "no verifiable signatures" in driver(log, other.key.to_text())[1]
    assert "it does not hold" in driver(log, key, tmp_path / "fork" / "checkpoint")[1]
    for path in (tile_path(0, 0), tile_path(0, 1, 44), tile_path(-1, 0), "checkpoint"):
        place = log / path
        kept = place.read_bytes()
        place.write_bytes(kept[:-1] + bytes([kept[-1] ^ 1]))
        assert driver(log, key)[0] != 0, path
        place.write_bytes(kept)
    assert driver(log, key)[0] == 0


names = st.text("abcdefghijklmnopqrstuvwxyz_", min_size=1, max_size=8)
plain = st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1)
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
values = st.recursive(
    plain | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=3),
)


@pytest.fixture(scope="module")
def canonicalize(tmp_path_factory):
    """Return what puts lines of JSON through node's canonicalize; skips where there is none."""
    node, folder = shutil.which("node"), tmp_path_factory.mktemp("node")
    if node is None:
        pytest.skip("node is not installed")
    packages = [str(ROOT / ".node" / "node_modules"), os.environ.get("NODE_PATH", "")]
    env = {**os.environ, "NODE_PATH": os.pathsep.join(packages)}
    asked = [node, "-e", "require('canonicalize')"]
    if subprocess.run(asked, env=env, capture_output=True, check=False).returncode:
        pytest.skip("the package canonicalize is not installed for node: .ci/run does it")
    script = (
        "const c = require('canonicalize'), f = require('fs');"
        "f.writeFileSync('out', f.readFileSync('in', 'utf8').split('\\n')"
        ".map(line => (c.default || c)(JSON.parse(line))).join('\\n'))"
    )

    def through(lines: list[bytes]) -> list[bytes]:
        (folder / "in").write_bytes(b"\n".join(lines))
        subprocess.run([node, "-e", script], cwd=folder, env=env, check=True)
        made: list[bytes] = (folder / "out").read_bytes().split(b"\n")
        return made

    return through


def test_node_makes_the_bytes_that_we_stored(system, canonicalize):
    lend(system.bus("zhao"))
    records = [stored.state for _, stored in system.core.store.records(-1, 100)]
    assert canonicalize(records) == records


@settings(max_examples=5)
@for_all(st.lists(values, min_size=40, max_size=80))
def test_node_makes_the_bytes_that_we_make_of_anything(canonicalize, made):
    lines = [canonical(value) for value in made]
    assert canonicalize(lines) == lines
