"""Who gets copies of a paper, and what for: headings by what they are made of, the lines below them, and stamps beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import takewhile
from typing import Final

from kashf.domain.letters.letter import CopyTo
from kashf.events.letters.citations.addressed import is_office, is_post
from kashf.events.letters.head.line_kinds import LetterLine, LineKind, PlacedLabel
from kashf.events.letters.phrases import WORD_END, any_of
from kashf.events.letters.sheet_text import SheetText
from kashf.language.tables.letters.head_phrases import PURPOSES
from kashf.language.tables.letters.structure import foot_words as words
from kashf.language.words.folding import fold

_MOST: Final = 40
#: Words of a line that names one who gets a copy, of a stamp, and of a heading.
_MOST_WORDS, _STAMP, _HEADING = 12, 8, 10
#: How sure it is: a heading made of words for copies, and the words of a stamp behind a word for one.
_HEADED, _STAMPED = 0.85, 0.85
_BULLET: Final = re.compile(r"(?:[-•*–▪=\s]|\d{1,2}\s?[-.)]\s?)+")
#: A stroke between who gets it and what for.
_STROKE: Final = re.compile(r"\s+[-–—/]+\s+|\s*\.{2,}\s*|\s*[،,]\s+(?=ل)|\s*\((?=ل|for )")


def listed_line(each: LetterLine) -> LetterLine | None:
    """Return a line that is a heading of copies, with or without the first of those who get one, or a stamp; None for any other line."""
    text = each.line.folded
    if each.kind is LineKind.LABELLED and [label.field for label in each.labels] == ["other-number"] and not re.search(r"\d", text):
        return replace(each, kind=LineKind.COPIES, labels=(replace(each.labels[0], field="copies", rule="copies-by-word", score=_HEADED),))
    if (
        each.kind not in {LineKind.BARE, LineKind.BULLET, LineKind.CLOSING, LineKind.ADDRESSEE}
        or len(text.split()) > _MOST_WORDS + _HEADING
    ):
        return None
    heading = _heading().match(text)
    end = _heading_end(text, heading) if heading else 0
    end = end or (len(text) if text.endswith((":", "/")) and _ends_as_heading().fullmatch(text) else 0)
    if end and not _no_heading().match(text):
        label = PlacedLabel("copies", each.line.start + end, each.line.end, "copies-by-word", _HEADED)
        return LetterLine(each.line, LineKind.COPIES, (label,))
    stamped = _stamped().match(text)
    if stamped and each.kind is LineKind.BARE and len(text.split()) <= _STAMP and re.search(r"[^\W\d_]{2}", text[stamped.end() :]):
        label = PlacedLabel("stamp", each.line.start + stamped.end(), each.line.end, "stamp-by-word", _STAMPED)
        return LetterLine(each.line, LineKind.STAMP, (label,))
    return None


def copies_of(sheet: SheetText, lines: Sequence[LetterLine], nth: int, *, is_signed: bool) -> Iterator[CopyTo]:
    """Yield who gets copies by a heading, on its line and on those below.

    Args:
        sheet: The paper.
        lines: Its lines.
        nth: Which of them is the heading.
        is_signed: Whether lines above it may be those of whoever signs.
    """
    label = lines[nth].labels[0]
    rule, score = (label.rule or "copy-line", min(label.score, 0.95))
    places = list(_parts(sheet.folded, label.start, label.end))
    places += [(each.line.start, each.line.end) for each in copied_lines(sheet, lines, nth, is_signed=is_signed)]
    for line_start, end in places[:_MOST]:
        bullet = _BULLET.match(sheet.folded, line_start, end)
        start = bullet.end() if bullet else line_start
        stop, purpose = _purpose_at(sheet.folded, start, end)
        if (said := sheet.said(start, stop, rule, score)) and any(sign.isalnum() for sign in said.text):
            yield CopyTo(said, sheet.said(purpose, end, "copy-purpose", 0.9) if purpose < end else None)


def copied_lines(sheet: SheetText, lines: Sequence[LetterLine], nth: int, *, is_signed: bool) -> Sequence[LetterLine]:
    """Return the lines below a heading of copies that name one each: with a bullet or a purpose, or any below one alone on its line."""
    label = lines[nth].labels[0]
    is_alone = not re.search(r"\w", sheet.folded[label.start : label.end])

    def is_one(each: LetterLine) -> bool:
        text = each.line.folded
        if each.kind is LineKind.BULLET or re.match(r"\d{1,2}\s?[-.)]\s?\D", text):
            return len(text.split()) <= 2 * _MOST_WORDS
        is_line = each.kind in {LineKind.BARE, LineKind.ADDRESSEE, LineKind.STATE} and len(text.split()) <= _MOST_WORDS
        is_told = _STROKE.search(text) is not None or _purposes().search(text) is not None
        return is_alone and is_line and (is_told or (is_plain and not re.search(r"[.:]\s*$", text)))

    is_plain = is_signed and not any(each.kind is LineKind.BULLET for each in lines[nth + 1 : nth + 2])
    return list(takewhile(is_one, lines[nth + 1 :]))


def _parts(folded: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the parts of a heading's own line: several who get copies are divided by semicolons."""
    at = start
    for found in re.finditer(r"[;؛]", folded[start:end]):
        yield at, start + found.start()
        at = start + found.end()
    yield at, end


