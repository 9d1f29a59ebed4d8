"""What accrues over an interval as an answer, and why."""

from collections.abc import Mapping
from typing import Final

from adapters.calculations.answer import Answer, Because, columns_of, row_of
from adapters.calculations.labels import label_of
from domain.loan.accrual import AccruedPiece, AccrueTerms, Claim, accrue
from domain.rate import half_up

COLUMNS: Final = columns_of(AccruedPiece, but=("over", "of"), part_of_year=str)
_WHOLE: Final = ("interest", "penalty", "misuse", "compound", "total")
_SAYS: Final = (
    "I = round(sum of B x r x percent / 100 x part of a year), rounded once for the claim"
)
_SOURCES: Final[Mapping[Claim, str]] = {
    Claim.INTEREST: "Circular PBOC 2005-129 (银发〔2005〕129号)",
    Claim.PENALTY: "Circular PBOC 2003-251 (银发〔2003〕251号), Art. 3; Civil Code, Art. 676",
    Claim.MISUSE: "Circular PBOC 2003-251 (银发〔2003〕251号), Art. 3: the higher rate alone",
    Claim.COMPOUND: "Circular PBOC 2003-251 (银发〔2003〕251号), Art. 3",
}


def accrued(terms: AccrueTerms) -> Answer:
    """Return what accrues.  Raises Contradiction where the terms contradict themselves."""
    found = accrue(terms)
    return Answer(
        whole={name: getattr(found, name) for name in _WHOLE},
        columns=COLUMNS,
        rows=[row_of(COLUMNS, _Row(piece)) for piece in found.pieces],
        explain=lambda: [_why(no, piece) for no, piece in enumerate(found.pieces, start=1)],
        currency=found.total.currency,
    )


class _Row:
    """A piece with its part of a year as it is written."""

    def __init__(self, piece: AccruedPiece) -> None:
        self.piece, self.part_of_year = piece, f"{piece.over}/{piece.of}"

    def __getattr__(self, name: str) -> object:
        return getattr(self.piece, name)


def _why(no: int, piece: AccruedPiece) -> Because:
    label, exact = label_of(piece.claim), piece.exact
    hundredths = half_up(exact.numerator * 100, exact.denominator)
    percent = "" if piece.percent == 100 else f" x {piece.percent}%"
    return Because(
        no=no,
        what=str(piece.claim),
        amount=f"{hundredths // 10_000}.{hundredths % 10_000:04d}",
        formula=f"{label.zh} {label.en}",
        says=_SAYS,
        figures=f"{piece.balance.number} x {piece.rate}{percent} x {piece.over}/{piece.of}",
        source=_SOURCES[piece.claim],
    )
