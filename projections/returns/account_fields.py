"""The fields of the tables of loan accounts and of contracts.

Source: 银行业金融机构监管数据标准化规范 (EAST 5.0), field names as published by others: not the
official file, so check against it before filing.  A line is code, name, type, and * for a key.
"""

from typing import Final

ACCOUNT: Final = """
JRXKZH 金融许可证号 an..30
NBJGH 内部机构号 an..30
YHJGMC 银行机构名称 an..450
MXKMBH 明细科目编号 an..60
MXKMMC 明细科目名称 an..300
KHTYBH 客户统一编号 an..70
ZHMC 账户名称 an..450
DKFHZH 贷款分户账号 an..60 *
XDHTH 信贷合同号 an..100
XDJJH 信贷借据号 an..100 *
BZ 币种 an3 *
DKJE 贷款金额 n20.2
DKYE 贷款余额 n20.2
DKLL 实际利率 n20.6
FFRQ 发放日期 n8
DQRQ 到期日期 n8
KHRQ 开户日期 n8
XHRQ 销户日期 n8
ZHZT 账户状态 an..30
DKZT 贷款状态 an..30
BBZ 备注 an..600
CJRQ 采集日期 n8 *
"""

ENTRY: Final = """
JYXLH 交易序列号 an *
JRXKZH 金融许可证号 an..30
NBJGH 内部机构号 an..30
YHJGMC 银行机构名称 an..450
MXKMBH 明细科目编号 an..60
MXKMMC 明细科目名称 an..300
KHTYBH 客户统一编号 an..70
ZHMC 账户名称 an..450
ZJLB 证件类别 an..60
ZJHM 证件号码 an..70
DKFHZH 贷款分户账号 an..60
XDJJH 信贷借据号 an..100
HXJYRQ 核心交易日期 n8
HXJYSJ 核心交易时间 an
BZ 币种 an3
JYLX 交易类型 an
JYJDBZ 交易借贷标志 an
JYJE 交易金额 n20.2
ZHYE 账户余额 n20.2
DFZH 对方账号 an
DFHM 对方户名 an
DFXH 对方行号 an
DFXM 对方行名 an
ZY 摘要 an..90
CBMBZ 冲补抹标志 an
XZBZ 现转标志 an
JYQD 交易渠道 an
JYGYH 交易柜员号 an
SQGYH 授权柜员号 an
YWBLJGH 业务办理机构号 an
DBRXM 代办人姓名 an
DBRZJLB 代办人证件类别 an..60
DBRZJHM 代办人证件号码 an..70
BBZ 备注 an..600
CJRQ 采集日期 n8 *
"""

CONTRACT: Final = """
JRXKZH 金融许可证号 an..30
NBJGH 内部机构号 an..30
XDHTH 信贷合同号 an..100 *
ZHTH 主合同号 an..100
HTMC 合同名称 an..300
KHTYBH 客户统一编号 an..70
KHMC 客户名称 an..450
XDYWZL 信贷业务种类 an..150
DBLX 担保类型 an..60
BZ 币种 an3
HTJE 合同金额 n20.2
HTDKYT 合同贷款用途 an..1500
HTQSRQ 合同起始日期 n8
HTDQRQ 合同到期日期 n8
KHJLGH 客户经理工号 an..70
HTZT 合同状态 an..30
BBZ 备注 an..600
CJRQ 采集日期 n8 *
"""
