"""The credit pack of EAST 5.0: which tables there are, in the order of their numbers."""

from collections.abc import Mapping
from typing import Final

from domain.labels import Label
from projections.returns.collateral_items import TABLE_603
from projections.returns.contracts import TABLE_501
from projections.returns.customers import TABLE_201, TABLE_203
from projections.returns.facilities import TABLE_701
from projections.returns.guarantors import TABLE_602
from projections.returns.loans import LOAN_TABLES
from projections.returns.payments import TABLE_505
from projections.returns.security_contracts import TABLE_601
from projections.returns.security_fields import RISK_CLASS
from projections.returns.shape import ReturnTable, fields
from projections.returns.write_offs import TABLE_702


def _without_source(number: str, code: str, title: Label, text: str) -> ReturnTable:
    return ReturnTable(number=number, code=code, title=title, fields=fields(text), supply={})


_BESIDE_LOANS: Final = (
    TABLE_505,
    TABLE_601,
    TABLE_602,
    TABLE_603,
    TABLE_701,
    TABLE_702,
    _without_source("705", "DKWJXTBDB", Label("贷款五级形态变动表", "risk classes"), RISK_CLASS),
)

EAST: Final[Mapping[str, ReturnTable]] = {
    table.number: table
    for table in sorted(
        (TABLE_201, TABLE_203, *LOAN_TABLES, TABLE_501, *_BESIDE_LOANS), key=lambda t: t.number
    )
}
