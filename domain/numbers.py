"""Numbers that can be checked: identity documents and telephones.

Source: GB 11643-1999 (resident identity number, check character by ISO 7064 MOD 11-2),
GB 32100-2015 (unified social credit code, MOD 31).  Which places have a code changes every year,
so an unknown place code is no flaw.
"""

import re
import unicodedata
from datetime import date
from enum import StrEnum
from operator import mul
from typing import Final

_PERSON: Final = re.compile(r"[1-9][0-9]{16}[0-9X]")
_OLD_PERSON: Final = re.compile(r"[1-8][0-9]{14}")
_OLD_FOREIGNER: Final = re.compile(r"[A-Z]{3}[0-9]{12}")
_PLAIN: Final = re.compile(r"[A-Z0-9]{5,20}")
_PERSON_CHECKS: Final = "10X98765432"
_PERSON_WEIGHTS: Final = tuple(2 ** (17 - place) % 11 for place in range(17))

_CODE_CHARACTERS: Final = "0123456789ABCDEFGHJKLMNPQRTUWXY"  # Without I, O, S, V and Z.
_CODE: Final = re.compile(rf"[{_CODE_CHARACTERS}]{{2}}[0-9]{{6}}[{_CODE_CHARACTERS}]{{10}}")
_CODE_WEIGHTS: Final = tuple(3**place % 31 for place in range(17))

_MOBILE: Final = re.compile(r"1[3-9][0-9]{9}")
_LANDLINE: Final = re.compile(r"(010|02[0-9]|0[3-9][0-9]{2})-?([2-8][0-9]{6,7})(-[0-9]{1,6})?")
_SERVICE: Final = re.compile(r"[48]00-?[0-9]{3}-?[0-9]{4}")
_ABROAD: Final = re.compile(r"\+(?!86)[1-9][0-9]{6,14}")


class Flaw(StrEnum):
    """What is wrong with a number."""

    SHAPE = "shape"
    CHECK_CHARACTER = "check_character"
    BIRTH_DATE = "birth_date"


def normal(number: str) -> str:
    """Return a number in plain capitals and digits, without spaces: full-width １ becomes 1."""
    joined = "".join(unicodedata.normalize("NFKC", number).split()).upper()
    return unicodedata.normalize("NFKC", joined)  # Joined characters may have one form together.


def person_check(stem: str) -> str:
    """Return the check character of the first 17 digits of a resident identity number."""
    total = sum(map(mul, _PERSON_WEIGHTS, map(int, stem)))
    return _PERSON_CHECKS[total % 11]


def person_flaw(number: str, born_by: date) -> Flaw | None:
    """Return what is wrong with a normal 18-digit number of a person born on or before a day.

    Numbers of residents from Hong Kong, Macao and Taiwan (81, 82, 83) and of foreigners with
    permanent residence (a leading 9, since 2023) are made the same way.
    """
    if not _PERSON.fullmatch(number):
        return Flaw.SHAPE
    if not _is_birth_date(number[6:14], born_by):
        return Flaw.BIRTH_DATE
    return None if person_check(number[:17]) == number[17] else Flaw.CHECK_CHARACTER


def foreigner_flaw(number: str, born_by: date) -> Flaw | None:
    """Return what is wrong with a normal number of a foreigner's permanent residence card.

    Cards have 18 digits with a leading 9 since 2023; before, three letters and twelve digits.
    """
    if _OLD_FOREIGNER.fullmatch(number):
        return None
    return person_flaw(number, born_by) if number.startswith("9") else Flaw.SHAPE


def plain_flaw(number: str) -> Flaw | None:
    """Return what is wrong with a normal number of a passport, travel permit or old licence."""
    return None if _PLAIN.fullmatch(number) else Flaw.SHAPE


def old_person_flaw(number: str) -> Flaw | None:
    """Return what is wrong with a normal 15-digit number, as on cards issued before 1999."""
    if not _OLD_PERSON.fullmatch(number):
        return Flaw.SHAPE
    return None if _is_birth_date(f"19{number[6:12]}", date.max) else Flaw.BIRTH_DATE


def lengthened(old: str) -> str:
    """Return the 18-digit number of a person whose flawless 15-digit number is given."""
    stem = f"{old[:6]}19{old[6:]}"
    return stem + person_check(stem)


def code_check(stem: str) -> str:
    """Return the check character of the first 17 characters of a unified social credit code."""
    total = sum(
        weight * _CODE_CHARACTERS.index(character)
        for weight, character in zip(_CODE_WEIGHTS, stem, strict=True)
    )
    return _CODE_CHARACTERS[-total % 31]


def code_flaw(code: str) -> Flaw | None:
    """Return what is wrong with a normal unified social credit code."""
    if not _CODE.fullmatch(code):
        return Flaw.SHAPE
    return None if code_check(code[:17]) == code[17] else Flaw.CHECK_CHARACTER


def normal_phone(text: str) -> str | None:
    """Return a telephone number in its one form; None where it is none.

    Mainland numbers have no country code: "13812345678", "0571-87654321-12", "4001234567".
    Others begin with it: "+85223456789".
    """
    plain = re.sub(r"[\s()]", "", unicodedata.normalize("NFKC", text))
    home = re.sub(r"^(\+|00)86-?", "", plain)
    if _MOBILE.fullmatch(digits := home.replace("-", "")) or _SERVICE.fullmatch(home):
        return digits
    # After the country code, the 0 of an area code is often left out.
    for landline in (home, f"0{home}") if home != plain else (home,):
        if found := _LANDLINE.fullmatch(landline):
            area, line, extension = found.groups()
            return f"{area}-{line}{extension or ''}"
    abroad = re.sub(r"^00", "+", plain).replace("-", "")
    return abroad if _ABROAD.fullmatch(abroad) else None


def _is_birth_date(digits: str, born_by: date) -> bool:
    try:
        born = date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return False
    return born <= born_by
