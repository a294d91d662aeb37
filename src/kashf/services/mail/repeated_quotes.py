"""Decides which quoted mail default answers leave out: that whose original is in the case, and no other (see `repeated_mail`)."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import lru_cache
from typing import Final

from kashf.domain.document import MarkKind, Page
from kashf.domain.ids import DocumentId
from kashf.language.marks.repeated_mail import OwnText, own_text, quoted_anchors, with_repeated
from kashf.ports.views import CaseView
from kashf.services.case.messages import Message, messages

#: Messages that one is compared with, at most: those of its thread, then those that it quotes the most of.
_MOST_ORIGINALS: Final = 60
#: Share of the telling anchors of a message that another must quote to be compared with it.
_LEAST_SHARE: Final = 0.5
#: Messages with one anchor beyond which it tells nothing: it is of a signature or a disclaimer, and all would be compared with all.
_MOST_WITH_ANCHOR: Final = 500
#: A mail cannot quote one that was written after it; clocks are wrong by less.
_CLOCKS: Final = dt.timedelta(days=1)
#: Originals whose words are kept while others are compared with them.
_KEPT: Final = 256


def pages_to_mark(view: CaseView, changed: AbstractSet[DocumentId]) -> Iterator[tuple[DocumentId, Page]]:
    """Yield the pages on which other lines of quoted mail are repeated now than their marks say, with the marks of now.

    Args:
        view: Of the case.
        changed: Documents that were read since all was decided last; what has nothing to do with them stays as it is.
    """
    known = messages(view)
    arrived = changed & {message.document for message in known}
    if arrived:
        originals = _Originals(view, known)
        for message in known:
            if message.quotes:
                yield from originals.compared(message, arrived)


class _Originals:
    """Finds the messages that one quotes, and what they say."""

    def __init__(self, view: CaseView, known: tuple[Message, ...]) -> None:
        self._view = view
        self._messages = {message.document: message for message in known}
        self._by_id: dict[str, list[Message]] = defaultdict(list)
        by_anchor: dict[str, list[Message]] = defaultdict(list)
        for message in known:
            if message.id:
                self._by_id[message.id].append(message)
            for anchor in message.anchors:
                by_anchor[anchor].append(message)
        self._by_anchor = {anchor: some for anchor, some in by_anchor.items() if len(some) <= _MOST_WITH_ANCHOR}
        self._own = lru_cache(maxsize=_KEPT)(self._own_text)

    def compared(self, message: Message, arrived: AbstractSet[DocumentId]) -> Iterator[tuple[DocumentId, Page]]:
        """Yield the pages of a message whose marks are others now, if it or something it may quote has arrived."""
        pages = self._view.pages(message.document)
        own: list[OwnText] = []
        compared, is_touched = pages, message.document in arrived
        for candidates in (self._thread_of(message), self._sharing_words(pages)):
            found = [each.document for each in candidates if _may_be_quoted(each, message)][:_MOST_ORIGINALS]
            is_touched = is_touched or not arrived.isdisjoint(found)
            if found or compared is pages:
                own += map(self._own, found)
                compared = tuple(replace(page, marks=with_repeated(page, own)) for page in pages)
            if is_touched and not any(mark.kind is MarkKind.QUOTED for page in compared for mark in page.marks):
                break
        if is_touched:
            changed = (now for before, now in zip(pages, compared, strict=True) if now.marks != before.marks)
            yield from ((message.document, page) for page in changed)

    def _thread_of(self, message: Message) -> Iterator[Message]:
        """Yield what a message answers, and what that answers in turn, the nearest first."""
        waiting, seen = list(reversed(message.parents)), {message.id}
        for id in waiting:
            if id not in seen and len(seen) <= _MOST_ORIGINALS:
                seen.add(id)
                for each in self._by_id.get(id, ()):
                    yield each
                    waiting.extend(reversed(each.parents))

    def _sharing_words(self, pages: tuple[Page, ...]) -> Iterator[Message]:
        anchors = (anchor for page in pages for anchor in quoted_anchors(page))
        shared = Counter(each.document for anchor in anchors for each in self._by_anchor.get(anchor, ()))
        for document, count in sorted(shared.items(), key=lambda pair: (-pair[1], pair[0])):
            if count >= _LEAST_SHARE * sum(anchor in self._by_anchor for anchor in self._messages[document].anchors):
                yield self._messages[document]

    def _own_text(self, document: DocumentId) -> OwnText:
        return own_text(self._view.pages(document))


def _may_be_quoted(original: Message, by: Message) -> bool:
    """Return whether a message may be one that another quotes: not itself, and not written after it."""
    if original.document == by.document or (original.id and original.id == by.id):
        return False
    first, second = original.moment, by.moment
    return first is None or second is None or first - second <= _CLOCKS
