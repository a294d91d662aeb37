"""Copies of a letter are one letter, and notices of one wording that say different things are two."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from kashf.domain.document import Origin, Page
from kashf.domain.ids import DocumentId, EntryId
from kashf.domain.letters.letter_corrections import FieldOfLetter, LetterField, Saying
from kashf.ports.stages import LETTERS
from kashf.services.case.open import OpenCase
from kashf.services.letters.corrections.corrected_letters import CorrectionState, FieldCorrection
from kashf.services.letters.each_once import LettersOnce, each_once
from kashf.services.letters.keep_letters import keep_letters
from kashf.services.letters.list_letters import ListedLetter, list_letters
from tests.fakes import FakeBlobs, FakeCaseView, FakeIndex, FakeSealed
from tests.searchable import BARE


def order(number: str, day: int = 13) -> str:
    head = f"إمارة السهول\nديوان الجسور\nالعدد: {number}     التاريخ: {day}/٥/٢٠١٤م\nإلى / ديوان المطاحن"
    return f"{head}\nتقرر ما يلي:\nأولا: يمنع السفر إلى وادي الغيم."


def once(folder: Path, *texts: str, scanned: str = "", corrected: str = "") -> LettersOnce:
    """Return letters of which all texts are near copies; a letter of `scanned` stands for a document that was read from a picture.

    Somebody said of the number of those in `corrected` that the paper does not say it.
    """
    view = FakeCaseView()
    for name, text in zip("abcd", texts, strict=False):
        record = replace(BARE, id=DocumentId(name * 64), name=f"{name}.txt", text_key="same")
        view.known[record.id] = record
        view.texts[record.id] = (Page(1, text, Origin.OCR if name in scanned else Origin.DIGITAL),)
    view.rows.setdefault(LETTERS.name, {}).update(keep_letters(view, sorted(view.known)))
    case = OpenCase(folder, "case", view, FakeIndex(), FakeBlobs(), FakeSealed())
    return each_once(view, [_denied(each) if each.document[0] in corrected else each for each in list_letters(case, limit=None).letters])


def _denied(listed: ListedLetter) -> ListedLetter:
    about, when = FieldOfLetter(LetterField.NUMBER), dt.datetime(2030, 1, 1, tzinfo=dt.UTC)
    said = FieldCorrection(EntryId("e"), about, Saying.NOT_SAID, (), ("٧",), None, "Nour", when, "", CorrectionState.FOLLOWED)
    return replace(listed, letter=replace(listed.letter, number=None), read=listed.letter, corrections=(said,))


def test_copies_are_one_letter_also_where_the_number_is_cut_off(tmp_path: Path) -> None:
    found = once(tmp_path, order(""), order("٧"), order("٧"))

    assert (1, 2) == (len(found.letters), found.copies)
    assert found.letters[0].letter.number is not None
    assert {found.letters[0].document} == set(found.of.values())
    assert 2 == len(found.copies_of(found.letters[0].document))


@pytest.mark.parametrize("twin", [order("٨"), order("٧", day=14)])
def test_a_twin_with_another_number_or_day_is_a_letter_of_its_own(tmp_path: Path, twin: str) -> None:
    found = once(tmp_path, order("٧"), twin, order("٧"))

    assert (2, 1) == (len(found.letters), found.copies)


def test_on_a_scan_another_digit_may_be_misread_and_parts_nothing(tmp_path: Path) -> None:
    assert 1 == len(once(tmp_path, order("٧"), order("٨"), scanned="b").letters)


def test_a_copy_that_somebody_corrected_stands_for_all_and_is_no_letter_of_its_own(tmp_path: Path) -> None:
    found = once(tmp_path, order("٧"), order("٧"), order("٧"), corrected="c")

    assert ["c"] == [each.document[0] for each in found.letters]