def _purpose_at(folded: str, start: int, end: int) -> tuple[int, int]:
    """Return where who gets a copy ends, and where begins what for; the end twice where nothing is said."""
    if found := _purposes().search(folded, start, end):
        return start + len(folded[start : found.start()].rstrip(" -–—/،,.")), found.start()
    for stroke in _STROKE.finditer(folded, start, end):
        rest = folded[stroke.end() : end].strip(" ()")
        if rest and stroke.start() > start and not is_office(rest) and not is_post(rest) and len(rest.split()) <= _HEADING:
            return stroke.start(), stroke.end()
    return end, end


def _heading_end(text: str, heading: re.Match[str]) -> int:
    """Return where a heading ends that is one; 0 for a sentence or a name that begins as one does."""
    rest = text[heading.end() :]
    if len(heading["stem"]) == 1 and (not heading["sign"].strip() or re.search(r"\d", rest) or not re.search(r"[^\W\d_]{3}", rest)):
        return 0  # One letter is a page, too.
    if not re.search(r"\w", rest):
        return heading.end()
    last = text[: heading.end()].rstrip(" :/.").rsplit(" ", maxsplit=1)[-1]
    if heading["sign"].strip() or heading["grown"] or last in _to():
        return heading.end() if not (text.endswith(".") and len(text.split()) > _HEADING) else 0
    return heading.end() if heading["stem"] in {"info", "cc", "c.c"} else 0


@lru_cache(maxsize=1)
def _heading() -> re.Pattern[str]:
    stem, filler = any_of(words.COPY_STEMS), any_of(words.COPY_FILLERS)
    to = rf"(?P<grown>{any_of(words.COPY_TO_GROWN)}(?=\w))?"
    return re.compile(
        rf"[\[(\-*•\s]*و?(?P<stem>{stem})(?:{WORD_END}|(?=\s?[:/.]))(?:\s*(?:{filler}|{stem}){WORD_END})*\s*{to}\s*[\])]?(?P<sign>\s*[.]?\s*[:/]+|\s*\.{{2,}}|)\s*"
    )


@lru_cache(maxsize=1)
def _ends_as_heading() -> re.Pattern[str]:
    """Return how a short line is made with a word for copies in it and a colon behind it."""
    noun = any_of(words.COPY_NOUNS)
    return re.compile(rf"[\[(\-*•\s]*(?:[^\W\d_]+\s+){{0,4}}?(?:{any_of(words.GROWN_ON)})?{noun}{WORD_END}[^.:\d\n]{{0,40}}[:/]+")


@lru_cache(maxsize=1)
def _to() -> frozenset[str]:
    return frozenset(fold(each) for each in words.COPY_TO.split("|"))


@lru_cache(maxsize=1)
def _no_heading() -> re.Pattern[str]:
    return re.compile(rf"{any_of(words.NO_COPY_LISTS)}{WORD_END}")


@lru_cache(maxsize=1)
def _stamped() -> re.Pattern[str]:
    return re.compile(
        rf"[(\[]?(?:{any_of(words.BEFORE_STAMP)}\s+)?(?:{any_of(words.GROWN_ON)})?{any_of(words.STAMPS)}(?:{any_of(words.OWNERS)})?{WORD_END}[)\]]?\s*[:/\-–]*\s*"
    )


@lru_cache(maxsize=1)
def _purposes() -> re.Pattern[str]:
    return re.compile(
        rf"[،,]?\s+(?:{any_of(PURPOSES)}){WORD_END}[^\n]{{0,60}}$|(?:(?<=[-–—/،,.(])\s?{words.FOR}|\s{words.FOR_DOING})\w{{3,}}(?:\s\S+){{0,2}}$|,\sfor\s[^\n]{{3,60}}$",
        re.MULTILINE,
    )
