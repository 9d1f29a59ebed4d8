"""What a customer takes part in, found in the stored views: looked up when a person is erased."""

from typing import Final

from adapters.storage.journal import Journal
from adapters.storage.views import ViewStore
from domain.facts.involved import Involved
from projections.involvement import TAKES_PART
from projections.view import FOREVER

_SECURITY: Final = ("collateral-", "guarantee-")


def involved_in(views: ViewStore, journal: Journal, customer_id: str) -> Involved:
    """Return all that names a customer by the last record of the journal, from whatever day.

    Raises Unavailable where the views cannot be brought up to it.
    """
    query = {"customer_id": customer_id, "in_effect_on": FOREVER.isoformat()}
    page = views.read(TAKES_PART, query, journal, FOREVER)
    streams = sorted({str(row["stream"]) for row in page.rows})
    return Involved(
        applications=_numbers(streams, "credit_application-"),
        contracts=_numbers(streams, "contract-"),
        securities=tuple(stream for stream in streams if stream.startswith(_SECURITY)),
    )


def _numbers(streams: list[str], category: str) -> tuple[str, ...]:
    return tuple(s.removeprefix(category) for s in streams if s.startswith(category))
