"""The standard forms of security contracts that ship.

Source: Civil Code of the PRC, Art. 681-702 (guarantee), 394-424 (mortgage, and that of a maximum
amount), 440-446 (pledge of rights).  Editable defaults, for the institution's lawyers to replace.
"""

from typing import Final

_HEAD: Final = (
    "合同编号：{contract_id}",
    "债权人（甲方）：{lender}",
)
_GIVER: Final = "（乙方）：{giver_name}　证件号码：{giver_number}　住所：{giver_address}"
_SCOPE: Final = "担保范围：主债权的本金、利息、罚息、复利、违约金、损害赔偿金和实现债权的费用。"
_BREACH: Final = "违约情形与违约责任：{breach_terms}。"
_END: Final = (
    "其他约定：{provisions}。",
    "本合同自双方签章之日起生效，未经双方书面同意不得变更；争议由甲方住所地人民法院管辖。",
    "乙方确认：甲方已就与乙方有重大利害关系的条款作出提示和说明。",
)

GUARANTEE: Final = (
    "保证合同",
    *_HEAD,
    f"保证人{_GIVER}",
    "第一条　被担保的主债权：甲方与{borrower_name}签订的编号为{secures}的借款合同项下的债权。",
    "第二条　保证方式：连带责任保证；保证标的登记号：{securities}。",
    "第三条　保证期间：自主债务履行期限届满之日起三年。",
    f"第四条　{_SCOPE}",
    "第五条　主债权另有担保的，甲方有权就任一担保先行受偿；借新还旧的，乙方知晓并同意继续担保。",
    f"第六条　{_BREACH}",
    *_END,
)
MORTGAGE: Final = (
    "抵押合同",
    *_HEAD,
    f"抵押人{_GIVER}",
    "第一条　被担保的主债权：甲方与{borrower_name}签订的编号为{secures}的借款合同项下的债权。",
    "第二条　抵押财产：{securities}，其名称、数量、权属与价值以押品清单为准。",
    f"第三条　{_SCOPE}",
    "第四条　双方应于签约后办理抵押登记；抵押权自登记时设立或取得对抗效力，他项权证由甲方保管。",
    "第五条　未经甲方书面同意，乙方不得出租、转让或再抵押；毁损灭失的，保险金、赔偿金优先清偿。",
    f"第六条　{_BREACH}",
    *_END,
)
PLEDGE_OF_RIGHTS: Final = (
    "权利质押合同",
    *_HEAD,
    f"出质人{_GIVER}",
    "第一条　被担保的主债权：甲方与{borrower_name}签订的编号为{secures}的借款合同项下的债权。",
    "第二条　出质权利：{securities}，其名称、凭证号码与价值以质物交接清单为准。",
    f"第三条　{_SCOPE}",
    "第四条　质权自权利凭证交付时设立；没有凭证或依法须登记的，自办理出质登记时设立。",
    "第五条　出质权利先于主债务到期的，甲方可兑现并提前清偿或提存。",
    f"第六条　{_BREACH}",
    *_END,
)
MAXIMUM_AMOUNT_MORTGAGE: Final = (
    "最高额抵押合同",
    *_HEAD,
    f"抵押人{_GIVER}",
    "第一条　被担保的主债权：甲方对{borrower_name}自{debts_since}至{debts_until}连续发生的债权。",
    "第二条　最高债权额：{secures_up_to}，指上述期间内各借款合同本金余额的最高限额。",
    "第三条　抵押财产：{securities}，其名称、数量、权属与价值以押品清单为准。",
    f"第四条　{_SCOPE}",
    "第五条　双方应于签约后办理最高额抵押登记；债权依法确定前，部分债权转让的抵押权不随之转让。",
    f"第六条　{_BREACH}",
    *_END,
)
