"""What a line says that is nothing but words of a registry, numbers and days."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import takewhile
from typing import Final

from kashf.language.forms.day_words import likeliest_days
from kashf.language.tables.numbering import archive_phrases as table
from kashf.language.tables.spelling.calendar_words import ARABIC_MONTHS, HIJRI_MONTHS, LATIN_MONTHS, LEVANTINE_MONTHS
from kashf.language.words.folding import Folded
from kashf.language.words.tokens import Word, folded_words, words


class Stamp(StrEnum):
    """What a registry, or who keeps a sheet, writes on it."""

    INCOMING = "incoming"
    RECEIVED = "received"
    REGISTERED = "registered"
    OUTGOING = "outgoing"
    DISPATCHED = "dispatched"
    FILE_COPY = "file-copy"
    COPIES_TO = "copies-to"
    DRAFT = "draft"
    MAYBE_DRAFT = "maybe-draft"
    OWN_NUMBER = "own-number"
    OWN_DAY = "own-day"


@dataclass(frozen=True, slots=True)
class Stamped:
    """What a stamp says.

    Args:
        stamp: Which.
        start: First code point of the line or cell.
        end: One past the last.
        has_number: Whether a number stands there that is no day.
        says_number: Whether it is called a number, or written as those of registers are.
        day: The first day that stands there, as "yyyy-mm-dd" of any calendar; "" for none.
        is_open: Whether a colon stands behind the words, and nothing behind that.
        in_sentence: Whether it is worded as within a sentence: in small letters, or "which came in by number ..." in Arabic.
    """

    stamp: Stamp
    start: int
    end: int
    has_number: bool = False
    says_number: bool = False
    day: str = ""
    is_open: bool = False
    in_sentence: bool = False


_TABLES: Final[Mapping[Stamp, str]] = {
    Stamp.OWN_NUMBER: table.OWN_NUMBER,
    Stamp.OWN_DAY: table.OWN_DAY,
    Stamp.COPIES_TO: table.COPIES_TO,
    Stamp.MAYBE_DRAFT: table.MAYBE_DRAFT,
    Stamp.DRAFT: table.DRAFT,
    Stamp.OUTGOING: table.OUTGOING,
    Stamp.REGISTERED: table.REGISTERED,
    Stamp.RECEIVED: table.RECEIVED,
    Stamp.INCOMING: table.INCOMING,
    Stamp.DISPATCHED: table.DISPATCHED,
    Stamp.FILE_COPY: table.FILE_COPY,
}
_MONTHS: Final = (*((name,) for name in (*ARABIC_MONTHS, *LEVANTINE_MONTHS)), *LATIN_MONTHS, *HIJRI_MONTHS)
_NUMBER_WORDS: Final = frozenset(folded_words(table.CALLED_NUMBERS))
#: Signs of a number that a colon or nothing stands between: what is left blank.
_BLANKS: Final = frozenset(" \t\u00a0.…_-–/\\:：()[]ـ·")
#: What joins the words of a stamp to a number or day in a sentence.
_JOINING: Final = frozenset(folded_words(table.JOINING))
#: Letters set apart for the eye are one word.
_SPACED: Final = 4
#: Words of what is no sentence.
_MOST_WORDS: Final = 16


def stamps(text: str) -> tuple[Stamped, ...]:
    """Return what a line, or a cell of one, stamps; nothing where it says anything else besides.

    >>> [(found.stamp.value, found.day) for found in stamps("الوارد: ٤٥٦ في ٥/٣/٢٠١٤")], stamps("الوارد في كتابكم")
    ([('incoming', '2014-03-05')], ())
    >>> [found.stamp.value for found in stamps("D R A F T")]
    ['draft']
    """
    found = _joined(words(text))
    if not 0 < len(found) <= _MOST_WORDS and not _is_copies(found, text):
        return ()
    said: list[Stamped] = []
    while found:
        label, length = _label(found)
        if label is None:
            return ()
        rest = found[length:]
        if label is Stamp.COPIES_TO and text[found[length - 1].end :].lstrip()[:1] in {":", "：", ""}:
            return (*said, Stamped(label, found[0].start, found[length - 1].end))
        beside = len(list(takewhile(_is_beside, rest)))
        said.append(_stamped(label, text, found[: length + beside], length))
        found = rest[beside:]
    return tuple(said)


def day_of(text: str) -> str:
    """Return the first day of a line that is nothing but numbers and days, or ""."""
    found = words(text)
    is_day = 0 < len(found) <= _MOST_WORDS and all(map(_is_beside, found))
    return next((str(day.folded) for day in likeliest_days(text)), "") if is_day else ""


def may_begin(word: str) -> bool:
    """Return whether a folded word begins the words of a stamp; single letters may be the letters of one that are set apart."""
    return len(word) == 1 or word in _phrases()


def _stamped(label: Stamp, text: str, said: Sequence[Word], length: int) -> Stamped:
    start, end = said[0].start, said[-1].end
    behind = text[said[length - 1].end : end]
    days = sorted(likeliest_days(behind))
    dated = [place for day in days for place in range(day.start, day.end)]
    offset = said[length - 1].end
    numbers = [word for word in said[length:] if _has_digit(word.folded) and word.start - offset not in dated]
    called = any(word.folded in _NUMBER_WORDS for word in said)
    strokes = any(text[word.end : word.end + 1] in {"/", "\\"} for word in numbers)
    return Stamped(
        label,
        start,
        end,
        has_number=bool(numbers),
        says_number=bool(numbers) and (called or strokes),
        day=str(days[0].folded) if days else "",
        is_open=len(said) == length and _is_open(text, end),
        in_sentence=_in_sentence(text, said, length),
    )


def _in_sentence(text: str, said: Sequence[Word], length: int) -> bool:
    if ":" in text[: said[-1].end]:
        return False
    following = said[length].folded if len(said) > length else ""
    return text[said[0].start].islower() or following in _JOINING


def _is_open(text: str, end: int) -> bool:
    behind = text[end:]
    return ":" in behind.replace("：", ":") and set(behind) <= _BLANKS


def _is_copies(found: Sequence[Word], text: str) -> bool:
    """Return whether a line begins with the head of a list of copies, whatever names follow."""
    label, length = _label(found) if found else (None, 0)
    return label is Stamp.COPIES_TO and text[found[length - 1].end :].lstrip()[:1] in {":", "："}


def _label(found: Sequence[Word]) -> tuple[Stamp | None, int]:
    """Return what the longest phrase that some words begin with is, and its words."""
    for phrase, stamp in _phrases().get(found[0].folded, ()):
        if tuple(word.folded for word in found[: len(phrase)]) == phrase:
            return stamp, len(phrase)
    return None, 0


def _is_beside(word: Word) -> bool:
    return len(word.folded) == 1 or word.folded in _beside() or _has_digit(word.folded)


def _has_digit(word: str) -> bool:
    return any(map(str.isdigit, word))


def _joined(found: list[Word]) -> list[Word]:
    if len(found) < _SPACED or any(len(word.folded) > 1 or word.folded.isdigit() for word in found):
        return found
    return [Word(found[0].start, found[-1].end, Folded("".join(word.folded for word in found)))]


@lru_cache(maxsize=1)
def _phrases() -> Mapping[Folded, Sequence[tuple[tuple[Folded, ...], Stamp]]]:
    """Return the phrases by their first word, longest first."""
    known: dict[tuple[Folded, ...], Stamp] = {phrase: stamp for stamp, text in _TABLES.items() for phrase in _split(text)}
    by_word: dict[Folded, list[tuple[tuple[Folded, ...], Stamp]]] = {}
    for phrase in sorted(known, key=len, reverse=True):
        by_word.setdefault(phrase[0], []).append((phrase, known[phrase]))
    return by_word


def _split(text: str) -> Iterator[tuple[Folded, ...]]:
    return (tuple(said) for each in text.split("|") if (said := folded_words(each)))


@lru_cache(maxsize=1)
def _beside() -> frozenset[Folded]:
    months = (word for names in _MONTHS for name in names for word in folded_words(name))
    return frozenset((*folded_words(table.BESIDE), *months))
