"""What a line is by its own words: dates of their own, superiors without "to", greetings that are only one alone."""

from __future__ import annotations

import pytest

from tests.unit.events.letters.other_hands import DECISION, MAYOR, MINUTES, ORCHARDS, PARTY, PASS, POLICE, ROADS, TOWN, TRANSFERS, read


@pytest.mark.parametrize(("letter", "day"), [(DECISION, "2012-10-17"), (POLICE, "2011-05-29"), (PASS, "2014-10-30")])
def test_a_line_that_is_a_date_and_nothing_else_is_the_day_of_writing(letter: str, day: str) -> None:
    found = read(letter).written

    assert found is not None
    assert day == found.date.edtf()


def test_the_place_before_that_date_is_where_it_was_written() -> None:
    place = read(POLICE).place

    assert place is not None
    assert "السدير" == place.text


@pytest.mark.parametrize(
    ("letter", "to"),
    [(POLICE, "قائد الشرطة المحترم"), (ORCHARDS, "الأخوة أصحاب البساتين وضامني المحاصيل في القاطع الشرقي كافة")],
)
def test_a_superior_is_addressed_by_his_title_and_a_long_address_is_no_sentence(letter: str, to: str) -> None:
    assert [to] == [each.said.text for each in read(letter).addressees]


def test_a_sentence_that_begins_as_a_greeting_does_is_none() -> None:
    assert 2 == len(read(MINUTES).acts)


def test_a_dash_in_the_name_of_a_body_begins_no_sentence() -> None:
    assert ["الحزب - القيادة القطرية", "مكتب الأمانة"] == [each.text for each in read(PARTY).offices]


@pytest.mark.parametrize(
    ("letter", "to"),
    [
        (PARTY, "عضو القيادة القطرية مسؤول مكتب التنظيم"),
        (TOWN, "مدير شركة الكهرباء"),
        (ROADS, "جميع البلديات الفرعية ورؤساء الأقسام"),
    ],
)
def test_comrades_sirs_and_the_line_of_a_title_name_whom_it_goes_to(letter: str, to: str) -> None:
    assert [to] == [each.said.text for each in read(letter).addressees]


def test_an_engineer_at_the_foot_is_no_subject() -> None:
    assert read(ROADS).subject is None


def test_copies_need_no_bullets_and_sign_nothing() -> None:
    letter = read(TRANSFERS)

    assert 2 == len(letter.copies)
    assert letter.signatory is not None
    assert letter.signatory.name is None


def test_a_date_alone_is_no_number() -> None:
    assert read(MAYOR).number is None


def test_a_label_with_one_letter_wrong_is_known_and_a_title_is_no_label() -> None:
    letter = read("ديوان الجند\nالتاريح: ٢٣/١٢/١٤٣٦هـ\nالعدذ: ٢٠\nالسيد / مدير الكهرباء\nيمنع السفر إلى وادي الغيم.\nالوالي")

    assert letter.written is not None
    assert letter.number is not None
    assert ("[2015-10-05..2015-10-07]", "20", 1) == (letter.written.date.edtf(), letter.number.normal, len(letter.addressees))


def test_the_word_before_a_signature_is_no_part_of_the_name() -> None:
    signed = [read(f"إيصال\nاستلمت مبلغ ٢٠٠ دينار.\n{foot}").signatory for foot in ("المستلم: سالم الوردي", "مقدمه\nسالم الوردي")]

    assert ["سالم الوردي", "سالم الوردي"] == [each.name.text for each in signed if each and each.name]
