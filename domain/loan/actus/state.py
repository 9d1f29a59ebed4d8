"""What a contract is at one time, seen from the lender; rows turn the sign for a borrower.

Source: ACTUS Technical Specification 1.1, state variables (Nt, Ipnr, Ipac, Feac, Ipcb, Prnxt, Isc,
Nsc, Sd) and their values at the status date for PAM, LAM, NAM, ANN, LAX, CLM, UMP.
"""

from datetime import date, datetime
from fractions import Fraction
from typing import Final

from attrs import field, frozen

from domain.loan.actus.exact import Exact, Value, exact
from domain.loan.actus.kinds import EventType

NOUGHT: Final = Exact(0)


def _payment(value: Value | None) -> Exact | None:
    return None if value is None else exact(value)


@frozen(kw_only=True)
class State:
    """The state variables after an event."""

    balance: Exact = field(default=NOUGHT, converter=exact)  # Nt, without its scaling.
    rate: Fraction = Fraction(0)  # Ipnr.
    accrued: Exact = field(default=NOUGHT, converter=exact)  # Ipac.
    fees: Exact = field(default=NOUGHT, converter=exact)  # Feac.
    base: Exact = field(default=NOUGHT, converter=exact)  # Ipcb.
    payment: Exact | None = field(default=None, converter=_payment)  # Prnxt.
    interest_scale: Fraction = Fraction(1)  # Isc.
    principal_scale: Fraction = Fraction(1)  # Nsc.
    counted_to: date  # Sd: up to here, interest has accrued.
    elapsed: Fraction = Fraction(0)  # The part of a year that accrued last.
    called: Exact = NOUGHT  # Interest due since a call, paid when the notice ends.
    is_called: bool = False  # Nothing accrues while the notice runs.


@frozen(kw_only=True)
class Event:
    """Something scheduled or observed, with all the times that it has."""

    kind: EventType
    time: datetime  # When it takes place, after any shift.
    scheduled: datetime  # When it was to; market values are read then.
    counted: date  # The day to which interest counts for it.
    value: Fraction = Fraction(0)  # The amount, rate or spread that comes with it.
    place: int  # Its place among events of one time.


@frozen(kw_only=True)
class Row:
    """A line of the result: what was paid, and the state after."""

    time: datetime
    kind: EventType
    payoff: Exact
    currency: str
    balance: Exact
    rate: Fraction
    accrued: Exact
