from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kashf.domain.document import Mark, MarkKind, Page
from kashf.sandboxed.paginate import cut_pages


def _texts(text: str, longest: int) -> list[str]:
    return [page.text for page in cut_pages((Page(1, text),), longest=longest)]


def test_a_short_text_stays_as_it_is() -> None:
    pages = (Page(1, "one\ntwo"),)

    assert pages is cut_pages(pages, longest=10)


def test_a_form_feed_ends_a_page_and_an_empty_page_counts() -> None:
    assert ["one", "", "three"] == _texts("one\f\fthree", 100)


def test_a_form_feed_at_the_end_begins_a_page_without_text() -> None:
    assert ["one", ""] == _texts("one\f", 100)


def test_a_long_text_is_cut_after_a_paragraph_rather_than_after_a_line_or_a_word() -> None:
    assert ["aa bb\n\n", "cc\ndd ee"] == _texts("aa bb\n\ncc\ndd ee", 11)


def test_a_text_without_any_break_is_cut_where_it_must_be() -> None:
    assert ["aaaa", "aaaa", "aa"] == _texts("a" * 10, 4)


def test_a_mark_that_spans_a_cut_is_cut_with_it() -> None:
    page = Page(1, "aaaa bbbb", marks=(Mark(2, 7, MarkKind.REPEATED),))

    first, second = cut_pages((page,), longest=5)

    assert ("aa", "bb") == (first.shown(), second.shown())


@given(st.text(alphabet="ab \n\f", max_size=60), st.integers(1, 12))
def test_cutting_loses_nothing_but_form_feeds_and_keeps_to_the_length(text: str, longest: int) -> None:
    parts = _texts(text, longest)

    assert text.replace("\f", "") == "".join(parts)
    assert all(len(part) <= longest for part in parts)
    assert text.count("\f") <= len(parts) - 1 or "\f" not in text
