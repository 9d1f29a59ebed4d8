"""Labels of receptions."""

from collections.abc import Mapping
from typing import Final

from domain.labels import Label

LABELS: Final[Mapping[str, Label]] = {
    "reception": Label("客户接待", "reception"),
    "reception.register_enquiry": Label("登记来访", "register an enquiry"),
    "reception.sign_off": Label("审阅当日汇总", "sign the day off"),
    "reception.enquiry_registered": Label("来访已登记", "enquiry registered"),
    "reception.signed_off": Label("当日汇总已审阅", "day signed off"),
    "reception_id": Label("接待簿编号", "book of a unit and day"),
    "enquiry_id": Label("来访编号", "number of the enquiry"),
    "concern": Label("来访事由", "what they came for"),
    "greeted_by": Label("接待人", "received by"),
    "remark": Label("审阅意见", "remark"),
    "enquiries": Label("来访数", "enquiries"),
    "new_loan": Label("新贷咨询", "new loan"),
    "repayment_question": Label("还款咨询", "question on repayment"),
    "products_and_rates": Label("产品与利率咨询", "products and rates"),
    "papers_brought": Label("送交资料", "papers brought"),
    "answered_at_once": Label("当场答复", "answered at once"),
    "passed_on": Label("已转办", "passed on"),
    "became_a_lead": Label("转为线索", "became a lead"),
    "comes_back": Label("另约再来", "comes back"),
}
