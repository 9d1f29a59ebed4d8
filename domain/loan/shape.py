"""How a plan is shaped beside its method: how often it asks, and what was agreed for it alone.

Source: Civil Code of the PRC, Art. 668, 674-675 (the contract says when what is paid back).
"""

from typing import Annotated

from attrs import frozen

from domain.ids import Months, Span
from domain.loan.plan.terms import Stage
from domain.money import Money

Grace = Annotated[int, Span(0, 480)]


@frozen(kw_only=True)
class Shape:
    """What a loan's plan was agreed to be; what is not given has no effect."""

    months_between: Months = 1  # Instalments.
    grace_principal: Grace = 0  # Instalments at the start that ask for no principal.
    amortised_over: Months | None = None  # Instalments that a balloon loan is solved over.
    stages: tuple[Stage, ...] = ()  # Of a stepped loan.
    principals: tuple[Money, ...] = ()  # Of an irregular loan, one for each instalment.


PLAIN = Shape()
