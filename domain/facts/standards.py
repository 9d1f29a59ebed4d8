"""Credit standards: to whom and for what an institution lends, with care, or not at all.

Those that ship are editable defaults: an institution sets its own under the same number or others,
by date, and ends what it does not want.
"""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Final

from attrs import frozen

from domain.facts.terms import LoanPurpose
from domain.ids import IndustryCode, StandardId
from domain.industry import within
from domain.kinds import CustomerKind


class Stance(StrEnum):
    """What a standard says about the credits that it covers."""

    PREFERRED = "preferred"  # Wanted in the portfolio.
    CAUTION = "caution"  # Lent with more care.
    DO_NOT_LEND = "do_not_lend"
    PERMIT_NEEDED = "permit_needed"  # Lent to who holds the permit of the trade (特殊行业许可).


@frozen(kw_only=True)
class Standard:
    """A credit standard; an empty tuple covers any."""

    stance: Stance
    says: str  # A sentence, without personal data.
    customer_kinds: tuple[CustomerKind, ...] = ()
    industries: tuple[IndustryCode, ...] = ()  # With all that lies within them.
    loan_purposes: tuple[LoanPurpose, ...] = ()
    by_officer: bool = False  # Applies only where who admits finds that it does.

    def covers(
        self, kind: CustomerKind, industry: IndustryCode | None, loan_purpose: LoanPurpose
    ) -> bool:
        """Say whether a credit is covered; None is an industry that nobody has named."""
        named = industry is not None and any(within(industry, one) for one in self.industries)
        return (
            (not self.customer_kinds or kind in self.customer_kinds)
            and (not self.industries or named)
            and (not self.loan_purposes or loan_purpose in self.loan_purposes)
        )


@frozen(kw_only=True)
class InForce:
    """A standard by number, since when it is in force, and where it comes from."""

    standard_id: StandardId
    standard: Standard
    since: date | None  # None: shipped.
    source: str


_CAPACITY: Final = (
    "国务院关于化解产能严重过剩矛盾的指导意见 (国发〔2013〕41号); codes are an editable default"
)
_PERMITS: Final = "行政许可法; licences of the trade; codes are an editable default"
_MANUAL: Final = "Credit manual of the institution; editable default"


def _shipped(standard_id: str, source: str, standard: Standard) -> tuple[str, InForce]:
    entry = InForce(standard_id=standard_id, standard=standard, since=None, source=source)
    return standard_id, entry


SHIPPED_STANDARDS: Final[Mapping[str, InForce]] = dict(
    (
        _shipped(
            "farming",
            _MANUAL,
            Standard(
                stance=Stance.PREFERRED,
                says="Farm households and those who farm, breed and process are whom we lend to.",
                industries=("A",),
            ),
        ),
        _shipped(
            "overcapacity",
            _CAPACITY,
            Standard(
                stance=Stance.CAUTION,
                says="Steel, cement, aluminium, flat glass and ships have more capacity than use.",
                industries=("C311", "C312", "C3011", "C3216", "C3041", "C373"),
            ),
        ),
        _shipped(
            "mining_permit",
            _PERMITS,
            Standard(
                stance=Stance.PERMIT_NEEDED,
                says="Who mines holds a mining permit and one for work safety.",
                industries=("B",),
            ),
        ),
        _shipped(
            "food_permit",
            _PERMITS,
            Standard(
                stance=Stance.PERMIT_NEEDED,
                says="Who makes or serves food holds a food permit.",
                industries=("C14", "C15", "H62"),
            ),
        ),
        _shipped(
            "chemicals_permit",
            _PERMITS,
            Standard(
                stance=Stance.PERMIT_NEEDED,
                says="Who makes chemicals, explosives or medicine holds the permit of the trade.",
                industries=("C26", "C27"),
            ),
        ),
        _shipped(
            "shares_and_speculation",
            "个人贷款管理办法, 流动资金贷款管理办法 (2024): what loans may not be used for",
            Standard(
                stance=Stance.DO_NOT_LEND,
                says="No money for shares, futures, equity or speculation in land and houses.",
                by_officer=True,
            ),
        ),
        _shipped(
            "evaded_debts",
            _MANUAL,
            Standard(
                stance=Stance.DO_NOT_LEND,
                says="Nothing is lent to who evaded bank debts or hid property from creditors.",
                by_officer=True,
            ),
        ),
        _shipped(
            "gambling_or_usury",
            _MANUAL,
            Standard(
                stance=Stance.DO_NOT_LEND,
                says="Nothing is lent to who gambles, takes drugs or lends on at usurious rates.",
                by_officer=True,
            ),
        ),
    )
)
