"""Labels of the credit policy."""

from collections.abc import Mapping
from typing import Final

from domain.labels import Label

LABELS: Final[Mapping[str, Label]] = {
    "policy.set_parameter": Label("设定政策参数", "set a policy parameter"),
    "policy.correct_parameter": Label("更正政策参数", "correct a policy parameter"),
    "policy.issue_text": Label("发布政策制度", "issue a policy text"),
    "policy.repeal_text": Label("废止政策制度", "repeal a policy text"),
    "policy.set_standard": Label("设定信贷标准", "set a credit standard"),
    "policy.end_standard": Label("停用信贷标准", "end a credit standard"),
    "policy.record_capital": Label("登记资本数据", "record capital"),
    "policy.correct_capital": Label("更正资本数据", "correct capital"),
    "policy.parameter_set": Label("政策参数已设定", "parameter set"),
    "policy.parameter_corrected": Label("政策参数已更正", "parameter corrected"),
    "policy.text_issued": Label("政策制度已发布", "policy text issued"),
    "policy.text_repealed": Label("政策制度已废止", "policy text repealed"),
    "policy.standard_set": Label("信贷标准已设定", "credit standard set"),
    "policy.standard_ended": Label("信贷标准已停用", "credit standard ended"),
    "policy.capital_recorded": Label("资本数据已登记", "capital recorded"),
    "policy.capital_corrected": Label("资本数据已更正", "capital corrected"),
    "book": Label("政策手册", "policy book"),
    "replaced": Label("更正前取值", "setting before"),
    "text_id": Label("制度编号", "number of the text"),
    "texts": Label("政策制度", "policy texts"),
    "repealed": Label("已废止", "repealed"),
    "standard_id": Label("信贷标准编号", "number of the credit standard"),
    "standard": Label("信贷标准", "credit standard"),
    "standards": Label("信贷标准清单", "credit standards"),
    "stance": Label("政策导向", "stance"),
    "preferred": Label("优先支持", "preferred"),
    "caution": Label("审慎介入", "with caution"),
    "do_not_lend": Label("不予贷款", "do not lend"),
    "permit_needed": Label("须特许经营", "permit of the trade needed"),
    "industries": Label("适用行业", "industries"),
    "loan_purposes": Label("适用用途", "purposes"),
    "by_officer": Label("由经办人认定", "found by the officer"),
}
