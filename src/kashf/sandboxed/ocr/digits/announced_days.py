"""A page with the days read by shape that its lines announce: behind "date", "corresponding to", "dated", and beside names of months."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Final

from kashf.domain.document import Box, Page
from kashf.language.dates.date_tokens import known_months
from kashf.language.tables.numbering.scan_signs import (
    ANNOUNCING_DAYS,
    ANNOUNCING_NUMBERS,
    DATED_HEADS,
    ERAS,
    FIELD_NOUNS,
    HAMZA_ALEF_READ,
    NUMBERED_HEADS,
)
from kashf.language.words.folding import fold
from kashf.sandboxed.ocr.digits.classifier import SignClassifier, sign_classifier
from kashf.sandboxed.ocr.digits.page_changes import PageChange, changed_page
from kashf.sandboxed.ocr.digits.patterned_numbers import number_in, parts_of
from kashf.sandboxed.ocr.digits.strips import Strip, Strips, lines_of
from kashf.sandboxed.ocr.digits.stroked_days import DayPart, day_in
from kashf.sandboxed.ocr.digits.strokes import connected, darkest, shapes_of

#: Likelihood of its digits in [0..1] from which on a day is believed: where the line announces one, nothing else stands there.
_BELIEVED: Final = 0.4
#: Share of the strokes there that are of the day: it stands alone, but for the mark of its calendar.
_ALONE: Final = 0.6
#: Fields of a page that are looked at, and strokes of a line of which more are a picture.
_MOST_FIELDS, _MOST_STROKES = 16, 1500
#: Letters from which on a word may be a label with one letter misread.
_LONG: Final = 5
#: Letters of a word that was read surely, and how surely: it is no digit.
_PLAIN_LETTERS, _PLAIN = 3, 0.6
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_ARABIC: Final = re.compile("[\u0620-\u064a]")
#: What needs no second look, in western digits: a day, its number, a year; the mark behind a year may have been read as a five before it.
_YEAR: Final = r"(?:5?1[34]|19|20)\d\d"
_PART: Final = r"\s?[/.\-]\s?"
_WELL: Final = {
    DayPart.WHOLE: re.compile(
        rf"\d\d?{_PART}\d\d?{_PART}{_YEAR}|{_YEAR}{_PART}\d\d?{_PART}\d\d?|\d\d?{_PART}{_YEAR}{_PART}\d\d?|51?\d{_PART}\d\d?{_PART}1[34]\d\d"
    ),
    DayPart.DAY: re.compile(r"[0-3]?\d"),
    DayPart.YEAR: re.compile(_YEAR),
}
_MARK: Final = re.compile(r"^[\s()/:]+|[\s()/:]*[^\W\d_]{0,3}[\s()/:]*$")


@dataclass(frozen=True, slots=True)
class _LineWord:
    """A word of a line.

    Args:
        at: Its place among the boxes of the page.
        box: Of the page as it was read by words.
        text: It as it was read.
        letters: Its letters, folded.
        by_shape: It as read by shape, in western digits.
    """

    at: int
    box: Box
    text: str
    letters: str
    by_shape: str

    @property
    def is_plain(self) -> bool:
        """Whether it is a word and nothing that digits are read as."""
        is_word = len(self.letters) >= _PLAIN_LETTERS and self.box.confidence >= _PLAIN
        return is_word and not any(sign.isdecimal() or sign == "/" for sign in self.text)

    @property
    def is_open(self) -> bool:
        """Whether it may be digits: neither a word nor the mark of an era."""
        is_mark = self.letters in _eras() and not any(map(str.isdigit, self.by_shape))
        return not self.is_plain and not is_mark and any(map(str.isalnum, self.by_shape))


@dataclass(frozen=True, slots=True)
class _DayField:
    """What is announced on a line: the words that were read there, and those to the right and left of them; None for the line's end.

    `part` is None for the number of a paper.
    """

    part: DayPart | None
    values: tuple[_LineWord, ...]
    right: _LineWord
    left: _LineWord | None

    @property
    def is_doubtful(self) -> bool:
        """Whether what was read by shape is not well formed."""
        said = " ".join(word.by_shape for word in sorted(self.values, key=lambda word: word.at))
        is_one_run = abs(self.values[-1].at - self.values[0].at) == len(self.values) - 1
        if not is_one_run:
            return False
        if self.part is None:
            parts = () if any(map(_label, map(_folded, re.findall(r"\w+", self.text)))) else parts_of(self.text)
            read_by_shape = len(re.findall(r"\d+", said))
            digits = [part.text for part in parts if part.is_digits]
            may_be_letter = len(digits) > _PLAIN_LETTERS and any(part in HAMZA_ALEF_READ for part in digits)
            return any(part.is_letters for part in parts) or len(digits) > read_by_shape or may_be_letter
        read = (_MARK.sub("", said), "".join(reversed(said.split())))  # the pieces of a year come from the right
        return not any(map(_WELL[self.part].fullmatch, read))

    @property
    def text(self) -> str:
        """The words as they were read first."""
        return " ".join(word.text for word in sorted(self.values, key=lambda word: word.at))


def days_reread(strips: Strips, page: Page, by_shape: Page | None, *, classifier: SignClassifier | None = None) -> Page | None:
    """Return a page as read by shape, with the days that its lines announce; `by_shape` as it came where there is nothing to change.

    Args:
        strips: Of the image that the page was read from.
        page: Its reading, with a box for each word.
        by_shape: The same with its numbers read by shape, word for word; None where that changed nothing.
        classifier: Tells the strokes; None for the one that kashf brings with it.
    """
    if not _ARABIC.search(page.text) or (by_shape is not None and len(by_shape.boxes) != len(page.boxes)):
        return by_shape
    shaped = by_shape or page
    doubtful = ((line, field) for line, words in _lines(page, shaped) for field in _fields(words) if field.is_doubtful)
    by_line: dict[tuple[Box, ...], list[_DayField]] = {}
    for line, field in islice(doubtful, _MOST_FIELDS):
        by_line.setdefault(line, []).append(field)
    if not by_line:
        return by_shape
    by_start = {line[0].start: fields for line, fields in by_line.items()}
    reader = classifier or sign_classifier()
    changes = [
        change for strip in strips.of([*by_line]) for change in _changes(strip, by_start[strip.words[0].start], shaped.boxes, reader)
    ]
    return changed_page(shaped, changes) if changes else by_shape


def _lines(page: Page, shaped: Page) -> Iterator[tuple[tuple[Box, ...], list[_LineWord]]]:
    """Yield each line with its words from the right end, whatever their order in the text."""
    numbers = {box.start: nth for nth, box in enumerate(page.boxes)}
    for line in lines_of(page):
        words = []
        for box in line:
            other = shaped.boxes[numbers[box.start]]
            text, by_shape = page.text[box.start : box.end], _western(shaped.text[other.start : other.end])
            words.append(_LineWord(numbers[box.start], box, text, _folded(text), by_shape))
        yield line, sorted(words, key=lambda word: -word.box.left)  # a box may reach too far back over a word before it


def _western(text: str) -> str:
    return "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in text)


def _changes(strip: Strip, fields: Sequence[_DayField], boxes: Sequence[Box], reader: SignClassifier) -> Iterator[PageChange]:
    strokes = connected(darkest(strip.grey))
    if len(strokes) > _MOST_STROKES:
        return
    placed = {word.start: word for word in strip.words}
    for field in fields:
        right = placed[field.right.box.start].left
        left = placed[field.left.box.start].right if field.left else min(word.left for word in strip.words) - strip.grey.shape[0]
        shapes = shapes_of([stroke for stroke in strokes if left < (stroke.left + stroke.right) / 2 < right])
        found = day_in(shapes, reader, part=field.part) if field.part else number_in(shapes, reader, parts_of(field.text))
        if not found or found.likelihood < _BELIEVED:
            continue
        inside = sum(found.left <= (shape.left + shape.right) / 2 <= found.right for shape in shapes)
        if inside >= _ALONE * len(shapes):
            words = [boxes[value.at] for value in field.values]
            start, end = min(word.start for word in words), max(word.end for word in words)
            yield PageChange(start, end, found.text, strip.on_page(found.left, found.right), round(found.likelihood, 2))


def _fields(words: Sequence[_LineWord]) -> Iterator[_DayField]:
    """Yield what is announced on a line."""
    nth = 0
    while nth < len(words):
        label = _label(words[nth].letters)
        stop = _stop(words, nth + 1, is_head=label == "head") if label else nth + 1
        if label:
            yield from _announced(words[nth : stop + 1], has_end=stop < len(words), is_number=label == "number")
        nth = max(stop, nth + 1)


def _announced(words: Sequence[_LineWord], *, has_end: bool, is_number: bool) -> Iterator[_DayField]:
    """Yield what a label, the first of some words, announces; the last of them is behind it, if there is one."""
    inside, end = (words[1:-1], words[-1]) if has_end else (words[1:], None)
    if is_number:
        yield from _field(None, inside, right=words[0], left=end)
        return
    month = [at for at, word in enumerate(inside) if _is_of_month(word)]
    if not month:
        plain = [at for at, word in enumerate(inside) if word.is_plain]
        begin = plain[-1] + 1 if plain else 0
        yield from _field(DayPart.WHOLE, inside[begin:], right=inside[begin - 1] if begin else words[0], left=end)
        return
    yield from _field(DayPart.DAY, inside[: month[0]], right=words[0], left=inside[month[0]])
    yield from _field(DayPart.YEAR, inside[month[-1] + 1 :], right=inside[month[-1]], left=end)


def _field(part: DayPart | None, words: Sequence[_LineWord], *, right: _LineWord, left: _LineWord | None) -> Iterator[_DayField]:
    values = tuple(word for word in words if word.is_open)
    if values:
        plain = [word for word in words if word.is_plain]
        yield _DayField(part, values, plain[-1] if plain else right, left)


def _stop(words: Sequence[_LineWord], start: int, *, is_head: bool) -> int:
    """Return the word at which what is announced is over: another label, or a plain word but for a weekday right behind a label."""
    for nth in range(start, len(words)):
        word = words[nth]
        if (_label(word.letters) or word.letters in _nouns()) and len(word.letters) > 1:
            return nth
        if word.is_plain and not _is_of_month(word) and not (is_head and nth == start):
            return nth
    return len(words)


def _is_of_month(word: _LineWord) -> bool:
    return word.letters in _month_words()


@cache
def _month_words() -> frozenset[str]:
    return frozenset(part for name in known_months() for part in name.split() if len(part) >= _PLAIN_LETTERS)


@cache
def _eras() -> frozenset[str]:
    return frozenset(map(fold, ERAS.split("|")))


@cache
def _nouns() -> frozenset[str]:
    return frozenset(map(fold, FIELD_NOUNS.split("|")))


def _label(letters: str) -> str:
    """Return what a word announces: "head" for a day as the label of a field, "text" for one within a sentence, "number", or ""."""
    heads, others, numbered = _announcing()
    if letters in numbered:
        return "number"
    if letters in heads or (len(letters) >= _LONG and any(_is_near(letters, head) for head in heads)):
        return "head"
    return "text" if letters in others else ""


def _is_near(letters: str, head: str) -> bool:
    return len(letters) == len(head) and sum(one != other for one, other in zip(letters, head, strict=True)) <= 1


@cache
def _announcing() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    told = (DATED_HEADS, ANNOUNCING_DAYS, f"{NUMBERED_HEADS}|{ANNOUNCING_NUMBERS}")
    heads, others, numbered = (frozenset(map(fold, words.split("|"))) for words in told)
    return heads, others, numbered


def _folded(word: str) -> str:
    return "".join(_LETTERS.findall(fold(word)))
