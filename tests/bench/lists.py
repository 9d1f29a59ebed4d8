"""What a desk asks of all customers: the lists over a bank of 100,000, each for its first page.

Times are of the processor.
"""

from collections.abc import Iterator, Mapping
from contextlib import closing
from functools import partial
from pathlib import Path
from time import process_time
from typing import Final

from adapters.storage.views import ViewStore
from projections.catalogue import VIEWS
from tests.bench.desk import TODAY, Desk
from tests.bench.figures import Figure, interleaved

CUSTOMERS: Final = 100_000
ASKED: Final[tuple[tuple[str, Mapping[str, str]], ...]] = (
    ("refresh_due", {}),
    ("refresh_due", {"done_by": "S7", "until": "2026-12-31"}),
    ("refresh_due", {"customer_id": "C000777", "until": "2026-12-31"}),
    ("dormant_customers", {}),
    ("dormant_customers", {"in_effect_on": "2028-06-30"}),
    ("service_requests", {"status": "overdue"}),
    ("mandate_reliance", {"differs": "yes"}),
    ("funnel", {}),
    ("funnel", {"campaign_id": "M7"}),
    ("leads", {"captured_by": "S7"}),
    ("leads", {"customer_id": "C099999"}),
    ("sales_results", {}),
    ("sales_results", {"staff_id": "S7"}),
    ("campaign_results", {}),
    ("visit_log", {"visited_by": "S7"}),
    ("reception_summary", {}),
    ("portfolio", {"staff_id": "S7"}),
    ("segment", {"lending": "no_loan"}),
    ("exposure", {"part": "related"}),
    ("worklist", {"staff_id": "S7"}),
    ("worklist", {"unit_id": "B7"}),
    ("process_times", {}),
)


def figures(folder: Path, customers: int = CUSTOMERS) -> Iterator[Figure]:
    """Yield how long the processor works on each list."""
    desk, place = Desk(customers), folder / "desk-views"
    views = {name: VIEWS[name] for name, _ in ASKED}
    with closing(ViewStore(place, views=views)) as store:
        store.catch_up(desk)
        for name, query in ASKED:
            ask = partial(_read, store, desk, name, query)
            (spent,) = interleaved((ask,), 5, process_time)
            what = " ".join((name, *(f"{key} {value}" for key, value in query.items())))
            yield Figure(what=what, ours=spent, wanted="<= 200 ms")


def _read(
    store: ViewStore, desk: Desk, name: str, query: Mapping[str, str], *_turn: object
) -> None:
    store.read(name, query, desk, TODAY)
