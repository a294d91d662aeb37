"""Vehicle plates of four countries, where the text speaks of a vehicle."""

from __future__ import annotations

import pytest

from kashf.language.identifiers.plain_signs import plain
from kashf.language.identifiers.plates import plate_value, plates
from kashf.language.measures.numerals import Tokens


def found(text: str) -> set[str]:
    return {text[start:end] for start, end in plates(Tokens(text), plain(text))}


@pytest.mark.parametrize(
    ("text", "written", "value"),
    [
        ("سيارة رقم دمشق ١٢٣٤٥٦", "دمشق ١٢٣٤٥٦", {"number": "123456", "country": "SY", "place": "SY-DI"}),
        ("شاحنة تحمل اللوحة ١٢٣٤٥٦ حلب", "١٢٣٤٥٦ حلب", {"number": "123456", "country": "SY", "place": "SY-HL"}),
        ("a car, Aleppo 123456", "Aleppo 123456", {"number": "123456", "country": "SY", "place": "SY-HL"}),
        ("سيارة تحمل رقم بغداد 12345 أ", "بغداد 12345 أ", {"number": "12345أ", "country": "IQ", "place": "IQ-BG"}),
        ("34 ABC 123 plakalı araç", "34 ABC 123", {"number": "34ABC123", "country": "TR"}),
        ("plate B 123456", "B 123456", {"number": "B123456", "country": "LB"}),
        ("لوحة ج/123456", "ج/123456", {"number": "G123456", "country": "LB"}),
        ("لوحة رقم 123456", "123456", {"number": "123456"}),
        ("plate 21 A 12345", "21 A 12345", {"number": "21A12345"}),
    ],
)
def test_a_plate_beside_a_word_for_a_vehicle_has_number_country_and_governorate(text: str, written: str, value: dict[str, str]) -> None:
    assert written in found(text)
    assert value == plate_value(written)


@pytest.mark.parametrize(
    "text",
    ["وصل إلى حلب ١٢٣٤٥٦ رجل", "34 ABC 123", "12 JAN 14", "truck\n34 ABC 123", "car 82 ABC 123", "a car for 12.123456 in Homs", "لوحة", ""],
)
def test_nothing_is_a_plate_without_such_a_word_or_form(text: str) -> None:
    assert set() == found(text)
