"""What has happened to the credit policy: the contract with history."""

from datetime import date

from attrs import frozen

from domain.facts.pricing import PricingTable
from domain.facts.pricing_policy import FeeCap
from domain.facts.standards import Standard
from domain.fields import last_day
from domain.ids import (
    Digest,
    ParameterName,
    PolicyTextId,
    ProductId,
    SettingText,
    StandardId,
    VersionName,
)
from domain.money import Money
from domain.origin import Finding


@frozen(kw_only=True)
class PolicyParameterSet:
    """A parameter holds at this setting from a day on."""

    parameter: ParameterName
    setting: SettingText
    since: date
    source: str
    authority: str
    findings: tuple[Finding, ...]  # Where it is looser than guidance.


@frozen(kw_only=True)
class PolicyParameterCorrected:
    """A setting was entered wrongly; this is what was set from that day, None for nothing."""

    parameter: ParameterName
    since: date
    setting: SettingText | None
    replaced: SettingText
    source: str
    authority: str
    reason: str
    findings: tuple[Finding, ...]


@frozen(kw_only=True)
class PolicyTextIssued:
    """A version of a policy text is in force from a day on."""

    text_id: PolicyTextId
    version: VersionName
    title: str
    digest: Digest
    since: date
    until: date | None = last_day()
    authority: str


@frozen(kw_only=True)
class PolicyTextRepealed:
    """A policy text is in force no longer than a last day."""

    text_id: PolicyTextId
    until: date
    authority: str


@frozen(kw_only=True)
class PolicyStandardSet:
    """A credit standard is in force from a day on."""

    standard_id: StandardId
    standard: Standard
    since: date
    source: str
    authority: str


@frozen(kw_only=True)
class PolicyStandardEnded:
    """A credit standard is in force no more from a day on."""

    standard_id: StandardId
    since: date
    source: str
    authority: str


@frozen(kw_only=True)
class PolicyPricingSet:
    """A product is priced by this table from a day on."""

    product_id: ProductId
    table: PricingTable
    since: date
    source: str
    authority: str


@frozen(kw_only=True)
class PolicyFeesSet:
    """These fees may be asked from a day on, and no others."""

    fees: tuple[FeeCap, ...]
    since: date
    source: str
    authority: str


@frozen(kw_only=True)
class CapitalRecorded:
    """The institution's capital was this on a day, and counts until the next is known."""

    as_of: date
    net_capital: Money
    net_tier1: Money
    source: str


@frozen(kw_only=True)
class CapitalCorrected:
    """Capital was recorded wrongly; this is what it was."""

    as_of: date
    net_capital: Money
    net_tier1: Money
    source: str
    reason: str


PolicyEvent = (
    PolicyParameterSet
    | PolicyParameterCorrected
    | PolicyTextIssued
    | PolicyTextRepealed
    | PolicyStandardSet
    | PolicyStandardEnded
    | PolicyPricingSet
    | PolicyFeesSet
    | CapitalRecorded
    | CapitalCorrected
)
