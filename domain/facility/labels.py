"""Labels of credit limits."""

from collections.abc import Mapping
from typing import Final

from domain.labels import Label

_COMMANDS: Final[Mapping[str, Label]] = {
    "facility.grant_maximum": Label("核定最高授信额度", "grant a maximum exposure"),
    "facility.grant_sub_limit": Label("核定分项额度", "grant a sub-limit"),
    "facility.grant_group_limit": Label("核定集团授信额度", "grant a group's limit"),
    "facility.grant_related_parties_limit": Label(
        "核定关联方授信总额", "grant the limit for related parties"
    ),
    "facility.cut_limit": Label("调减额度", "cut a limit"),
    "facility.freeze": Label("冻结额度", "freeze a limit"),
    "facility.unfreeze": Label("解冻额度", "unfreeze a limit"),
    "facility.record_review": Label("登记授信审查", "record the review of a limit"),
    "facility.reserve_headroom": Label("预占额度", "reserve headroom"),
    "facility.release_headroom": Label("释放预占额度", "release headroom"),
    "facility.use_headroom": Label("占用额度", "use headroom"),
    "facility.unuse_headroom": Label("撤销占用额度", "undo the use of headroom"),
    "facility.restore_headroom": Label("恢复额度", "restore headroom"),
    "facility.allot_limit": Label("划分额度", "set a part of a limit aside"),
    "facility.take_on_holdings": Label("承接已占用额度", "take on what is taken"),
    "facility.let_holdings_go": Label("移出已占用额度", "let go what is taken"),
    "facility.holdings_taken_on": Label("已承接占用额度", "what is taken was taken on"),
    "facility.holdings_let_go": Label("已移出占用额度", "what is taken was let go"),
    "facility.granted": Label("额度已核定", "limit granted"),
    "facility.limit_cut": Label("额度已调减", "limit cut"),
    "facility.frozen": Label("额度已冻结", "limit frozen"),
    "facility.unfrozen": Label("额度已解冻", "limit unfrozen"),
    "facility.review_recorded": Label("授信审查已登记", "review recorded"),
    "facility.limit_allotted": Label("额度已划分", "part of the limit set aside"),
    "facility.headroom_reserved": Label("额度已预占", "headroom reserved"),
    "facility.headroom_released": Label("预占额度已释放", "headroom released"),
    "facility.headroom_used": Label("额度已占用", "headroom used"),
    "facility.headroom_unused": Label("额度占用已撤销", "use of headroom undone"),
    "facility.headroom_restored": Label("额度已恢复", "headroom restored"),
}
_VALUES: Final[Mapping[str, Label]] = {
    "maximum_exposure": Label("最高授信额度", "maximum exposure"),
    "general_limit": Label("非专项额度", "general limit"),
    "special_limit": Label("专项额度", "special-purpose limit"),
    "group_limit": Label("集团共用额度", "limit of a group"),
    "related_parties_limit": Label("关联方授信总额", "limit for related parties"),
    "project": Label("项目贷款", "project"),
    "commitment": Label("承诺", "commitment"),
    "bill_discount": Label("票据贴现", "discounting bills"),
    "bond": Label("债券", "bond"),
    "derivative": Label("衍生产品", "derivative"),
    "overdue_debt": Label("贷款逾期", "overdue debt"),
    "early_warning": Label("风险预警", "early warning"),
    "review": Label("审查决定", "outcome of a review"),
    "by_order": Label("有权机关要求", "order of an authority"),
    "keep": Label("维持", "keep"),
    "cut": Label("调减", "cut"),
    "freeze": Label("冻结", "freeze"),
    "no_renewal": Label("到期不续", "no renewal"),
}
_FIELDS: Final[Mapping[str, Label]] = {
    "special_use": Label("专项用途", "special use"),
    "own_loans": Label("本人未结清借据", "own open loans"),
    "group_limits": Label("合并计算成员的授信额度", "limits of those counted together"),
    "group_parties": Label("合并计算成员", "those counted together"),
    "group_loans": Label("合并计算成员的未结清借据", "open loans of those counted together"),
    "outside_limits": Label("额度外余额", "owed outside limits"),
    "cash_cover": Label("现金类担保", "cash cover"),
    "limit_above": Label("上级额度", "limit above"),
    "mandate_above": Label("上级授权书", "mandate above"),
    "mandate_on_top": Label("最上级授权书", "mandate on top"),
    "part_id": Label("下级额度编号", "number of the part"),
    "review_due": Label("审查到期日", "review due"),
    "nothing_new_from": Label("停止新增日", "nothing new from"),
    "usages": Label("占用明细", "what loans took"),
    "paid_back": Label("已归还", "paid back"),
    "ceiling": Label("测算上限", "ceiling"),
    "caps": Label("集中度上限", "caps against capital"),
    "most": Label("最高金额", "most"),
    "maximum": Label("客户最高授信", "maximum of the customer"),
    "related_members": Label("成员关联方", "who hangs together with the members"),
    "record_review.report": Label("授信审查报告", "report of the review"),
}

LABELS: Final[Mapping[str, Label]] = {**_COMMANDS, **_VALUES, **_FIELDS}
