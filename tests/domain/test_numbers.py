"""Identity numbers, credit codes and telephones are told from what only looks like one."""

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from stdnum.cn import ric, uscc

from domain.numbers import (
    Flaw,
    code_check,
    code_flaw,
    foreigner_flaw,
    lengthened,
    normal,
    normal_phone,
    old_person_flaw,
    person_check,
    person_flaw,
    plain_flaw,
)

TODAY = date(2026, 11, 24)
DIGITS = "0123456789"
CODE_CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
# Places that the second opinion has known for all years; it asks for one, and we do not.
PLACES = ("110101", "120101", "310101")


def made(place, born, order):
    """Return the whole number of a person by place, birth date and order number."""
    stem = f"{place}{born:%Y%m%d}{order:03d}"
    return stem + person_check(stem)


births = st.dates(date(1900, 1, 1), date(2020, 12, 31))
orders = st.integers(1, 999)
people = st.builds(made, st.sampled_from(PLACES), births, orders)


@st.composite
def codes(draw):
    place = draw(st.text(DIGITS, min_size=6, max_size=6))
    kind = draw(st.sampled_from(("91", "92", "93", "52", "12", "34")))
    subject = draw(st.text(CODE_CHARACTERS, min_size=9, max_size=9))
    return kind + place + subject + code_check(kind + place + subject)


@pytest.mark.parametrize("number", ["11010519491231002X", "440524188001010014"])
def test_the_examples_of_the_standard_are_flawless(number):
    assert person_flaw(number, TODAY) is None


@given(people)
def test_a_number_with_its_check_character_is_flawless(number):
    assert person_flaw(number, TODAY) is None
    assert ric.is_valid(number)


@given(people, st.integers(0, 17), st.sampled_from(DIGITS + "X"))
def test_one_wrong_character_is_found(number, place, wrong):
    assume(number[place] != wrong)
    assert person_flaw(number[:place] + wrong + number[place + 1 :], TODAY) is not None


@given(people, st.integers(0, 16))
def test_two_neighbours_swapped_are_found(number, place):
    first, second = number[place : place + 2]
    assume(first != second)
    swapped = number[:place] + second + first + number[place + 2 :]
    assert person_flaw(swapped, TODAY) is not None


@given(
    st.sampled_from(PLACES),
    st.integers(1900, 2025),
    st.tuples(st.integers(0, 13), st.integers(0, 32)),
    st.sampled_from(DIGITS + "X"),
)
def test_a_second_opinion_agrees_on_people_with_a_place(place, year, day, check):
    number = f"{place}{year}{day[0]:02d}{day[1]:02d}015{check}"
    assert (person_flaw(number, TODAY) is None) == ric.is_valid(number)


@pytest.mark.parametrize("prefix", ["810000", "820000", "830000", "911124", "999999"])
def test_residence_permits_are_made_like_identity_cards(prefix):
    number = made(prefix, date(1990, 5, 4), 15)
    assert person_flaw(number, TODAY) is None
    assert not ric.is_valid(number), "the second opinion knows these now: compare with it"


def test_an_unknown_place_is_no_flaw():
    number = made("199999", date(1990, 5, 4), 15)
    assert not ric.is_valid(number)
    assert person_flaw(number, TODAY) is None


def test_nobody_is_born_after_today():
    tomorrow = TODAY + timedelta(days=1)
    assert person_flaw(made("110101", TODAY, 1), TODAY) is None
    assert person_flaw(made("110101", tomorrow, 1), TODAY) is Flaw.BIRTH_DATE
    assert ric.is_valid(made("110101", date(2099, 1, 1), 1)), "compare with the second opinion"


@pytest.mark.parametrize(
    ("day", "flaw"),
    [
        ("20000229", None),
        ("19000229", Flaw.BIRTH_DATE),
        ("19900431", Flaw.BIRTH_DATE),
        ("19901301", Flaw.BIRTH_DATE),
        ("00000101", Flaw.BIRTH_DATE),
    ],
)
def test_a_birth_date_is_a_day_of_the_calendar(day, flaw):
    stem = f"110101{day}001"
    assert person_flaw(stem + person_check(stem), TODAY) is flaw


@pytest.mark.parametrize(
    "number", ["", "11010519491231002", "11010519491231002XX", "A1010519491231002X", "1" * 15]
)
def test_another_shape_is_no_identity_number(number):
    assert person_flaw(number, TODAY) is Flaw.SHAPE


