"""The record: the canonical JSON bytes that are stored, exactly as they were hashed.

The log index and the time of recording stand beside a record, never in it: on a server with many
writers they are given after the commit.
"""

import secrets
from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

import msgspec
from attrs import frozen

from adapters.codec import write_moment
from adapters.storage.digests import DIGEST, canonical, parse, salted
from adapters.storage.typed import FORMAT
from domain.recorded import Context

DECOY_STEP: Final = 4  # Digests of personal fields come in fours, so their number says little.


@frozen(kw_only=True)
class Record:
    """One record, read from its bytes."""

    stream: str
    version: int
    name: str  # "loan.repayment_recorded".
    schema: int  # Version of the event type, for upcasting on read.
    data: dict[str, Any]  # The event without its personal fields.
    sealed: tuple[str, ...]  # Digests of the disclosures of its personal fields, and decoys.
    prev: str | None  # Digest of the stream's record before; None for the first.
    log: str
    context: dict[str, Any]


def write_record(record: Record) -> bytes:
    """Return the bytes of a record, with 128 fresh random bits that make its digest hiding."""
    return canonical(
        {
            **record.context,
            "data": record.data,
            "fmt": FORMAT,
            "log": record.log,
            "nonce": salted(),
            "prev": record.prev,
            "schema": record.schema,
            "sd": record.sealed,
            "stream": record.stream,
            "type": record.name,
            "ver": record.version,
        }
    )


def read_record(content: bytes) -> Record:
    """Return the record of its bytes; ValueError or KeyError where they are none."""
    fields = parse(content)
    if fields["fmt"] != FORMAT:
        raise ValueError(f"format {fields['fmt']!r} is not {FORMAT}")
    return Record(
        stream=fields["stream"],
        version=fields["ver"],
        name=fields["type"],
        schema=fields["schema"],
        data=fields["data"],
        sealed=tuple(fields["sd"]),
        prev=fields["prev"],
        log=fields["log"],
        context={name: fields[name] for name in _CONTEXT},
    )


_CONTEXT: Final = ("actor", "approval", "at", "branch", "cause", "cmd", "policy")


def write_context(context: Context) -> dict[str, Any]:
    """Return what a record keeps of a context."""
    return {
        "actor": context.actor,
        "approval": context.approval,
        "at": write_moment(context.at),
        "branch": context.branch,
        "cause": context.cause,
        "cmd": context.command_id,
        "policy": context.policy,
    }


class _Around(msgspec.Struct, gc=False):
    """What a record keeps of its context."""

    actor: str
    approval: tuple[str, ...]
    at: datetime
    branch: str | None
    cause: str | None
    cmd: str
    policy: tuple[str, ...]


_read_around: Final = msgspec.json.Decoder(_Around).decode


def context_of(content: bytes) -> Context:
    """Return the context that a record was written in; its day is that of the moment in UTC."""
    at = _read_around(content)
    return Context(
        command_id=at.cmd,
        actor=at.actor,
        at=at.at,
        today=at.at.date(),
        cause=at.cause,
        branch=at.branch,
        approval=at.approval,
        policy=at.policy,
    )


def with_decoys(digests: Sequence[str]) -> tuple[str, ...]:
    """Return digests sorted, and filled up to a multiple of DECOY_STEP with random ones."""
    missing = -len(digests) % DECOY_STEP
    return tuple(sorted((*digests, *(f"{DIGEST}:{secrets.token_hex(32)}" for _ in range(missing)))))
