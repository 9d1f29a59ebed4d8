"""The kinds that commands and events of a service request share."""

from enum import StrEnum


class RequestKind(StrEnum):
    """What a customer brings."""

    REQUEST = "request"
    COMPLAINT = "complaint"
    SUGGESTION = "suggestion"


class RequestTopic(StrEnum):
    """What it is about."""

    LOAN = "loan"
    RATE_OR_FEE = "rate_or_fee"
    REPAYMENT = "repayment"
    STAFF_CONDUCT = "staff_conduct"
    WAITING_TIME = "waiting_time"
    PERSONAL_DATA = "personal_data"
    PRODUCT = "product"
    OTHER = "other"
