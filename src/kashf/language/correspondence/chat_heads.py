"""What stands at the beginning of each message of a conversation: who wrote it and when, as kashf writes it or as WhatsApp and others do.

Where messages begin is said by the marks of a page, so that nothing within a message is taken for the beginning of another.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from typing import Final

from kashf.domain.date import UNDATED, FuzzyDate, Precision, Unresolved
from kashf.domain.document import MarkKind, Page
from kashf.language.tables import chat_phrases

#: Values of the metadata `day-order`.
DAY_FIRST, MONTH_FIRST, YEAR_FIRST, IN_DOUBT = "day first", "month first", "year first", "in doubt"

#: Marks of direction, which stand anywhere in what telephones write.
_MARKS: Final = "[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]*+"
_GAP: Final = rf"[ \u00a0\u202f]?{_MARKS}"
_NUMERIC: Final = rf"\d{{1,4}}{_MARKS}[./-]{_GAP}\d{{1,2}}{_MARKS}[./-]{_GAP}\d{{1,4}}\.?(?:{_GAP}(?:{chat_phrases.ERAS})\b\.?)?"
_WORD: Final = r"[^\W\d_]{1,12}\.?"
_TIME: Final = rf"(?:{_WORD}{_GAP}(?:{_WORD}{_GAP})?)?\d{{1,2}}[:.]\d{{2}}(?:[:.]\d{{2}})?(?:{_GAP}{_WORD}(?:{_GAP}{_WORD})?)?"
#: A day with its month in words, as the first years of WhatsApp have it, in the current year without the year.
_WORDED: Final = rf"(?:[^\W\d_]{{3,12}}\.?{_GAP}\d{{1,2}}|\d{{1,2}}\.?{_GAP}[^\W\d_]{{3,12}}\.?)(?:,?{_GAP}\d{{4}})?"
#: What WhatsApp writes before each message: [date, time] on an iPhone, date, time - on Android, in its early years date time:, in the order
#: and signs of the telephone.
_WRITTEN: Final = (
    rf"{_MARKS}(?:\[(?P<apple>{_MARKS}(?P<day>{_NUMERIC}){_MARKS}(?P<comma>[,،]?){_MARKS}{_GAP}{_TIME}{_MARKS})\]{_GAP}"
    rf"|(?P<android>(?P<day_>{_NUMERIC}){_MARKS}(?P<comma_>[,،]?){_MARKS}{_GAP}{_TIME}"
    rf"|(?P<worded>{_WORDED}){_MARKS}(?P<comma__>[,،]?){_GAP}{_TIME}"
    rf"|{_TIME}(?P<comma___>[,،]){_GAP}(?P<worded_>{_WORDED}))(?:{_GAP}[-–]{_GAP}|: ))"
)
_SENDER: Final = rf"(?P<sender>[^:\n“”\"]{{1,80}}?){_GAP}:(?=\s|$)"
_HEAD: Final = re.compile(rf"(?m)^{_WRITTEN}(?:{_SENDER})?")
_OURS: Final = re.compile(r"From: (?P<sender>[^\n]+)\nDate: (?P<written>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d[^\n]*)")
_FIELD: Final = re.compile(r"([^\n:]{1,60}): ([^\n]*)(?:\n|\Z)")
_NUMBERS: Final = re.compile(r"\d+")
_WORDS: Final = re.compile(r"[^\W\d_]+\.?")
_MARK: Final = re.compile(_MARKS.removesuffix("*+"))
#: What only messengers write, and what they call the file.
_TELLING: Final = re.compile(rf"\u200e|<(?:{chat_phrases.OF_FILES})\b|end-to-end|\(file attached\)", re.IGNORECASE)
_TELLING_NAME: Final = re.compile(chat_phrases.NAMES, re.IGNORECASE)
_LOG_WORDS: Final = frozenset(chat_phrases.OF_LOGS.split())
#: Messages at the beginning by which a text is judged.
_LOOKED_AT: Final = 50
_ATTACHED: Final = re.compile(
    r"<[^<>:\n]{1,30}: (?P<named>[^<>\n]{3,200}\.\w{2,5})>|(?P<file>[^\n/\\]{1,200}\.\w{2,5})[ \u00a0]\([^()\n]{3,40}\)[ \r]*$",
    re.MULTILINE,
)
_ZONE: Final = re.compile(r"\d (?:UTC|[+-]\d\d:\d\d)$")
_OF_A_YEAR: Final = 4
_FIRST_OF_CENTURY: Final = 2000
#: A year before or behind these is of another calendar.
_FIRST_YEAR, _LAST_YEAR = 1990, 2100
_MONTHS: Final = {name.lower(): number for names in (calendar.month_abbr, calendar.month_name) for number, name in enumerate(names) if name}


@dataclass(frozen=True, slots=True)
class ChatHead:
    """One message on a page.

    Args:
        start: First code point of it.
        end: One past its last.
        sender: Where its sender is written; an empty place for nobody.
        written: When it was sent, as it is written there; "" for nothing.
        date: On which day that was, by the clock of whoever exported it.
        body: Where what it says begins.
        files: Names of the files that hang on it.
    """

    start: int
    end: int
    sender: tuple[int, int]
    written: str
    date: FuzzyDate
    body: int
    files: tuple[str, ...] = ()

    @property
    def has_zone(self) -> bool:
        """Whether it is said in which zone the time is."""
        return _ZONE.search(self.written) is not None


def chat_heads(page: Page, *, day_order: str = "") -> Iterator[ChatHead]:
    """Yield the messages that are marked on a page, in order.

    Args:
        page: As it is stored.
        day_order: Of the document's metadata: how its dates that are written in numbers are to be read.
    """
    for mark in page.marks:
        if mark.kind is MarkKind.MESSAGE:
            yield _head(page.text, mark.start, mark.end, day_order)


def written_heads(text: str) -> Iterator[re.Match[str]]:
    r"""Yield the lines of a text that begin as its first line does, with a date and a time in the same signs.

    >>> told = "12/11/2014, 09:05 - أبو عمر: وصل\n12/11/2014, 9:06 - Salim: [12/11/14, 9:06:01] no\n[12.11.14, 09:06:01] Salim: copied"
    >>> [found["sender"] for found in written_heads(told)]
    ['أبو عمر', 'Salim']
    """
    first = _HEAD.match(text, len(text) - len(text.lstrip()))
    if first is not None:
        shape = _shape(first)
        yield from (found for found in _HEAD.finditer(text) if _shape(found) == shape)


def is_conversation(text: str, *, name: str = "") -> bool:
    """Return whether a text is a conversation as WhatsApp and others write it, from its first line on.

    Args:
        text: Its beginning.
        name: Of its file, which may say so.
    """
    heads = list(islice(written_heads(text), _LOOKED_AT))
    named = [head["sender"].strip().lower() for head in heads if head["sender"]]
    if not named or not _LOG_WORDS.isdisjoint(named):
        return False
    if _TELLING_NAME.search(name) or _TELLING.search(text):
        return True
    has_comma = any(heads[0][name] for name in ("comma", "comma_", "comma__", "comma___"))
    return len(named) > 1 and (has_comma or (not heads[0]["apple"] and 1 < len(set(named)) <= len(named) / 2))


def senders(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the senders of messages are named in a text that is a conversation."""
    yield from (head.span("sender") for head in _OURS.finditer(text))
    if is_conversation(text):
        yield from (head.span("sender") for head in written_heads(text) if head["sender"])


