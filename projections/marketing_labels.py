"""Labels of what views of marketing show."""

from collections.abc import Mapping
from typing import Final

from domain.labels import Label

MARKETING: Final[Mapping[str, Label]] = {
    "way_through": Label("推进过程", "way through the funnel"),
    "needs": Label("需求访谈", "needs"),
    "recommended": Label("推荐产品及结果", "products recommended"),
    "came_to": Label("结果", "how it ended"),
    "given_up": Label("已放弃", "lost"),
    "target_count": Label("目标户数", "customers on the list"),
    "contact_count": Label("已触达户数", "customers contacted"),
    "replies": Label("客户答复汇总", "replies"),
    "lead_count": Label("形成线索数", "leads that came of it"),
    "converted": Label("转为申请数", "leads converted"),
    "found_again": Label("规则复现", "found again by the rule"),
    "met_at": Label("地点", "met at"),
    "word": Label("检索词", "word"),
    "came_on": Label("来访日", "came on"),
    "by_concern": Label("按事由", "by what they came for"),
    "by_outcome": Label("按处理结果", "by what became of it"),
    "by_greeter": Label("按接待人", "by who received them"),
    "leads_won": Label("实际转化线索数", "leads won"),
    "loans_paid_out": Label("实际放款笔数", "loans paid out"),
    "amount_paid_out": Label("实际放款金额", "amount paid out"),
}
