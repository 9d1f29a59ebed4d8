"""The one list of deciders, and everything that is derived from it."""

import re
from collections.abc import Mapping, Sequence
from operator import attrgetter
from typing import Any, Final

import attrs
from attrs import frozen

import domain.api_key.labels
import domain.api_key.rules
import domain.archive.labels
import domain.archive.rules
import domain.benchmark.labels
import domain.benchmark.rules
import domain.checklist.labels
import domain.checklist.rules
import domain.customer.labels
import domain.customer.rules
import domain.day.labels
import domain.day.rules
import domain.disclosure.labels
import domain.disclosure.rules
import domain.identity.labels
import domain.identity.rules
import domain.labels
import domain.loan.charges.rules
import domain.loan.labels
import domain.loan.loss.rules
import domain.loan.pricing.rules
import domain.loan.refinancing.rules
import domain.loan.rescheduling.rules
import domain.loan.rules
import domain.log.labels
import domain.log.rules
import domain.product.labels
import domain.product.rules
from domain.api_key import API_KEY
from domain.archive import ARCHIVE
from domain.benchmark import BENCHMARK
from domain.checklist import CHECKLIST
from domain.customer import CUSTOMER
from domain.day import DAY
from domain.decider import Decider
from domain.disclosure import DISCLOSURE
from domain.fields import look_ups, stamps
from domain.identity import IDENTITY
from domain.labels import Label
from domain.loan import LOAN
from domain.log import LOG
from domain.product import PRODUCT
from domain.rules import Rule

DECIDERS: Final[tuple[Decider[Any, Any, Any], ...]] = (
    LOG,
    IDENTITY,
    CUSTOMER,
    BENCHMARK,
    PRODUCT,
    CHECKLIST,
    LOAN,
    ARCHIVE,
    DAY,
    DISCLOSURE,
    API_KEY,
)

_ROOMS: Final = (
    "api_key",
    "archive",
    "benchmark",
    "checklist",
    "customer",
    "day",
    "disclosure",
    "identity",
    "loan",
    "log",
    "product",
)
# Stages of the loan have rules of their own; their labels are gathered by the loan's.
_STAGES: Final = (
    "loan.charges",
    "loan.loss",
    "loan.pricing",
    "loan.refinancing",
    "loan.rescheduling",
)


@frozen(kw_only=True)
class CommandSpec:
    """What every edge derives its offer from."""

    name: str  # "loan.record_repayment".
    type: type
    decider: Decider[Any, Any, Any]
    summary: str  # First line of the command's docstring.
    stamps: Mapping[str, str]  # Field -> part of the context.
    look_ups: Mapping[str, tuple[str, str]]  # Field -> (category, field holding the id).
    internal: bool  # Only guards send it.

    @property
    def inputs(self) -> tuple[str, ...]:
        """The fields that a caller gives, in order."""
        filled = self.stamps.keys() | self.look_ups.keys()
        return tuple(f.name for f in attrs.fields(self.type) if f.name not in filled)


def snake(name: str) -> str:
    """Return RecordRepayment as record_repayment."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


def outer_name(category: str, kind: type) -> str:
    """Return the name that the outside knows a command or an event by.

    The category's noun is not said twice: LoanSettled is loan.settled.
    """
    words = snake(kind.__name__).split("_")
    noun = category.split("_")
    for start in range(len(words) - len(noun) + 1):
        if words[start : start + len(noun)] == noun and len(words) > len(noun):
            words = words[:start] + words[start + len(noun) :]
            break
    return f"{category}.{'_'.join(words)}"


def _spec(decider: Decider[Any, Any, Any], kind: type) -> CommandSpec:
    return CommandSpec(
        name=outer_name(decider.category, kind),
        type=kind,
        decider=decider,
        summary=(kind.__doc__ or "").strip().splitlines()[0],
        stamps=stamps(kind),
        look_ups=look_ups(kind),
        internal=kind in decider.internal,
    )


def _unique(pairs: Sequence[tuple[str, Any]]) -> Mapping[str, Any]:
    names = [name for name, _ in pairs]
    assert len(names) == len(set(names)), "two things of one name in the catalogue"
    return dict(pairs)


SPECS: Final[Mapping[str, CommandSpec]] = _unique(
    [(spec.name, spec) for d in DECIDERS for spec in (_spec(d, kind) for kind in d.commands)]
)
COMMANDS: Final[Mapping[str, CommandSpec]] = {n: s for n, s in SPECS.items() if not s.internal}
SPEC_OF: Final[Mapping[type, CommandSpec]] = {spec.type: spec for spec in SPECS.values()}
EVENTS: Final[Mapping[str, type]] = _unique(
    [(outer_name(d.category, kind), kind) for d in DECIDERS for kind in d.events]
)
EVENT_NAMES: Final[Mapping[type, str]] = {kind: name for name, kind in EVENTS.items()}
DECIDER_OF: Final[Mapping[str, Decider[Any, Any, Any]]] = {d.category: d for d in DECIDERS}


def _gather(part: str, rooms: Sequence[str] = _ROOMS) -> Sequence[Any]:
    return [attrgetter(f"{room}.{part}")(domain) for room in rooms]


RULES: Final[Mapping[str, Rule]] = _unique(
    [
        (name, rule)
        for room in _gather("rules", (*_ROOMS, *_STAGES))
        for name, rule in vars(room).items()
        if isinstance(rule, Rule)
    ]
)
LABELS: Final[Mapping[str, Label]] = {
    **{name: label for room in _gather("labels") for name, label in room.LABELS.items()},
    **domain.labels.LABELS,
}
