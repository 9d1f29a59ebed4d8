"""How long loans may run and be extended, as parameters of the regulator, from day to day.

Source: 固定资产贷款管理办法, 流动资金贷款管理办法, 个人贷款管理办法 (orders 1 to 3 of 2024, in
force from 2024-07-01); before them, and for loans that they do not name, 贷款通则 第12条 (1996).
"""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Final

from attrs import frozen

from domain.dated import Dated, From
from domain.kinds import LoanClass
from domain.sources import Source

SHORT_TERM_MONTHS: Final = 12  # A loan of up to a year is short (短期贷款).
MEDIUM_TERM_MONTHS: Final = 60  # Over a year and up to five: medium (中期贷款).
IN_FORCE: Final = date(2024, 7, 1)


class ExtensionLimit(StrEnum):
    """What all extensions of a loan of more than a year must keep within."""

    HALF = "half"  # Half of the original term.
    HALF_OR_THREE_YEARS = "half_or_three_years"  # Half; three years where it was over five.
    PRODUCT = "product"  # With the original term, the longest that the product is lent for.


@frozen(kw_only=True)
class Measure:
    """What an instrument allows one class of loan."""

    months_longest: int | None  # Of the loan contract, long cash cycles included; None: no cap.
    extension: ExtensionLimit  # Of loans over a year; shorter ones extend by their own term.
    source: Source


def _of(instrument: str, months: int | None, extension: ExtensionLimit) -> Dated[Measure]:
    source = Source(instrument=instrument, in_force_from=IN_FORCE)
    measure = Measure(months_longest=months, extension=extension, source=source)
    return Dated((From(IN_FORCE, measure, str(source)),))


GENERAL: Final = Measure(
    months_longest=None,
    extension=ExtensionLimit.HALF_OR_THREE_YEARS,
    source=Source(instrument="贷款通则", article="第12条", in_force_from=date(1996, 8, 1)),
)
MEASURES: Final[Mapping[LoanClass, Dated[Measure]]] = {
    LoanClass.FIXED_ASSET: _of("固定资产贷款管理办法 (2024)", None, ExtensionLimit.HALF),
    LoanClass.WORKING_CAPITAL: _of("流动资金贷款管理办法 (2024)", 60, ExtensionLimit.HALF),
    LoanClass.PERSONAL_CONSUMPTION: _of("个人贷款管理办法 (2024)", 60, ExtensionLimit.PRODUCT),
    LoanClass.PERSONAL_BUSINESS: _of("个人贷款管理办法 (2024)", 120, ExtensionLimit.PRODUCT),
}


def measure_on(loan_class: LoanClass | None, day: date) -> Measure:
    """Return what holds for a class of loan on a day; the general rules where nothing else does."""
    dated = MEASURES[loan_class] if loan_class else None
    return (dated and dated.on(day)) or GENERAL


def term_longest(loan_class: LoanClass | None, day: date) -> int | None:
    """Return the most months that a class of loan may be lent for from a day; None for no cap."""
    return measure_on(loan_class, day).months_longest


def extension_longest(measure: Measure, months: int, product_months: int) -> int:
    """Return the most months that all extensions of a loan of so many months may add.

    product_months is the longest that its product is lent for.  Source: those of the measure.
    """
    if months <= SHORT_TERM_MONTHS:
        return months
    if measure.extension is ExtensionLimit.PRODUCT:
        return max(product_months - months, 0)
    if measure.extension is ExtensionLimit.HALF_OR_THREE_YEARS and months > MEDIUM_TERM_MONTHS:
        return 36
    return months // 2
