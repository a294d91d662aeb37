"""Numbers and dates of letters of which a machine read a picture: the likelier reading first, the other beside it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kashf.domain.document import Origin, Page
from kashf.domain.ids import DocumentId
from kashf.domain.letters.letter import Letter
from kashf.domain.letters.letter_json import letter_from, letter_json
from kashf.events.letters.scanned.both_readings import read_scanned_letter

DOCUMENT = DocumentId("a" * 64)
BY_WORDS = """إمارة السهول
العدد: ض/7١ التاريخ: 16١؟/1/8/1ام
إلى: ديوان المياه
إلحاقا بأمر رقم / في 16/1/1:16.
تقرر سحب آليات عدد (60؟) إلى تل الورد.
"""
BY_SHAPE = """إمارة السهول
العدد: ض١٢ التاريخ: ٢٨/١/٢.١٤ام
إلى: ديوان المياه
إلحاقا بأمر رقم ٨ في ١٩/١/٢٠١٤
تقرر سحب آليات عدد (٢٥٠) إلى تل الورد.
"""


def _read(first: str, *others: str, origin: Origin = Origin.OCR) -> Letter:
    found = read_scanned_letter(DOCUMENT, [Page(1, first, origin, 0.8)], [Page(1, other, Origin.OCR, 0.8) for other in others])
    assert found is not None
    return found


def test_digits_by_their_shapes_are_preferred_and_the_words_kept_beside_them() -> None:
    letter = _read(BY_WORDS, BY_SHAPE)

    assert letter.number is not None
    assert letter.written is not None
    assert ("ض/12", ("ض/71",), True) == (letter.number.normal, letter.number.also_read, letter.number.is_unseen)
    assert ("2014-01-28", True) == (letter.written.date.edtf(), letter.written.is_unseen)
    assert letter == letter_from(letter_json(letter), DOCUMENT)


def test_places_and_words_are_those_of_the_page_that_is_shown() -> None:
    letter = _read(BY_WORDS, BY_SHAPE)

    for said in (letter.number, letter.written):
        assert said is not None
        assert said.said.text == BY_WORDS[said.said.span.start : said.said.span.end]
    assert letter.number is not None
    assert "ض/7١" == letter.number.said.text


def test_papers_that_are_cited_and_amounts_are_read_by_shape_too() -> None:
    letter = _read(BY_WORDS, BY_SHAPE)

    assert [("8", "2014-01-19")] == [(each.number.normal, each.date.date.edtf()) for each in letter.cited if each.number and each.date]
    assert ["250"] == [each.amount for act in letter.acts for each in act.things]


def test_western_digits_are_taken_as_the_engine_reads_them() -> None:
    letter = _read(
        "Office of Roads\nNo: 10\nDate: 3/5/2014\nTo: all offices\n", "Office of Roads\nNo: 1\nDate: 3 5 2014\nTo: all offices\n"
    )

    assert letter.number is not None
    assert ("10", ("1",)) == (letter.number.normal, letter.number.also_read)


def test_a_reading_by_shape_that_lost_letters_of_a_number_stands_behind() -> None:
    letter = _read(BY_WORDS.replace("ض/7١", "1/11/ذخيرة/لا"), BY_SHAPE.replace("ض١٢", "٧/٥"))

    assert letter.number is not None
    assert ("1/11/ذخيرة/لا", ("7/5",)) == (letter.number.normal, letter.number.also_read)


def test_what_people_typed_is_taken_as_it_is() -> None:
    letter = _read(BY_SHAPE.replace("ض١٢", "ض/١٣"), BY_SHAPE, origin=Origin.TRANSCRIPTION)

    assert letter.number is not None
    assert ("ض/13", (), False) == (letter.number.normal, letter.number.also_read, letter.number.is_unseen)


@given(st.lists(st.sampled_from([*BY_SHAPE.split(), "\n"]), max_size=40), st.lists(st.sampled_from([*BY_WORDS.split(), "\n"]), max_size=40))
def test_whatever_either_reading_has_places_lie_on_the_page(first: list[str], second: list[str]) -> None:
    page = f"{BY_WORDS}{' '.join(first)}"
    other = f"{' '.join(second)}\n{BY_SHAPE}"
    letter = read_scanned_letter(DOCUMENT, [Page(1, page, Origin.OCR, 0.8)], [Page(1, other, Origin.OCR, 0.8)])

    assert letter is not None
    assert letter == letter_from(letter_json(letter), DOCUMENT)
    for said in (letter.number, letter.written, *letter.cited, *letter.acts):
        assert said is None or 0 <= said.said.span.start < said.said.span.end <= len(page)


def test_pages_that_show_no_letter_are_none() -> None:
    assert read_scanned_letter(DOCUMENT, [Page(1, "7", Origin.OCR, 0.8)], [Page(1, "٧", Origin.OCR, 0.8)]) is None
