"""Numbers of papers in the manner of many offices."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashf.events.letters.paper_numbers import normal_number
from tests.unit.events.letters.other_hands import AREA, BORDER, DAMS, REGIMENT, ROADS, TOWN, read


@pytest.mark.parametrize(
    ("letter", "number"),
    [
        (DAMS, "م/ع/س/4/718"),
        (REGIMENT, "4BR/Ops/131"),
        (BORDER, "44"),
        (TOWN, "م/ب/و/ز/45/2016"),
        (ROADS, "38002145"),
        (AREA, "SAC/G3/2291"),
    ],
)
def test_initials_stand_apart_and_letters_stand_with_digits(letter: str, number: str) -> None:
    found = read(letter).number

    assert found is not None
    assert number == found.normal


def test_a_word_that_is_glued_to_a_number_is_no_part_of_it() -> None:
    found = read("ديوان الجسور\nالعدد: ٤/٢٢/أ/٨التاريخ: ٢٥/٥/٢٠١٤م\nإلى / كافة المكاتب\nيمنع السفر إلى وادي الغيم.").number

    assert found is not None
    assert "4/22/أ/8" == found.normal


@pytest.mark.parametrize("digits", ["٩" * 60, "3/6/" + "9" * 60, "1" * 13])
def test_no_part_of_a_long_run_of_digits_is_taken_for_the_number(digits: str) -> None:
    assert read(f"ديوان الجسور\nالعدد: {digits}\nالتاريخ: ٢٥/٥/٢٠١٤م\nإلى / كافة المكاتب\nيمنع السفر إلى وادي الغيم.").number is None


_GAPS = st.sampled_from(["/", "\\", "-", "–", ".", ":", " / ", " - ", "\\ ", "_", " "])


@given(st.lists(st.from_regex(r"[0-9]{1,4}|[بجدقسصع]{1,2}", fullmatch=True), min_size=2, max_size=5), st.data())
def test_a_number_is_the_same_whatever_signs_divide_its_parts(parts: list[str], data: st.DataObject) -> None:
    def written() -> str:
        return parts[0] + "".join(data.draw(_GAPS) + part for part in parts[1:])

    assert {"/".join(parts)} == {normal_number(written()), normal_number(written())}


def test_a_paper_and_its_citation_meet_though_they_write_its_number_unlike() -> None:
    paper = read("ديوان الجسور\nالعدد: م ع\\٤٤.٧\nالتاريخ: ٢٥/٥/٢٠١٤م\nإلى / كافة المكاتب\nيمنع السفر إلى وادي الغيم.\nرئيس الديوان")
    citing = read("مكتب السد\nالعدد: ٩/ب\nإلى / ديوان الجسور\nجواباً على كتابكم المرقم م.ع/٤٤-٧ في ٢٥/٥/٢٠١٤ نعلمكم بالتنفيذ.\nمدير المكتب")

    assert paper.number is not None
    assert [paper.number.normal] == [each.number.normal for each in citing.cited if each.number]


def test_a_number_that_was_written_from_its_other_end_keeps_its_initials() -> None:
    number = read("ديوان الجسور\nالعدد: م ع/٤٤/٧\nالتاريخ: ٢٥/٥/٢٠١٤م\nإلى / كافة المكاتب\nيمنع السفر إلى وادي الغيم.").number

    assert number is not None
    assert "7/44/م/ع" in number.aliases
