"""The sections of an economic file: found out together, they replace each other one by one.

Source: forms of rural institutions for farm households, sole traders and enterprises.
"""

from enum import StrEnum

from attrs import frozen

from domain.economic_file.firm import Flow, Owner, Registration
from domain.economic_file.household import Cover, Member, Right, Spent, VillageOpinion
from domain.economic_file.wealth import Asset, BusinessLine, Debt
from domain.facts.policy import Setting
from domain.ids import Count, Digest
from domain.money import Money


class EvidenceKind(StrEnum):
    """What was seen on the spot or signed, kept elsewhere and known by its digest."""

    DWELLING_PHOTO = "dwelling_photo"
    PROJECT_PHOTO = "project_photo"
    SIGNED_FORM = "signed_form"  # By household, collector and investigators.
    SITE_VISIT_RECORD = "site_visit_record"
    TAX_RECORD = "tax_record"
    MAIN_CONTRACTS = "main_contracts"
    ACCOUNTS = "accounts"


@frozen(kw_only=True)
class Evidence:
    """Something kept elsewhere that shows what was found."""

    kind: EvidenceKind
    digest: Digest


@frozen(kw_only=True)
class Sections:
    """What was found out at one time; None leaves a section as it is, () says there is none."""

    members: tuple[Member, ...] | None = None
    rights: tuple[Right, ...] | None = None
    assets: tuple[Asset, ...] | None = None
    debts: tuple[Debt, ...] | None = None
    business_lines: tuple[BusinessLine, ...] | None = None
    spending: tuple[Spent, ...] | None = None
    insurance: tuple[Cover, ...] | None = None
    village_opinion: VillageOpinion | None = None
    registration: Registration | None = None
    owners: tuple[Owner, ...] | None = None
    flows: tuple[Flow, ...] | None = None
    evidence: tuple[Evidence, ...] | None = None


@frozen(kw_only=True)
class Figures:
    """What the newest sections sum up to; None while the section is not on file."""

    household_size: Count | None
    labour: Count | None
    assets: Money | None
    debts: Money | None  # Without what is owed only where others do not pay.
    contingent_debts: Money | None
    shares: Money | None
    net_income: Money | None
    expected_income: Money | None
    spending: Money | None
    falls_due: Money | None  # Of the debts, within a year.
    disposable: Money | None


class Watched(StrEnum):
    """The figures that are watched for change."""

    NET_INCOME = "net_income"
    ASSETS = "assets"
    DEBTS = "debts"
    CONTINGENT_DEBTS = "contingent_debts"


@frozen(kw_only=True)
class Alert:
    """A figure that changed for the worse, by as much as a parameter says or more."""

    figure: Watched
    formerly: Money
    became: Money
    setting: Setting
