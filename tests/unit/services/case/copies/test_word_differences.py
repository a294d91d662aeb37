from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from kashf.domain.document import Box, Origin, Page
from kashf.domain.entity import Mention, MentionType, NameKey, PlacedMention
from kashf.domain.ids import DocumentId
from kashf.services.case.copies.word_differences import DocumentComparison, Telling, differences
from kashf.show.copy_words import summary
from tests.fakes import FakeCaseView
from tests.searchable import BARE

LEFT, RIGHT = DocumentId("1" * 64), DocumentId("2" * 64)


def case_of(left: Sequence[Page], right: Sequence[Page]) -> FakeCaseView:
    return FakeCaseView(
        known={id: replace(BARE, id=id) for id in (LEFT, RIGHT)},
        texts={LEFT: tuple(left), RIGHT: tuple(right)},
    )


def compared(left: str, right: str) -> DocumentComparison:
    return differences(case_of([Page(1, left)], [Page(1, right)]), LEFT, RIGHT)


def told(found: DocumentComparison) -> list[tuple[str, str, str]]:
    return [(each.left.text, each.right.text, each.about.value) for each in found.differences]


def test_a_changed_date_and_a_changed_number_are_told_as_they_are_written() -> None:
    found = compared("قبل يوم ٢٠ محرم، بصهريج المازوت عدد (٣).", "قبل يوم 23 محرم بصهريج المازوت عدد (٥)")

    assert [("٢٠", "23", "date"), ("٣", "٥", "number")] == told(found)
    assert ("قبل يوم", "محرم بصهريج المازوت عدد") == (found.differences[0].left.before, found.differences[0].left.after)
    assert (2, 2, 2, 6) == (found.total, found.only_left, found.only_right, found.same)


@pytest.mark.parametrize(("left", "right"), [([], []), ([Page(1, "an order")], []), ([Page(1, "")], [Page(1, " ")])])
def test_of_what_nobody_read_nothing_is_said_to_be_the_same(left: list[Page], right: list[Page]) -> None:
    found = differences(case_of(left, right), LEFT, RIGHT)

    assert (True, "not compared: no words of one of them, or of both, were read") == (found.is_bare, summary(found))


def test_places_are_code_points_of_the_page() -> None:
    left = "😀 the bridge of ten lorries"
    (each,) = compared(left, left.replace("ten", "forty")).differences

    assert "ten" == left[each.left.start : each.left.end]


def test_other_spelling_of_the_same_words_and_other_lines_are_no_difference() -> None:
    assert 0 == compared("أمرُ القائد رقم ١٢\nإلى آمر", "امر القائد رقم 12 الى امر").total


def test_a_word_that_only_one_has_stands_against_nothing() -> None:
    found = compared("hold the bridge", "hold the old bridge")

    assert [("", "old", "word")] == told(found)
    assert (1, 8, 8) == (found.differences[0].left.page, found.differences[0].left.start, found.differences[0].left.end)
    assert "left" == found.is_part


def test_of_two_that_each_have_something_neither_is_part_of_the_other() -> None:
    assert "" == compared("hold the bridge", "hold the road").is_part


def test_a_name_is_told_as_one() -> None:
    view = case_of([Page(1, "to Karim at once")], [Page(1, "to Salim at once")])
    view.named = (PlacedMention(LEFT, 1, NameKey("karim"), Mention(3, 8, "Karim", MentionType.PERSON, "rules:x", 1.0)),)

    assert [("Karim", "Salim", "name")] == told(differences(view, LEFT, RIGHT))


@pytest.mark.parametrize(("confidence", "is_doubtful"), [(0.4, True), (0.99, False)])
def test_what_ocr_read_unsurely_is_perhaps_misread(confidence: float, is_doubtful: bool) -> None:
    scan = Page(1, "the bridqe of ten", Origin.OCR, 0.9, boxes=(Box(4, 10, 0, 0, 9, 9, confidence),))
    (each,) = differences(case_of([Page(1, "the bridge of ten")], [scan]), LEFT, RIGHT).differences

    assert is_doubtful == each.is_maybe_misread


def test_words_that_are_not_alike_are_no_misreading() -> None:
    scan = Page(1, "the road of ten", Origin.OCR, 0.3)
    (each,) = differences(case_of([Page(1, "the bridge of ten")], [scan]), LEFT, RIGHT).differences

    assert (Telling.WORD, False) == (each.about, each.is_maybe_misread)


def test_a_difference_on_a_later_page_says_which() -> None:
    pages = [Page(1, "one two three"), Page(2, "four five six")]
    (each,) = differences(case_of(pages, [Page(1, "one two three four 5 six")]), LEFT, RIGHT).differences

    assert ((2, "five"), (1, "5")) == ((each.left.page, each.left.text), (each.right.page, each.right.text))


def test_of_two_long_books_only_the_pages_that_differ_are_compared() -> None:
    book = [Page(number, " ".join(f"w{number} {word}" for word in range(100))) for number in range(1, 301)]
    other = [replace(page, text=page.text + " zebra") if page.number == 77 else page for page in book]

    found = differences(case_of(book, other), LEFT, RIGHT)

    assert [("", "zebra", "word")] == told(found)
    assert ((77, 77), 200 * 300, ((), ())) == (
        (found.differences[0].left.page, found.differences[0].right.page),
        found.same,
        found.not_compared,
    )


def test_two_books_of_ten_thousand_unlike_pages_say_what_was_not_compared() -> None:
    books = [[Page(number, f"{word}{number} " * 60) for number in range(1, 10_001)] for word in "ab"]

    found = differences(case_of(*books), LEFT, RIGHT)

    assert all(5000 < len(pages) < 10_000 for pages in found.not_compared)
    assert found.total


def test_a_document_of_one_word_repeated_is_compared_like_any() -> None:
    assert [("", "word word", "word")] == told(compared("word " * 3000, "word " * 3002))


def test_a_page_of_more_words_than_can_be_laid_side_by_side_is_not_compared() -> None:
    found = compared("one " * 30_000, "two " * 30_000)

    assert (((1,), (1,)), 0) == (found.not_compared, found.total)


def test_a_page_of_millions_of_letters_without_a_space_is_not_compared() -> None:
    assert ((1,), (1,)) == compared("ش" * 3_000_000, "س" * 3_000_000).not_compared


@pytest.mark.parametrize(("left", "right"), [("", ""), ("", "words here"), ("؟!", "…"), ("\ud800", "x")])
def test_pages_without_words_are_compared_with_nothing(left: str, right: str) -> None:
    assert compared(left, right).same == 0


def test_documents_without_pages_have_nothing_to_compare() -> None:
    assert (0, ((), (1,))) == (
        differences(case_of([], [Page(1, "x")]), LEFT, RIGHT).total,
        differences(case_of([], [Page(1, "x")]), LEFT, RIGHT).not_compared,
    )
