from __future__ import annotations

import random

import pytest

from kashf.sandboxed.engines.charset import decode

LETTER = "بسم الله. إلى جميع الأمراء في القاطع الشمالي، نعلمكم بضرورة سحب الأسلحة الثقيلة من محيط البلدة قبل نهاية الشهر الجاري."
NAME = "أبو محمد الشمالي"
TEXTS = {
    "letter": LETTER,
    "name": NAME,
    "word": "تدمير",
    "name in English": "Name: محمد علي, unit 14",
    "russian": "Все счастливые семьи похожи друг на друга",
    "french": "L'été dernier, les élèves étaient déjà à l'école où ça commençait.",
    "german": "Die Straße führt über die Brücke für größere Häuser.",
    "turkish": "Kuşatmayı kırmak için dağıtım şöyle yapılacaktır",
    "greek": "Όλοι οι άνθρωποι γεννιούνται ελεύθεροι",
    "hebrew": "בראשית ברא את השמים ואת הארץ",
    "polish": "wszyscy ludzie rodzą się wolni i równi pod względem swej godności, gęślą jaźń",
    "typography": "Report – “quoted” it’s café",
}


@pytest.mark.parametrize(
    ("name", "encoding"),
    [
        *(
            (name, encoding)
            for name in ("letter", "name", "word", "name in English")
            for encoding in ("cp1256", "utf-8", "utf-8-sig", "utf-16", "utf-32")
        ),
        *((name, encoding) for name in ("name", "word", "name in English") for encoding in ("iso8859_6", "utf-16-le", "utf-16-be")),
        *(("letter", encoding) for encoding in ("utf-16-le", "utf-16-be", "utf-32-le")),
        *(("russian", encoding) for encoding in ("cp1251", "koi8_r", "cp866")),
        *(("french", "cp1252"), ("german", "cp1252"), ("turkish", "cp1254"), ("typography", "cp1252")),
        *(("greek", "cp1253"), ("hebrew", "cp1255"), ("polish", "cp1250")),
        *(("letter", "mac_arabic"), ("french", "cp850")),
    ],
)
def test_a_text_in_any_usual_encoding_is_read_as_it_was_written(name: str, encoding: str) -> None:
    decoded = decode(TEXTS[name].encode(encoding))

    assert decoded is not None
    assert TEXTS[name] == decoded[0]


def test_arabic_in_iso_8859_6_is_not_taken_for_windows_1256() -> None:
    assert (LETTER, "iso8859_6") == decode(LETTER.encode("iso8859_6"))


def test_shapes_of_arabic_letters_in_code_page_864_are_read_as_letters() -> None:
    written = b"\xa8\xe5\xd1 \xa9\xa8\x9d\xe6\xbc\xae\xa8\xa9 \xe5\xe6 \xe2\xd1\xea\xc9 \xa8\xe4\xe8\xd1\xcf\xc9"

    assert ("امر بالانسحاب من قرية الوردة", "cp864") == decode(written)


@pytest.mark.parametrize(
    "content",
    [b"\xa0" * 200, b"\x80\xff" * 100, b"\xf4\x0b\xfcB\xbf\xc0/" * 30],
    ids=["one byte", "two bytes", "a picture"],
)
def test_bytes_that_are_letters_in_some_encoding_but_no_words_are_no_text(content: bytes) -> None:
    assert decode(content) is None


def test_text_of_a_mainframe_is_read() -> None:
    text = "Hardware and support for the workstation. " * 20

    decoded = decode(text.encode("cp500"))

    assert decoded is not None
    assert text == decoded[0]


def test_numbers_alone_in_utf_16_are_text() -> None:
    assert ("12; 4,5", "utf-16-le") == decode("12; 4,5".encode("utf-16-le"))


def test_a_table_of_numbers_with_few_words_is_text() -> None:
    rows = "".join(f"{number};{number * 7919 % 100_000};0944{number:06}\r\n" for number in range(50))

    assert decode(f"الاسم;رقم الهاتف;المبلغ\r\n{rows}".encode("cp1256")) is not None


def test_a_letter_cut_in_two_at_the_end_does_not_change_the_encoding() -> None:
    decoded = decode(LETTER.encode()[:-2])

    assert decoded is not None
    assert ("utf-8", LETTER[:20]) == (decoded[1], decoded[0][:20])


def test_an_empty_file_is_an_empty_text() -> None:
    assert ("", "utf-8") == decode(b"")


def test_random_bytes_are_no_text() -> None:
    chance = random.Random(3)

    assert [None] * 50 == [decode(chance.randbytes(400)) for _ in range(50)]


def test_text_with_a_few_letters_of_an_old_word_processor_is_still_text() -> None:
    decoded = decode(b"first page\x0csecond page\x1a")

    assert ("first page\x0csecond page\x1a", "utf-8") == decoded


def test_chinese_is_left_to_a_guesser_that_knows_it() -> None:
    text = "所有人生而自由,在尊严和权利上一律平等。他们赋有理性和良心,并应以兄弟关系的精神相对待。"

    decoded = decode(text.encode("gb18030"))

    assert decoded is not None
    assert text == decoded[0]


@pytest.mark.parametrize(
    "data",
    [bytes(4000), b"\xef\xbb\xbf" + random.Random(1).randbytes(4000), b"\xff\xfe\0\0" + random.Random(1).randbytes(4000)],
    ids=["zeros", "after the mark of UTF-8", "after the mark of UTF-32"],
)
def test_bytes_of_which_hardly_any_is_a_character_are_no_text(data: bytes) -> None:
    assert decode(data) is None


def test_a_text_with_a_damaged_place_is_still_text() -> None:
    damaged = LETTER.encode()[:80] + b"\xff\xff\xff" + LETTER.encode()[80:]
    decoded = decode(b"\xef\xbb\xbf" + damaged)

    assert decoded is not None
    assert decoded[0].endswith(LETTER[-40:])


def test_lines_in_utf8_and_in_another_encoding_are_both_read() -> None:
    lines = (LETTER.encode(), LETTER.encode("cp1256"), NAME.encode(), NAME.encode("cp1256"))

    assert (f"{LETTER}\n{LETTER}\n{NAME}\n{NAME}", "utf-8, cp1256") == decode(b"\n".join(lines))
