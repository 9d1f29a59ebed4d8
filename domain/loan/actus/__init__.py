"""Lending contracts as the ACTUS standard defines them, in exact rationals.

`run` takes typed terms and what was observed, and returns rows.  Nothing is rounded.  How the
standard was read where it leaves room is written in docs/decisions/0013.
"""

from domain.loan.actus.observed import Observed
from domain.loan.actus.simulation import run
from domain.loan.actus.state import Row
from domain.loan.actus.terms import Terms, TermsError

__all__ = ["Observed", "Row", "Terms", "TermsError", "run"]
