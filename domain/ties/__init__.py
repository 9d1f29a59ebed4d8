"""The commands by which one aggregate holds on to another, sent by guards alone, by matter.

They stand here because the sender and the receiver may not import each other.
"""

from domain.ties.approval import EndApproval, TakeUpApproval
from domain.ties.bill import EndBill, GiveUpBill, ReopenBill, TakeUpBill
from domain.ties.contract import DrawContract, SecureContract, UndrawContract, UnsecureContract
from domain.ties.entrustment import LendFunds, TakeUpEntrustment, UnlendFunds
from domain.ties.file import ReleaseLoan, TieLoan
from domain.ties.guarantee import GiveBackGuarantee, TakeOnGuarantee
from domain.ties.headroom import (
    ReleaseHeadroom,
    ReserveHeadroom,
    RestoreHeadroom,
    UnuseHeadroom,
    UseHeadroom,
)
from domain.ties.identity import ClaimIdentity, MoveIdentity
from domain.ties.note import ConfirmLoanEnded, LendUnderContract, UndoLending
from domain.ties.organisation import FollowParent, MoveResponsibility, NoteHead, TieDelegation

__all__ = [
    "ClaimIdentity",
    "ConfirmLoanEnded",
    "DrawContract",
    "EndApproval",
    "EndBill",
    "FollowParent",
    "GiveBackGuarantee",
    "GiveUpBill",
    "LendFunds",
    "LendUnderContract",
    "MoveIdentity",
    "MoveResponsibility",
    "NoteHead",
    "ReleaseHeadroom",
    "ReleaseLoan",
    "ReopenBill",
    "ReserveHeadroom",
    "RestoreHeadroom",
    "SecureContract",
    "TakeOnGuarantee",
    "TakeUpApproval",
    "TakeUpBill",
    "TakeUpEntrustment",
    "TieDelegation",
    "TieLoan",
    "UndoLending",
    "UndrawContract",
    "UnlendFunds",
    "UnsecureContract",
    "UnuseHeadroom",
    "UseHeadroom",
]
