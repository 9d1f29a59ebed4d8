"""The standard form of a loan contract that ships.

Source: Civil Code of the PRC, Art. 667-680 (loan contracts); the three measures of 2024 (purpose,
payment, covenants).  An editable default, for the institution's lawyers to replace.
"""

from typing import Final

LOAN: Final = (
    "借款合同",
    "合同编号：{contract_id}",
    "贷款人（甲方）：{lender}",
    "借款人（乙方）：{borrower_name}　证件号码：{borrower_number}　住所：{borrower_address}",
    "甲乙双方经平等协商，依照《中华人民共和国民法典》及有关规定，订立本合同。",
    "第一条　借款种类与用途：{loan_purpose}，具体用于{use}。乙方不得将借款挪作他用。",
    "第二条　借款金额：人民币（大写）{amount_in_words}（小写：{amount}）。",
    "第三条　借款期限：{months}个月；实际放款日与到期日以借据为准，借据为本合同组成部分。",
    "第四条　借款利率：年利率{rate_yearly}（单利）。利息不得预先在本金中扣除。费用：{fees}。",
    "第五条　还款方式：{method}；每期还款日为每月{due_day}日，无此日的以当月最后一日为准。",
    "第六条　放款与支付：支付方式为{payment}。用信条件满足、担保生效后，甲方予以放款。",
    "第七条　担保：担保方式为{security}；担保合同编号：{secured_by}。",
    "第八条　甲方权利义务：按约放款；有权检查借款使用与乙方经营情况；对乙方资料保密。",
    "第九条　乙方权利义务：按约提款、使用与还款；如实提供资料，接受甲方检查；有权依约提前还款。",
    "第十条　用信条件与承诺事项：{covenants}。",
    "第十一条　违约情形与违约责任：{breach_terms}。",
    "第十二条　其他约定：{provisions}。",
    "第十三条　本合同自双方签章之日起生效，未经双方书面同意不得变更；争议由甲方住所地法院管辖。",
    "第十四条　乙方确认：甲方已就免除或减轻其责任、与乙方有重大利害关系的条款作出提示和说明。",
)

# Of three parties, with what each may and must.
# Source: 商业银行委托贷款管理办法 (银监发〔2018〕2号) 第13条.
ENTRUSTED_LOAN: Final = (
    "委托贷款合同",
    "合同编号：{contract_id}",
    "委托人（甲方）：{entruster_name}　证件号码：{entruster_number}　住所：{entruster_address}",
    "受托人（乙方）：{lender}",
    "借款人（丙方）：{borrower_name}　证件号码：{borrower_number}　住所：{borrower_address}",
    "甲乙丙三方经协商一致，依照《中华人民共和国民法典》及有关规定，订立本合同。",
    "第一条　贷款种类与用途：{loan_purpose}，具体用于{use}。丙方不得将贷款挪作他用。",
    "第二条　贷款金额：人民币（大写）{amount_in_words}（小写：{amount}）。",
    "第三条　贷款期限：{months}个月；实际放款日与到期日以借据为准，借据为本合同组成部分。",
    "第四条　贷款利率：年利率{rate_yearly}（单利），由甲丙双方商定。",
    "第五条　还款方式：{method}；每期还款日为每月{due_day}日，无此日的以当月最后一日为准。",
    "第六条　支付方式为{payment}。",
    "第七条　担保：担保方式为{security}；担保合同编号：{secured_by}；担保由甲丙双方及担保人商定。",
    "第八条　甲方自行确定丙方并审查其资信，保证资金来源合法、有权自主支配，承担丙方的信用风险。",
    "第九条　甲方在放款前将委托资金划入专用账户；资金未到账的，乙方不予放款，亦不垫付。",
    "第十条　乙方代为发放、协助监督使用、协助收回；不参与贷款决策，不提供任何形式的担保。",
    "第十一条　乙方向甲方收取手续费{service_fee}，不向丙方收取。收回的本息由乙方划付甲方。",
    "第十二条　丙方按约使用与还款，如实提供资料，接受甲方与乙方的检查。",
    "第十三条　违约情形与违约责任：{breach_terms}。",
    "第十四条　其他约定：{provisions}。",
    "第十五条　本合同自三方签章之日起生效，未经三方书面同意不得变更；争议由乙方住所地法院管辖。",
)
