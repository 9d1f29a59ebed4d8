"""The fields of the tables of payment, security, facilities, write-off and classification.

Source: 银行业金融机构监管数据标准化规范 (EAST 5.0), field names as published by others: not the
official file, so check against it before filing.  A line is code, name, type, and * for a key.
"""

from typing import Final

ENTRUSTED_PAYMENT: Final = """
JRXKZH 金融许可证号 an..30
NBJGH 内部机构号 an..30
XDHTH 信贷合同号 an..100
XDJJH 信贷借据号 an..100 *
BZ 币种 an3
DKJE 贷款金额 n20.2
STZFJE 受托支付金额 n20.2
STZFRQ 受托支付日期 n8
STZFDXZH 受托支付对象账号 an..60 *
STZFDXHM 受托支付对象户名 an..450
STZFDXHH 受托支付对象行号 an..30
STZFDXXM 受托支付对象行名 an..450
BBZ 备注 an..600
CJRQ 采集日期 n8 *
"""

SECURITY_CONTRACT: Final = """
JRXKZH 金融许可证号 an..30
NBJGH 内部机构号 an..30
DBHTH 担保合同号 an..100 *
BDBHTH 被担保合同号 an..100 *
BDBYWLX 被担保业务类型 an..30
DBLX 担保类型 an..60
DBHTLX 担保合同类型 an..30
DBBZ 担保币种 an3
DBJE 担保金额 n20.2
DBQSRQ 担保起始日期 n8
DBDQRQ 担保到期日期 n8
DBHTZT 担保合同状态 an..6
JBRGH 经办人工号 an..70
BBZ 备注 an..600
CJRQ 采集日期 n8 *
"""

GUARANTOR: Final = """
JRXKZH 金融许可证号 an..30
NBJGH 内部机构号 an..30
DBHTH 担保合同号 an..100 *
BZRLB 担保人类别 an..6
BZRMC 担保人名称 an..450 *
DBRZJLB 担保人证件类别 an..60
DBRZJHM 担保人证件号码 an..70 *
DBRJZC 担保人净资产 n20.2
DBRJZCBZ 担保人净资产币种 an3
DBHTZT 担保合同状态 an..6
BBZ 备注 an..600
CJRQ 采集日期 n8 *
"""

COLLATERAL: Final = """
JRXKZH 金融许可证号 an..30
NBJGH 内部机构号 an..30
DBHTH 担保合同号 an..100 *
YPBH 押品编号 an..60 *
YPLX 押品类型 an..60
YPMC 押品名称 an..1500
BZ 币种 an3
PGJZ 起始估值 n20.2
YXRDJZ 最新估值 n20.2
YDYJZ 已抵押价值 n20.2
DZYL 抵质押率 n20.2
CZQSW 处置权顺位 an..30
YPSYRMC 押品所有人名称 an..450
YPSYRZJLB 押品所有人证件类别 an..60
YPSYRZJHM 押品所有人证件号码 an..70
ZYPZHM 质押票证号码 an..300
ZYPZQFJG 质押票证签发机构 an..450
QZDJHM 权证登记号码 an..300
QZDJMJ 权证登记面积 n20.2
DZYWZT 抵质押物状态 an..30
DBHTZT 担保合同状态 an..6
BBZ 备注 an..600
CJRQ 采集日期 n8 *
"""

FACILITY: Final = """
JRXKZH 金融许可证号 an..30
NBJGH 内部机构号 an..30
YHJGDM 银行机构代码 an..30
KHTYBH 客户统一编号 an..70
KHMC 客户名称 an..450
KHZJLB 客户证件类别 an..60
KHZJHM 客户证件号码 an..70
SXXYH 授信协议号 an..60 *
SXXYMC 授信协议名称 an..450
SXZTZL 授信主体种类 an..60
SXZL 授信种类 an..60
BZ 币种 an3
SXED 授信额度 n20.2
YYED 已用额度 n20.2
EDSQRQ 额度申请日期 n8
SXKSRQ 授信开始日期 n8
SXDQRQ 授信到期日期 n8
SXJCYJ 授信审批意见 an..3000
JBRGH 经办人工号 an..70
SPRGH 审批人工号 an..70
SXZT 授信状态 an..6
BBZ 备注 an..600
CJRQ 采集日期 n8 *
"""

WRITE_OFF: Final = """
JRXKZH 金融许可证号 an..30
NBJGH 内部机构号 an..30
KHTYBH 客户统一编号 an..70
KHMC 客户名称 an..450
ZCLX 资产类型 an..30
HTH 合同号 an..100 *
JJH 借据号 an..100 *
BZ 币种 an3 *
HXRQ 核销日期 n8
HXBJ 实核本金 n20.2
SHBNLX 实核表内利息 n20.2
SHBWLX 实核表外利息 n20.2
HXZT 核销状态 an..12
SHBZ 收回标志 an..12
SHBJ 收回本金 n20.2
SHLX 收回利息 n20.2
SHRQ 收回日期 n8
SHYGH 收回员工号 an..70
BBZ 备注 an..600
CJRQ 采集日期 n8 *
"""

RISK_CLASS: Final = """
JRXKZH 金融许可证号 an..30
NBJGH 内部机构号 an..30
YHJGMC 银行机构名称 an..450
KHTYBH 客户统一编号 an..70
KHMC 客户名称 an..450
XDHTH 信贷合同号 an..100
XDJJH 信贷借据号 an..100 *
YWJFL 原五级分类 an..6
XWJFL 新五级分类 an..6
TZRQ 调整日期 n8 *
BDFS 变动方式 an..30
BDYY 变动原因 an..30
JBGYH 经办人工号 an..70
BBZ 备注 an..600
CJRQ 采集日期 n8 *
"""
