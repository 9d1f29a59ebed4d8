"""Amounts as contracts and vouchers write them, so that no digit can be altered.

Source: 支付结算办法 附件一: 正确填写票据和结算凭证的基本规定.
"""

from itertools import groupby
from typing import Final

from domain.money import Money

_DIGITS: Final = "零壹贰叁肆伍陆柒捌玖"
_PLACES: Final = ("", "拾", "佰", "仟")
_MYRIADS: Final = ("", "万", "亿")
_YI: Final = 10**8


def in_words(amount: Money) -> str:
    """Return an amount of nought or more in Chinese capitals: 10,200.30 is 壹万零贰佰元叁角整."""
    yuan, fen = divmod(amount.fen, 100)
    whole = f"{_whole(yuan)}元" if yuan or not fen else ""
    return whole + _part(*divmod(fen, 10), after_yuan=bool(yuan))


def _whole(number: int) -> str:
    """Return a whole number; noughts between digits are read once, those at the end not."""
    if number >= 10_000 * _YI:
        high, low = divmod(number, _YI)
        return f"{_whole(high)}亿{'零' * (0 < low < _YI // 10)}{_whole(low) if low else ''}"
    text = str(number)
    marks = [_mark(int(digit), len(text) - 1 - at) for at, digit in enumerate(text)]
    myriads = groupby(enumerate(marks), lambda each: (len(text) - 1 - each[0]) // 4)
    said = "".join(_myriad("".join(mark for _, mark in group), at) for at, group in myriads)
    return _once(said).rstrip("零") or "零"


def _mark(digit: int, place: int) -> str:
    return f"{_DIGITS[digit]}{_PLACES[place % 4]}" if digit else "零"


def _myriad(said: str, at: int) -> str:
    """Return up to four digits with their myriad; nothing but noughts have none."""
    kept = said.rstrip("零")
    return f"{kept}{_MYRIADS[at]}{'零' * (kept != said)}" if kept else "零"


def _once(said: str) -> str:
    while "零零" in said:
        said = said.replace("零零", "零")
    return said


def _part(jiao: int, fen: int, *, after_yuan: bool) -> str:
    if not jiao and not fen:
        return "整"
    tens = f"{_DIGITS[jiao]}角" if jiao else "零" * after_yuan
    return f"{tens}{_DIGITS[fen]}分" if fen else f"{tens}整"
