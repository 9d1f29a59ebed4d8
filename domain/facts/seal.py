"""What is known of the seals and signatures that a customer left with us (预留印鉴)."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

import attrs
from attrs import frozen

from domain.dated import Dated
from domain.ids import Digest


class SealKind(StrEnum):
    """What a specimen is of."""

    OFFICIAL_SEAL = "official_seal"  # 公章
    FINANCE_SEAL = "finance_seal"  # 财务专用章
    REPRESENTATIVE_SEAL = "representative_seal"  # 法定代表人章
    SIGNATURE = "signature"
    FINGERPRINT = "fingerprint"


@frozen
class Specimens:
    """The specimens of a customer, by kind and day, each by the digest of its image."""

    kept: Mapping[SealKind, Dated[Digest | None]] = attrs.field(factory=dict)

    def on(self, kind: SealKind, day: date) -> Digest | None:
        """Return the specimen in force on a day; None where there is none, or it was cancelled."""
        return self.kept.get(kind, Dated[Digest | None]()).on(day)

    def match(self, kind: SealKind, shown: Digest, day: date) -> bool:
        """Say whether what was put under a document is the specimen in force on its day."""
        return shown == self.on(kind, day)
