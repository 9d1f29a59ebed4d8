"""The words of the standard that terms and rows are written in.

Source: ACTUS Data Dictionary 1.1 (allowed values of terms; event types with their sequence).
"""

from enum import StrEnum
from typing import Final


class ContractType(StrEnum):
    """The lending contracts among the ACTUS contract types."""

    PAM = "PAM"  # Principal at maturity.
    LAM = "LAM"  # Linear amortizer: constant principal.
    NAM = "NAM"  # Negative amortizer: payment minus interest is principal, which may grow.
    ANN = "ANN"  # Annuity: constant payment.
    LAX = "LAX"  # Exotic linear amortizer: steps up and down.
    CLM = "CLM"  # Call money: until called.
    UMP = "UMP"  # Undefined maturity profile.


# Principal is what a payment leaves after interest.
BY_PAYMENT: Final = (ContractType.NAM, ContractType.ANN)


class Role(StrEnum):
    """On which side of the contract the one stands who wrote the record."""

    RPA = "RPA"  # Real position asset: the lender.
    RPL = "RPL"  # Real position liability: the borrower.
    LG = "LG"
    ST = "ST"
    BUY = "BUY"
    SEL = "SEL"
    RFL = "RFL"
    PFL = "PFL"
    RF = "RF"
    PF = "PF"
    COL = "COL"
    CNO = "CNO"
    GUA = "GUA"
    OBL = "OBL"
    UDL = "UDL"
    UDLP = "UDLP"
    UDLM = "UDLM"

    @property
    def sign(self) -> int:
        """The direction of cash flows: 1 for a claim, -1 for an obligation."""
        return -1 if self in _OBLIGED else 1


_OBLIGED: Final = frozenset({Role.RPL, Role.ST, Role.SEL, Role.PFL, Role.PF, Role.GUA, Role.UDLM})


class EventType(StrEnum):
    """What can happen, in the order in which events of one time are taken.

    The order is that of the published cases; types that no case shows stand where the
    dictionary's sequence puts them among their neighbours.
    """

    IED = "IED"  # Initial exchange.
    FP = "FP"  # Fee payment.
    PR = "PR"  # Principal redemption.
    PI = "PI"  # Principal increase.
    PY = "PY"  # Penalty payment.
    PP = "PP"  # Principal prepayment.
    IP = "IP"  # Interest payment.
    IPCI = "IPCI"  # Interest capitalisation.
    CE = "CE"  # Credit event.
    PRD = "PRD"  # Purchase.
    RRF = "RRF"  # Rate reset to a rate already fixed.
    RR = "RR"  # Rate reset to a rate observed.
    PRF = "PRF"  # Fixing of the principal payment.
    SC = "SC"  # Scaling index revision.
    IPCB = "IPCB"  # Fixing of the interest calculation base.
    XD = "XD"  # Exercise: the call of call money.
    STD = "STD"  # Settlement of what was called.
    MD = "MD"  # Maturity.
    TD = "TD"  # Termination.
    AD = "AD"  # Analysis: states are shown, nothing is paid.


SEQUENCE: Final = {kind: place for place, kind in enumerate(EventType)}


class InterestBasis(StrEnum):
    """What interest is calculated on."""

    NT = "NT"  # The balance.
    NTIED = "NTIED"  # The balance at the start.
    NTL = "NTL"  # The balance at the last base fixing.


class FeeBasis(StrEnum):
    """What the fee rate is."""

    AMOUNT = "A"
    RATE = "N"  # On the balance.


class Penalty(StrEnum):
    """How a prepayment is penalised."""

    NONE = "O"
    AMOUNT = "A"
    RATE = "N"  # On the balance, over the time since the last event.
    DIFFERENTIAL = "I"  # The same, at what the market rate lies below the contract's.


class PrepaymentEffect(StrEnum):
    """Whether there is a right to prepay, and what becomes of the schedule."""

    NONE = "N"
    AMOUNT = "A"
    MATURITY = "M"
