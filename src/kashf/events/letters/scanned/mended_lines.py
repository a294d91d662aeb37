"""The lines of a sheet that a machine read from a picture, put as they stand on paper where nothing else can be meant."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache, partial
from typing import Final

from kashf.events.letters.phrases import any_of
from kashf.events.letters.scanned.mended_days import day_patterns
from kashf.events.letters.scanned.traced_text import TracedText
from kashf.language.tables.letters.head_phrases import LABELS, NUMBERED
from kashf.language.tables.numbering.scan_signs import DATE_NOUNS, JOINS
from kashf.language.words.folding import fold_code_point

#: Words that the value of a number or a date has at most.
_MOST_WORDS: Final = 8
#: A number that ends with its year.
_WITH_YEAR: Final = re.compile(r"(?:\d{1,5}/){1,4}(?:1[34]|19|20)\d\d")
#: What parts two fields on a line.
_GAP: Final = "    "


def mended_lines(text: str) -> TracedText:
    r"""Return the text of a page that a machine read: labels before what they announce, fields apart, days mended, line by line.

    >>> mended_lines("28/7/2015 Date:\nNo: 7Date: 512/27/1436").text
    'Date: 28/7/2015\nNo: 7    Date: 12/27/1436 هـ'
    """
    whole = TracedText("", ())
    at = 0
    for line in text.splitlines(keepends=True):
        bare = line.rstrip("\r\n")
        whole += _mended(TracedText.of(bare, at)) + TracedText.of(line[len(bare) :], at + len(bare))
        at += len(line)
    return whole


def _mended(line: TracedText) -> TracedText:
    if not any(sign.isdigit() for sign in line.text):
        return line
    return _days(_numbers(_apart(_label_first(line))))


def _seen(line: TracedText) -> str:
    """Return a line folded as far as that leaves sign for sign."""
    return "".join(_one(sign) for sign in line.text)


@lru_cache(maxsize=1 << 12)
def _one(sign: str) -> str:
    if sign.isdecimal():
        return str(unicodedata.decimal(sign))
    folded = " " if sign.isspace() and sign != "\n" else fold_code_point(sign)
    return folded if len(folded) == 1 else sign


def _label_first(line: TracedText) -> TracedText:
    """Put a label that was read behind its value before it: lines from the right are read so where their digits come first."""
    seen = _seen(line)
    found = _label_last().fullmatch(seen.rstrip())
    if not found or _label_at_start().match(seen) or len(found["value"].split()) > _MOST_WORDS:
        return line
    rest = line.part(len(seen.rstrip()))
    if two := _two_labels_last().fullmatch(seen.rstrip()):
        first, second = (_turned(line, two, nth) for nth in "12")
        return second + TracedText(_GAP, (first.places[0],) * len(_GAP)) + first + rest
    return _turned(line, found, "") + rest


def _turned(line: TracedText, found: re.Match[str], nth: str) -> TracedText:
    label = line.part(found.start(f"label{nth}"), found.end(f"label{nth}"))
    sign = TracedText(": ", (label.places[-1],) * 2)
    return label + sign + line.part(found.start(f"value{nth}"), found.end(f"value{nth}"))


def _apart(line: TracedText) -> TracedText:
    """Put a gap between a number or date and the label that was read right behind it."""
    seen = _seen(line)
    if not _label_at_start().match(seen):
        return line
    for found in reversed(list(_label_inside().finditer(seen))):
        at = found.start("label")
        if any(sign.isdigit() for sign in seen[:at]) or seen[:at].rstrip(" .").endswith((":", "/")):
            gap = TracedText(_GAP, (line.places[at],) * len(_GAP))
            line = line.part(0, at) + gap + line.part(at)
    return line


def _numbers(line: TracedText) -> TracedText:
    """Join the digits of a number that were read in pieces: they stand on the line from the left, and pieces come from the right."""
    seen = _seen(line)
    found = _pieces().search(seen)
    if not found:
        return line
    pieces = list(reversed(line.text[found.start("pieces") : found.end("pieces")].split()))
    for joined in ("/".join(pieces), "".join(pieces)):
        if _WITH_YEAR.fullmatch("".join(map(_one, joined))):
            return line.put(found.start("pieces"), found.end("pieces"), joined)
    return line


def _days(line: TracedText) -> TracedText:
    for pattern, mended in day_patterns():
        seen = _seen(line)
        spared = [found.span() for found in _numbered().finditer(seen)]
        line = line.rewritten(partial(_mended_day, mended=mended, spared=spared), pattern, seen)
    return line


def _mended_day(found: re.Match[str], *, mended: Callable[[re.Match[str]], str], spared: Sequence[tuple[int, int]]) -> str:
    return found[0] if any(start <= found.start() < end for start, end in spared) else mended(found)


def _labels() -> Iterator[str]:
    yield from (any_of(LABELS[field]) for field in ("number", "date"))


@lru_cache(maxsize=1)
def _label_at_start() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{'|'.join(_labels())})(?!\w)")


@lru_cache(maxsize=1)
def _label_last() -> re.Pattern[str]:
    return re.compile(rf"(?P<value>[^\n]*\d[^\n]*?)\s*(?<!\w)(?P<label>{'|'.join(_labels())})\s?[:/]?")


@lru_cache(maxsize=1)
def _two_labels_last() -> re.Pattern[str]:
    """Return a line that was read from its left end: twice a value and the label that announces it."""
    label = "|".join(_labels())
    return re.compile(rf"(?P<value1>\S[^\n:]*?)\s+(?P<label1>{label})\s?[:/]\s*(?P<value2>\S[^\n:]*?)\s+(?P<label2>{label})\s?[:/]?")


@lru_cache(maxsize=1)
def _label_inside() -> re.Pattern[str]:
    joins = rf"(?!{any_of(JOINS)}(?!\w))"
    return re.compile(rf"(?:(?<=\d)|(?<=\s)){joins}(?P<label>(?:{'|'.join(_labels())})\s*[:/]|{any_of(DATE_NOUNS)}\s*(?=\(?\d))")


@lru_cache(maxsize=1)
def _pieces() -> re.Pattern[str]:
    piece = r"\d[\d/\-]{0,11}"
    return re.compile(rf"^\s*{any_of(LABELS['number'])}\s*[:/]?\s*(?P<pieces>{piece}(?: {piece}){{1,3}})\s*(?=$|\n|   )")


@lru_cache(maxsize=1)
def _numbered() -> re.Pattern[str]:
    """Return the number of a paper, which is no day though it may look like one."""
    return re.compile(rf"(?<!\w)(?:{any_of(LABELS['number'])}|{any_of(NUMBERED)})\s*[:/]?\s*\(?[^\W_]{{0,6}}[\d/.\-]{{1,20}}\)?")
