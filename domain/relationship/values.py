"""The kinds that commands and events of a relationship share."""

from enum import StrEnum
from typing import Annotated

from attrs import frozen

from domain.ids import Span


class KeyRole(StrEnum):
    """What a key person is at a corporate customer."""

    LEGAL_REPRESENTATIVE = "legal_representative"
    ACTUAL_CONTROLLER = "actual_controller"
    FINANCE_HEAD = "finance_head"
    DECISION_MAKER = "decision_maker"
    ADVISER = "adviser"
    CLERK = "clerk"


Rank = Annotated[int, Span(1, 9)]


class Topic(StrEnum):
    """What a note is about."""

    BUSINESS_CIRCLE = "business_circle"  # 生意圈: with whom they trade, and how that goes.
    PRIVATE_CIRCLE = "private_circle"  # 生活圈: family, habits, how they live.
    SOCIAL_CIRCLE = "social_circle"  # 社会圈: what they are to village and trade.
    TRANSACTIONS = "transactions"  # Behaviour: what goes through the account, and when.
    REPAYMENT_HABITS = "repayment_habits"
    CHANNEL_HABITS = "channel_habits"


class Teller(StrEnum):
    """From whom a note comes."""

    CUSTOMER = "customer"
    FAMILY = "family"
    NEIGHBOUR = "neighbour"
    TRADE_PARTNER = "trade_partner"
    VILLAGE_COMMITTEE = "village_committee"
    OWN_STAFF = "own_staff"
    PUBLIC_RECORD = "public_record"
    OWN_ACCOUNTS = "own_accounts"


class Pointer(StrEnum):
    """What a note points to."""

    NEED = "need"
    WARNING = "warning"
    NEITHER = "neither"


class AccountKind(StrEnum):
    """Kinds of settlement account (人民币银行结算账户)."""

    BASIC = "basic_account"
    GENERAL = "general_account"
    SPECIAL_PURPOSE = "special_purpose_account"
    TEMPORARY = "temporary_account"
    PERSONAL = "personal_account"


class RateType(StrEnum):
    """How a customer would have the rate."""

    FIXED = "fixed"
    FLOATING = "floating"


class Channel(StrEnum):
    """How a customer would be reached."""

    COUNTER = "counter"
    VISIT = "visit"
    TELEPHONE = "telephone"
    MOBILE_BANKING = "mobile_banking"
    MESSAGE = "message"


class Criterion(StrEnum):
    """By what a customer is put in a tier."""

    CONTRIBUTION = "contribution"
    CREDIT_STANDING = "credit_standing"
    INDUSTRY_POSITION = "industry_position"


@frozen(kw_only=True)
class TierReason:
    """Why a customer is in a tier, by one criterion."""

    criterion: Criterion
    says: str  # Without personal data.


class LifeStage(StrEnum):
    """Where a customer stands on the way with the institution."""

    PROSPECT = "prospect"
    GROWING = "growing"
    MATURE = "mature"
    DECLINING = "declining"
    LOST = "lost"


Score = Annotated[int, Span(0, 10)]


class StandingKind(StrEnum):
    """A fact about a customer's credit standing, wherever it was made."""

    PRAISED = "praised"  # As a credit-worthy household or firm (信用户).
    KEPT_PROMISE = "kept_promise"
    WARNED = "warned"
    DISHONESTY_LISTED = "dishonesty_listed"  # 失信被执行人
    BLACKLISTED = "blacklisted"
