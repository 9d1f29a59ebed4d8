"""Interest by months and by days, in whole fen, rounded half up once for each claim.

A product is a sum of fen x days (积数); it is kept whole and only the claim is rounded.

Source: Circular PBOC 2005-129 (day, month and year rates, interest by products).
"""

from typing import Final

from domain.rate import E8, Rate, half_up

MONTHS_A_YEAR: Final = 12


def for_month(balance: int, rate: Rate) -> int:
    """Return the interest of a whole month on a balance in fen (30/360).

    Source: interest by whole months (逐笔计息法): principal x yearly rate / 12.
    """
    return half_up(balance * rate.e8, MONTHS_A_YEAR * E8)


def for_days(product: int, rate: Rate, basis: int) -> int:
    """Return the interest on a product of fen x days, for a year of `basis` days.

    Source: interest by products (积数计息法).
    """
    return half_up(product * rate.e8, basis * E8)
