"""What a refusal says: its rule and the facts, in words."""

from domain.rules import Refused, Rule

RULE = Rule("TEST-001", "What is asked for is there.", "here")


def test_facts_are_said_in_words():
    refused = Refused(RULE, {"found": None, "open": False, "number": 7})
    assert str(refused).endswith("(found none; open false; number 7)")
