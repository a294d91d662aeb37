"""A letter from several readings of its pictures: numbers and dates by the likelier one, the other kept beside it."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Any, Final, TypeVar

from kashf.domain.date import FuzzyDate
from kashf.domain.document import Origin, Page, Span
from kashf.domain.ids import DocumentId
from kashf.domain.letters.instructions import Instruction
from kashf.domain.letters.letter import CitedPaper, Letter
from kashf.domain.letters.letter_lexicon import NO_LEXICON, LetterLexicon
from kashf.domain.letters.said import PaperDate, PaperNumber, Said
from kashf.events.letters.read_letter import read_letter
from kashf.events.letters.scanned.mended_lines import mended_lines
from kashf.events.letters.scanned.traced_text import OtherWords, TracedText
from kashf.language.tables.numbering.scan_signs import LIKE_DIGITS

Value = TypeVar("Value")
Numbered = TypeVar("Numbered", PaperNumber, PaperDate)

#: What else was read is kept, so many of it.
_MOST_OTHERS: Final = 3
#: Share of the digits of a page from which on it is of Western ones; what cannot be read of others looks like them, too.
_WESTERN: Final = 0.85
#: Readings of one page that are looked at.
_MOST_READINGS: Final = 3
#: Days that letters of leaks are of.
_LIKELY: Final = (dt.date(1900, 1, 1), dt.date(2050, 12, 31))
#: Letters that stand by themselves between digits, as initials of an office do.
_INITIALS: Final = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class _PageReading:
    """Pages as one way of reading has them, and where what stands on one stands on the page as it is shown."""

    pages: tuple[Page, ...]
    places: dict[int, tuple[TracedText, OtherWords | None, str]]

    def letter(self, document: DocumentId, lexicon: LetterLexicon) -> Letter | None:
        """Return what it says, its places those of the pages as they are shown."""
        found = read_letter(document, self.pages, lexicon=lexicon)
        return _changed(found, Said, self._moved) if found else None

    def _moved(self, said: Said) -> Said:
        if said.span.page not in self.places:
            return said
        mended, words, shown = self.places[said.span.page]
        start, end = mended.origin(said.span.start, said.span.end)
        start, end = (words.place(start, end) if words else (start, end)) or (0, len(shown))
        return replace(said, span=Span(said.span.document, said.span.page, start, max(start + 1, end)))


def read_scanned_letter(
    document: DocumentId, pages: Sequence[Page], seconds: Sequence[Page], *, lexicon: LetterLexicon = NO_LEXICON
) -> Letter | None:
    """Return a letter as it says of itself, of which a machine read the picture of a page at least; None where the pages show none.

    Args:
        document: Whose pages they are.
        pages: Those that were read surely, in order.
        seconds: The same as other ways of reading have them; the first of a page reads digits by their shapes.
        lexicon: Words of the case beside those of the tables.
    """
    first = read_letter(document, pages, lexicon=lexicon)
    letters = [each for each in (first, *(reading.letter(document, lexicon) for reading in _readings(pages, seconds))) if each]
    if not letters:
        return None
    together = letters[0]
    for other in letters[1:]:
        together = _together(together, other)
    scanned = {page.number: page.text for page in pages if page.origin is Origin.OCR}
    return _verbatim(together, scanned)


def _readings(pages: Sequence[Page], seconds: Sequence[Page]) -> Iterator[_PageReading]:
    """Yield the readings that are looked at, their lines mended, the likelier ones last.

    Arabic digits are read better by their shapes, and Western ones by the engine that reads words.
    """
    by_page = {page.number: [each for each in seconds if each.number == page.number] for page in pages if page.origin is Origin.OCR}
    nths: list[int | None] = [*range(1, min(_MOST_READINGS, max((len(each) for each in by_page.values()), default=0)))]
    by_shape = "".join(each[0].text for each in by_page.values() if each)
    western = sum("0" <= sign <= "9" for sign in by_shape)
    nths += (0, None) if western > _WESTERN * sum(map(str.isdecimal, by_shape)) else (None, 0)
    for nth in nths:
        if nth is None or any(len(each) > nth for each in by_page.values()):
            yield _reading(pages, {number: each[nth] if nth is not None and nth < len(each) else None for number, each in by_page.items()})


def _reading(pages: Sequence[Page], others: dict[int, Page | None]) -> _PageReading:
    read: list[Page] = []
    places = {}
    for page in pages:
        if page.number not in others:
            read.append(page)
            continue
        other = others[page.number] if page.text.strip() else None
        mended = mended_lines(other.text if other else page.text)
        words = OtherWords.of(other.text, page.text) if other else None
        places[page.number] = mended, words, page.text
        read.append(replace(page, text=mended.text, boxes=(), marks=()))
    return _PageReading(tuple(read), places)


def _together(first: Letter, second: Letter) -> Letter:
    """Return a letter with the numbers and dates of the second reading where they are as likely, and those of the first beside them."""
    return replace(
        first,
        number=_of_two(first.number, second.number, _number),
        other_numbers=tuple(_pairs(first.other_numbers, second.other_numbers, _number)),
        written=_of_two(first.written, second.written, _date),
        dates=tuple(_pairs(first.dates, second.dates, _date)),
        cited=tuple(_cited(first.cited, second.cited)),
        acts=tuple(_acts(first.acts, second.acts)),
        hands=tuple(
            replace(hand, number=_of_two(hand.number, other.number, _number), date=_of_two(hand.date, other.date, _date)) if other else hand
            for hand, other in _matched(first.hands, second.hands)
        ),
    )


def _number(first: PaperNumber, second: PaperNumber) -> PaperNumber:
    """Return the number of the second reading, unless that lost letters of it."""
    if not any(map(str.isdecimal, second.normal)):
        return first
    if not any(map(str.isdecimal, first.normal)):
        return second
    letters, others = (_INITIALS.findall(each.normal) for each in (first, second))
    lost = [word for word in letters if word not in others or letters.count(word) > others.count(word)]
    if any(not set(word) <= set(LIKE_DIGITS) for word in lost):
        return _number_beside(first, second)
    if letters and letters == others and "/" in first.normal and "/" not in second.normal:
        parted = re.sub(r"(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])", "/", second.normal)
        turned = "/".join(reversed(parted.split("/")))
        second = replace(second, normal=parted, aliases=(turned,))
    return _number_beside(second, first)


def _date(first: PaperDate, second: PaperDate) -> PaperDate:
    return _date_beside(second, first) if _worth(second.date) >= _worth(first.date) else _date_beside(first, second)


def _worth(date: FuzzyDate) -> tuple[bool, bool, int]:
    """Return how likely a date is that of a letter: it says a day, of a likely year, and nothing speaks against it."""
    if not date.is_known:
        return False, False, 0
    day = date.earliest or date.latest
    return True, day is not None and _LIKELY[0] <= day <= _LIKELY[1], -len(date.unresolved)


def _number_beside(chosen: PaperNumber, other: PaperNumber) -> PaperNumber:
    said = (*chosen.also_read, other.normal, *other.also_read)
    others = [each for each in dict.fromkeys(said) if each not in {chosen.normal, *chosen.aliases}]
    return replace(chosen, also_read=tuple(others[:_MOST_OTHERS]))


def _date_beside(chosen: PaperDate, other: PaperDate) -> PaperDate:
    dates = {each.edtf(): each for each in (*chosen.also_read, other.date, *other.also_read) if each.is_known}
    dates.pop(chosen.date.edtf(), None)
    return replace(chosen, also_read=tuple(dates.values())[:_MOST_OTHERS])


def _of_two(first: Value | None, second: Value | None, choose: Callable[[Value, Value], Value]) -> Value | None:
    return choose(first, second) if first is not None and second is not None else first if second is None else second


def _pairs(first: Sequence[Value], second: Sequence[Value], choose: Callable[[Value, Value], Value]) -> Iterator[Value]:
    """Yield what stands in either, each place once."""
    for one, other in zip_longest(first, second) if len(first) == len(second) else _matched_all(first, second):
        found = _of_two(one, other, choose)
        if found is not None:
            yield found


def _matched_all(first: Sequence[Value], second: Sequence[Value]) -> Iterator[tuple[Value | None, Value | None]]:
    pairs = list(_matched(first, second))
    yield from pairs
    met = [other for _, other in pairs]
    yield from ((None, other) for other in second if not any(other is each for each in met))


def _matched(first: Sequence[Value], second: Sequence[Value]) -> Iterator[tuple[Value, Value | None]]:
    """Yield each of the first with the one of the second that stands where it does."""
    for one in first:
        yield one, next((other for other in second if _overlap(one, other)), None)


def _overlap(first: Any, second: Any) -> bool:
    one, other = first.said.span, second.said.span
    return bool(one.page == other.page and one.start < other.end and other.start < one.end)


def _cited(first: Sequence[CitedPaper], second: Sequence[CitedPaper]) -> Iterator[CitedPaper]:
    for one, other in _matched_all(first, second):
        if one is None or other is None:
            yield from (each for each in (one, other) if each)
            continue
        number, date = _of_two(one.number, other.number, _number), _of_two(one.date, other.date, _date)
        yield replace(one, number=number, date=date, author=one.author or other.author)


def _acts(first: Sequence[Instruction], second: Sequence[Instruction]) -> Iterator[Instruction]:
    for one, other in _matched(first, second):
        if other is None or other.kind != one.kind:
            yield one
        else:
            things = other.things if len(other.things) >= len(one.things) else one.things
            yield replace(one, things=things, by_when=one.by_when or other.by_when, when=_of_two(one.when, other.when, _date))


def _verbatim(letter: Letter, scanned: dict[int, str]) -> Letter:
    """Return a letter with its numbers and dates in the words of the page as it is shown, and what was read from pictures marked so."""

    def shown(value: Numbered) -> Numbered:
        span = value.said.span
        if span.page not in scanned:
            return value
        text = " ".join(scanned[span.page][span.start : span.end].split("\n"))
        return replace(value, said=replace(value.said, text=text or value.said.text), is_unseen=True)

    marked: Letter = _changed(_changed(letter, PaperNumber, shown), PaperDate, shown)
    return marked


def _changed(value: Any, kind: type, change: Callable[[Any], Any]) -> Any:
    """Return a value with each part of a kind changed, however deep it lies."""
    if isinstance(value, kind):
        return change(value)
    if isinstance(value, tuple):
        return tuple(_changed(each, kind, change) for each in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, (type, FuzzyDate, Span)):
        parts = {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
        changed = {name: _changed(part, kind, change) for name, part in parts.items()}
        return replace(value, **{name: part for name, part in changed.items() if part is not parts[name]})
    return value
