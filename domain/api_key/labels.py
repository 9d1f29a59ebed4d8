"""Labels of API keys."""

from collections.abc import Mapping
from typing import Final

from domain.labels import Label

LABELS: Final[Mapping[str, Label]] = {
    "api_key": Label("接口密钥", "API key"),
    "api_key.issue": Label("发放接口密钥", "issue an API key"),
    "api_key.issued": Label("接口密钥已发放", "API key issued"),
    "api_key.revoke": Label("吊销接口密钥", "revoke an API key"),
    "api_key.revoked": Label("接口密钥已吊销", "API key revoked"),
    "key_id": Label("密钥编号", "key number"),
    "caller": Label("调用方", "caller"),
    "secret_digest": Label("密钥摘要", "digest of the secret"),
    "scope": Label("机构范围", "branches in scope"),
    "roles": Label("角色", "roles"),
}
