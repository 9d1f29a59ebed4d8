"""Decisions by Cedar: policies as text, read once."""

import json
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import cedarpy

from adapters.access.caller import Decision, Question
from adapters.problems import Unavailable

DECISIONS_MAX: Final = 4_096  # That are kept; most callers ask the same again and again.
SHIPPED: Final = Path(__file__).with_name("policies.cedar")


def decider(text: str) -> Callable[[Question], Decision]:
    """Return the function that decides by policies in Cedar; Unavailable for what is none."""
    try:
        policies = cedarpy.PolicySet.from_str(text)
        ids = _ids(text)
    except ValueError as error:
        raise Unavailable(f"the policies cannot be read: {error}") from error

    @lru_cache(DECISIONS_MAX)  # The same question has the same answer: it depends on nothing else.
    def decide(asked: Question) -> Decision:
        answer = cedarpy.is_authorized(_request(asked), policies, _entities(asked))
        if answer.diagnostics.errors:
            raise Unavailable(f"the policies cannot decide: {answer.diagnostics.errors[0]}")
        named = sorted(ids.get(name, name) for name in answer.diagnostics.reasons)
        return Decision(answer.allowed, tuple(named))

    return decide


def _ids(text: str) -> dict[str, str]:
    """Return the id that each policy is given in the text, by its number."""
    parsed = json.loads(cedarpy.policies_to_json_str(text))
    return {
        number: policy.get("annotations", {}).get("id", number)
        for number, policy in parsed["staticPolicies"].items()
    }


def _request(asked: Question) -> dict[str, Any]:
    named = {"acting": asked.acting, "home": asked.home, "purpose": asked.purpose}
    return {
        "principal": _id("Caller", asked.caller.name),
        "action": _id("Action", asked.action),
        "resource": _id("Institution", "all"),
        "context": {
            "name": asked.action,
            "command": asked.is_command,
            "whole": asked.whole,
            "connected": asked.connected,
            **{name: value for name, value in named.items() if value is not None},
        },
    }


def _entities(asked: Question) -> list[dict[str, Any]]:
    caller = asked.caller
    return [
        {
            "uid": _id("Caller", caller.name),
            "attrs": {"scope": sorted(caller.scope)},
            "parents": [_id("Role", role) for role in sorted(caller.roles)],
        },
        {
            "uid": _id("Action", asked.action),
            "attrs": {},
            "parents": [_id("Action", f"{asked.group}.*")],
        },
    ]


def _id(kind: str, name: str) -> dict[str, str]:
    return {"type": kind, "id": name}
