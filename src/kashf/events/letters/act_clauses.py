"""The clauses of a paper's sentences: where one act ends and the next begins, by stops, items and words that order, ask or tell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from kashf.domain.letters.said import Said
from kashf.events.letters.phrases import WORD_END, any_of
from kashf.events.letters.sheet_text import SheetText
from kashf.language.tables.letters import act_words as words

#: How telegrams write a stop.
_TELEX_STOP: Final = "STOP"
_LONGEST_CLAUSE: Final = 1200


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of the folded text that may tell of one act."""

    start: int
    end: int
    is_item: bool
    author: Said | None = None


def clauses(sheet: SheetText, start: int, end: int, *, author: Said | None = None) -> Iterator[Clause]:
    """Yield the clauses of a stretch of sentences: by stops and items, and by commas where a word that orders follows."""
    first = _first_item().match(sheet.folded, start, end)
    at, is_item = (first.end(), True) if first else (start, False)
    for cut in _cuts().finditer(sheet.folded, at, end):
        if cut["telex"] and sheet.words(cut.start(), cut.end()).strip() != _TELEX_STOP:
            continue
        item = cut.lastgroup == "item"
        yield from _bounded(at, cut.start(), is_item=is_item, author=author)
        at, is_item = cut.end(), item
    yield from _bounded(at, end, is_item=is_item, author=author)


def _bounded(start: int, end: int, *, is_item: bool, author: Said | None) -> Iterator[Clause]:
    if end - start > 3:
        yield Clause(start, min(end, start + _LONGEST_CLAUSE), is_item, author)


def behind_signs(folded: str, start: int, end: int) -> int:
    """Return where the first word of a clause begins."""
    while start < end and not folded[start].isalnum():
        start += 1
    return start


def behind_preamble(folded: str, start: int, end: int) -> int:
    """Return where a clause begins behind the reasons that it gives first."""
    start = behind_signs(folded, start, end)
    while found := _preamble().match(folded, start, end):
        start = found.end()
    return start


@lru_cache(maxsize=1)
def _first_item() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{_mark()})")


def _mark() -> str:
    """Return the pattern of what counts an item."""
    counted = rf"(?:{any_of(words.ITEM_HEADS)}\s)?(?:{any_of(words.ITEMS)})|{any_of(words.ITEM_HEADS)}\s\(?\d{{1,2}}\)?"
    return rf"(?:{counted})\s*[-–:.)]|\(?\d{{1,2}}\s?[-–.:)]\s|[-•*]\s"


@lru_cache(maxsize=1)
def _cuts() -> re.Pattern[str]:
    item = rf"(?:^|\n)\s*(?:{_mark()})"
    forced = any_of("|".join([words.FORCES["forbid"], words.CLAUSE_WORDS]))
    latin, executes = any_of(words.LATIN_CLAUSE_WORDS), any_of(words.EXECUTORS)
    on, not_, lacks = any_of(words.AND_ON), any_of(words.AND_NOT), any_of(words.AND_LACKS)
    return re.compile(
        rf"(?P<item>{item})|\n(?=[^\n:]{{3,160}}:\s*(?:\n|$))|(?<!\bno)(?<!\bmr)(?<!\bmrs)(?<!\bdr)\.(?=\s|$)|؛|;|(?<=[?؟])(?=\s)|\n\s*\n"
        rf"|،\s(?!{on}\s[^.،:\n]{{3,60}}?\s{executes})(?=و?{forced}{WORD_END})|,\s(?={latin}{WORD_END}|the \w+ (?:shall|may))"
        rf"|,?\sor\s(?=(?:we|they|it|you|i)\s(?:will|shall)\s)"
        rf"|\s(?={any_of(words.AND_CLAUSES)}{WORD_END}|{not_}\s[يت]|{lacks}\s(?!{any_of(words.NOT_THERE)}{WORD_END}))"
        rf"|,?\s(?:and|but)\s(?=(?:shall|must|may|will|is|are|do)\snot\s|no\s\w+\s(?:may|shall|is|are)\s)"
        rf"|(?P<telex>\sstop\s)"
    )


@lru_cache(maxsize=1)
def _preamble() -> re.Pattern[str]:
    return re.compile(rf"و?{any_of(words.PREAMBLES)}{WORD_END}[^،,:\n]{{0,160}}?(?:[،,]\s*|\s(?={any_of(words.BEHIND_REASONS)}{WORD_END}))")
