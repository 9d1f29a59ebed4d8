"""Labels of customers, their documents and connections, and of what protects them."""

from collections.abc import Mapping
from typing import Final

from domain.labels import Label

_ACTS: Final[Mapping[str, Label]] = {
    "customer": Label("客户", "customer"),
    "customer.register": Label("登记客户", "register a customer"),
    "customer.add_document": Label("添加证件", "add an identity document"),
    "customer.change_particulars": Label("变更客户资料", "change particulars"),
    "customer.add_contact": Label("添加联系人", "add a contact"),
    "customer.end_contact": Label("终止联系人", "end a contact"),
    "customer.relate": Label("登记关联关系", "relate a customer"),
    "customer.end_relation": Label("终止关联关系", "end a relation"),
    "customer.merge": Label("合并重复客户", "merge a duplicate"),
    "customer.absorb": Label("承接重复客户", "take over a duplicate"),
    "customer.place_hold": Label("设置保全", "place a hold"),
    "customer.lift_hold": Label("解除保全", "lift a hold"),
    "customer.request_erasure": Label("申请删除个人信息", "ask for erasure"),
    "customer.erase": Label("删除个人信息", "erase a person"),
    "customer.erase_duplicate": Label("删除重复客户个人信息", "erase a duplicate"),
    "customer.tie_loan": Label("关联借据", "tie a loan"),
    "customer.release_loan": Label("解除借据关联", "release a loan"),
}

_FACTS: Final[Mapping[str, Label]] = {
    "customer.registered": Label("客户已登记", "customer registered"),
    "customer.document_added": Label("证件已添加", "identity document added"),
    "customer.particulars_changed": Label("客户资料已变更", "particulars changed"),
    "customer.contact_added": Label("联系人已添加", "contact added"),
    "customer.contact_ended": Label("联系人已终止", "contact ended"),
    "customer.related": Label("关联关系已登记", "customer related"),
    "customer.relation_ended": Label("关联关系已终止", "relation ended"),
    "customer.merged": Label("客户已合并", "customer merged"),
    "customer.duplicate_absorbed": Label("重复客户已承接", "duplicate taken over"),
    "customer.hold_placed": Label("保全已设置", "hold placed"),
    "customer.hold_lifted": Label("保全已解除", "hold lifted"),
    "customer.erasure_requested": Label("已申请删除个人信息", "erasure asked for"),
    "customer.erased": Label("个人信息已删除", "person erased"),
    "customer.loan_tied": Label("借据已关联", "loan tied"),
    "customer.loan_released": Label("借据关联已解除", "loan released"),
}

_FIELDS: Final[Mapping[str, Label]] = {
    "number": Label("证件号码", "document number"),
    "phone": Label("联系电话", "telephone"),
    "address": Label("地址", "address"),
    "others": Label("其他资料", "other particulars"),
    "contact_id": Label("联系人编号", "contact number"),
    "relation": Label("关系", "relation"),
    "other_id": Label("对方客户编号", "other customer"),
    "into_id": Label("并入客户编号", "customer who stays"),
    "into": Label("并入客户", "standing of the customer who stays"),
    "hold_id": Label("保全编号", "hold number"),
    "basis": Label("事由", "basis"),
    "duplicate_id": Label("重复客户编号", "duplicate"),
    "earlier": Label("此前并入的客户", "duplicates merged before"),
    "loans": Label("未结清借据", "open loans"),
    "kind_required": Label("适用客户种类", "kinds of customer allowed"),
    "ended_on": Label("结束日", "ended on"),
    "retained_until": Label("保管期限至", "kept until"),
    "involved": Label("参与事项", "what names the customer"),
    "applications": Label("信贷申请", "applications"),
    "approvals": Label("审批结果", "decisions on applications"),
    "keeps": Label("须留存", "keeps the data"),
    "requested_by": Label("申请人", "asked for by"),
    "erased_by": Label("执行人", "erased by"),
}

_VALUES: Final[Mapping[str, Label]] = {
    "resident_identity_card": Label("居民身份证", "resident identity card"),
    "foreign_permanent_residence_card": Label(
        "外国人永久居留身份证", "foreign permanent residence card"
    ),
    "unified_social_credit_code": Label("统一社会信用代码", "unified social credit code"),
    "passport": Label("护照", "passport"),
    "mainland_travel_permit": Label("来往内地（大陆）通行证", "mainland travel permit"),
    "legacy_identity_card": Label("旧版15位身份证", "identity card of 15 digits"),
    "legacy_licence": Label("旧版营业执照注册号", "business licence from before 2015"),
    "spouse": Label("配偶", "spouse"),
    "parent": Label("父母", "parent"),
    "child": Label("子女", "child"),
    "household_member": Label("家庭成员", "household member"),
    "legal_representative": Label("法定代表人", "legal representative"),
    "actual_controller": Label("实际控制人", "actual controller"),
    "business_partner": Label("经营合伙人", "business partner"),
    "emergency_contact": Label("紧急联系人", "emergency contact"),
    "guarantor": Label("保证人", "guarantor"),
    "controls": Label("控制本客户", "controls this customer"),
    "controlled_by": Label("受本客户控制", "controlled by this customer"),
    "same_group": Label("同一集团", "of the same group"),
    "joint_holder": Label("共同持有人", "joint holder"),
    "litigation": Label("诉讼", "litigation"),
    "investigation": Label("调查", "investigation"),
    "regulator_request": Label("监管要求", "request of the regulator"),
    "open_business": Label("业务未了结", "open business"),
    "request_of_the_person": Label("本人请求", "request of the person"),
    "purpose_ended": Label("处理目的已实现", "purpose ended"),
    "consent_withdrawn": Label("撤回同意", "consent withdrawn"),
    "retention_ended": Label("保管期限届满", "retention ended"),
}

LABELS: Final[Mapping[str, Label]] = {**_ACTS, **_FACTS, **_FIELDS, **_VALUES}
