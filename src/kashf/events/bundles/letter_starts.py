"""Cuts a document that holds several letters where the head of the next one begins: on a new page, or below the foot of the one before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Final

from kashf.domain.document import Origin, Page
from kashf.domain.ids import DocumentId
from kashf.domain.letters.letter_lexicon import NO_LEXICON, LetterLexicon
from kashf.events.letters.citations.addressed import is_office, is_post
from kashf.events.letters.head.line_kinds import LetterLine, LineKind, letter_lines
from kashf.events.letters.sheet_text import SheetText
from kashf.language.words.folding import fold

#: Lines in which the head of a letter stands.
_HEAD_LINES: Final = 14
#: Letters of one document of which the beginning is looked for.
MOST_STARTS: Final = 50_000
#: Words of a line from which on it is a sentence.
_SENTENCE: Final = 9
#: What each sign of a head is worth, and what a head needs: on a new page behind the foot of a letter, on another new page, and within one.
_WORTH: Final = {"number": 2, "invocation": 2, "date": 1, "addressee": 1, "office": 1, "subject": 1, "title": 1, "greeting": 1, "state": 1}
_BEHIND_FOOT, _ON_NEW_PAGE, _WITHIN = 2, 3, 4
#: At least one of these stands in a head: what only repeats a letterhead is none.
_TELLING: Final = frozenset({"number", "date", "addressee"})
#: One of these will do behind the foot of a letter.
_BEGINNING: Final = _TELLING | {"invocation", "title", "state"}
#: Lines that nothing tells that may stand above a head: "draft", a motto.
_MOST_UNTOLD: Final = 2
_OPENED: Final = re.compile("[«“]")
_CLOSED: Final = re.compile("[»”]")


#: Where a letter begins: the place of its page among the pages, from 0, and the code point on it.
LetterStart = tuple[int, int]


@dataclass(frozen=True, slots=True)
class PartPages:
    """Where one letter stands.

    Args:
        pages: Its pages; of the first and the last only what is its own.
        shift: Code points by which its first page begins later than the page of the document.
    """

    pages: tuple[Page, ...]
    shift: int = 0


@dataclass(slots=True)
class _HeadSigns:
    """What the lines of a head show, and the values that tell one letter from another."""

    signs: set[str] = field(default_factory=set)
    values: dict[str, str] = field(default_factory=dict)
    offices: list[str] = field(default_factory=list)

    @property
    def worth(self) -> int:
        """How surely it is a head."""
        return sum(_WORTH[sign] for sign in self.signs)


@dataclass(slots=True)
class _Open:
    """The letter that is being read: its head, and what stood in it so far."""

    head: _HeadSigns
    sentences: int = 0
    has_foot: bool = False
    quotes: int = 0


def letter_starts(document: DocumentId, pages: Sequence[Page], lexicon: LetterLexicon = NO_LEXICON) -> tuple[LetterStart, ...]:
    """Return where the letters of a document begin, the first at its beginning; one where it holds one, or where nothing tells.

    Args:
        document: Whose pages they are.
        pages: Those that were read surely, in order.
        lexicon: Words of the case beside those of the tables.
    """
    return ((0, 0), *islice(_starts(document, pages, lexicon), MOST_STARTS - 1))


def pages_between(pages: Sequence[Page], begin: LetterStart, end: LetterStart | None) -> PartPages:
    """Return what stands from where a letter begins to where the next one does; to the end where that is None."""
    first, shift = begin
    last, stop = end or (len(pages) - 1, None)
    chosen = list(pages[first : last + 1])
    if stop is not None:
        chosen[-1] = _only(chosen[-1], 0, stop)
    if shift:
        chosen[0] = _only(chosen[0], shift, len(chosen[0].text))
    return PartPages(tuple(page for page in chosen if page.text), shift)


def _starts(document: DocumentId, pages: Sequence[Page], lexicon: LetterLexicon) -> Iterator[LetterStart]:
    """Yield where a letter begins behind the first: the place of its page, and the code point on it."""
    here: _Open | None = None
    for at, page in enumerate(pages):
        sheet = SheetText(document, [page], most=len(page.text))  # a page of text may hold hundreds of letters
        lines = list(letter_lines(list(sheet.lines()), lexicon))
        until = -1
        for nth, line in enumerate(lines):
            if here is None:
                here = _Open(_head(sheet, lines, nth))
            elif nth > until and _may_begin(lines, nth) and (nth <= _MOST_UNTOLD or page.origin is not Origin.OCR):
                is_first = nth <= _MOST_UNTOLD and not any(map(_is_told, lines[:nth]))
                nth_begin = nth if is_first else _top(page, sheet, lines, nth, here)
                head = _head(sheet, lines, nth_begin)
                if _is_another(head, here, is_first=is_first) and (is_first or _has_body(lines, nth_begin)):
                    start = _place(sheet, lines[nth_begin])
                    yield at, 0 if is_first else page.text.rfind("\n", 0, start) + 1
                    here = _Open(head)
                    until = nth_begin
            if nth >= until:
                _take(here, line)


def _place(sheet: SheetText, line: LetterLine) -> int:
    said = sheet.said(line.line.start, line.line.end, "head", 1.0)
    return said.span.start if said else 0


def _top(page: Page, sheet: SheetText, lines: Sequence[LetterLine], nth: int, here: _Open) -> int:
    """Return the first line of a head of which a line is told: an office at the foot of the letter before stands above it, too.

    Behind an empty line, or with the body that stands at the top of the letter before, a head begins.
    """
    run = nth
    while run + 1 < len(lines) and lines[run].kind is LineKind.BARE and _is_of_head(lines[run + 1]) and run - nth < _HEAD_LINES:
        run += 1
        between = page.text[_place(sheet, lines[run - 1]) : _place(sheet, lines[run])]
        if re.search(r"\n[ \t]*\n", between) or (here.head.offices and lines[run].line.folded == here.head.offices[0]):
            return run
    return nth


def _may_begin(lines: Sequence[LetterLine], nth: int) -> bool:
    """Return whether a line may be the first of a head: one that heads have, behind none that announces words of another."""
    if not _is_of_head(lines[nth]):
        return False
    before = lines[nth - 1] if nth else None
    return before is None or not before.line.folded.endswith(":") or before.kind in {LineKind.COPIES, LineKind.STAMP}


def _is_of_head(line: LetterLine) -> bool:
    if line.kind in {LineKind.INVOCATION, LineKind.STATE, LineKind.CLASSIFICATION, LineKind.ADDRESSEE, LineKind.TITLE, LineKind.LABELLED}:
        return not (line.kind is LineKind.ADDRESSEE and _is_sentence(line))
    return line.kind is LineKind.BARE and not _is_sentence(line) and is_office(line.line.folded)


def _is_sentence(line: LetterLine) -> bool:
    if line.kind not in {LineKind.BARE, LineKind.BULLET, LineKind.ADDRESSEE}:
        return False
    return len(line.line.folded.split()) >= _SENTENCE or line.line.folded.endswith((".", "؛"))


def _is_told(line: LetterLine) -> bool:
    return line.kind is not LineKind.BARE or _is_sentence(line)


def _head(sheet: SheetText, lines: Sequence[LetterLine], nth: int) -> _HeadSigns:
    """Return what the head shows that begins with one of the lines, up to its first sentence or foot."""
    found = _HeadSigns()
    bare = 0
    for line in lines[nth : nth + _HEAD_LINES]:
        if _is_sentence(line) or line.kind in _BELOW_HEAD:
            break
        if line.kind is LineKind.BARE and not is_office(line.line.folded):
            bare += 1
            if bare > _MOST_UNTOLD:
                break
            continue
        _see(found, sheet, line)
    return found


#: Lines that stand below the head.
_BELOW_HEAD: Final = frozenset({LineKind.CLOSING, LineKind.COPIES, LineKind.STAMP, LineKind.HAND, LineKind.BULLET, LineKind.ENCLOSURES})
_FOOT: Final = frozenset({LineKind.CLOSING, LineKind.STAMP, LineKind.COPIES, LineKind.HAND, LineKind.ENCLOSURES})
_SIGNS: Final = {
    LineKind.INVOCATION: "invocation",
    LineKind.STATE: "state",
    LineKind.ADDRESSEE: "addressee",
    LineKind.TITLE: "title",
    LineKind.GREETING: "greeting",
    LineKind.BARE: "office",
}


def _see(found: _HeadSigns, sheet: SheetText, line: LetterLine) -> None:
    if sign := _SIGNS.get(line.kind, ""):
        found.signs.add(sign)
    if line.kind is LineKind.BARE:
        found.offices.append(line.line.folded)
    for label in line.labels:
        value = fold(sheet.words(label.start, label.end)).strip(" .:/()")
        sign = "number" if label.field == "other-number" else label.field
        if sign in {"number", "date"}:
            # A blank line for a number is one of a head all the same.
            found.signs.add(sign if any(map(str.isdigit, value)) else "subject")
        elif sign in {"subject", "addressee"}:
            found.signs.add(sign)
        found.values.setdefault(sign, value)


def _is_another(head: _HeadSigns, here: _Open, *, is_first: bool) -> bool:
    """Return whether a head is of another letter than the one that is open: a page that repeats the head of its letter begins none."""
    if here.quotes > 0 or not (here.sentences or here.has_foot) or _repeats(head, here.head):
        return False
    if is_first and here.has_foot:
        return head.worth >= _BEHIND_FOOT and bool(head.signs & _BEGINNING)
    needed = _ON_NEW_PAGE if is_first or (here.has_foot and head.signs & {"office", "invocation"}) else _WITHIN
    if not head.signs & _TELLING or head.worth < needed:
        return here.has_foot and head.worth >= _ON_NEW_PAGE and "invocation" in head.signs
    return is_first or here.has_foot or bool(head.signs & {"invocation", "state", "number"})


def _repeats(head: _HeadSigns, before: _HeadSigns) -> bool:
    """Return whether a head is that of the letter before: of one number, or without one, of one day and those to whom it goes."""
    one, other = head.values, before.values
    if one.get("number") and any(map(str.isdigit, one["number"])):
        return one["number"] == other.get("number")
    return bool(one.get("date")) and (one.get("date"), one.get("addressee")) == (other.get("date"), other.get("addressee"))


def _has_body(lines: Sequence[LetterLine], nth: int) -> bool:
    """Return whether sentences follow a head on its page."""
    return any(_is_sentence(lines[at]) for at in range(nth + 1, len(lines)))


def _take(here: _Open, line: LetterLine) -> None:
    here.sentences += _is_sentence(line)
    is_signed = here.sentences > 0 and line.kind is LineKind.BARE and is_post(line.line.folded)
    here.has_foot = (
        here.has_foot or is_signed or line.kind in {LineKind.CLOSING, LineKind.STAMP, LineKind.COPIES, LineKind.HAND, LineKind.ENCLOSURES}
    )
    opened, closed = len(_OPENED.findall(line.line.folded)), len(_CLOSED.findall(line.line.folded))
    here.quotes = max(0, here.quotes + opened - closed)


def _only(page: Page, start: int, end: int) -> Page:
    """Return a page with some of its text alone; what is said of the rest is left out."""
    if start == 0 and end >= len(page.text):
        return page
    return replace(page, text=page.text[start:end], marks=(), boxes=())
