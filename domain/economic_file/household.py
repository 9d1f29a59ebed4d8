"""What a household is: who lives in it, its land, its spending, and what is said of it.

Source: forms of rural institutions for farm households, sole traders and enterprises.
"""

from datetime import date
from enum import StrEnum

from attrs import frozen

from domain.facts.economy import Opinion
from domain.fields import personal
from domain.ids import Count, Digest
from domain.money import Money


class Kinship(StrEnum):
    """What a member is to the head of the household."""

    HEAD = "household_head"
    SPOUSE = "spouse"
    CHILD = "child"
    PARENT = "parent"
    SIBLING = "sibling"
    OTHER = "other"


class Sex(StrEnum):
    """As it stands in the household register."""

    FEMALE = "female"
    MALE = "male"


class Occupation(StrEnum):
    """What a member lives on."""

    FARMING = "farming"
    WAGE_WORK = "wage_work"
    TRADE = "trade"
    PUBLIC_SERVICE = "public_service"
    STUDY = "study"
    NONE = "none"


class RightKind(StrEnum):
    """A right to land or forest."""

    CONTRACTED_LAND = "contracted_land"
    TRANSFERRED_LAND = "transferred_land"
    FOREST = "forest"
    HOMESTEAD = "homestead"
    POND = "pond"


class SpendingKind(StrEnum):
    """What is spent in a year, other than on the business."""

    LIVING = "living"
    GIFTS = "gifts"
    EDUCATION = "education"
    MEDICAL = "medical"
    OTHER = "other"


@frozen(kw_only=True)
class Member:
    """Somebody who lives in the household."""

    kinship: Kinship
    name: str = personal()
    number: str | None = personal(default=None)  # Of the identity card.
    phone: str | None = personal(default=None)
    sex: Sex | None = None
    married: bool | None = None
    occupation: Occupation
    can_work: bool


@frozen(kw_only=True)
class Right:
    """A right to land or forest, with its certificate."""

    kind: RightKind
    area: Count  # Hundredths of a mu.
    certificate: Digest | None = None
    until: date | None = None


@frozen(kw_only=True)
class Spent:
    """What is spent on something in a year."""

    kind: SpendingKind
    amount: Money


@frozen(kw_only=True)
class Cover:
    """An insurance in force."""

    insures: str  # In words without personal data: "rice", "pension".
    insured: Money
    until: date | None = None


@frozen(kw_only=True)
class VillageOpinion:
    """What village or neighbours say."""

    opinion: Opinion
    given_by: str | None = personal(default=None)
    remarks: str | None = personal(default=None)
