"""The grammar of numbers of papers: 3/6/104, Sh.3/Q.4/1603, 4/17/ammunition/249, 7-3-h; a date is none, but a number may look like one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Final

from kashf.domain.letters.said import PaperNumber
from kashf.events.letters.date_wordings import end_before_day
from kashf.events.letters.phrases import WORD_END, any_of
from kashf.events.letters.sheet_text import SheetText, western
from kashf.language.tables.letters.structure.shape_words import NO_INITIALS, NO_INITIALS_BEFORE_DAY
from kashf.language.words.folding import fold

#: Digits, letters, or both: "4BR". Initials of an office may stand apart: "م ع س / ٤".
_PART: Final = r"(?:(?:[^\W\d_]{1,2}\s){1,4}[^\W\d_]{1,2}(?=\s?[/\-])|\d{1,12}(?:[^\W\d_]{1,3}(?![^\W\d_]))?|[^\W\d_]{1,10}\d{0,4})"
#: Parts with slashes, which may have a space on either side, or dots, dashes and underscores, which have none.
NUMBER: Final = rf"\(?\s?{_PART}(?:(?:\s?[/\\]\s?|[.\-–_:]|\s[-–]\s(?=\d)){_PART}){{0,8}}\s?\)?"
_NUMBER: Final = re.compile(NUMBER)
#: Words that are no initials of an office though they are as short.
_NO_INITIALS: Final = rf"(?!{any_of(NO_INITIALS)}{WORD_END})(?!{any_of(NO_INITIALS_BEFORE_DAY)}\s+\d)"
_LOOSE_PART: Final = (
    rf"{_NO_INITIALS}(?:\d{{1,12}}[^\W\d_]{{0,3}}(?![^\W\d_])|[^\W\d_]{{1,10}}\d{{1,6}}|[^\W\d_]{{1,4}}\.?(?!\w)|[^\W\d_]{{1,12}}(?=[/\-]))"
)
#: The same, where all of a line or a column is a number: its parts may also be divided by spaces, and signs may stand between spaces.
LOOSE_NUMBER: Final = rf"{_LOOSE_PART}(?:(?:\s?[/\\.\-–_:]{{1,2}}\s?|\s){_LOOSE_PART}){{0,9}}"
#: Initials of an office before a number or behind it, which are no words of the sentence.
_INITIAL: Final = rf"{_NO_INITIALS}[^\W\d_]{{1,2}}"
_RUNNING_PART: Final = (
    rf"(?:(?:{_INITIAL}\s){{1,4}}{_INITIAL}(?!\w)(?=\s?[/\-\\])|{_NO_INITIALS}[^\W\d_]{{1,4}}\.?\s\d{{1,8}}(?!\w)|\d{{1,12}}(?:[^\W\d_]{{1,3}}(?![^\W\d_]))?"
    rf"|[^\W\d_]{{1,10}}\d{{0,4}}(?!\w))"
)
#: As it stands in a sentence: signs of any kind between its parts, initials before and behind.
RUNNING_NUMBER: Final = (
    rf"\(?\s?{_RUNNING_PART}(?:(?:\s?[/\\]\s?|[.\-–_:]|\s[-–:.]\s(?=\d|{_INITIAL}(?!\w))){_RUNNING_PART}){{0,8}}"
    rf"(?:(?<=[^\W\d_])(?:\s{_INITIAL}(?!\w)){{1,3}})?\s?\)?"
)
_LOOSE: Final = re.compile(rf"[\[(«\"=\\\-–]?\s?(?P<number>{LOOSE_NUMBER})\s?[\])»\"]?\s*")
_BLANK: Final = re.compile(r"[\s./\\_…\-–()\[«\"=]*")
#: What divides the parts of a number; a tatweel that does, and one that only draws a letter out.
_DIVIDERS: Final = re.compile(r"[\s/\\.\-–—_:،,|‖()\[\]«»\"]+")
_STRETCHED: Final = re.compile(r"(?<=\d)ـ+(?=\w)|(?<=\w)ـ+(?=\d)")
#: What may be a number of several parts, in a folded text.
_WRITTEN: Final = re.compile(r"(?<!\w)[^\W_]{1,12}(?:\s?[/\\.\-–_]\s?[^\W_]{1,12}){1,8}")
_INITIALS: Final = re.compile(r"[^\W\d_]{1,2}")
_SPACED: Final = re.compile(r"\s*([/.\-])\s*")
_DATE: Final = re.compile(r"(?:[0-3]?\d/[01]?\d/(?:1[3-4]\d\d|[12]\d{3})|(?:1[34]\d\d|20\d\d)/[01]?\d/[0-3]?\d)")


def number_at(sheet: SheetText, start: int, end: int, *, rule: str, score: float) -> tuple[PaperNumber | None, int]:
    """Return the number that a place begins with and where it ends; None and `start` where there is none, as on a line left blank.

    Args:
        sheet: The paper.
        start: Where it may begin, in the folded text.
        end: Where it ends at the latest.
        rule: What says that a number stands here.
        score: How sure that is.
    """
    stop = end_before_day(sheet.folded, start, end)
    if (loose := _LOOSE.fullmatch(sheet.folded, *sheet.trimmed(start, stop))) and any(sign.isdigit() for sign in loose["number"]):
        return paper_number(sheet, loose.start("number"), loose.end("number"), rule=rule, score=score), stop
    gap = _BLANK.match(sheet.folded, start, end)
    first = gap.end() if gap else start
    if first > start and sheet.folded[first - 1] == "(":
        first -= 1
    found = _NUMBER.match(sheet.folded, first, stop)
    if not found or not any(sign.isdigit() for sign in found[0]):
        return None, start
    if sheet.folded[found.end() : found.end() + 1].isdigit():  # part of a longer run of digits would be another number
        return None, start
    return paper_number(sheet, found.start(), found.end(), rule=rule, score=score), found.end()


def paper_number(sheet: SheetText, start: int, end: int, *, rule: str, score: float) -> PaperNumber | None:
    """Return the number that stands between two places of the folded text; None where nothing does."""
    while start < end and sheet.folded[start] in "( ":
        start += 1
    while end > start and sheet.folded[end - 1] in ") ":
        end -= 1
    said = sheet.said(start, end, rule, score)
    if said is None:
        return None
    normal = normal_number(said.text)
    turned = tuple(dict.fromkeys(each for each in _turned(normal) if each != normal))
    return PaperNumber(said, normal, turned, bool(_DATE.fullmatch(normal)))


def looks_like_day(folded: str) -> bool:
    """Return whether folded words have the shape of a day, month and year.

    >>> [looks_like_day(text) for text in ("14 / 2 / 2014", "114/2/7", "2010/3/4", "3-6-1999")]
    [True, False, True, True]
    """
    return _DATE.fullmatch(_SPACED.sub("/", folded.strip(" ()[]"))) is not None


def normal_number(text: str) -> str:
    r"""Return a number with slashes between its parts, in western digits: whatever sign, or a blank, divides them, it is the same.

    >>> [normal_number(text) for text in ("٣ /٦/ ١٠٤", "م.٦/م.١٠/٥", "(7-3-h)", "أ / ٢٧٢", "هـ\\٤٤", "٣ـ٤٤ـ٧", "م ع س / ٤")]
    ['3/6/104', 'م/6/م/10/5', '7/3/h', 'أ/272', 'ه/44', '3/44/7', 'م/ع/س/4']
    """
    return "/".join(part for part in _DIVIDERS.split(western(_STRETCHED.sub("/", text))) if part)


def numbers_written_in(text: str) -> Iterator[str]:
    """Yield whatever in a text may be a number of several parts, as `normal_number` writes it; words with a stroke between them, too.

    >>> list(numbers_written_in("كتابكم ذو الرقم ٢٥٠/ق في 3-4"))
    ['250/ق', '3/4']
    """
    for found in _WRITTEN.finditer(fold(text)):
        if any(map(str.isdigit, found[0])):
            yield normal_number(found[0])


def _turned(normal: str) -> Iterator[str]:
    """Yield a number as it is when written from its other end: all parts, or initials that follow one another as they were."""
    parts = normal.split("/")
    yield "/".join(reversed(parts))
    groups = [list(each) for _, each in groupby(enumerate(parts), key=lambda each: -1 if _INITIALS.fullmatch(each[1]) else each[0])]
    yield "/".join(part for group in reversed(groups) for _, part in group)
