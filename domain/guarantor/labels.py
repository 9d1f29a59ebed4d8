"""Labels of guarantors."""

from collections.abc import Mapping
from typing import Final

from domain.labels import Label

LABELS: Final[Mapping[str, Label]] = {
    "guarantor.assess": Label("评估保证人", "assess a guarantor"),
    "guarantor.suspend": Label("暂停保证人", "suspend a guarantor"),
    "guarantor.take_on_guarantee": Label("承担保证", "take on a guarantee"),
    "guarantor.give_back_guarantee": Label("保证解除", "give back a guarantee"),
    "guarantor.assessed": Label("保证人已评估", "guarantor assessed"),
    "guarantor.suspended": Label("保证人已暂停", "guarantor suspended"),
    "guarantor.guarantee_taken_on": Label("保证已承担", "guarantee taken on"),
    "guarantor.guarantee_given_back": Label("保证已解除", "guarantee given back"),
    "guarantor_id": Label("保证人客户编号", "guarantor"),
    "guarantee_company": Label("融资担保公司", "guarantee company"),
    "state_organ": Label("国家机关", "state organ"),
    "public_institution": Label("公益机构", "institution for the public good"),
    "of_age": Label("具备完全行为能力", "of full capacity to act"),
    "net_assets": Label("净资产", "net assets"),
    "yearly_income": Label("年收入", "yearly income"),
    "assessment": Label("保证人评估结果", "assessment as a guarantor"),
    "assessments": Label("拟定保证人评估结果", "assessments of the proposed guarantors"),
    "suspended": Label("已暂停", "suspended"),
    "capacity": Label("保证能力", "what can be guaranteed"),
    "assessed_by": Label("评估人", "assessed by"),
    "suspended_by": Label("暂停人", "suspended by"),
    "left": Label("剩余能力", "left"),
}
