"""Labels of fees and misuse."""

from collections.abc import Mapping
from typing import Final

from domain.labels import Label

LABELS: Final[Mapping[str, Label]] = {
    "loan.charge_fee": Label("收取费用", "charge a fee"),
    "loan.record_misuse": Label("登记贷款挪用", "record misuse"),
    "loan.end_misuse": Label("挪用已纠正", "end a misuse"),
    "loan.fee_charged": Label("费用已收取", "fee charged"),
    "loan.misuse_recorded": Label("贷款挪用已登记", "misuse recorded"),
    "loan.misuse_ended": Label("挪用已纠正", "misuse ended"),
    "fee_no": Label("费用编号", "fee number"),
    "up_front": Label("前端费用", "up front"),
    "periodic": Label("定期费用", "periodic"),
    "late": Label("逾期费用", "for being late"),
    "early": Label("提前还款费用", "for prepaying"),
}
