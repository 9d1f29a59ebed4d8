"""What may be asked of the credit policy: the contract with callers."""

from datetime import date

from attrs import frozen

from domain.dated import Dated
from domain.facts.pricing import PricingTable
from domain.facts.pricing_policy import FeeCap
from domain.facts.staff import Staff
from domain.facts.standards import Standard
from domain.fields import looked_up, stamped
from domain.ids import (
    BookId,
    Digest,
    ParameterName,
    PolicyTextId,
    ProductId,
    SettingText,
    StandardId,
    VersionName,
)
from domain.money import Money
from domain.terms import Terms


@frozen(kw_only=True)
class OfBook:
    """What every act on the policy names: the book, and who acts on which day."""

    book: BookId = "book"
    actor: str = stamped("actor")
    staff: Staff | None = looked_up("staff", by="actor")
    today: date = stamped("today")


@frozen(kw_only=True)
class SetPolicyParameter(OfBook):
    """Set a parameter of the credit policy from a day on."""

    parameter: ParameterName
    setting: SettingText  # As its measure is written: "2", "0.10", "true", "500000".
    since: date
    source: str  # The minutes or circular that it stands in.
    authority: str  # Who decided it: the board, the risk committee.


@frozen(kw_only=True)
class CorrectPolicyParameter(OfBook):
    """Correct a setting that was entered wrongly; what was entered stays on record."""

    parameter: ParameterName
    since: date  # Of the setting that was entered.
    setting: SettingText | None = None  # The true one; None: nothing was set from that day.
    source: str
    authority: str
    reason: str


@frozen(kw_only=True)
class IssuePolicyText(OfBook):
    """Issue a version of a policy text; from its first day on it takes the place of the last."""

    text_id: PolicyTextId
    version: VersionName
    title: str
    digest: Digest  # Of the text's bytes, which are kept elsewhere.
    since: date
    until: date | None = None  # The last day that it is in force; None: until further notice.
    authority: str


@frozen(kw_only=True)
class RepealPolicyText(OfBook):
    """Repeal a policy text after a last day."""

    text_id: PolicyTextId
    until: date
    authority: str


@frozen(kw_only=True)
class SetPolicyStandard(OfBook):
    """Set a credit standard from a day on: to whom and for what to lend, with care, or not."""

    standard_id: StandardId  # That of one that ships takes its place.
    standard: Standard
    since: date
    source: str
    authority: str


@frozen(kw_only=True)
class EndPolicyStandard(OfBook):
    """End a credit standard from a day on, one that ships as well."""

    standard_id: StandardId
    since: date
    source: str
    authority: str


@frozen(kw_only=True)
class SetPolicyPricing(OfBook):
    """Set the table that a product is priced by from a day on."""

    product_id: ProductId
    table: PricingTable
    since: date
    source: str
    authority: str
    product: Dated[Terms | None] | None = looked_up("product", by="product_id")


@frozen(kw_only=True)
class SetPolicyFees(OfBook):
    """Set the whole schedule of fees from a day on; what is not in it may not be asked."""

    fees: tuple[FeeCap, ...]
    since: date
    source: str
    authority: str


@frozen(kw_only=True)
class RecordCapital(OfBook):
    """Record the capital that limits are counted against, by the day that it is of."""

    as_of: date  # A quarter end, as a rule.
    net_capital: Money
    net_tier1: Money
    source: str  # The return or audited report.


@frozen(kw_only=True)
class CorrectCapital(OfBook):
    """Correct capital that was recorded wrongly; what was recorded stays on record."""

    as_of: date
    net_capital: Money
    net_tier1: Money
    source: str
    reason: str


PolicyCommand = (
    SetPolicyParameter
    | CorrectPolicyParameter
    | IssuePolicyText
    | RepealPolicyText
    | SetPolicyStandard
    | EndPolicyStandard
    | SetPolicyPricing
    | SetPolicyFees
    | RecordCapital
    | CorrectCapital
)
