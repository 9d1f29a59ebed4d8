"""A plan as a picture: principal and interest of each instalment, and the balance.

The picture is plain SVG without script, style sheet or outside reference; texts are in Chinese
and English.  Instalments stand as bars against the left axis, the balance as a line against the
right one, both in yuan.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Final
from xml.sax.saxutils import escape, quoteattr

from adapters.calculations.answer import Answer
from domain.labels import Label

WIDTH, HEIGHT = 960, 480
LEFT, RIGHT, TOP, BOTTOM = 90, 870, 70, 410
_PRINCIPAL, _INTEREST, _BALANCE, _FEE = "#2f6db5", "#e08a2e", "#2e7d4f", "#8a5aa8"
_KEYS: Final = (
    (_PRINCIPAL, Label("本金", "principal")),
    (_INTEREST, Label("利息", "interest")),
    (_FEE, Label("费用", "fee")),
    (_BALANCE, Label("余额（右轴）", "balance (right axis)")),
)
_FONT: Final = "'Noto Sans CJK SC','Source Han Sans SC','Microsoft YaHei','PingFang SC',sans-serif"
_TICKS: Final = 5
_DATES_MAX: Final = 8


def svg(answer: Answer) -> str:
    """Return the picture of a plan."""
    rows = answer.rows
    most = max((_asked(row) for row in rows), default=0)
    owed = max((max(row["opening"].fen, row["closing"].fen) for row in rows), default=0)
    left, right = _nice(most), _nice(owed)
    title = f"还款计划 Plan of repayment ({answer.currency})"
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img"'
        f' width="{WIDTH}" height="{HEIGHT}" font-family={quoteattr(_FONT)} font-size="13">',
        f"<title>{escape(title)}</title>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>',
        _text((WIDTH // 2, 28), title, size=17),
        *_legend(has_fee=any(row["fee"].fen for row in rows)),
        *_axes(left, right),
        *_bars(rows, left),
        _line(rows, right),
        *_dates(rows),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _asked(row: Any) -> int:
    return int(max(row["principal"].fen, 0) + row["interest"].fen + row["fee"].fen)


def _nice(most: int) -> int:
    """Return a round amount in fen, not below the most, that ticks divide into round steps."""
    step = 1
    while True:
        for factor in (1, 2, 3, 4, 5, 6, 8):
            if step * factor * _TICKS >= max(most, _TICKS * 100):
                return step * factor * _TICKS
        step *= 10


def _legend(*, has_fee: bool) -> Iterator[str]:
    at = LEFT
    for colour, label in _KEYS:
        if colour == _FEE and not has_fee:
            continue
        words = f"{label.zh} {label.en}"
        yield f'<rect x="{at}" y="46" width="12" height="12" fill="{colour}"/>'
        yield _text((at + 18, 57), words, anchor="start")
        at += 34 + sum(14 if ord(char) > 0x2E80 else 8 for char in words)


def _axes(left: int, right: int) -> Iterator[str]:
    for tick in range(_TICKS + 1):
        y = BOTTOM - (BOTTOM - TOP) * tick / _TICKS
        colour = "#555555" if tick == 0 else "#dddddd"
        yield f'<line x1="{LEFT}" y1="{y:.1f}" x2="{RIGHT}" y2="{y:.1f}" stroke="{colour}"/>'
        yield _text((LEFT - 8, y + 4), _yuan(left * tick // _TICKS), anchor="end")
        yield _text(
            (RIGHT + 8, y + 4), _yuan(right * tick // _TICKS), anchor="start", fill=_BALANCE
        )


def _bars(rows: Sequence[Any], most: int) -> Iterator[str]:
    """Yield the bars: interest below, principal on it, fees on top."""
    step = (RIGHT - LEFT) / max(len(rows), 1)
    wide = step * 0.8 if step > 4 else step
    for k, row in enumerate(rows):
        x, foot = LEFT + step * k + (step - wide) / 2, float(BOTTOM)
        parts = ((_INTEREST, "interest"), (_PRINCIPAL, "principal"), (_FEE, "fee"))
        for colour, name in parts:
            tall = (BOTTOM - TOP) * max(row[name].fen, 0) / most
            if tall > 0:
                foot -= tall
                yield (
                    f'<rect x="{x:.2f}" y="{foot:.2f}" width="{wide:.2f}" height="{tall:.2f}"'
                    f' fill="{colour}"><title>{escape(_tip(row, name))}</title></rect>'
                )


def _tip(row: Any, name: str) -> str:
    return f"{row['no']}  {row['due_date']}  {name} {row[name].number}"


def _line(rows: Sequence[Any], most: int) -> str:
    """Return the line of the balance after each instalment, from what was paid out."""
    step = (RIGHT - LEFT) / max(len(rows), 1)
    points = [(LEFT + step * (k + 0.5), row["closing"].fen) for k, row in enumerate(rows)]
    if rows:
        points.insert(0, (LEFT, rows[0]["opening"].fen))
    drawn = " ".join(f"{x:.2f},{BOTTOM - (BOTTOM - TOP) * fen / most:.2f}" for x, fen in points)
    return f'<polyline points="{drawn}" fill="none" stroke="{_BALANCE}" stroke-width="2"/>'


def _dates(rows: Sequence[Any]) -> Iterator[str]:
    step = (RIGHT - LEFT) / max(len(rows), 1)
    every = -(-len(rows) // _DATES_MAX) or 1
    for k in range(0, len(rows), every):
        due: date = rows[k]["due_date"]
        yield _text((LEFT + step * (k + 0.5), BOTTOM + 20), due.isoformat())
    yield _text(((LEFT + RIGHT) // 2, BOTTOM + 46), "应还日 due date")


def _text(
    at: tuple[float, float],
    words: str,
    *,
    anchor: str = "middle",
    size: int = 13,
    fill: str = "#222222",
) -> str:
    place = f'x="{at[0]:.1f}" y="{at[1]:.1f}" text-anchor="{anchor}" font-size="{size}"'
    return f'<text {place} fill="{fill}">{escape(words)}</text>'


def _yuan(fen: int) -> str:
    whole, part = divmod(fen, 100)
    return f"{whole:,}" if part == 0 else f"{whole:,}.{part:02d}"
