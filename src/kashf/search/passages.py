"""Cut pages into passages for the index.

What a page shows is one passage, a very long one several, and of a conversation each message; what it passes over by default (its marks)
are passages of their own, found only when asked for, as all are of a page that was read too unsurely. Places are code points of the page's
stored text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from kashf.domain.document import MarkKind, Page
from kashf.language.correspondence.chat_heads import chat_heads
from kashf.language.forms.joined import joined, not_drawn_out
from kashf.language.recognising.language_runs import LanguageRun, language_runs, languages_within
from kashf.language.words.folding import Folded
from kashf.language.words.tokens import folded_words
from kashf.ports.search import Facets, Passage
from kashf.ports.views import DocumentRecord

#: Code points. About three dense pages: longer ones blur what stands near what, shorter ones tear phrases.
LONGEST_PASSAGE: Final = 8_000
#: Words on each side of the end of a passage that a phrase may have when it runs over it.
WORDS_AROUND_END: Final = 6
#: Where a long text is best cut: an empty line, a line, a space; the last one before the limit.
_CUTS: Final = tuple(re.compile(f".*{end}", re.DOTALL) for end in (r"\n\s*\n", r"\n", r"\s"))

#: Code points between two messages of a conversation: line ends.
_BETWEEN: Final = 2

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class TranslatedText:
    """A translation of a page, as the index takes it.

    Args:
        page: Which page.
        number: Its place among the translations of that page, from 0.
        language: Into which language.
        texts: What its segments say, in the order of the page.
    """

    page: int
    number: int
    language: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Indexable:
    """A document that was read, as the index takes it.

    Args:
        record: What the case knows of it.
        pages: Its pages, in order.
        channels: Who passed it on.
        places: Where it was seen.
        translations: Of its pages.
    """

    record: DocumentRecord
    pages: tuple[Page, ...]
    channels: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    translations: tuple[TranslatedText, ...] = ()


def passages(item: Indexable) -> Iterator[Passage]:
    """Yield the passages of a document; a stretch without any word yields none."""
    made = [passage for passage in _cut_out(item) if passage.words]
    following: Passage | None = None
    for place, passage in reversed(list(enumerate(made))):
        if passage.is_whole:
            made[place] = replace(passage, has_others=len(made) > 1)
        elif not passage.is_marked:
            made[place] = replace(passage, onward=around_end(passage, following) if following else (), has_others=len(made) > 1)
            following = passage
    yield from made


def around_end(passage: Passage, following: Passage) -> tuple[Folded, ...]:
    """Return the last words of a passage and the first of the one behind it, without numbers of pages; nothing where one is unsure."""
    if passage.is_unsure or following.is_unsure:
        return ()
    tail, head = list(passage.words[-WORDS_AROUND_END - 1 :]), list(following.words[: WORDS_AROUND_END + 1])
    while tail and tail[-1].isdigit():
        tail.pop()
    while head and head[0].isdigit():
        head.pop(0)
    return (*tail[-WORDS_AROUND_END:], *head[:WORDS_AROUND_END])


def pieces(text: str) -> Iterator[Place]:
    """Yield the stretches a text is cut into, which cover it without gap; none for an empty one.

    >>> list(pieces("one page"))
    [(0, 8)]
    """
    start = 0
    while len(text) - start > LONGEST_PASSAGE:
        end = _cut(text, start)
        yield start, end
        start = end
    if start < len(text):
        yield start, len(text)


def shown_places(page: Page, start: int, end: int) -> Iterator[Place]:
    """Yield what a stretch of a page shows by default: all but what is passed over.

    >>> from kashf.domain.document import Mark, MarkKind
    >>> list(shown_places(Page(1, "old ticker news", marks=(Mark(4, 11, MarkKind.BOILERPLATE),)), 0, 15))
    [(0, 4), (11, 15)]
    """
    for mark in page.passed_over:
        if start < min(mark.start, end):
            yield start, min(mark.start, end)
        start = max(start, mark.end)
    if start < end:
        yield start, end


def counted_places(page: Page) -> Iterator[Place]:
    """Yield what names and counts are of: what a page shows, and nothing of one that was read too unsurely.

    >>> list(counted_places(Page(1, "8 ,ll", confidence=0.31)))
    []
    """
    if page.is_sure:
        yield from shown_places(page, 0, len(page.text))


def _cut_out(item: Indexable) -> Iterator[Passage]:
    facets = facets_of(item)
    for page in item.pages:
        runs = language_runs(page.text, expected=item.record.language)
        for passage in _of_page(item, page, facets):
            yield replace(passage, facets=_in_languages(passage, runs))


def _of_page(item: Indexable, page: Page, facets: Facets) -> Iterator[Passage]:
    yield from _said(item, page, facets)
    for place in _unmarked(page):
        yield _passage(item, page, place, tuple(shown_places(page, *place)), facets)
    for start, end in _marked(page):
        for first, last in ((start + first, start + last) for first, last in pieces(page.text[start:end])):
            made = _passage(item, page, (first, last), ((first, last),), facets)
            yield replace(made, is_marked=True, has_others=True)


def _in_languages(passage: Passage, runs: Sequence[LanguageRun]) -> Facets:
    """Return what a passage can be narrowed by, with the languages that it holds; those of its document where its letters tell none."""
    found = languages_within(runs, passage.start, passage.end)
    return replace(passage.facets, languages=found) if found else passage.facets


def _said(item: Indexable, page: Page, facets: Facets) -> Iterator[Passage]:
    """Yield the messages of a conversation, each with its own sender and day."""
    for head in chat_heads(page, day_order=item.record.metadata.get("day-order", "")):
        sender = page.text[slice(*head.sender)].strip()
        others = (name.strip() for name in item.record.recipient.split(";"))
        to = "; ".join(name for name in others if name != sender.replace(";", ","))
        own = replace(facets, sender=_names(sender), recipient=_names(to), own_date=head.date)
        for start, end in pieces(page.text[head.start : head.end]):
            place = (head.start + start, head.start + end)
            yield replace(_passage(item, page, place, (place,), own), is_whole=True)


def _unmarked(page: Page) -> Iterator[Place]:
    """Yield the stretches that a page is cut into, but for its messages."""
    position = 0
    for mark in (*(mark for mark in page.marks if mark.kind is MarkKind.MESSAGE), None):
        end = mark.start if mark else len(page.text)
        if end - position > _BETWEEN or not mark:
            yield from ((position + first, position + last) for first, last in pieces(page.text[position:end]))
        position = mark.end if mark else end


def _passage(item: Indexable, page: Page, place: Place, shown: Sequence[Place], facets: Facets) -> Passage:
    words, forms = words_and_forms([page.text[slice(*each)] for each in shown])
    return Passage(item.record.id, page.number, *place, words, facets, is_unsure=not page.is_sure, joined=forms)


def words_and_forms(texts: Sequence[str]) -> tuple[list[Folded], tuple[Folded, ...]]:
    """Return the folded words of some texts in order, and what stands in them without the signs that part letters and digits."""
    words = [word for text in texts for word in folded_words(text)]
    drawn_out = (form for word in words for form in not_drawn_out(word))
    return words, tuple(dict.fromkeys((*(word.folded for text in texts for word in joined(text)), *drawn_out)))


def _marked(page: Page) -> Iterator[Place]:
    """Yield stretches that are passed over, those with only space between them as one."""
    start = end = 0
    for mark in page.passed_over:
        if start == end or page.text[end : mark.start].strip():
            if start < end:
                yield start, end
            start = mark.start
        end = mark.end
    if start < end:
        yield start, end


def _cut(text: str, start: int) -> int:
    """Return where to cut a text that is too long from `start` on: in the second half of what fits, or after all of it."""
    middle, limit = start + LONGEST_PASSAGE // 2, start + LONGEST_PASSAGE
    return next((found.end() for cut in _CUTS if (found := cut.match(text, middle, limit))), limit)


def facets_of(item: Indexable) -> Facets:
    """Return what each passage of a document can be narrowed by, where it tells nothing else itself."""
    record = item.record
    return Facets(
        type=record.type,
        channels=item.channels,
        languages=(record.language,) if record.language else (),
        file_date=record.file_date,
        sender=_names(record.sender),
        recipient=_names(record.recipient),
        origin=record.origin,
    )


@lru_cache(maxsize=4096)  # The same few people write most messages.
def _names(text: str) -> tuple[Folded, ...]:
    return tuple(dict.fromkeys(folded_words(text)))
