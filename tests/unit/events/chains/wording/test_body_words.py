"""Words and numbers of letters, whatever the reader of letters made of them."""

from __future__ import annotations

from kashf.domain.ids import DocumentId
from kashf.events.chains.wording.body_words import numbers_in, plain_words, words_at, words_of

LETTER = DocumentId("a" * 64)


def test_words_are_compared_by_their_stems_and_without_those_that_are_compared_elsewhere() -> None:
    assert ["مدرس", "school"] == list(words_of(["المدرسة في 2014", "Office schools"], {"office"}))


def test_numbers_of_papers_are_found_in_any_digits_but_no_dates_and_no_small_amounts() -> None:
    pages = [(1, "Yours ٣ / و / ٢١ and 78/2015, of 3/4/2014: 25 beds"), (2, "كتابكم ١١٤")]

    found = numbers_in(LETTER, pages)

    assert ["3/و/21", "78/2015", "114"] == list(found)
    assert [(1, "78/2015"), (2, "١١٤")] == [(found[each].span.page, found[each].text) for each in ("78/2015", "114")]


def test_words_are_shown_where_they_stand_with_their_marks() -> None:
    found = words_at(LETTER, [(1, "nothing"), (2, "two  wells of المُدرِّسة")], ["مدرس", "well", "roof"])

    assert [("المُدرِّسة", 2, 14, 24), ("wells", 2, 5, 10)] == [(each.text, each.span.page, each.span.start, each.span.end) for each in found]


def test_one_blank_stands_between_compared_words() -> None:
    assert "head of wells" == plain_words(" Head,  of Wells")
