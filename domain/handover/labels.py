"""Labels of handovers."""

from collections.abc import Mapping
from typing import Final

from domain.labels import Label

LABELS: Final[Mapping[str, Label]] = {
    "handover": Label("业务移交", "handover"),
    "handover.propose": Label("提出移交", "propose a handover"),
    "handover.accept_files": Label("接收卷宗", "accept files"),
    "handover.object_to_file": Label("提出移交异议", "object to a file"),
    "handover.decide_objection": Label("裁决移交异议", "decide an objection"),
    "handover.sign": Label("签署移交书", "sign a handover"),
    "handover.withdraw": Label("撤回移交", "withdraw a handover"),
    "handover.proposed": Label("移交已提出", "handover proposed"),
    "handover.files_accepted": Label("卷宗已接收", "files accepted"),
    "handover.file_objected": Label("已提出移交异议", "file objected to"),
    "handover.objection_decided": Label("移交异议已裁决", "objection decided"),
    "handover.signed": Label("移交书已签署", "handover signed"),
    "handover.completed": Label("移交已完成", "handover completed"),
    "handover.withdrawn": Label("移交已撤回", "handover withdrawn"),
    "handover_id": Label("移交编号", "handover number"),
    "from_id": Label("移交人", "who hands over"),
    "to_id": Label("接收人", "who takes over"),
    "file_ids": Label("移交卷宗", "files handed over"),
    "moves_on": Label("移交日", "moves on"),
    "receiver": Label("接收员工", "staff who take over"),
    "giver": Label("移交员工", "staff who hand over"),
    "parties": Label("卷宗当事人", "subjects of the files"),
    "responsibilities": Label("现经办责任人清单", "who answers for each"),
    "receiver_units": Label("接收人机构", "units of who takes over"),
    "moves": Label("是否移交", "whether it moves"),
    "proposed_by": Label("提出人", "proposed by"),
    "side": Label("签署方", "side"),
    "signed_by": Label("签署人", "signed by"),
}
