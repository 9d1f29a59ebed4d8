"""What accrues from one day to another, without a loan: interest, 罚息 and 复利, with switches.

accrue(AccrueTerms(…)) -> Accrued      Contradiction, with .field and .says, where none can
"""

from domain.loan.accrual.accrue import accrue
from domain.loan.accrual.terms import Accrued, AccruedPiece, AccrueTerms, Claim

__all__ = ["AccrueTerms", "Accrued", "AccruedPiece", "Claim", "accrue"]
