"""Finds what surrounds the article in a text that was saved from a web page: advertisements, tickers, notices, menus.

Ordinary letters, registers and tables of numbers must come through untouched, so a line is marked only for what it says as a whole, and
weak signs count only where strong ones show that the text comes from a web page at all.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kashf.domain.document import Mark, MarkKind

#: Said by web pages only, as a whole line.
_ADVERTISEMENTS = (
    r"(?:(?:article|story|text)\s+continues?\s+(?:below|after)(?:\s+(?:this\s+)?advert\w*)?)",
    r"advertise?ments?|publicité|anzeige|publicidad|advertentie",
    r"sponsored(?:\s+(?:content|links?|by\b.{0,30}))?|promoted\s+(?:content|stories)",
)
_ADVERTISEMENT = re.compile("|".join(_ADVERTISEMENTS), re.IGNORECASE)
#: Said by web pages, but also by people; they count when there are two different ones, or something stronger.
_AROUNDS = (
    r"skip to (?:main )?(?:content|navigation)|back to top",
    r"(?:accept|reject|manage)(?: all)? (?:cookies|preferences|choices)|cookie (?:policy|settings|preferences)",
    r"(?:we|this (?:web)?site|our (?:web)?site) uses? cookies.{0,200}",
    r"privacy (?:policy|notice)|terms (?:of (?:use|service)|(?:and|&) conditions)",
    r"(?:sign|log) ?in(?: / (?:register|sign up))?|sign up(?: (?:for|to) .{0,60})?",
    r"subscribe(?: (?:now|to) ?.{0,60})?|(?:create|register) (?:an? )?account",
    r"share(?: (?:this|on|via|by)(?: .{0,40})?)?|tweet|pin it|whatsapp|copy link|follow us(?: on .{0,40})?",
    r"read more(?:\s*[:>»].{0,100})?|(?:most|latest) (?:read|popular|viewed|news)",
    r"related (?:articles|topics|stories|news|content)|more from .{0,60}|recommended for you",
    r"(?:view|add|post|leave a) comments?|\d+ comments?",
    r"(?:©|\(c\)|copyright).{0,80}(?:\d{4}|reserved).{0,80}|all rights reserved\.?",
    r"(?:\w+ ){0,2}markets? (?:are )?(?:open|closed)",
    r"إعلان(?:ات)?|اقرأ أيض(?:اً|ًا|ا).{0,100}|اقرأ المزيد|الأكثر قراءة|(?:أخبار|مواضيع) ذات صلة",
    r"شارك(?:ها| على .{0,30})?|تابعنا(?: على .{0,30})?|تسجيل الدخول",
    r"(?:© ?)?جميع الحقوق محفوظة.{0,80}|سياسة الخصوصية|شروط الاستخدام",
)
_AROUND = re.compile("|".join(_AROUNDS), re.IGNORECASE)
#: A change of a price: +117.90 (+0.31%), on a line of its own or in a row with others.
_CHANGE = re.compile(r"[+\-−–]?\d[\d.,]*\s*\(\s*[+\-−–]?\d[\d.,]*\s*%\s*\)")
_SIGNED = re.compile(r"[+\-−–]\d")
_NUMBER = re.compile(r"[+\-−–$€£]?\s*\d[\d.,]*")
_BULLET = re.compile(r"^[•▪◦*·|►-]\s*")
#: A text without any of these, in small letters, needs no further look; most have none.
_SIGNS = (
    *("advert", "publici", "anzeige", "sponsored", "promoted", "continues", "cookie", "privacy", "sign in", "subscribe", "share", "%)"),
    *("read more", "rights reserved", "skip to", "follow us", "related", "اقرأ", "تابعنا", "ذات صلة", "الحقوق محفوظة", "الخصوصية"),
)
#: Characters of a line that is part of a ticker or menu.
_SHORT = 48
#: Changes of prices that make a ticker, and lines that may lie between two of them: name, price, and empty ones.
_FEWEST_CHANGES, _MOST_BETWEEN = 3, 6
_FEWEST_REPEATS = 3


@dataclass(slots=True)
class _Line:
    start: int
    end: int
    words: str


def boilerplate(text: str) -> tuple[Mark, ...]:
    r"""Return marks on the lines of `text` that surround an article; empty for texts that do not come from a web page.

    >>> text = "Road closed\nADVERTISEMENT\nThe road is closed."
    >>> [text[mark.start : mark.end] for mark in boilerplate(text)]
    ['ADVERTISEMENT\n']
    """
    small = text.lower()
    if not any(sign in small for sign in _SIGNS):
        return ()
    lines = list(_lines(text))
    strong = {number for number, line in enumerate(lines) if _ADVERTISEMENT.fullmatch(line.words)} | _tickers(lines)
    weak = {number for number, line in enumerate(lines) if number not in strong and _AROUND.fullmatch(line.words)}
    if not strong and len({lines[number].words.lower() for number in weak}) < 2:
        return ()
    marked = strong | weak | (_repeated(lines) if strong and weak else set())
    return tuple(_merged(text, [lines[number] for number in sorted(marked)]))


def _lines(text: str) -> Iterator[_Line]:
    """Yield the lines that are not empty, with their line ends; `words` is what they say, without bullet and white space."""
    start = 0
    for whole in text.splitlines(keepends=True):
        if words := _BULLET.sub("", whole.strip()).strip():
            yield _Line(start, start + len(whole), words)
        start += len(whole)


def _tickers(lines: Sequence[_Line]) -> set[int]:
    """Return the numbers of the lines of tickers: names, prices and changes, over and over."""
    changes = [number for number, line in enumerate(lines) if _CHANGE.fullmatch(line.words)]
    marked = {number for number, line in enumerate(lines) if len(_CHANGE.findall(line.words)) >= _FEWEST_CHANGES}
    group: list[int] = []
    for number in changes:
        if group and (number - group[-1] > _MOST_BETWEEN or not all(len(line.words) <= _SHORT for line in lines[group[-1] : number])):
            marked |= _ticker(lines, group)
            group = []
        group.append(number)
    return marked | _ticker(lines, group)


def _ticker(lines: Sequence[_Line], changes: Sequence[int]) -> set[int]:
    """Return the lines of one ticker, the name and price before its first change included."""
    signed = sum(1 for number in changes if _SIGNED.search(lines[number].words))
    if len(changes) < _FEWEST_CHANGES or 2 * signed < len(changes):
        return set()  # counts with their share of the whole, as in a census, have no sign
    first = changes[0]
    if first and _NUMBER.fullmatch(lines[first - 1].words):
        first -= 1
        first -= first > 0 and len(lines[first - 1].words) <= _SHORT
    return set(range(first, changes[-1] + 1))


def _repeated(lines: Sequence[_Line]) -> set[int]:
    """Return short lines of words that come again and again, such as the name of the site; never lines with a number."""
    counts = Counter(line.words for line in lines)
    return {
        number
        for number, line in enumerate(lines)
        if counts[line.words] >= _FEWEST_REPEATS and len(line.words) <= _SHORT and line.words.replace(" ", "").isalpha()
    }


def _merged(text: str, lines: Sequence[_Line]) -> Iterator[Mark]:
    """Yield marks that cover the lines and the empty lines after them."""
    start, end = -1, -1
    for line in lines:
        if line.start != end:
            if start >= 0:
                yield Mark(start, end, MarkKind.BOILERPLATE)
            start = line.start
        end = line.end
        while end < len(text) and text[end].isspace():
            newline = text.find("\n", end)
            if newline < 0 or text[end:newline].strip():
                break
            end = newline + 1
    if start >= 0:
        yield Mark(start, end, MarkKind.BOILERPLATE)
