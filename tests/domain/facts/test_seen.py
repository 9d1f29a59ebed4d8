"""What was seen of a file, and that a decision is made on what was read."""

import hashlib

from adapters.storage.seen import seen_of
from domain.facts.seen import FILE_IS_AS_READ
from tests.specs import requiring

ONE, TWO = "sha256:" + "1" * 64, "sha256:" + "2" * 64


def test_the_digest_is_what_sha256sum_says_of_the_lines():
    seen = seen_of({"customer-C1": (3, ONE), "approval-A1": (1, TWO)}, {})
    lines = f"approval-A1 1 {TWO}\ncustomer-C1 3 {ONE}\n"
    assert seen.digest == "sha256:" + hashlib.sha256(lines.encode()).hexdigest()
    assert [(part.stream, part.version) for part in seen.parts] == [
        ("approval-A1", 1),
        ("customer-C1", 3),
    ]


def test_what_was_looked_up_beside_the_file_has_a_digest_of_its_own():
    file = {"customer-C1": (3, ONE)}
    seen = seen_of(file, {"mandate-M1": (2, TWO)})
    assert seen.digest == seen_of(file, {}).digest
    said = hashlib.sha256(f"mandate-M1 2 {TWO}\n".encode()).hexdigest()
    assert seen.beside_digest == f"sha256:{said}"
    assert [(part.stream, part.version) for part in seen.beside] == [("mandate-M1", 2)]


def test_who_read_the_file_as_it_is_or_does_not_say_decides():
    seen = seen_of({"customer-C1": (3, ONE)}, {})
    seen.require_as_read(None)
    seen.require_as_read(seen.digest)


def test_who_read_the_file_before_it_changed_reads_it_again():
    read, now = seen_of({"customer-C1": (3, ONE)}, {}), seen_of({"customer-C1": (4, TWO)}, {})
    requiring(lambda: now.require_as_read(read.digest)).then_refused(FILE_IS_AS_READ)
