"""What other aggregates may ask of a customer's economy and seals."""

from datetime import date

import pytest

from domain.dated import Dated
from domain.facts.economy import Economy
from domain.facts.seal import SealKind, Specimens
from domain.kinds import CustomerKind
from domain.money import Money

FIRST, SECOND = f"sha256:{1:064x}", f"sha256:{2:064x}"
ECONOMY = Economy(
    customer_id="C1",
    kind=CustomerKind.FARM_HOUSEHOLD,
    household_size=4,
    labour=2,
    assets=Money(200_000_00),
    debts=Money(30_000_00),
    shares=None,
    net_income=None,
    expected_income=None,
    spending=None,
    disposable=None,
    opinion=None,
    complete=False,
    missing_items=("business_lines",),
    refreshed_on=date(2026, 3, 1),
)


def test_net_assets_are_what_is_owned_less_what_is_owed():
    assert ECONOMY.net_assets == Money(170_000_00)


@pytest.mark.parametrize(
    ("day", "shown"),
    [(date(2026, 3, 1), FIRST), (date(2026, 5, 31), FIRST), (date(2026, 6, 1), SECOND)],
)
def test_a_seal_is_compared_with_the_specimen_of_the_day_of_the_document(day, shown):
    replaced = Dated[str | None]().with_value(date(2026, 3, 1), FIRST)
    replaced = replaced.with_value(date(2026, 6, 1), SECOND).with_value(date(2026, 9, 1), None)
    kept = Specimens({SealKind.OFFICIAL_SEAL: replaced})
    assert kept.match(SealKind.OFFICIAL_SEAL, shown, day)
    assert not kept.match(SealKind.FINANCE_SEAL, shown, day)
    assert kept.on(SealKind.OFFICIAL_SEAL, date(2026, 9, 1)) is None
