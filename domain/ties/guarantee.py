"""A guarantee counts against what its guarantor can guarantee in all."""

from datetime import date

from attrs import frozen

from domain.ids import CustomerId, GuaranteeId
from domain.money import Money


@frozen(kw_only=True)
class TakeOnGuarantee:
    """Count a guarantee against what its guarantor can guarantee in all."""

    guarantor_id: CustomerId
    guarantee_id: GuaranteeId
    amount: Money
    today: date


@frozen(kw_only=True)
class GiveBackGuarantee:
    """Count a guarantee no more."""

    guarantor_id: CustomerId
    guarantee_id: GuaranteeId
