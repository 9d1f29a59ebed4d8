"""Signed notes and checkpoints: what holds, what does not, and what other programs say."""

import subprocess
from base64 import b64encode
from contextlib import suppress

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from adapters.evidence.checkpoint import open_checkpoint, read_checkpoint
from adapters.evidence.ed25519 import openssl_verifies, verifies
from adapters.evidence.faults import Faulty
from adapters.evidence.keys import Use, adopt_key, create_key, public_key, signing_key
from adapters.evidence.note import (
    COSIGNATURE,
    Key,
    Note,
    Signature,
    cosigned_message,
    read_key,
    read_note,
    require_signed,
)
from adapters.problems import Unavailable
from tests.adapters.evidence.growing import ORIGIN, new_signer

# The example of C2SP signed-note and tlog-cosignature.
PUBLISHED = (
    "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n"
    "— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2"
    "q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n"
    "— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2o"
    "yin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==\n"
).encode()


@pytest.fixture
def signer(tmp_path):
    return new_signer(tmp_path / "keys")


@pytest.fixture
def signed(signer) -> bytes:
    content: bytes = signer.sign(3, bytes(32), []).to_bytes()
    return content


def test_a_published_checkpoint_is_read_and_written_as_it_is():
    note = read_note(PUBLISHED)
    assert note.to_bytes() == PUBLISHED
    checkpoint = read_checkpoint(note.text)
    assert (checkpoint.origin, checkpoint.size) == ("example.com/behind-the-sofa", 20852163)
    assert checkpoint.to_text() == note.text
    seconds = int.from_bytes(note.signatures[1].content[:8], "big")
    assert cosigned_message(note.text, seconds).startswith(b"cosignature/v1\ntime 1679315147\n")


def test_what_was_signed_is_opened_with_the_key_of_the_log(signer, signed):
    assert open_checkpoint(signed, signer.key).head == (3, bytes(32))
    assert read_key(signer.key.to_text()) == signer.key


def test_further_lines_of_other_keys_and_algorithms_do_no_harm(signer, signed):
    later = Signature(ORIGIN, b"\x01\x02\x03\x04", bytes(2_420))  # As long as one of ML-DSA-44.
    note = read_note(signed).plus(later, later)
    assert len(note.signatures) == 2
    assert len(note.plus(later._replace(content=bytes(9))).signatures) == 2  # A key has one line.
    assert open_checkpoint(note.to_bytes(), signer.key).size == 3


def test_another_key_another_log_and_a_changed_text_are_found(tmp_path, signer, signed):
    other = create_key(tmp_path / "others", Use.LOG, ORIGIN)
    with pytest.raises(Faulty, match=f"not signed by {ORIGIN} with the key {other.id.hex()}"):
        open_checkpoint(signed, other)
    with pytest.raises(Faulty, match="does not hold"):
        open_checkpoint(signed.replace(b"\n3\n", b"\n4\n"), signer.key)
    elsewhere = b"other.example/log\n3\n" + b64encode(bytes(32)) + b"\n"
    line = Signature(ORIGIN, signer.key.id, signing_key(tmp_path / "keys", Use.LOG).sign(elsewhere))
    with pytest.raises(Faulty, match=r"of the log 'other.example/log', not of qinghe"):
        open_checkpoint(Note(elsewhere.decode(), (line,)).to_bytes(), signer.key)


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"", "no signature lines"),
        (b"text\n\n", "no signature lines"),
        (b"text\n\nwhoever\n", "not of the form"),
        (b"text\n\n\xe2\x80\x94 name\n", "not of the form"),
        ("text\n\n— a b+c AAAAAAAA\n".encode(), "not of the form"),
        ("text\n\n— a AAAA\n".encode(), "no signature|one form"),
        ("text\n\n— a AAAAAAB=\n".encode(), "one form"),
        ("text\n\n— a !!!!\n".encode(), "not of the form"),
        ("text\n\n— a AAAAAAAA".encode(), "no signature lines"),
        (b"\xff\n\n", "not UTF-8"),
        (b"text\r\n\n", "control characters"),
        (b"x" * 1_000_001, "at most 1000000 bytes"),
        (b"t\n\n" + "— a AAAAAAAA\n".encode() * 101, "at most 100 signatures"),
    ],
)
def test_what_is_no_note_is_refused_with_a_sentence(content, what):
    with pytest.raises(Faulty, match=what):
        read_note(content)


@pytest.mark.parametrize(
    "text",
    [
        "log\n1\n",
        "log\n01\n" + b64encode(bytes(32)).decode() + "\n",
        "log\n-1\n" + b64encode(bytes(32)).decode() + "\n",
        "log\n1\n" + b64encode(bytes(31)).decode() + "\n",
        "log\n1\nroot\n",
        "\n1\n" + b64encode(bytes(32)).decode() + "\n",
        "log\n0\n" + b64encode(bytes(32)).decode() + "\n",
        "log\n1\n" + b64encode(bytes(32)).decode() + "\n\nmore\n",
    ],
)
def test_what_is_no_checkpoint_is_refused(text):
    with pytest.raises(Faulty):
        read_checkpoint(text)


@for_all(st.binary(max_size=300) | st.text(max_size=200).map(str.encode))
def test_any_bytes_are_a_note_or_are_refused(content):
    with suppress(Faulty):
        assert read_note(content).to_bytes() == content


