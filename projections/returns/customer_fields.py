"""The fields of the tables of customers.

Source: 银行业金融机构监管数据标准化规范 (EAST 5.0), field names as published by others: not the
official file, so check against it before filing.  A line is code, name, type, and * for a key.
"""

from typing import Final

INDIVIDUAL: Final = """
JRXKZH 金融许可证号 an..30
NBJGH 内部机构号 an..30
YHJGMC 银行机构名称 an..450
KHTYBH 客户统一编号 an..70 *
KHXM 客户姓名 an..150
ZJLB 证件类别 an..60
ZJHM 证件号码 an..70
GJHDQ 国家或地区 an..60
MZ 民族 an..30
XB 性别 an..3
XL 学历 an..30
CSNY 出生年月 n6
SFYH 是否已婚 an..3
SFNH 是否农户 an..3
BHYGBZ 本行员工标志 an..3
BXYGBZ 客户类型 an..60
GZDWMC 工作单位名称 an..450
GZDWDZ 工作单位地址 an..600
GZDWDH 工作单位电话 an..70
DWXZ 单位性质 an..60
ZY 职业 an..90
ZW 职务 an..150
GRNSR 个人年收入 n20.2
TXDZ 通讯地址 an..600
LXDH 联系电话 an..70
XDKHBZ 信贷客户标志 an..3
SCJLXDGXNY 首次建立信贷关系年月 n6
SHMDBZ 上黑名单标志 an..3
SHMDRQ 上黑名单日期 n8
BBZ 备注 an..600
CJRQ 采集日期 n8 *
"""

CORPORATE: Final = """
JRXKZH 金融许可证号 an..30
NBJGH 内部机构号 an..30
YHJGMC 银行机构名称 an..450
KHTYBH 客户统一编号 an..70 *
KHMC 客户名称 an..450
KHLX 客户类型 an..60
ZJLB 证件类别 an..60
ZJHM 证件号码 an..70
FRDB 法人代表 an..150
FRDBZJLB 法人代表证件类别 an..60
FRDBZJHM 法人代表证件号码 an..70
CWFZR 财务负责人 an..150
CWFZRZJLB 财务负责人证件类别 an..60
CWFZRZJHM 财务负责人证件号码 an..70
JBCKZH 基本存款账号 an..60
JBCKZHKHHH 基本存款账户开户行号 an..30
JBCKZHKHHMC 基本存款账户开户行名称 an..450
ZCZB 注册资本 n20.2
ZCZBBZ 注册资本币种 an3
SSZB 实收资本 n20.2
SSZBBZ 实收资本币种 an3
CLRQ 成立日期 n8
JYFW 经营范围 an..3000
SSHY 所属行业 an..90
QYFL 企业分类 an..30
YGRS 员工人数 n
XDKHBZ 信贷客户标志 an..3
SCJLXDGXNY 首次建立信贷关系年月 n6
SSGSBZ 上市公司标志 an..3
XYPJ 信用评级 an..30
ZCDZ 注册地址 an..600
XZQHDM 行政区划代码 an..6
LXDH 联系电话 an..70
FXYJXH 风险预警信号 an..500
GZSJDM 关注事件代码 an..500
BBZ 备注 an..600
CJRQ 采集日期 n8 *
"""
