"""Labels of mandates."""

from collections.abc import Mapping
from typing import Final

from domain.labels import Label

LABELS: Final[Mapping[str, Label]] = {
    "mandate.grant": Label("授权", "grant a mandate"),
    "mandate.delegate": Label("转授权", "delegate a mandate"),
    "mandate.suspend": Label("暂停授权", "suspend a mandate"),
    "mandate.restore": Label("恢复授权", "restore a mandate"),
    "mandate.revoke": Label("收回授权", "revoke a mandate"),
    "mandate.correct": Label("更正授权期限", "correct the dates of a mandate"),
    "mandate.tie_delegation": Label("关联转授权", "tie a delegation"),
    "mandate.follow_parent": Label("随上级授权变动", "follow the parent mandate"),
    "mandate.granted": Label("授权已作出", "mandate granted"),
    "mandate.delegated": Label("已转授权", "mandate delegated"),
    "mandate.suspended": Label("授权已暂停", "mandate suspended"),
    "mandate.restored": Label("授权已恢复", "mandate restored"),
    "mandate.revoked": Label("授权已收回", "mandate revoked"),
    "mandate.dates_corrected": Label("授权期限已更正", "dates corrected"),
    "mandate.delegation_tied": Label("转授权已关联", "delegation tied"),
    "parent_mandate": Label("上级授权", "mandate above"),
    "delegate": Label("受转授权人", "delegate"),
    "delegable": Label("可转授权", "may be delegated"),
    "delegated_id": Label("转授权书编号", "delegated mandate"),
    "delegated_by": Label("转授权人", "delegated by"),
    "with_parent": Label("随上级变动", "with the mandate above"),
    "was_since": Label("原生效日", "was in effect from"),
    "was_until": Label("原截止日", "was in effect until"),
    "stands": Label("上级有效", "whether the mandate above stands"),
    "grant_mandate.scope": Label("授权范围", "what it covers"),
    "delegate_mandate.scope": Label("授权范围", "what it covers"),
}
