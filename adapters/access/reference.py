"""The policies that come with the program, in plain Python: what policies.cedar must agree with.

It decides where Cedar is not installed, and a test holds both equal on every question.
"""

from collections.abc import Callable
from typing import Final

from attrs import frozen

from adapters.access.caller import EVERYWHERE, VIEWS, Decision, Question

PERSONS: Final = frozenset(
    f"customer.{act}" for act in ("request_erasure", "erase", "place_hold", "lift_hold")
)
TAKEN_OVER: Final = frozenset(
    ("loan.take_over", "loan.record_statement", "economic_file.take_over")
)
DECLARED: Final = frozenset(("staff.declare_connected",))  # By each of themselves.

SUGGESTED: Final = frozenset(("product.give_feedback",))
# Who opens a customer's file to check, and who to do business.
AUDIT: Final = frozenset(("auditor", "privacy_officer"))
BUSINESS: Final = frozenset(("officer", "manager"))


@frozen
class Grant:
    """What a role may do: groups of actions, but for some, or only some of them."""

    id: str
    role: str
    groups: tuple[str, ...]
    excepted: frozenset[str] = frozenset()
    only: frozenset[str] | None = None  # None: all of the groups.

    def permits(self, asked: Question) -> bool:
        """Tell whether this grant covers a question."""
        named = asked.action not in self.excepted and (
            self.only is None or asked.action in self.only
        )
        return self.role in asked.caller.roles and asked.group in self.groups and named


GRANTS: Final = (
    Grant(
        "officer.serves-customers",
        "officer",
        ("customer", "loan", "archive"),
        excepted=PERSONS | TAKEN_OVER,
    ),
    Grant(
        "officer.works-on-credit",
        "officer",
        (
            "economic_file",
            "relationship",
            "service_request",
            "credit_inquiry",
            "credit_application",
            "financial_statement",
            "investigation",
            "rating",
            "approval",
            "entrustment",
            "facility",
            "customer_group",
            "contract",
            "drawdown",
            "bill",
            "collateral",
            "guarantee",
            "guarantor",
            "responsibility",
            "handover",
            "field_pack",
        ),
        excepted=TAKEN_OVER,
    ),
    Grant("officer.finds-customers", "officer", ("lead", "campaign", "market_note", "reception")),
    Grant("officer.declares-connected", "officer", ("staff",), only=DECLARED),
    Grant("officer.suggests", "officer", ("product",), only=SUGGESTED),
    Grant("officer.reads", "officer", (VIEWS,)),
    Grant(
        "manager.sets-terms",
        "manager",
        (
            "product",
            "checklist",
            "benchmark",
            "policy",
            "scorecard",
            "sales_target",
            "contract_form",
        ),
    ),
    Grant(
        "manager.decides",
        "manager",
        ("approval", "entrustment", "facility", "campaign", "responsibility", "handover"),
    ),
    Grant("manager.keeps-order", "manager", ("unit", "staff", "mandate")),
    Grant("manager.reads", "manager", (VIEWS,)),
    Grant("privacy-officer.protects-persons", "privacy_officer", ("customer",), only=PERSONS),
    Grant("privacy-officer.reads", "privacy_officer", (VIEWS,)),
    Grant("operator.runs", "operator", ("log", "day")),
    Grant("operator.sets-up", "operator", ("unit", "staff")),
    Grant(
        "operator.takes-over",
        "operator",
        ("customer", "loan", "economic_file"),
        only=TAKEN_OVER | {"customer.register"},
    ),
    Grant("custodian.keeps-keys", "custodian", ("api_key",)),
    Grant("auditor.reads", "auditor", (VIEWS,)),
)


def _acts_elsewhere(asked: Question) -> bool:
    return asked.is_command and not asked.caller.covers(asked.acting)


def _looks_elsewhere(asked: Question) -> bool:
    return asked.home is not None and not asked.caller.covers(asked.home)


def _sees_too_much(asked: Question) -> bool:
    return asked.whole and EVERYWHERE not in asked.caller.scope


def _for_another(asked: Question) -> bool:
    """Tell whether a file is opened for a purpose that is not one of the caller's roles."""
    if asked.purpose is None:
        return False
    return asked.caller.roles.isdisjoint(AUDIT if asked.purpose == "audit" else BUSINESS)


FORBIDDEN: Final[tuple[tuple[str, Callable[[Question], bool]], ...]] = (
    ("connected.stays-out", lambda asked: asked.connected),
    ("purpose.fits-role", _for_another),
    ("scope.acts-for-own-branch", _acts_elsewhere),
    ("scope.sees-own-branch", _looks_elsewhere),
    ("scope.whole-needs-all-branches", _sees_too_much),
)


def decide(asked: Question) -> Decision:
    """Return what the policies say: one that forbids wins, and without a permit there is none."""
    if forbidden := tuple(sorted(name for name, holds in FORBIDDEN if holds(asked))):
        return Decision(False, forbidden)
    permitted = tuple(sorted(grant.id for grant in GRANTS if grant.permits(asked)))
    return Decision(bool(permitted), permitted)
