"""The tree is that of RFC 6962: published vectors, a second program, and the rule itself."""

import json
from base64 import b64decode
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st

from adapters.evidence.tree import (
    EMPTY,
    Frontier,
    consistency_proof,
    extends,
    fold,
    includes,
    inclusion_proof,
    leaf_hash,
    span_root,
)

LARGEST = 5_000
LEAVES = [sha256(str(number).encode()).digest() for number in range(LARGEST + 1)]
HASHES = [leaf_hash(leaf) for leaf in LEAVES]
sizes = st.integers(0, LARGEST)


def node(level: int, number: int) -> bytes:
    """Return the root of a complete subtree of the leaves above."""
    return fold(HASHES[number << level : (number + 1) << level])


@cache
def root(size: int) -> bytes:
    """Return the root of the first leaves above, as a growing tree finds it."""
    frontier = Frontier()
    frontier.extend(LEAVES[:size])
    return frontier.root()


def cases(reference: Path, name: str) -> dict[str, Any]:
    """Return the published cases of one kind of proof."""
    found: dict[str, Any] = json.loads((reference / "merkle" / name).read_text())
    return found


def decoded(texts: list[str] | None) -> list[bytes]:
    return [b64decode(text) for text in texts or ()]


def test_published_inclusion_proofs_are_judged_as_their_authors_say(reference):
    found = cases(reference, "inclusion.json")
    assert len(found) == 98
    for name, case in found.items():
        verdict = includes(
            decoded(case["proof"]),
            case["leafIdx"],
            case["treeSize"],
            hashed=b64decode(case["leafHash"]),
            root=b64decode(case["root"]),
        )
        assert verdict is not case["wantErr"], name


def test_published_consistency_proofs_are_judged_as_their_authors_say(reference):
    found = cases(reference, "consistency.json")
    assert len(found) == 98
    for name, case in found.items():
        first = (case["size1"], b64decode(case["root1"] or ""))
        second = (case["size2"], b64decode(case["root2"] or ""))
        assert extends(decoded(case["proof"]), first, second) is not case["wantErr"], name


@settings(max_examples=40)
@for_all(sizes)
def test_a_tree_that_grew_has_the_root_of_the_rule(size):
    assert root(size) == (span_root(0, size, node) if size else EMPTY)


def test_a_second_program_finds_the_same_roots_and_paths():
    pymerkle = pytest.importorskip("pymerkle")
    tree = pymerkle.InmemoryTree(algorithm="sha256")
    for size in range(1, 600):
        tree.append_entry(LEAVES[size - 1])
        assert root(size) == tree.get_root(size)
    for index in range(0, 599, 13):
        theirs = tree.prove_inclusion(index + 1, 599).path[1:]
        assert inclusion_proof(index, 599, node) == [bytes(step) for step in theirs]


@settings(max_examples=100)
@for_all(st.data(), st.integers(1, LARGEST))
def test_every_leaf_proves_that_it_is_in_every_tree(data, size):
    index = data.draw(st.integers(0, size - 1))
    proof, whole = inclusion_proof(index, size, node), root(size)
    assert includes(proof, index, size, hashed=HASHES[index], root=whole)
    assert len(proof) <= size.bit_length()
    assert not includes(proof, index, size, hashed=leaf_hash(b"other"), root=whole)
    assert not includes(proof, index, size + 1, hashed=HASHES[index], root=root(size + 1))
    for broken in broken_proofs(data, proof):
        assert not includes(broken, index, size, hashed=HASHES[index], root=whole)


@settings(max_examples=100)
@for_all(st.data(), st.integers(2, LARGEST))
def test_every_tree_proves_that_it_extends_every_earlier_one(data, size):
    first = data.draw(st.integers(1, size - 1))
    proof = consistency_proof(first, size, node)
    old, new = (first, root(first)), (size, root(size))
    assert extends(proof, old, new)
    assert not extends(proof, (first, HASHES[first]), new)
    assert not extends(proof, old, (size, HASHES[first]))
    assert not extends(proof, new, old)
    for broken in broken_proofs(data, proof):
        assert not extends(broken, old, new)


def broken_proofs(data: Any, proof: list[bytes]) -> list[list[bytes]]:
    """Return proofs with a hash too many, too few, too short, and with one bit changed."""
    if not proof:
        return [[EMPTY]]
    at = data.draw(st.integers(0, len(proof) - 1))
    bit = data.draw(st.integers(0, 255))
    changed = bytearray(proof[at])
    changed[bit // 8] ^= 1 << bit % 8
    kept = lambda step: [*proof[:at], *step, *proof[at + 1 :]]  # noqa: E731
    return [[*proof, EMPTY], kept([]), kept([proof[at][:-1]]), kept([bytes(changed)])]


def test_a_tree_extends_itself_and_says_nothing_of_the_empty_one():
    assert consistency_proof(7, 7, node) == consistency_proof(0, 7, node) == []
    assert extends([], (7, root(7)), (7, root(7)))
    assert extends([], (0, EMPTY), (0, EMPTY))
    assert not extends([], (0, EMPTY), (7, root(7)))