@pytest.mark.parametrize("text", ["", "a+b", "name+00000000+AQID", "name+zz+AQID", "a+b+c+d"])
def test_what_is_no_verifier_key_is_refused(text):
    with pytest.raises(Faulty):
        read_key(text)


def test_a_key_of_an_algorithm_to_come_is_read_and_verifies_nothing(signed):
    key = Key(ORIGIN, bytes(1_312), 6)
    assert read_key(key.to_text()) == key
    note = read_note(signed).plus(Signature(ORIGIN, key.id, bytes(2_420)))
    with pytest.raises(Faulty, match="algorithm 6"):
        require_signed(note, key)


def test_openssl_says_the_same_of_a_checkpoint(tmp_path, signer, signed):
    note = read_note(signed)
    (tmp_path / "body").write_text(note.text)
    (tmp_path / "sig").write_bytes(note.signatures[0].content)
    command = ["openssl", "pkeyutl", "-verify", "-pubin", "-inkey", "keys/log.pem", "-rawin"]
    done = subprocess.run([*command, "-in", "body", "-sigfile", "sig"], cwd=tmp_path, check=False)
    assert done.returncode == 0
    (tmp_path / "body").write_text(note.text.replace("3", "4"))
    done = subprocess.run([*command, "-in", "body", "-sigfile", "sig"], cwd=tmp_path, check=False)
    assert done.returncode != 0


def test_with_openssl_and_without_a_library_the_verdict_is_the_same(tmp_path):
    key = create_key(tmp_path, Use.EXPORT, "export")
    signature = signing_key(tmp_path, Use.EXPORT).sign(b"message")
    for check in (verifies, openssl_verifies):
        assert check(key.public, signature, b"message")
        assert not check(key.public, signature, b"massage")
        assert not check(key.public, bytes(64), b"message")
        assert not check(bytes(32), signature, b"message")
    assert not verifies(key.public[:31], signature, b"message")


def test_a_private_key_is_for_its_owner_alone(tmp_path):
    create_key(tmp_path, Use.LOG, ORIGIN)
    place = tmp_path / "log.key"
    assert place.stat().st_mode & 0o777 == 0o600
    place.chmod(0o640)
    with pytest.raises(Unavailable, match="others may read"):
        signing_key(tmp_path, Use.LOG)


def test_a_key_is_made_once_and_a_pair_belongs_together(tmp_path):
    create_key(tmp_path, Use.LOG, ORIGIN)
    with pytest.raises(Unavailable, match="exists: a key is made once"):
        create_key(tmp_path, Use.LOG, ORIGIN)
    create_key(tmp_path / "other", Use.LOG, ORIGIN)
    (tmp_path / "log.key").write_bytes((tmp_path / "other" / "log.key").read_bytes())
    with pytest.raises(Unavailable, match=r"does not belong to log\.vkey"):
        signing_key(tmp_path, Use.LOG)
    (tmp_path / "log.key").write_text("no key")
    with pytest.raises(Unavailable, match="is no private key"):
        signing_key(tmp_path, Use.LOG)
    (tmp_path / "log.vkey").unlink()
    with pytest.raises(Unavailable, match="make a key with"):
        public_key(tmp_path, Use.LOG)


def test_a_command_signs_where_the_key_is_in_a_device(tmp_path):
    device = create_key(tmp_path / "device", Use.EXPORT, "device")
    script = tmp_path / "sign"
    script.write_text(
        "#!/bin/sh\ncat > $1.body\n"
        "exec openssl pkeyutl -sign -inkey device/export.key -rawin -in $1.body\n"
    )
    script.chmod(0o755)
    command = ["sh", "-c", f"cd {tmp_path} && ./sign slot"]
    adopted = adopt_key(
        tmp_path / "keys", Use.LOG, name=ORIGIN, public=device.public, command=command
    )
    key = signing_key(tmp_path / "keys", Use.LOG)
    assert key.public == adopted
    assert verifies(adopted.public, key.sign(b"hello"), b"hello")
    script.write_text("#!/bin/sh\necho token is locked >&2\nexit 7\n")
    with pytest.raises(Unavailable, match=r"exit 7, token is locked\): nothing was signed"):
        key.sign(b"hello")
    with pytest.raises(Unavailable, match="did not answer"):
        adopt_key(tmp_path / "more", Use.LOG, name="x", public=device.public, command=["/no/such"])
    assert not list((tmp_path / "more").glob("log*"))


def test_a_witness_signs_with_the_time_and_openssl_checks_it(tmp_path, signed):
    witness = create_key(tmp_path, Use.WITNESS, "witness.example/w1")
    assert witness.algorithm == COSIGNATURE
    note = read_note(signed)
    message = cosigned_message(note.text, 1_764_000_000)
    stamp = (1_764_000_000).to_bytes(8, "big")
    content = stamp + signing_key(tmp_path, Use.WITNESS).sign(message)
    cosigned = note.plus(Signature(witness.name, witness.id, content))
    assert require_signed(cosigned, witness) == 1_764_000_000
    assert openssl_verifies(witness.public, content[8:], message)
    backdated = Signature(witness.name, witness.id, bytes(8) + content[8:])
    with pytest.raises(Faulty, match="does not hold"):
        require_signed(note.plus(backdated), witness)
