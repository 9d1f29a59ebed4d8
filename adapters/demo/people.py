"""Invented people and their identity numbers; the numbers have right check digits."""

from collections.abc import Iterator
from random import Random
from typing import Any, Final

from domain.numbers import code_check, person_check

_FAMILIES: Final = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
_GIVEN: Final = ("秀英", "建国", "桂兰", "志强", "海燕", "玉梅", "国庆", "春华", "明", "丽")
_VILLAGES: Final = ("清河村", "柳树屯", "石桥村", "东岭村")
KINDS: Final = ("farm_household", "farm_household", "natural_person", "sole_trader", "enterprise")


def people(random: Random, count: int, since: str) -> Iterator[dict[str, Any]]:
    """Yield the registrations of so many customers, the same for the same random numbers."""
    for no in range(1, count + 1):
        kind = KINDS[no % len(KINDS)]
        village = random.choice(_VILLAGES)
        name = random.choice(_FAMILIES) + random.choice(_GIVEN)
        yield {
            "customer_id": f"C{no:03d}",
            "kind": kind,
            "name": f"{village}{name}合作社" if kind == "enterprise" else name,
            "document": _document(random, kind),
            "phone": f"139{random.randrange(10**8):08d}",
            "address": f"{village}{random.randrange(1, 9)}组",
            "since": since,
        }


def _document(random: Random, kind: str) -> dict[str, str]:
    if kind in ("enterprise", "sole_trader"):
        stem = f"9{'1' if kind == 'enterprise' else '2'}411622MA{random.randrange(10**7):07d}"
        return {"kind": "unified_social_credit_code", "number": stem + code_check(stem)}
    month, day = random.randrange(1, 13), random.randrange(1, 29)
    born = f"{random.randrange(1955, 2000)}{month:02d}{day:02d}"
    stem = f"411622{born}{random.randrange(1, 1000):03d}"
    return {"kind": "resident_identity_card", "number": stem + person_check(stem)}
