"""The engine agrees with figures that others published or worked out, each at its tolerance."""

import pytest

from tests.references.harness import differences, each, topics

KNOWN = topics()


@each("worked_examples.json")
def test_our_figures_are_those_of_the_example(example):
    topic = example["topic"]
    if topic not in KNOWN:
        pytest.fail(f"the engine does not know the topic {topic}")
    found = KNOWN[topic](example["inputs"])
    assert not differences(found, example["expected"], example["tolerance"])