def day_written(head: re.Match[str]) -> str:
    """Return the day of a line that begins a message, as it is written."""
    return next(head[name] for name in ("day", "day_", "worded", "worded_") if head[name])


def is_numeric(written: str) -> bool:
    """Return whether a day is written in three numbers."""
    return len(_NUMBERS.findall(written)) == len(("day", "month", "year"))


def day_of(numeric: str, *, day_order: str) -> FuzzyDate:
    """Return the day that three numbers name, in doubt by its two readings where nothing settles their order; a month in words is English.

    >>> day_of("5/11/14", day_order="day first").edtf(), day_of("5/11/2014", day_order="in doubt").edtf()
    ('2014-11-05', '[2014-05-11,2014-11-05]')
    """
    if not is_numeric(numeric):
        return _worded_day(numeric)
    readings = {order: day for order in (DAY_FIRST, MONTH_FIRST) if (day := _day(numeric, order))}
    if not readings:
        return FuzzyDate(None, None, numeric, precision=Precision.OPEN)
    if day_order in readings or len(set(readings.values())) == 1:
        return FuzzyDate.on(readings.get(day_order) or next(iter(readings.values())), numeric)
    first, last = min(readings.values()), max(readings.values())
    weights = (1, *(0,) * ((last - first).days - 1), 1)
    return FuzzyDate(first, last, numeric, weights=weights, unresolved=(Unresolved.DAY_MONTH_ORDER,))


