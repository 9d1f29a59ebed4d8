"""Labels of staff, their posts, licences and connected customers."""

from collections.abc import Mapping
from typing import Final

from domain.labels import Label

LABELS: Final[Mapping[str, Label]] = {
    "staff.register": Label("登记员工", "register a member of staff"),
    "staff.appoint": Label("任命岗位", "appoint to a post"),
    "staff.release": Label("免去岗位", "release from a post"),
    "staff.grant_licence": Label("授予上岗资格", "grant a licence"),
    "staff.renew_licence": Label("上岗资格换证", "renew a licence"),
    "staff.withdraw_licence": Label("取消上岗资格", "withdraw a licence"),
    "staff.record_training": Label("登记培训", "record a training"),
    "staff.declare_connected": Label("申报关系人", "declare a connected customer"),
    "staff.end_connection": Label("终止关系人", "end a connection"),
    "staff.leave": Label("员工离职", "leave the staff"),
    "staff.registered": Label("员工已登记", "member of staff registered"),
    "staff.appointed": Label("岗位已任命", "appointed to a post"),
    "staff.released": Label("岗位已免去", "released from a post"),
    "staff.licence_granted": Label("上岗资格已授予", "licence granted"),
    "staff.licence_renewed": Label("上岗资格已换证", "licence renewed"),
    "staff.licence_withdrawn": Label("上岗资格已取消", "licence withdrawn"),
    "staff.training_recorded": Label("培训已登记", "training recorded"),
    "staff.connected_declared": Label("关系人已申报", "connected customer declared"),
    "staff.connection_ended": Label("关系人已终止", "connection ended"),
    "staff.left": Label("员工已离职", "left the staff"),
    "junior": Label("初级", "junior"),
    "middle": Label("中级", "middle"),
    "senior": Label("高级", "senior"),
    "head": Label("负责人", "head"),
    "tested_on": Label("考核日", "tested on"),
    "training_id": Label("培训编号", "training number"),
    "completed_on": Label("完成日", "completed on"),
    "hours": Label("学时", "hours"),
    "connection": Label("关系", "connection"),
    "self": Label("本人", "self"),
    "near_relative": Label("近亲属", "near relative"),
    "firm": Label("投资或任职企业", "firm of theirs"),
    "grant_licence.grade": Label("资格等级", "grade of the licence"),
    "renew_licence.grade": Label("资格等级", "grade of the licence"),
    "withdraw_licence.grade": Label("资格等级", "grade of the licence"),
}
