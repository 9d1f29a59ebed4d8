"""What descriptions of operations share: answers, problems, names."""

from collections.abc import Mapping
from typing import Any, Final

from adapters.http.answers import PROBLEM
from domain.labels import Label

TEXT: Final = {"type": "string"}
SAID: Final[Mapping[str, str]] = {
    "400": "The request cannot be read.",
    "401": "Who is asking is not known.",
    "403": "The caller may not do this.",
    "404": "There is no such thing.",
    "405": "This is not done by this method.",
    "406": "None of the kinds that are accepted is offered.",
    "408": "The body did not come in time.",
    "409": "Someone else wrote first, or the key was used for something else.",
    "412": "The record has changed meanwhile.",
    "413": "The body is too large.",
    "415": "The body is of another kind.",
    "421": "The request was meant for another host.",
    "422": "A rule refuses; the problem names it.",
    "429": "The caller asks too often.",
    "503": "The store cannot be used.",
}


def content(says: str, schema: dict[str, Any], kind: str = "application/json") -> dict[str, Any]:
    """Return an answer of one kind."""
    return {"description": says, "content": {kind: {"schema": schema}}}


# What is answered to whoever is not let in, or not now; with a body, 408 too.
UNKNOWN_CALLER: Final = ("401", "403", "429")
SLOW_BODY: Final = "408"


def problems(*codes: str) -> dict[str, Any]:
    """Return the answers to errors, by their codes."""
    return {code: content(SAID[code], ref("Problem"), PROBLEM) for code in codes}


def ref(name: str) -> dict[str, Any]:
    """Return a reference to a shared schema."""
    return {"$ref": f"#/components/schemas/{name}"}


def summary_of(label: Label, says: str) -> dict[str, str]:
    """Return what an operation is called, in both languages, and what it does."""
    return {"summary": f"{label.zh} / {label.en}", "description": says}
