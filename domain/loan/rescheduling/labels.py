"""Labels of extension, restructuring and arrears that are spread anew."""

from collections.abc import Mapping
from typing import Final

from domain.labels import Label

LABELS: Final[Mapping[str, Label]] = {
    "loan.extend": Label("展期", "extend a loan"),
    "loan.restructure": Label("重组", "restructure a loan"),
    "loan.respread_arrears": Label("欠款重新分摊", "spread arrears anew"),
    "loan.capitalise_interest": Label("利息转本金", "capitalise interest"),
    "loan.extended": Label("已展期", "extended"),
    "loan.restructured": Label("已重组", "restructured"),
    "loan.arrears_respread": Label("欠款已重新分摊", "arrears spread anew"),
    "loan.interest_capitalised": Label("利息已转本金", "interest capitalised"),
    "old_maturity": Label("原到期日", "old maturity"),
    "new_maturity": Label("新到期日", "new maturity"),
    "due_dates": Label("付息日", "due dates of interest"),
    "first_due": Label("首个还款日", "first due date"),
    "with_arrears": Label("逾期本金一并安排", "overdue principal included"),
    "how": Label("方式", "how"),
    "capitalised": Label("并入本金计息", "joined to the principal"),
    "spread": Label("平均分摊不计息", "in equal parts without interest"),
}
