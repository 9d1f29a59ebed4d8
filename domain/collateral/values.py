"""What is taken as collateral, and the words for what happens to it."""

from enum import StrEnum
from typing import Final

from attrs import frozen

from domain.facts.terms import SecurityWay
from domain.ids import Digest


class CollateralKind(StrEnum):
    """What can be mortgaged or pledged; how much is lent on each is a policy parameter."""

    RESIDENTIAL_PROPERTY = "residential_property"
    COMMERCIAL_PROPERTY = "commercial_property"
    INDUSTRIAL_PLANT = "industrial_plant"
    LAND_USE_RIGHT = "land_use_right"
    MACHINERY = "machinery"
    VEHICLE = "vehicle"
    FOREST_RIGHT = "forest_right"
    FARMLAND_OPERATION_RIGHT = "farmland_operation_right"
    INVENTORY = "inventory"
    DEPOSIT_CERTIFICATE = "deposit_certificate"
    TREASURY_BOND = "treasury_bond"
    BANK_ACCEPTANCE = "bank_acceptance"
    RECEIVABLE = "receivable"


# Handed over rather than mortgaged: goods and papers that the institution then holds.
PLEDGED: Final = frozenset(
    (
        CollateralKind.DEPOSIT_CERTIFICATE,
        CollateralKind.TREASURY_BOND,
        CollateralKind.BANK_ACCEPTANCE,
        CollateralKind.RECEIVABLE,
    )
)
# The right exists only from registration on; other mortgages from the contract (民法典 第402,
# 403, 445条).  Treasury bonds and receivables are pledged by registration.
BY_REGISTRATION: Final = frozenset(
    (
        CollateralKind.RESIDENTIAL_PROPERTY,
        CollateralKind.COMMERCIAL_PROPERTY,
        CollateralKind.INDUSTRIAL_PLANT,
        CollateralKind.LAND_USE_RIGHT,
        CollateralKind.FOREST_RIGHT,
        CollateralKind.TREASURY_BOND,
        CollateralKind.RECEIVABLE,
    )
)


def way_of(kind: CollateralKind) -> SecurityWay:
    """Return whether a kind is mortgaged or pledged."""
    return SecurityWay.PLEDGE if kind in PLEDGED else SecurityWay.MORTGAGE


class Title(StrEnum):
    """How the owner's title stands, as found."""

    CLEAR = "clear"
    CO_OWNED = "co_owned"  # With the written consent of every owner.
    DISPUTED = "disputed"
    SEIZED = "seized"  # Sealed up, seized or under supervision.
    NOT_TRANSFERABLE = "not_transferable"  # Land ownership, homestead land, public facilities.


class Appraiser(StrEnum):
    """Who made a valuation."""

    INTERNAL = "internal"
    EXTERNAL = "external"
    AGREED_VALUE = "agreed_value"  # Between the owner and the institution.


class ValuationMethod(StrEnum):
    """How a value was found."""

    MARKET = "market"
    INCOME = "income"
    COST = "cost"
    FACE = "face"  # Deposits, bonds and bills, at what they say.


class VaultReason(StrEnum):
    """Why papers leave the vault."""

    LENT = "lent"  # For a registration or a suit; due back.
    RETURNED_TO_OWNER = "returned_to_owner"
    REALISED = "realised"


class HandoverItemKind(StrEnum):
    """What is handed over."""

    TITLE_DOCUMENT = "title_document"
    MORTGAGE_CERTIFICATE = "mortgage_certificate"
    PLEDGED_RIGHT = "pledged_right"
    PLEDGED_GOODS = "pledged_goods"
    INSURANCE_POLICY = "insurance_policy"


@frozen(kw_only=True)
class HandoverItem:
    """One line of a list of what was handed over."""

    kind: HandoverItemKind
    number: str  # Of the paper, or the count and mark of goods; without personal data.
    digest: Digest | None = None  # Of its scan.
