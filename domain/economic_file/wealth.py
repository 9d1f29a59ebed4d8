"""What is owned, what is owed, and what is earned by: of every kind of customer.

Source: forms of rural institutions for farm households, sole traders and enterprises.
"""

from enum import StrEnum

from attrs import frozen

from domain.fields import personal
from domain.money import Money


class AssetKind(StrEnum):
    """What is owned."""

    HOUSE = "house"
    PREMISES = "premises"
    APPLIANCE = "appliance"
    VEHICLE = "vehicle"
    MACHINERY = "machinery"
    STOCK = "stock"
    LIVESTOCK = "livestock"
    DEPOSIT = "deposit"
    COOPERATIVE_SHARE = "cooperative_share"  # Paid up in this institution (股金).
    RECEIVABLE = "receivable"
    OTHER = "other"


class CreditorKind(StrEnum):
    """To whom something is owed."""

    THIS_INSTITUTION = "this_institution"
    OTHER_INSTITUTION = "other_institution"
    PRIVATE_PERSON = "private_person"
    SUPPLIER = "supplier"


class LineKind(StrEnum):
    """What a household or a firm earns by."""

    PLANTING = "planting"
    BREEDING = "breeding"
    TRADE = "trade"
    WAGE_LABOUR = "wage_labour"
    MANUFACTURING = "manufacturing"
    SERVICES = "services"
    OTHER = "other"


@frozen(kw_only=True)
class Asset:
    """What is owned, at the value stated."""

    kind: AssetKind
    value: Money
    pledged: bool = False  # It secures something already.


@frozen(kw_only=True)
class Debt:
    """What is owed, or guaranteed for others."""

    creditor: CreditorKind
    lender: str | None = personal(default=None)  # Who it is, where it is a person.
    balance: Money
    yearly: Money  # What falls due of it within a year, interest included.
    contingent: bool = False  # Guaranteed for somebody else: owed only where they do not pay.


@frozen(kw_only=True)
class BusinessLine:
    """A line of business: last year as it was, this year as expected."""

    kind: LineKind
    takings: Money
    outlay: Money
    expected_takings: Money
    expected_outlay: Money
