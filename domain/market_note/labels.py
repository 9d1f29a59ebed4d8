"""Labels of market notes."""

from collections.abc import Mapping
from typing import Final

from domain.labels import Label

LABELS: Final[Mapping[str, Label]] = {
    "market_note": Label("市场情报", "market note"),
    "market_note.record": Label("登记市场情报", "record a market note"),
    "market_note.recorded": Label("市场情报已登记", "market note recorded"),
    "market_note_id": Label("情报编号", "number of the note"),
    "matter": Label("事项类别", "matter"),
    "noted_on": Label("获悉日", "noted on"),
    "competitor": Label("竞争对手", "competitor"),
    "interest_rates": Label("利率行情", "interest rates"),
    "industry_news": Label("行业动态", "news of an industry"),
    "crops_and_prices": Label("农情与价格", "crops and prices"),
    "public_policy": Label("政策动向", "public policy"),
}
