"""Conversations in plain text, as WhatsApp exports them: the text stays as it is, and each message in it is marked.

A date in numbers does not say which of them is the day. The whole file may: a number above 12, messages that would run backwards, the day
in the name of a photograph. Where none of these settles it, both readings are kept.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kashf.domain.document import Mark, MarkKind, Page
from kashf.language.correspondence.chat_heads import (
    DAY_FIRST,
    IN_DOUBT,
    MONTH_FIRST,
    YEAR_FIRST,
    day_of,
    day_written,
    is_numeric,
    numbers_of,
    written_heads,
)
from kashf.ports.engines import Extract, Limits, Source
from kashf.sandboxed.engines.chats.chat_pages import LONGEST_MARKED, MOST_PEOPLE, PAGE_CHARACTERS
from kashf.sandboxed.engines.libmagic.text_kinds import CONVERSATION
from kashf.sandboxed.engines.plaintext import Decode, decoded_text

#: Messages come late, by hours and seldom by days: further back is evidence that days and months were taken for one another.
_LATE_DAYS = 3
#: The day in the name that a telephone gives a picture.
_DAY_IN_NAME = re.compile(r"\b[A-Z]{3,5}-(20\d\d)(\d\d)(\d\d)-WA\d+|\b\d{8}-[A-Z]+-(20\d\d)-(\d\d)-(\d\d)-")
_MONTHS = 12

Days = Sequence[dt.date | None]


class WrittenConversationReader:
    """Reads a conversation that is written as plain text.

    Args:
        decode: Returns text and encoding of some bytes, or None when they are not text.
    """

    name = "conversation"
    version = "1"

    def __init__(self, decode: Decode) -> None:
        self._decode = decode

    def reads(self, type: str) -> bool:
        """Return whether `type` is a conversation in plain text."""
        return type == CONVERSATION

    def read(self, source: Source, *, limits: Limits) -> Extract:
        """Return pages of whole messages; together they are the text of the file.

        Raises:
            EngineError: Not text, or more than `limits.text_characters` bytes times four.
        """
        text, encoding = decoded_text(source, self._decode, limits=limits)
        heads = list(written_heads(text))
        days = [day_written(head) for head in heads]
        order = day_order(days, [text[first:last] for first, last in pairwise((*(head.end() for head in heads), len(text)))])
        known = [day for each in days if (day := day_of(each, day_order=order)).days == 1 and day.earliest]
        people = dict.fromkeys(head["sender"].strip().replace(";", ",") for head in heads if head["sender"])
        metadata = {
            "encoding": encoding,
            "messages": str(len(heads)),
            "day-order": order,
            "zone": IN_DOUBT,
            "to": "; ".join(people) if len(people) <= MOST_PEOPLE else "",
            "first-message": min(day.edtf() for day in known) if known else "",
            "last-message": max(day.edtf() for day in known) if known else "",
        }
        return Extract(tuple(_pages(text, [head.start() for head in heads])), {key: value for key, value in metadata.items() if value})


def day_order(days: Sequence[str], texts: Sequence[str] = ()) -> str:
    """Return which number of the dates of a conversation is the day, or that it is in doubt.

    Args:
        days: As they are written, in the order of the messages.
        texts: What the messages say.

    >>> day_order(["5/11/14", "13/11/14"]), day_order(["5/11/14", "6/11/14"]), day_order(["30/1/14", "1/30/14"])
    ('day first', 'in doubt', 'in doubt')
    """
    if not all(map(is_numeric, days)):
        return ""
    numbers = [numbers_of(each) for each in days]
    if all(is_year_first for *_, is_year_first in numbers):
        return YEAR_FIRST
    day_first, month_first = any(one > _MONTHS for one, *_ in numbers), any(two > _MONTHS for _, two, *_ in numbers)
    if day_first or month_first:
        return IN_DOUBT if day_first and month_first else DAY_FIRST if day_first else MONTH_FIRST
    readings = {order: [day_of(each, day_order=order).earliest for each in days] for order in (DAY_FIRST, MONTH_FIRST)}
    for judged in (_run_backwards, lambda read: _disagree(read, texts)):
        wrong = [order for order, read in readings.items() if judged(read)]
        if len(wrong) == 1:
            return DAY_FIRST if wrong[0] == MONTH_FIRST else MONTH_FIRST
    return IN_DOUBT


def _run_backwards(days: Days) -> bool:
    """Return whether messages would have come long before those that stand above them."""
    known = [day for day in days if day]
    return any((earlier - later).days > _LATE_DAYS for earlier, later in pairwise(known))


def _disagree(days: Days, texts: Sequence[str]) -> bool:
    """Return whether a picture would have come on another day than its name says."""
    named = (
        (day, "".join(filter(None, found.groups())))
        for day, text in zip(days, texts, strict=False)
        for found in _DAY_IN_NAME.finditer(text)
    )
    return any(day is not None and f"{day:%Y%m%d}" != name for day, name in named)


def _pages(text: str, starts: Sequence[int]) -> Iterator[Page]:
    """Yield the pages, which cover the text without gap."""
    cuts = [0, *_beginnings(starts), len(text)]
    for number, (begin, end) in enumerate(pairwise(cuts), start=1):
        inside = starts[bisect_left(starts, begin) : bisect_left(starts, end)]
        marks = (Mark(first - begin, _end(text, first, last) - begin, MarkKind.MESSAGE) for first, last in pairwise((*inside, end)))
        yield Page(number, text[begin:end], marks=tuple(marks))


def _end(text: str, first: int, last: int) -> int:
    """Return where the mark of a message ends: a form feed or the limit of a page would part it, and its rest would have no head."""
    feed = text.find("\f", first, last)
    last = min(feed if feed >= 0 else last, first + LONGEST_MARKED)
    return first + len(text[first:last].rstrip())


def _beginnings(starts: Sequence[int]) -> Iterator[int]:
    """Yield the messages at which pages begin, from the second page on."""
    begin = 0
    for start in starts:
        if start - begin > PAGE_CHARACTERS:
            yield start
            begin = start
