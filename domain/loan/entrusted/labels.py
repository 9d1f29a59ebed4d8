"""Labels of loans of another's money."""

from collections.abc import Mapping
from typing import Final

from domain.labels import Label

LABELS: Final[Mapping[str, Label]] = {
    "loan.entrust": Label("登记委托人", "name whose money a loan is"),
    "loan.entrusted": Label("委托人已登记", "loan entrusted"),
    "entrusted_by": Label("委托人客户编号", "customer who entrusts the money"),
    "entruster": Label("委托人", "who entrusts the money"),
    "for_another": Label("以委托资金归还", "with another's money"),
    "contract_no": Label("委托合同编号", "number of the agreement"),
}
