"""What a contract is at one time, seen from the lender; rows turn the sign for a borrower.

Source: ACTUS Technical Specification 1.1, state variables (Nt, Ipnr, Ipac, Feac, Ipcb, Prnxt, Isc,
Nsc, Sd) and their values at the status date for PAM, LAM, NAM, ANN, LAX, CLM, UMP.
"""

from datetime import date, datetime
from fractions import Fraction

from attrs import frozen

from domain.loan.actus.kinds import EventType
from domain.loan.actus.terms import ONE, ZERO


@frozen(kw_only=True)
class State:
    """The state variables after an event."""

    balance: Fraction = ZERO  # Nt, without its scaling.
    rate: Fraction = ZERO  # Ipnr.
    accrued: Fraction = ZERO  # Ipac.
    fees: Fraction = ZERO  # Feac.
    base: Fraction = ZERO  # Ipcb.
    payment: Fraction | None = None  # Prnxt.
    interest_scale: Fraction = ONE  # Isc.
    principal_scale: Fraction = ONE  # Nsc.
    counted_to: date  # Sd: up to here, interest has accrued.
    elapsed: Fraction = ZERO  # The part of a year that accrued last.
    called: Fraction = ZERO  # Interest due since a call, paid when the notice ends.
    is_called: bool = False  # Nothing accrues while the notice runs.


@frozen(kw_only=True)
class Event:
    """Something scheduled or observed, with all the times that it has."""

    kind: EventType
    time: datetime  # When it takes place, after any shift.
    scheduled: datetime  # When it was to; market values are read then.
    counted: date  # The day to which interest counts for it.
    value: Fraction = ZERO  # The amount, rate or spread that comes with it.
    place: int  # Its place among events of one time.


@frozen(kw_only=True)
class Row:
    """A line of the result: what was paid, and the state after."""

    time: datetime
    kind: EventType
    payoff: Fraction
    currency: str
    balance: Fraction
    rate: Fraction
    accrued: Fraction
