"""The grammar of numbers of papers: 3/6/104, Sh.3/Q.4/1603, 4/17/ammunition/249, 7-3-h; a date is none, but a number may look like one."""

from __future__ import annotations

import re
from typing import Final

from kashf.domain.letters.said import PaperNumber
from kashf.events.letters.phrases import WORD_END, any_of
from kashf.events.letters.sheet_text import SheetText, western
from kashf.language.tables.letters.structure.shape_words import NO_INITIALS

#: Digits, letters, or both: "4BR". Initials of an office may stand apart: "م ع س / ٤".
_PART: Final = r"(?:(?:[^\W\d_]{1,2}\s){1,4}[^\W\d_]{1,2}(?=\s?[/\-])|\d{1,12}(?:[^\W\d_]{1,3}(?![^\W\d_]))?|[^\W\d_]{1,10}\d{0,4})"
#: Parts with slashes, which may have a space on either side, or dots, dashes and underscores, which have none.
NUMBER: Final = rf"\(?\s?{_PART}(?:(?:\s?[/\\]\s?|[.\-–_:]|\s[-–]\s(?=\d)){_PART}){{0,8}}\s?\)?"
_NUMBER: Final = re.compile(NUMBER)
#: Words that are no initials of an office though they are as short.
_NO_INITIALS: Final = rf"(?!{any_of(NO_INITIALS)}{WORD_END})"
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
_LOOSE: Final = re.compile(rf"[\[(]?\s?(?P<number>{LOOSE_NUMBER})\s?[\])]?\s*")
_BLANK: Final = re.compile(r"[\s./\\_…\-()]*")
_DIVIDERS: Final = re.compile(r"\s*[/\\.\-–_:]+\s*")
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
    if (loose := _LOOSE.fullmatch(sheet.folded, *sheet.trimmed(start, end))) and any(sign.isdigit() for sign in loose["number"]):
        return paper_number(sheet, loose.start("number"), loose.end("number"), rule=rule, score=score), end
    gap = _BLANK.match(sheet.folded, start, end)
    first = gap.end() if gap else start
    if first > start and sheet.folded[first - 1] == "(":
        first -= 1
    found = _NUMBER.match(sheet.folded, first, end)
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
    turned = "/".join(reversed(normal.split("/")))
    return PaperNumber(said, normal, (turned,) if turned != normal else (), bool(_DATE.fullmatch(normal)))


def looks_like_day(folded: str) -> bool:
    """Return whether folded words have the shape of a day, month and year.

    >>> [looks_like_day(text) for text in ("14 / 2 / 2014", "114/2/7", "2010/3/4", "3-6-1999")]
    [True, False, True, True]
    """
    return _DATE.fullmatch(_SPACED.sub("/", folded.strip(" ()[]"))) is not None


def normal_number(text: str) -> str:
    """Return a number with slashes between its parts, in western digits.

    >>> [normal_number(text) for text in ("٣ /٦/ ١٠٤", "م.٦/م.١٠/٥", "(7-3-h)", "أ / ٢٧٢")]
    ['3/6/104', 'م/6/م/10/5', '7/3/h', 'أ/272']
    """
    parts = (re.sub(r"\s+", " ", part).strip(" ()[]") for part in _DIVIDERS.split(western(text)))
    return "/".join(part for part in parts if part)
