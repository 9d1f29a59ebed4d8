"""Time stamps from an authority: asked for, checked, and kept only where they hold."""

import socket
import subprocess

import pytest

from adapters.evidence.check_stamp import check_stamp
from adapters.evidence.faults import Faulty
from adapters.evidence.stamps import Authority
from adapters.problems import Unavailable
from tests.adapters.evidence.authority import authority, create_authority, reply, serving

SIGNATURE = bytes(range(64))


@pytest.fixture(scope="module")
def clock(tmp_path_factory):
    folder = tmp_path_factory.mktemp("clock") / "tsa"
    with authority(folder) as served:
        yield served


def test_a_time_stamp_is_over_what_was_signed_and_openssl_says_when(tmp_path, clock):
    stamp = clock.stamp(SIGNATURE)
    assert check_stamp(stamp, SIGNATURE, clock.certificates).endswith("GMT")
    for name, content in (("stamp", stamp), ("data", SIGNATURE)):
        (tmp_path / name).write_bytes(content)
    command = ["openssl", "ts", "-verify", "-in", "stamp", "-data", "data"]
    command += ["-CAfile", str(clock.certificates)]
    assert subprocess.run(command, cwd=tmp_path, check=False).returncode == 0


def test_a_time_stamp_over_something_else_is_found(clock):
    stamp = clock.stamp(SIGNATURE)
    with pytest.raises(Faulty, match="imprint mismatch"):
        check_stamp(stamp, bytes(64), clock.certificates)
    with pytest.raises(Faulty, match="does not hold"):
        check_stamp(stamp[:-1], SIGNATURE, clock.certificates)


def test_another_authority_is_not_taken_for_ours(tmp_path, clock):
    create_authority(tmp_path / "other")
    with pytest.raises(Faulty, match="certificate verify error"):
        check_stamp(clock.stamp(SIGNATURE), SIGNATURE, tmp_path / "other" / "ca.pem")
    with pytest.raises(Unavailable, match="no time stamp was kept"):
        Authority(clock.url, tmp_path / "other" / "ca.pem").stamp(SIGNATURE)


def test_an_authority_that_answers_for_other_bytes_or_with_nonsense_is_seen(tmp_path, clock):
    create_authority(tmp_path / "tsa")
    asked: list[bytes] = []

    def confused(query: bytes) -> bytes:
        asked.append(query)
        return b"nonsense"

    with serving(confused) as url, pytest.raises(Unavailable, match="answered, but"):
        Authority(url, clock.certificates).stamp(SIGNATURE)
    kept = reply(tmp_path / "tsa", asked[0])
    with serving(lambda _: kept) as url, pytest.raises(Unavailable, match="answered, but"):
        Authority(url, tmp_path / "tsa" / "ca.pem").stamp(bytes(64))
    long = bytes((1 << 20) + 1)
    with serving(lambda _: long) as url, pytest.raises(Unavailable, match="more than a time"):
        Authority(url, clock.certificates).stamp(SIGNATURE)


def test_an_authority_that_is_not_reached_is_said_to_be_so(tmp_path, clock):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}/"
        with pytest.raises(Unavailable, match="was not reached"):
            Authority(url, clock.certificates).stamp(SIGNATURE)
    for status in (302, 404, 500):
        with serving(lambda _: b"", status) as url, pytest.raises(Unavailable, match="not reached"):
            Authority(url, clock.certificates).stamp(SIGNATURE)
    with pytest.raises(Unavailable, match="no http address"):
        Authority("file:///etc/passwd", clock.certificates).stamp(SIGNATURE)
    with pytest.raises(Unavailable, match=r"LOANFOLD_TSA_CA"):
        Authority(clock.url, tmp_path / "missing.pem").stamp(SIGNATURE)