def numbers_of(numeric: str) -> tuple[int, int, int, bool]:
    """Return the three numbers of a date, whatever its digits, the year last, and whether the year stands first."""
    first, second, third = _NUMBERS.findall(numeric)
    if len(first) == _OF_A_YEAR:
        return int(third), int(second), int(first), True
    return int(first), int(second), int(third) + (0 if len(third) == _OF_A_YEAR else _FIRST_OF_CENTURY), False


def _worded_day(written: str) -> FuzzyDate:
    """Return a day whose month is an English word; one without its year may be of any."""
    numbers, word = _NUMBERS.findall(written), next(iter(_WORDS.findall(written)), "")
    month = _MONTHS.get(word.lower().rstrip("."))
    if month and len(numbers) > 1:
        day, year = sorted(map(int, numbers))
        with suppress(ValueError):
            return FuzzyDate.on(dt.date(year, month, day), written)
    unresolved = (Unresolved.MISSING_YEAR,) if len(numbers) == 1 else ()
    return FuzzyDate(None, None, written, precision=Precision.OPEN, unresolved=unresolved)


def _day(numeric: str, order: str) -> dt.date | None:
    one, two, year, is_year_first = numbers_of(numeric)
    day, month = (two, one) if order == MONTH_FIRST and not is_year_first else (one, two)
    try:
        return dt.date(year, month, day) if _FIRST_YEAR <= year <= _LAST_YEAR else None
    except ValueError:
        return None


def _head(text: str, start: int, end: int, day_order: str) -> ChatHead:
    if found := _HEAD.match(text, start, end):
        written = found["apple"] or found["android"]
        sender = found.span("sender") if found["sender"] else (start, start)
        attached = tuple(each["named"] or each["file"].strip(" \u200e\u200f") for each in _ATTACHED.finditer(text, found.end(), end))
        return ChatHead(start, end, sender, written, day_of(day_written(found), day_order=day_order), found.end(), attached)
    fields: dict[str, re.Match[str]] = {}
    files, at = [], start
    while field := _FIELD.match(text, at, end):
        fields.setdefault(field[1], field)
        files += [field[2]] if field[1] == "File" and not field[2].startswith("(") else []
        at = field.end()
    written = fields["Date"][2] if "Date" in fields else ""
    day = FuzzyDate.read(written[:10]) if written else UNDATED
    sender = fields["From"].span(2) if "From" in fields else (start, start)
    return ChatHead(start, end, sender, written, day if day.is_known else UNDATED, min(at + 1, end), tuple(files))


def _shape(head: re.Match[str]) -> tuple[bool, str]:
    """Return in which signs a date and a time are written, whatever their numbers and words."""
    written = _MARK.sub("", head["apple"] or head["android"])
    return bool(head["apple"]), _WORDS.sub("w", _NUMBERS.sub(lambda found: "Y" if len(found[0]) == _OF_A_YEAR else "0", written))
