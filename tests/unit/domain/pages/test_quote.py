"""A quote: the words of a place verbatim, context cut between words, and what holds them on the image."""

from __future__ import annotations

import json

import pytest

from kashf.domain.document import Box, Page, Span
from kashf.domain.ids import DocumentId, Json, canonical_json
from kashf.domain.pages.quote import Quote, quote
from kashf.domain.pages.readings import text_digest

DOCUMENT = DocumentId("d" * 64)
TEXT = "the letter came\nfrom the north"


def quoted(text: str, start: int, end: int, *, around: int) -> tuple[str, str, str]:
    found = quote(Page(1, text), Span(DOCUMENT, 1, start, end), around=around)
    return found.prefix, found.text, found.suffix


def test_context_is_verbatim_and_cut_between_words() -> None:
    assert ("letter ", "came", "\nfrom the") == quoted(TEXT, 11, 15, around=9)
    assert ("letter ", "came", "\nfrom") == quoted(TEXT, 11, 15, around=7)


def test_all_of_a_short_page_is_shown() -> None:
    assert ("the letter ", "came", "\nfrom the north") == quoted(TEXT, 11, 15, around=110)


def test_a_word_that_is_longer_than_the_context_is_cut() -> None:
    assert ("xxxx", "ab", "yyyy") == quoted("x" * 20 + "ab" + "y" * 20, 20, 22, around=4)


def test_what_lies_beyond_the_page_is_empty() -> None:
    assert ("", "", "") == quoted("", 11, 15, around=4)
    assert ("", "", "") == quoted("short", 11, 15, around=4)


def test_the_box_holds_all_words_of_the_place_and_no_other() -> None:
    page = Page(1, "a bc de", boxes=(Box(0, 1, 0, 0, 10, 9), Box(2, 4, 20, 1, 40, 11), Box(5, 7, 50, 2, 70, 8)))

    assert Box(2, 7, 20, 1, 70, 11) == quote(page, Span(DOCUMENT, 1, 2, 7)).box


def test_a_page_without_an_image_gives_no_box_and_a_quote_knows_its_place() -> None:
    span = Span(DOCUMENT, 3, 0, 3)
    found = quote(Page(3, "one two"), span)

    assert Quote(DOCUMENT, 3, 0, 3, "", "one", " two", reading=text_digest(Page(3, "one two"))) == found
    assert span == found.span


@pytest.mark.parametrize("boxes", [(), (Box(4, 7, 10, 20, 30, 40),)])
def test_a_quote_comes_out_of_an_entry_of_the_ledger_as_it_went_in(boxes: tuple[Box, ...]) -> None:
    found = quote(Page(3, "one two three", boxes=boxes), Span(DOCUMENT, 3, 4, 7))

    assert found == Quote.from_json(json.loads(canonical_json(found.as_json())))


@pytest.mark.parametrize("change", [{"box": [1, 2]}, {"box": "1234"}, {"start": "one"}])
def test_what_is_no_quote_is_refused(change: dict[str, Json]) -> None:
    body = quote(Page(3, "one two"), Span(DOCUMENT, 3, 0, 3)).as_json()

    with pytest.raises(ValueError, match=r"box|int"):
        Quote.from_json({**body, **change})
