"""What follows from pricing an application.

Source: the pricing table of the day; what it was found from is stored with the rate.
"""

from collections.abc import Sequence
from datetime import date

from domain.credit_application.commands import PriceCreditApplication
from domain.credit_application.duties import ADMITTING, require_known, require_stage
from domain.credit_application.events import CreditApplicationEvent, CreditApplicationPriced
from domain.credit_application.rules import PRICED_BY_A_TABLE
from domain.credit_application.state import CreditApplication
from domain.dated import Dated, From
from domain.facts.application import ApplicationStage
from domain.facts.duty import require_duty
from domain.facts.policy import SHIPPED
from domain.facts.pricing import PricedOn, PricingTable, price
from domain.facts.rating import Rating


def price_application(
    command: PriceCreditApplication, application: CreditApplication
) -> Sequence[CreditApplicationEvent]:
    """Price an admitted application; () where it was priced like this by that table."""
    submitted = require_known(application)
    staff = require_duty(command.staff, command.today, ADMITTING, submitted.customer_id)
    require_stage(application, (ApplicationStage.ADMITTED, ApplicationStage.CAUTIONED))
    assert command.application is not None
    rating = _valid(command.rating, command.today)
    inputs = _inputs(command, rating)
    table = _table(command, command.application.terms.product_id)
    priced = price(table.value, inputs) if table else None
    PRICED_BY_A_TABLE.require(priced is not None, months=inputs.months)
    assert table is not None
    assert priced is not None
    made = CreditApplicationPriced(
        inputs=inputs,
        priced=priced,
        scorecard=rating.scorecard if rating else None,
        table_since=table.day,
        source=table.source,
        priced_by=staff.staff_id,
        on=command.today,
    )
    known = application.priced
    same = known and (known.inputs, known.priced, known.table_since) == (
        inputs,
        priced,
        table.day,
    )
    return () if same else (made,)


def _inputs(command: PriceCreditApplication, rating: Rating | None) -> PricedOn:
    known, dealings = command.application, command.dealings
    assert known is not None
    return PricedOn(
        months=known.terms.months,
        grade=rating.grade if rating else None,
        security=known.terms.security,
        tier=dealings.tier if dealings else None,
        settles_here=bool(dealings and dealings.settles_here),
        insider=known.insider,
    )


def _table(command: PriceCreditApplication, product_id: str) -> From[PricingTable] | None:
    book = command.policy or SHIPPED
    return book.pricing.get(product_id, Dated[PricingTable]()).entry(command.today)


def _valid(rating: Rating | None, day: date) -> Rating | None:
    """Return a rating while it is valid."""
    return rating if rating and day <= rating.valid_until else None
