"""Numbers of papers as registers write them."""

from __future__ import annotations

import pytest

from kashf.language.identifiers.papers import document_number_value, document_numbers
from kashf.language.identifiers.plain_signs import plain
from kashf.language.measures.numerals import Tokens
from tests.counting import steps


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in document_numbers(Tokens(text), plain(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("No. 2/5/118", ["2/5/118"]),
        ("No. 6/11/rations/302", ["6/11/rations/302"]),
        ("Number: /Kh.2/T.5/1704", ["/Kh.2/T.5/1704"]),
        ("No. 9-4-k", ["9-4-k"]),
        ("No: d.m/r: 3187", ["d.m/r: 3187"]),
        ("Copy: 12", ["12"]),
        ("العدد: ب / ٣١٤", ["ب / ٣١٤"]),
        ("الرقم س / ١٨ / ٤٠ / ٢", ["س / ١٨ / ٤٠ / ٢"]),
        ("رقم (ك/ ٥٢)", ["ك/ ٥٢"]),
        ("رقم (٢١٠ /٣٣ /٤)", ["٢١٠ /٣٣ /٤"]),
        ("العدد/ ٢/٥/١١٨", ["٢/٥/١١٨"]),
        ("رقم (4 /12 /2021)", ["4 /12 /2021"]),
        ("رقم ١٤٣٥/٥/١٢ تاريخ ١٢/٣/٢٠١٤", ["١٤٣٥/٥/١٢"]),
        ("العدد ٣٤٥/أمن في ١٢/٣/٢٠١٤", ["٣٤٥/أمن"]),
        ("رقم ١٢/بتاريخ ٣/٤", ["١٢"]),
        ("N° 45 and № 7", ["45", "7"]),
        ("Outgoing: 2915, circular 39", ["2915", "39"]),
        ("كتابكم ٢٢٠٥ في ٤ آذار", ["٢٢٠٥"]),
    ],
)
def test_a_number_keeps_its_letters_and_strokes_and_may_look_like_a_day(text: str, expected: list[str]) -> None:
    assert expected == found(text)


@pytest.mark.parametrize(
    "text",
    [
        "No.      Date: 12/3/2014",
        "No.\nDate: 12/3/2014",
        "الرقم:\nالتاريخ: ١٢/٣/٢٠١٤",
        "الرقم:\n١٢/٣/٢٠١٤",
        "الرقم:    /   /١٤٣",
        "رقم وتاريخ ١٢/٣/٢٠١٤",
        "بتاريخ ١٢/٣/٢٠١٤",
        "dated 12/3/2014",
        "there were no 12 trucks",
        "copy 3 files",
        "رقم",
    ],
)
def test_a_blank_and_a_day_are_no_number(text: str) -> None:
    assert [] == found(text)


@pytest.mark.parametrize(
    ("text", "number"),
    [("١٢/٣/٤٥", "12/3/45"), ("ب / ٣١٤", "ب/314"), ("AB-1204", "AB-1204"), ("\u200f٨\u200f/١", "8/1"), ("²", "²"), ("", "")],
)
def test_the_number_of_a_paper_stays_in_the_order_in_which_it_is_written(text: str, number: str) -> None:
    assert ({"number": number} if number else {}) == document_number_value(text)


@pytest.mark.parametrize("piece", ["رقم ", "رقم 1/", "1/", "رقم أ.", "No. a/", "#1", "رقم أ / "])
def test_hostile_texts_take_steps_in_proportion(piece: str) -> None:
    def taken(size: int) -> int:
        return steps(lambda: found(piece * (size // len(piece))))

    assert taken(10_000) < 5 * taken(2_500) + 5_000
