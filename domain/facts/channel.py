"""Through which channel a customer, or their application, came to us (获客渠道)."""

from enum import StrEnum


class Channel(StrEnum):
    """How a customer came to us."""

    WALK_IN = "walk_in"
    VISIT = "visit"  # We went to them.
    PHONE_CALL = "phone_call"
    ONLINE = "online"
    CUSTOMER_REFERRAL = "customer_referral"
    COLLEAGUE_REFERRAL = "colleague_referral"
    PRESS = "press"
