"""Labels of identity documents and the claims to them."""

from collections.abc import Mapping
from typing import Final

from domain.labels import Label

LABELS: Final[Mapping[str, Label]] = {
    "identity.claim": Label("登记证件归属", "claim an identity document"),
    "identity.move": Label("转移证件归属", "move an identity document"),
    "identity.claimed": Label("证件归属已登记", "identity document claimed"),
    "identity.moved": Label("证件归属已转移", "identity document moved"),
    "holder": Label("证件持有客户", "holder"),
    "previous": Label("原持有客户", "previous holder"),
}
