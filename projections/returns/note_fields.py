"""The fields of the tables of loan notes.

Source: 银行业金融机构监管数据标准化规范 (EAST 5.0), field names as published by others: not the
official file, so check against it before filing.  A line is code, name, type, and * for a key.
"""

from typing import Final

INDIVIDUAL: Final = """
JRXKZH 金融许可证号 an..30
NBJGH 内部机构号 an..30
YHJGMC 银行机构名称 an..450
MXKMBH 明细科目编号 an..60
MXKMMC 明细科目名称 an..300
KHTYBH 客户统一编号 an..70
KHMC 客户名称 an..450
ZJLB 证件类别 an..60
ZJHM 证件号码 an..70
XDHTH 信贷合同号 an..100
XDJJH 信贷借据号 an..100 *
DKFHZH 贷款分户账号 an..60
XDYWZL 信贷业务种类 an..150
DKFFLX 贷款发放类型 an
FKFS 放款方式 an
BZ 币种 an3
DKJE 贷款金额 n20.2
DKYE 贷款余额 n20.2
DKWJFL 贷款五级分类 an
ZQS 总期数 n
DQQS 当前期数 n
ZQCS 展期次数 n
DKFFRQ 贷款发放日期 n8
DKDQRQ 贷款到期日期 n8
ZJRQ 终结日期 n8
QBJE 欠本金额 n20.2
QBRQ 欠本日期 n8
BNQXYE 表内欠息余额 n20.2
BWQXYE 表外欠息余额 n20.2
QXRQ 欠息日期 n8
LXQKQS 连续欠款期数 n
LJQKQS 累计欠款期数 n
SBXDJJH 上笔信贷借据号 an
DKRZZH 贷款入账账号 an
DKRZHM 贷款入账户名 an
RZZHSSHMC 入账账号所属行名称 an
LLLX 利率类型 an
SJLL 实际利率 n20.4
HKFS 还款方式 an
HKZH 还款账号 an
HKZHSSHMC 还款账号所属行名称 an
JXFS 计息方式 an
XQHKRQ 下期还款日期 n8
XQYHBJ 下期应还本金 n20.2
XQYHLX 下期应还利息 n20.2
JJDKYT 借据贷款用途 an
DKTXDQ 贷款投向地区 an
DKTXHY 贷款投向行业 an
SFHLWDK 是否互联网贷款 an
SFLSDK 是否绿色贷款 an
SFSNDK 是否涉农贷款 an
SFPHXSNDK 是否普惠型涉农贷款 an
SFPHXXWQYDK 是否普惠型小微企业贷款 an
SFKJDK 是否科技贷款 an
XDYGH 信贷员工号 an
DKZT 贷款状态 an..30
BBZ 备注 an..600
CJRQ 采集日期 n8 *
"""

CORPORATE: Final = """
JRXKZH 金融许可证号 an..30
NBJGH 内部机构号 an..30
YHJGMC 银行机构名称 an..450
MXKMBH 明细科目编号 an..60
MXKMMC 明细科目名称 an..300
KHTYBH 客户统一编号 an..70
KHMC 客户名称 an..450
XDHTH 信贷合同号 an..100
XDJJH 信贷借据号 an..100 *
DKFHZH 贷款分户账号 an..60
XDYWZL 信贷业务种类 an..150
DKFFLX 贷款发放类型 an
FKFS 放款方式 an
BZ 币种 an3
DKJE 贷款金额 n20.2
DKYE 贷款余额 n20.2
DKWJFL 贷款五级分类 an
ZQS 总期数 n
DQQS 当前期数 n
ZQCS 展期次数 n
DKFFRQ 贷款发放日期 n8
DKDQRQ 贷款到期日期 n8
ZJRQ 终结日期 n8
QBJE 欠本金额 n20.2
QBRQ 欠本日期 n8
BNQXYE 表内欠息余额 n20.2
BWQXYE 表外欠息余额 n20.2
QXRQ 欠息日期 n8
LXQKQS 连续欠款期数 n
LJQKQS 累计欠款期数 n
SBXDJJH 上笔信贷借据号 an
DKRZZH 贷款入账账号 an
DKRZHM 贷款入账户名 an
RZZHSSHMC 入账账号所属行名称 an
LLLX 利率类型 an
SJLL 实际利率 n20.4
HKFS 还款方式 an
HKZH 还款账号 an
HKZHSSHMC 还款账号所属行名称 an
JXFS 计息方式 an
XQHKRQ 下期还款日期 n8
XQYHBJ 下期应还本金 n20.2
XQYHLX 下期应还利息 n20.2
JJDKYT 借据贷款用途 an
DKTXDQ 贷款投向地区 an
DKTXHY 贷款投向行业 an
SFHLWDK 是否互联网贷款 an
SFLSDK 是否绿色贷款 an
SFSNDK 是否涉农贷款 an
SFPHXSNDK 是否普惠型涉农贷款 an
SFPHXXWQYDK 是否普惠型小微企业贷款 an
SFKJDK 是否科技贷款 an
XDYGH 信贷员工号 an
CJRQ 采集日期 n8 *
DKZT 贷款状态 an..30
BBZ 备注 an..600
"""
