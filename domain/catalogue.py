"""The one list of deciders, and everything that is derived from it."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

import attrs
from attrs import frozen

from domain.api_key import API_KEY
from domain.approval import APPROVAL
from domain.archive import ARCHIVE
from domain.benchmark import BENCHMARK
from domain.bill import BILL
from domain.campaign import CAMPAIGN
from domain.checklist import CHECKLIST
from domain.collateral import COLLATERAL
from domain.contract import CONTRACT
from domain.contract_form import CONTRACT_FORM
from domain.credit_application import CREDIT_APPLICATION
from domain.credit_inquiry import CREDIT_INQUIRY
from domain.customer import CUSTOMER
from domain.customer_group import CUSTOMER_GROUP
from domain.day import DAY
from domain.decider import Decider
from domain.disclosure import DISCLOSURE
from domain.drawdown import DRAWDOWN
from domain.economic_file import ECONOMIC_FILE
from domain.entrustment import ENTRUSTMENT
from domain.facility import FACILITY
from domain.facts import bill, duty, seen
from domain.facts.labels import LABELS as FACT_LABELS
from domain.field_pack import FIELD_PACK
from domain.fields import LookUp, look_ups, stamps
from domain.financial_statement import FINANCIAL_STATEMENT
from domain.guarantee import GUARANTEE
from domain.guarantor import GUARANTOR
from domain.handover import HANDOVER
from domain.identity import IDENTITY
from domain.investigation import INVESTIGATION
from domain.labels import LABELS as SHARED_LABELS
from domain.labels import Label
from domain.lead import LEAD
from domain.loan import LOAN
from domain.log import LOG
from domain.mandate import MANDATE
from domain.market_note import MARKET_NOTE
from domain.policy import POLICY
from domain.product import PRODUCT
from domain.rating import RATING
from domain.reception import RECEPTION
from domain.relationship import RELATIONSHIP
from domain.responsibility import RESPONSIBILITY
from domain.rules import Rule
from domain.sales_target import SALES_TARGET
from domain.scorecard import SCORECARD
from domain.service_request import SERVICE_REQUEST
from domain.staff import STAFF
from domain.unit import UNIT

DECIDERS: Final[tuple[Decider[Any, Any, Any], ...]] = (
    LOG,
    UNIT,
    STAFF,
    MANDATE,
    RESPONSIBILITY,
    HANDOVER,
    LEAD,
    CAMPAIGN,
    MARKET_NOTE,
    RECEPTION,
    SALES_TARGET,
    IDENTITY,
    POLICY,
    CUSTOMER,
    CUSTOMER_GROUP,
    ECONOMIC_FILE,
    RELATIONSHIP,
    SERVICE_REQUEST,
    CREDIT_INQUIRY,
    BENCHMARK,
    PRODUCT,
    CHECKLIST,
    CREDIT_APPLICATION,
    FACILITY,
    COLLATERAL,
    GUARANTOR,
    GUARANTEE,
    FINANCIAL_STATEMENT,
    INVESTIGATION,
    SCORECARD,
    RATING,
    APPROVAL,
    ENTRUSTMENT,
    CONTRACT_FORM,
    CONTRACT,
    DRAWDOWN,
    LOAN,
    BILL,
    ARCHIVE,
    DAY,
    DISCLOSURE,
    API_KEY,
    FIELD_PACK,
)


@frozen(kw_only=True)
class CommandSpec:
    """What every edge derives its offer from."""

    name: str  # "loan.record_repayment".
    type: type
    decider: Decider[Any, Any, Any]
    summary: str  # First line of the command's docstring.
    stamps: Mapping[str, str]  # Field -> part of the context.
    look_ups: Mapping[str, LookUp]  # Field -> where the core finds its value.
    inputs: tuple[str, ...]  # The fields that a caller gives, in order.
    internal: bool  # Only guards send it.


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
    filled = stamps(kind).keys() | look_ups(kind).keys()
    return CommandSpec(
        name=outer_name(decider.category, kind),
        type=kind,
        decider=decider,
        summary=(kind.__doc__ or "").strip().splitlines()[0],
        stamps=stamps(kind),
        look_ups=look_ups(kind),
        inputs=tuple(f.name for f in attrs.fields(kind) if f.name not in filled),
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


RULES: Final[Mapping[str, Rule]] = _unique(
    [
        (name, rule)
        for place in (*(place for decider in DECIDERS for place in decider.rules), bill, duty, seen)
        for name, rule in vars(place).items()
        if isinstance(rule, Rule)
    ]
)
LABELS: Final[Mapping[str, Label]] = {
    **{name: label for decider in DECIDERS for name, label in decider.labels.LABELS.items()},
    **FACT_LABELS,
    **SHARED_LABELS,
}
