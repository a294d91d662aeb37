"""Where two readings of one page differ."""

from __future__ import annotations

from dataclasses import replace

from kashf.domain.document import Origin, Page
from kashf.language.words.other_readings import MOST_WORDS, OtherReading, UnseenNumber, other_readings, unseen_numbers


def test_the_same_text_twice_differs_nowhere() -> None:
    assert () == other_readings(Page(1, "a b"), [Page(1, "a  b\n")])


def test_words_that_differ_come_with_their_place_and_all_that_was_read_there() -> None:
    found = other_readings(Page(1, "no. 4 of 17"), [Page(1, "no. ٤٥٨ of 17"), Page(1, "no. 458 of 17")])

    assert (OtherReading(4, 5, ("٤٥٨", "458")),) == found


def test_neighbouring_words_differ_as_one_stretch() -> None:
    assert (OtherReading(2, 5, ("١٤٣٦ ٠٦ ١٧",)),) == other_readings(Page(1, "a ][8 b"), [Page(1, "a ١٤٣٦ ٠٦ ١٧ b")])


def test_what_only_one_has_stands_between_its_neighbours() -> None:
    assert (OtherReading(2, 2, ("new",)),) == other_readings(Page(1, "a b"), [Page(1, "a new b")])
    assert (OtherReading(2, 5, ("",)),) == other_readings(Page(1, "a old b"), [Page(1, "a b")])


def test_numbers_of_a_scan_are_unseen_with_all_that_was_read_there() -> None:
    page = Page(1, "no. ع£ of 17 letters", Origin.OCR, 0.8)
    seconds = [replace(page, text="no. ٤٥٨ of 17 papers")]

    assert (UnseenNumber(4, 6, "ع£", ("٤٥٨",)), UnseenNumber(10, 12, "17")) == unseen_numbers(page, seconds)


def test_a_number_that_is_read_otherwise_too_is_told_once() -> None:
    page = Page(1, "1 2 3", Origin.OCR)

    assert (UnseenNumber(0, 1, "1"), UnseenNumber(2, 3, "2", ("7",)), UnseenNumber(4, 5, "3")) == unseen_numbers(
        page, [replace(page, text="1 7 3")]
    )


def test_no_number_of_digital_text_is_unseen() -> None:
    assert () == unseen_numbers(Page(1, "no. 458 of 17"))


def test_a_page_longer_than_any_paper_is_not_compared() -> None:
    assert () == other_readings(Page(1, "a " * (MOST_WORDS + 1)), [Page(1, "b")])
