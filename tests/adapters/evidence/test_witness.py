"""A witness signs that a log grew, and sees when it did not."""

import pytest

from adapters.evidence.check_log import read_log
from adapters.evidence.faults import Faulty
from adapters.evidence.keys import Use, signing_key
from adapters.evidence.log import publish
from adapters.evidence.note import require_signed
from adapters.evidence.signer import Signer, begin_memory
from adapters.evidence.witness import (
    Request,
    Witness,
    cosigned_by,
    create_witness,
    read_request,
    request_since,
)
from adapters.problems import Unavailable
from tests.adapters.evidence.growing import ORIGIN, Growing, new_signer

NOON = 1_764_072_000


@pytest.fixture
def signer(tmp_path):
    return new_signer(tmp_path / "keys")


@pytest.fixture
def witness(tmp_path):
    create_witness(tmp_path / "witness", "witness.example/w1")
    return Witness(tmp_path / "witness")


def ask(folder, key, old) -> Request:
    """Return what a log asks a witness, by the way of a file."""
    checkpoint, note = read_log(folder, key)
    return read_request(request_since(folder, old, note, checkpoint.size).to_bytes())


def test_a_log_that_grows_is_signed_time_after_time(tmp_path, signer, witness):
    journal, old = Growing(), 0
    for size in (3, 300, 300, 1_000):
        publish(journal.grow(size), tmp_path / "log", signer)
        asked = ask(tmp_path / "log", signer.key, old)
        line = witness.cosign(asked, signer.key, NOON)
        assert witness.seen(signer.key).size == size
        note = signer.add(size, cosigned_by(line.to_text().encode(), asked.note, witness.key))
        assert require_signed(note, witness.key) == NOON
        assert require_signed(note, signer.key) is None
        old = size


def test_two_histories_are_seen_and_the_second_is_not_signed(tmp_path, signer, witness):
    publish(Growing().grow(300), tmp_path / "log", signer)
    witness.cosign(ask(tmp_path / "log", signer.key, 0), signer.key, NOON)
    # The operator has the key, and rewrites: a signer that forgot, and another history.
    (tmp_path / "other").mkdir()
    for file in ("log.key", "log.vkey"):
        (tmp_path / "other" / file).write_bytes((tmp_path / "keys" / file).read_bytes())
        (tmp_path / "other" / file).chmod(0o600)
    begin_memory(tmp_path / "other", signing_key(tmp_path / "other", Use.LOG))
    fork = Growing().grow(200).grow(400, "fork")
    publish(fork, tmp_path / "fork", Signer(tmp_path / "other"))
    with pytest.raises(Faulty, match="does not extend the 300 seen before"):
        witness.cosign(ask(tmp_path / "fork", signer.key, 300), signer.key, NOON)
    assert witness.seen(signer.key).size == 300
    # And the true log goes on.
    publish(Growing().grow(400), tmp_path / "log", signer)
    witness.cosign(ask(tmp_path / "log", signer.key, 300), signer.key, NOON)


def test_an_older_log_and_a_proof_from_elsewhere_are_not_signed(tmp_path, signer, witness):
    publish(Growing().grow(300), tmp_path / "log", signer)
    early = ask(tmp_path / "log", signer.key, 0)
    publish(Growing().grow(500), tmp_path / "log", signer)
    witness.cosign(ask(tmp_path / "log", signer.key, 0), signer.key, NOON)
    with pytest.raises(Faulty, match="has 300 records; it had 500"):
        witness.cosign(early, signer.key, NOON)
    publish(Growing().grow(600), tmp_path / "log", signer)
    with pytest.raises(Faulty, match=r"begins with 300 records; what was seen last is 500"):
        witness.cosign(ask(tmp_path / "log", signer.key, 300), signer.key, NOON)
    asked = ask(tmp_path / "log", signer.key, 500)
    with pytest.raises(Faulty, match="does not extend"):
        witness.cosign(asked._replace(proof=asked.proof[:-1]), signer.key, NOON)


def test_what_another_key_signed_is_not_signed_again(tmp_path, signer, witness):
    publish(Growing().grow(3), tmp_path / "log", signer)
    other = new_signer(tmp_path / "others").key
    asked = ask(tmp_path / "log", signer.key, 0)
    with pytest.raises(Faulty, match=f"not signed by {ORIGIN}"):
        witness.cosign(asked, other, NOON)
    with pytest.raises(Faulty, match="no line is signed by"):
        cosigned_by(asked.note.to_bytes(), asked.note, witness.key)


def test_a_witness_that_lost_what_it_saw_does_not_sign(tmp_path, signer, witness):
    publish(Growing().grow(3), tmp_path / "log", signer)
    asked = ask(tmp_path / "log", signer.key, 0)
    witness.cosign(asked, signer.key, NOON)
    (place,) = (tmp_path / "witness" / "seen").iterdir()
    place.write_bytes(b"damaged")
    with pytest.raises(Unavailable, match="what was seen of"):
        witness.cosign(asked, signer.key, NOON)
    place.unlink()
    place.parent.rmdir()
    with pytest.raises(Unavailable, match="does not sign"):
        Witness(tmp_path / "witness")


@pytest.mark.parametrize(
    "content",
    [b"", b"old 01\n\n", b"old 1\n!\n\n", b"new 1\n\n", b"old 1\n" + b"AA==\n" * 64 + b"\n"],
)
def test_what_is_no_request_is_refused(content):
    with pytest.raises(Faulty):
        read_request(content)


def test_what_cannot_be_remembered_is_not_signed(tmp_path, signer, witness):
    publish(Growing().grow(3), tmp_path / "log", signer)
    (tmp_path / "witness" / "seen").rmdir()
    with pytest.raises(Unavailable, match="cannot be written"):
        witness.cosign(ask(tmp_path / "log", signer.key, 0), signer.key, NOON)
