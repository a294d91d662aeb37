import datetime as dt

import pytest

from kashf.domain.document import Origin, Page
from kashf.domain.pages.readings import PageReading, ReadingKind, current, text_digest

NOON = dt.datetime(2026, 5, 1, 12, tzinfo=dt.UTC)


def reading(kind: ReadingKind, text: str = "أمر", *, made: dt.datetime = NOON) -> PageReading:
    return PageReading(Page(1, text), kind, "amal", made)


@pytest.mark.parametrize(
    ("kinds", "wanted"),
    [
        ([ReadingKind.OCR, ReadingKind.TRANSCRIPTION], ReadingKind.TRANSCRIPTION),
        ([ReadingKind.CORRECTION, ReadingKind.TRANSCRIPTION], ReadingKind.CORRECTION),
        ([ReadingKind.OCR_SECOND, ReadingKind.OCR], ReadingKind.OCR),
        ([ReadingKind.DIGITAL, ReadingKind.OCR], ReadingKind.DIGITAL),
        ([ReadingKind.TRANSLATION, ReadingKind.OCR_SECOND], ReadingKind.OCR_SECOND),
    ],
)
def test_what_a_person_wrote_stands_above_what_a_machine_read(kinds: list[ReadingKind], wanted: ReadingKind) -> None:
    found = current(map(reading, kinds))

    assert found is not None
    assert wanted is found.kind


def test_a_translation_is_never_the_text_of_a_page() -> None:
    assert current([reading(ReadingKind.TRANSLATION)]) is None


def test_the_later_of_two_corrections_is_current() -> None:
    late = reading(ReadingKind.CORRECTION, "late", made=NOON + dt.timedelta(hours=1))

    assert late == current([late, reading(ReadingKind.CORRECTION, "early")])


def test_two_readings_of_one_text_have_one_digest() -> None:
    assert text_digest(Page(1, "نص", origin=Origin.OCR)) == reading(ReadingKind.DIGITAL, "نص").digest != text_digest(Page(1, "نصّ"))