def test_a_wrong_check_character_is_named():
    assert person_flaw("110105194912310021", TODAY) is Flaw.CHECK_CHARACTER


@given(people.filter(lambda number: number[6:8] == "19"))
def test_an_old_number_is_the_long_one_without_century_and_check(number):
    old = number[:6] + number[8:17]
    assert old_person_flaw(old) is None
    assert lengthened(old) == number


@pytest.mark.parametrize(
    ("number", "flaw"),
    [
        ("110105491231002", None),
        ("110105490230002", Flaw.BIRTH_DATE),
        ("910105491231002", Flaw.SHAPE),
        ("11010549123100X", Flaw.SHAPE),
        ("11010519491231002X", Flaw.SHAPE),
    ],
)
def test_an_old_number_has_fifteen_digits_and_a_birth_date(number, flaw):
    assert old_person_flaw(number) is flaw


@pytest.mark.parametrize(
    ("number", "flaw"),
    [
        (made("911124", date(1990, 5, 4), 15), None),
        ("CHN110190050415", None),
        (made("110101", date(1990, 5, 4), 15), Flaw.SHAPE),
        ("CHN11019005041", Flaw.SHAPE),
        (made("911124", TODAY + timedelta(days=1), 15), Flaw.BIRTH_DATE),
    ],
)
def test_a_foreigner_has_a_card_of_either_generation(number, flaw):
    assert foreigner_flaw(number, TODAY) is flaw


@pytest.mark.parametrize(
    ("number", "flaw"),
    [
        ("E1234", None),
        ("E123", Flaw.SHAPE),
        ("1" * 20, None),
        ("1" * 21, Flaw.SHAPE),
        ("E12-34567", Flaw.SHAPE),
    ],
)
def test_a_passport_has_letters_and_digits_alone(number, flaw):
    assert plain_flaw(number) is flaw


@given(codes())
def test_a_credit_code_with_its_check_character_is_flawless(code):
    assert code_flaw(code) is None
    assert uscc.is_valid(code)


@given(codes(), st.integers(0, 17), st.sampled_from(CODE_CHARACTERS))
def test_one_wrong_character_of_a_code_is_found(code, place, wrong):
    assume(code[place] != wrong)
    mistaken = code[:place] + wrong + code[place + 1 :]
    assert code_flaw(mistaken) is not None
    assert not uscc.is_valid(mistaken)


def test_a_code_may_begin_with_letters_which_the_second_opinion_does_not_know():
    code = "Y1110000MD0100001"
    assert code_flaw(code + code_check(code)) is None
    assert not uscc.is_valid(code + code_check(code)), "compare with the second opinion"


@pytest.mark.parametrize("letter", "IOSVZ")
def test_a_code_has_no_letters_that_read_like_digits(letter):
    assert code_flaw("9111000060003734" + letter + "L") is Flaw.SHAPE
    assert code_flaw("91110000600037341L") is None
    assert code_flaw("91110000600037341M") is Flaw.CHECK_CHARACTER


@pytest.mark.parametrize(
    "written",
    ["11010519491231002x", "１１０１０５１９４９１２３１００２Ｘ", " 110105 19491231 002X "],
)
def test_a_number_is_the_same_however_it_was_keyed(written):
    assert normal(written) == "11010519491231002X"


@given(st.text())
def test_what_is_normal_stays_as_it_is(text):
    assert normal(normal(text)) == normal(text)


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("13812345678", "13812345678"),
        ("+86 138-1234-5678", "13812345678"),
        ("0086 13812345678", "13812345678"),
        ("１３８１２３４５６７８", "13812345678"),
        ("010-62345678", "010-62345678"),
        ("(0571) 8765 4321", "0571-87654321"),
        ("+86 571 87654321-12", "0571-87654321-12"),
        ("400-123-4567", "4001234567"),
        ("+852 2345 6789", "+85223456789"),
        ("00 1 212 555 0100", "+12125550100"),
    ],
)
def test_a_telephone_number_has_one_form(written, plain):
    assert normal_phone(written) == plain
    assert normal_phone(plain) == plain


@pytest.mark.parametrize(
    "written",
    [
        "",
        "110",
        "12812345678",
        "1381234567",
        "138123456789",
        "0571-17654321",
        "0571-876543",
        "+86 12345",
        "+123456",
        "+1234567890123456",
        "call me",
    ],
)
def test_what_cannot_be_dialled_is_no_telephone_number(written):
    assert normal_phone(written) is None
