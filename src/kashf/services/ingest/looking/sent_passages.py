"""Passages as a worker answers with them, and made of that again, checked, beside what is known here of their document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from kashf.domain.date import FuzzyDate
from kashf.domain.document import Page, storable
from kashf.language.words.folding import Folded
from kashf.ports.search import TRANSLATION, Facets, Passage
from kashf.search.passages import Indexable, facets_of
from kashf.services.search.index_passages import all_passages

#: What a passage may be of, beside a page's text.
_KINDS: Final = frozenset({"", "name", "folder", "title", "author", TRANSLATION})
#: Code points of the words of one passage: its text, folded, which is hardly longer.
_LONGEST: Final = 1_000_000
_LONGEST_CODE: Final = 35


def passage_rows(item: Indexable) -> list[list[Any]]:
    """Return all passages of a document, for JSON."""
    return [_row(passage) for passage in all_passages(item)]


def _row(passage: Passage) -> list[Any]:
    facets = passage.facets
    own = None
    if facets.own_date is not None:
        own = [" ".join(facets.sender), " ".join(facets.recipient), dict(facets.own_date.as_json())]
    words = (" ".join(passage.words), " ".join(passage.joined), " ".join(passage.onward))
    signs = (passage.is_marked, passage.is_unsure, passage.has_others, passage.is_whole)
    return [passage.page, passage.start, passage.end, *words, passage.kind, *signs, [*facets.languages], own]


def check_passages(untrusted_rows: Sequence[list[Any]], item: Indexable) -> Sequence[Passage]:
    """Return the passages in an answer, if they are well formed.

    Args:
        untrusted_rows: Lists, as `json.loads` gave them.
        item: The document that was sent.

    Raises:
        ValueError: Something has the wrong type, or lies outside of the document.
    """
    facets, pages = facets_of(item), {page.number: page for page in item.pages}
    return [_passage(row, item, facets, pages) for row in untrusted_rows]


def _passage(row: list[Any], item: Indexable, facets: Facets, pages: Mapping[int, Page]) -> Passage:
    if len(row) != 13:
        raise ValueError("passage: not thirteen values")
    *place, words, joined, onward, kind, is_marked, is_unsure, has_others, is_whole, languages, own = row
    if not all(isinstance(sign, bool) for sign in (is_marked, is_unsure, has_others, is_whole)) or kind not in _KINDS:
        raise ValueError("passage: signs that are none")
    page, start, end = _place(place, kind, pages)
    narrowed = replace(_own(own, facets), languages=_codes(languages))
    signs = {"is_marked": is_marked, "is_unsure": is_unsure, "has_others": has_others, "is_whole": is_whole, "kind": kind}
    return Passage(item.record.id, page, start, end, _words(words), narrowed, joined=_words(joined), onward=_words(onward), **signs)


def _place(place: list[Any], kind: str, pages: Mapping[int, Page]) -> tuple[int, int, int]:
    """Return page, start and end; of what is no stretch of a page's text, start is a number that tells it from others."""
    if not all(isinstance(number, int) and not isinstance(number, bool) and 0 <= number < 1 << 31 for number in place):
        raise ValueError("passage: not in a document")
    page, start, end = place
    if page and page not in pages:
        raise ValueError("passage: of a page that is not there")
    is_text = bool(page) and kind != TRANSLATION
    if start >= end or (is_text and end > len(pages[page].text)):
        raise ValueError("passage: not on its page")
    return page, start, end


def _own(own: object, facets: Facets) -> Facets:
    """Return the facets of a message of a conversation, which are its own."""
    if own is None:
        return facets
    if not isinstance(own, list) or len(own) != 3 or not isinstance(own[2], dict):
        raise ValueError("passage: a message without its head")
    try:
        date = FuzzyDate.from_json(own[2])
    except (KeyError, TypeError) as error:
        raise ValueError("passage: a date that is none") from error
    return replace(facets, sender=tuple(_words(own[0])), recipient=tuple(_words(own[1])), own_date=date)


def _words(joined: object) -> list[Folded]:
    if not isinstance(joined, str) or len(joined) > _LONGEST:
        raise ValueError("passage: words that are none")
    return [Folded(word) for word in storable(joined).split(" ")] if joined else []


def _codes(languages: object) -> tuple[str, ...]:
    if not isinstance(languages, list) or not all(
        isinstance(each, str) and len(each) <= _LONGEST_CODE and each.isascii() for each in languages
    ):
        raise ValueError("passage: languages that are none")
    return tuple(languages)
