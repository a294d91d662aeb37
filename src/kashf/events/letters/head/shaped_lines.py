"""Numbers and days in the head of a paper known by their shape and place, whatever word, or none, announces them.

A label that the tables know is worth more than one that they do not, and that more than none: the rule and the score say which it was.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from kashf.events.letters.citations.addressed import is_office, is_post
from kashf.events.letters.date_wordings import BEFORE_DAY, BEHIND_NUMBER, days_of, whole_days
from kashf.events.letters.head.line_kinds import LetterLine, LineKind, PlacedLabel, begins_with_citation
from kashf.events.letters.head.number_labels import (
    date_words,
    label_tokens,
    names_paper,
    no_letter_labels,
    no_numbers,
    number_words,
    says_number,
)
from kashf.events.letters.paper_numbers import LOOSE_NUMBER, looks_like_day
from kashf.events.letters.sheet_text import SheetLine
from kashf.language.tables.letters.structure import shape_words as words
from kashf.language.words.folding import fold

#: How sure it is: a word for a number in a label that the tables lack, a word for a day, an unknown label, none.
_WORDED, _DAY_WORDED, _UNKNOWN, _BARE, _DAY_BARE = 0.85, 0.9, 0.6, 0.55, 0.65
_MOST_LABEL_WORDS: Final = 4
#: Words with which a closing sentence begins that says a day, and how sure that is.
_OPENING, _CLOSING_DAY = 2, 0.75
#: Code points before a day that may announce it, and of a line that says one.
_LONGEST_LABEL, _LONGEST_DAY = 34, 80
_WORD: Final = r"[^\W\d_][^\W\d_'’.]*\.?"
_SIGNS: Final = r"(?P<sign>\s*[\])]?\s*(?::|//?|\\|[-–—=]{1,2}|\.{2,}|؛|#|\.(?=\s|\d))+\s*[\])]?\s*|\s*\]\s*|\s+)"
#: The first word of a label: an abbreviation with a stroke, initials, one letter with a sign, or a word.
_FIRST: Final = (
    r"(?:[^\W\d_]{1,2}/[^\W\d_]{2,3}|(?:[^\W\d_]{1,2}\.\s?){1,3}(?:[^\W\d_]{1,2})?(?=\s?:|[/\\]\s|[-–.]\s|\s?=)"
    r"|[^\W\d_]{1,2}\.?(?=\s?[:=]|[/\\\-–]\s)|[^\W\d_]{1,2}(?=\.\s)|[^\W\d_]{1,2}(?=\.\d)|[^\W\d_]{2,}\.?)"
)
_LABELLED: Final = tuple(
    re.compile(
        rf"[\[(*•\s]*(?P<label>{_FIRST}(?:\s+{_WORD}){{{count}}}){_SIGNS}(?P<value>[\[(«\"]?\s?{LOOSE_NUMBER}\s?[\])»\"]?)(?P<rest>.*)"
    )
    for count in range(_MOST_LABEL_WORDS)
)
_REVERSED: Final = re.compile(rf"(?P<value>{LOOSE_NUMBER})\s*[:\-–]\s*(?P<label>(?=[^\W\d_]{{3}}){_WORD}(?:\s{_WORD}){{0,2}})")
_ALONE: Final = re.compile(rf"(?P<open>[\[(«])?\s?(?P<value>{LOOSE_NUMBER})\s?[\])»]?")
_YEAR: Final = re.compile(r"(?:1[2-4]|19|20)\d\d")
_LEAST_DIGITS: Final = 2
_MOST_DIGITS: Final = 6
#: A word too long for the initials of an office.
_LONG_WORD: Final = re.compile(r"[^\W\d_]{4}")
#: An hour of the day with its minutes; letters of a part that may stand beside a blank.
_TIME: Final = re.compile(r"[0-2]?\d[:.][0-5]\d")
_SHORT: Final = 2
#: Letters of a part of a number that has no label.
_INITIALS: Final = 5


def shaped_lines(lines: Sequence[LetterLine], stop: int) -> list[LetterLine]:
    """Return the lines of a head with those that are numbers or days by their shape said to be so; the others as they are.

    Args:
        lines: All of the paper.
        stop: How many of them are of the head.
    """
    found = list(lines)
    for nth in range(min(stop, len(found))):
        each = found[nth]
        if each.kind in {LineKind.BARE, LineKind.BULLET} and any(sign.isdigit() for sign in each.line.folded):
            found[nth] = _number_and_day(each) or _worded_number(each) or _day(each) or each
    unknown = [nth for nth, each in enumerate(found[:stop]) if any(label.rule == "number-by-shape" for label in each.labels)]
    for nth in unknown if len(unknown) > 1 else ():  # A list of numbers, and no head.
        found[nth] = lines[nth]
    for nth in range(min(stop, len(found))):
        if found[nth].kind is LineKind.BARE and (alone := _number_alone(found[nth], is_beside_day=_is_beside_day(found, nth))):
            found[nth] = alone
    return found


def day_label(line: SheetLine) -> PlacedLabel | None:
    """Return where the day stands of a line that says one and at most a few words before it; None for any other line."""
    text = line.folded
    if len(text) > _LONGEST_DAY or begins_with_citation(text):
        return None
    first = re.search(r"\d", text)
    days = whole_days(text)
    if not days and first and set(label_tokens(text[: first.start()])) & date_words():  # The rest of the label may be one of numbers.
        behind = whole_days(text[first.start() :])
        days = [replace(each, start=each.start + first.start(), end=each.end + first.start()) for each in behind]
    if not days or text[days[-1].end :].strip(" .،,)]هم-"):
        return None
    before = text[: days[0].start].strip(" :/-–([.،,=؛")
    tokens = set(label_tokens(before))
    if (
        len(before) > _LONGEST_LABEL
        or len(tokens) > _MOST_LABEL_WORDS
        or any(sign.isdigit() for sign in before)
        or tokens & _no_writing_days()
    ):
        return None
    is_worded = bool(tokens & date_words())
    rule, score = ("day-by-word", _DAY_WORDED) if is_worded else ("day-by-shape", _DAY_BARE)
    return PlacedLabel("date", line.start + days[0].start, line.end, rule, score)


def closing_day(line: SheetLine) -> PlacedLabel | None:
    """Return where the day stands of a closing sentence that says when and where a paper was written; None for any other line."""
    first = re.findall(r"[^\W\d_]+", line.folded)[:_OPENING]
    if not {form for word in first for form in (word, word[1:])} & _written_at_last() or begins_with_citation(line.folded):
        return None
    days = whole_days(line.folded)
    if not days or _has_digits(line.folded[: days[-1].start]):
        return None
    return PlacedLabel("date", line.start + days[-1].start, line.start + days[-1].end, "day-in-closing", _CLOSING_DAY)


def is_number(text: str) -> bool:
    """Return whether folded words have the shape of a number, and not that of a day."""
    return LOOSE_NUMBER_ONLY.fullmatch(text.strip(" []()")) is not None and _has_digits(text) and not looks_like_day(text)


LOOSE_NUMBER_ONLY: Final = re.compile(LOOSE_NUMBER)


def is_number_or_day(line: SheetLine) -> bool:
    """Return whether a line, however long, is a number, a day or both, with what announces them, and nothing else."""
    each = LetterLine(line, LineKind.BARE)
    return any(sign.isdigit() for sign in line.folded) and bool(_number_and_day(each) or _worded_number(each) or day_label(line))


def _worded_number(each: LetterLine) -> LetterLine | None:
    """Return a line with a label before or behind a number, perhaps with its day; None for any other line."""
    text = each.line.folded
    if len(text) > _LONGEST_DAY or begins_with_citation(text):
        return None
    for pattern in _LABELLED:
        found = pattern.fullmatch(text)
        if found and (labels := _labels_of(each.line, found)):
            return LetterLine(each.line, LineKind.LABELLED, labels)
    found = _REVERSED.fullmatch(text)
    if (
        found
        and _has_digits(found["value"])
        and not looks_like_day(found["value"])
        and (score := _score(found["label"], ":", found["value"]))
    ):
        return LetterLine(each.line, LineKind.LABELLED, (_number(each.line, found.start("value"), found.end("value"), score),))
    return None


def _number_and_day(each: LetterLine) -> LetterLine | None:
    """Return a line that is a number and its day, in either order, with or without a word for either; None for any other line."""
    line, text = each.line, each.line.folded
    days = whole_days(text) if len(text) <= _LONGEST_DAY else []
    if not days or begins_with_citation(text):
        return None
    before = BEFORE_DAY.sub("", text[: days[0].start])
    behind = text[days[-1].end :].strip(" .،,؛;()[]-–هم")
    at = (
        (0, len(before))
        if before and not behind
        else (text.rindex(behind), text.rindex(behind) + len(behind))
        if behind and not before
        else None
    )
    if at is None:
        return None
    part = LetterLine(SheetLine(line.start + at[0], line.start + at[1], text[slice(*at)]), LineKind.BARE)
    number = _worded_number(part) or _number_alone(part, is_beside_day=True)
    if number is None or len(number.labels) != 1:
        return None
    day = PlacedLabel("date", line.start + days[0].start, line.start + days[-1].end, "day-beside-number", _WORDED)
    return LetterLine(line, LineKind.LABELLED, (*number.labels, day))


def _labels_of(line: SheetLine, found: re.Match[str]) -> tuple[PlacedLabel, ...]:
    value = found["value"]
    if not found["sign"].strip() and _LONG_WORD.match(value):  # The label goes on.
        return ()
    if set(label_tokens(value)) & (number_words() | no_numbers() | date_words()) or not _has_digits(value):
        return ()
    is_abbreviated = found["label"].endswith(".") and not found["label"].isascii()
    score = _score(found["label"], f".{found['sign']}" if is_abbreviated else found["sign"], value)
    if found["label"].strip(" .") in no_letter_labels() and (":" in found["sign"] or not found["sign"].strip() or _is_run(value)):
        return ()
    if not score or (looks_like_day(value) and (score < _WORDED or set(label_tokens(found["label"])) & date_words())):
        return ()
    number = _number(line, found.start("value"), found.end("value"), score)
    rest = found["rest"].strip(" .،,)]ه")
    if not rest:
        return (number,)
    gap = BEHIND_NUMBER.match(line.folded, found.start("rest"))
    start = gap.end() if gap else found.start("rest")
    days = days_of(line.folded[start:])
    is_day = bool(days) and days[0].start <= 1 and not line.folded[start + days[-1].end :].strip(" .،,)]هم")
    return (number, PlacedLabel("date", line.start + start, line.end, "day-behind-number", _WORDED)) if is_day else ()


def _score(label: str, sign: str, value: str) -> float:
    """Return how sure it is that a label announces the number of the paper; 0.0 where it announces something else."""
    says = says_number(label)
    if says is None and not sign.strip() and names_paper(label):
        return _UNKNOWN
    if says is not None:
        return _WORDED if says else 0.0
    digits = sum(each.isdigit() for each in value)
    if _TIME.fullmatch(value.strip()):
        return 0.0
    is_office_of = is_office(label) or is_post(label) or set(label_tokens(label)) & date_words()
    return _UNKNOWN if sign.strip() and digits >= _LEAST_DIGITS and not is_office_of and not _YEAR.fullmatch(value) else 0.0


def _number(line: SheetLine, start: int, end: int, score: float) -> PlacedLabel:
    rule = "number-by-word" if score >= _WORDED else "number-by-shape"
    return PlacedLabel("number", line.start + start, line.start + end, rule, score)


def _day(each: LetterLine) -> LetterLine | None:
    label = day_label(each.line)
    return LetterLine(each.line, LineKind.LABELLED, (label,)) if label else None


def _number_alone(each: LetterLine, *, is_beside_day: bool) -> LetterLine | None:
    """Return a line that is a number and nothing else: one of several parts, or one beside a day or in brackets."""
    found = _ALONE.fullmatch(each.line.folded)
    if not found or _is_other(each.line.folded, found["value"]):
        return None
    if not _is_number_by_parts(found["value"], is_marked=is_beside_day or found["open"] is not None):
        return None
    label = PlacedLabel("number", each.line.start + found.start("value"), each.line.start + found.end("value"), "number-alone", _BARE)
    return replace(each, kind=LineKind.LABELLED, labels=(label,))


def _is_other(text: str, value: str) -> bool:
    """Return whether figures alone on a line are a day, a year, an hour, a page, or of an office or a post."""
    if not _has_digits(value) or looks_like_day(value) or _YEAR.fullmatch(value) or _TIME.fullmatch(value) or _is_page(value):
        return True
    return is_office(text) or is_post(text) or bool(set(label_tokens(text)) & no_numbers())


def _is_number_by_parts(value: str, *, is_marked: bool) -> bool:
    """Return whether figures and letters are put together as in the number of a paper; less is asked of one that is marked as one."""
    parts = re.findall(r"[^\W_]+", value)
    digits = [part for part in parts if part.isdigit()]
    letters = [part for part in parts if not part.isdigit()]
    longest = max(map(len, digits), default=0)
    if any(len(part) > _INITIALS or (len(part) > _SHORT and not _is_divided(part, value)) for part in letters):
        return False
    if len(digits) > 1 and longest < _LEAST_DIGITS:  # Of how many pages this is one.
        return False
    is_run = _LEAST_DIGITS <= sum(map(len, digits)) <= 2 * _MOST_DIGITS and longest <= _MOST_DIGITS
    are_initials = len(letters) > 1 and all(len(part) <= _SHORT for part in letters)
    signs = r"[/\\\-–.:]" if are_initials else r"[/\\\-–]" if letters else r"[/\\]"
    is_made_of_parts = longest >= _LEAST_DIGITS and (bool(letters) or len(digits) > _LEAST_DIGITS)
    return (is_made_of_parts and (is_marked or re.search(signs, value) is not None)) or (is_marked and is_run)


def _is_beside_day(lines: Sequence[LetterLine], nth: int) -> bool:
    beside = (*lines[max(0, nth - 1) : nth], *lines[nth + 1 : nth + 2])
    return any(label.field == "date" for each in beside for label in each.labels)


def _is_page(value: str) -> bool:
    """Return whether a letter for a page or a telephone stands before figures alone, parted from them."""
    found = re.fullmatch(r"([^\W\d_]{1,2})(?:[.:]\s?|[/\s]\s|\s)\d+", value.strip())
    return found is not None and found[1] in no_letter_labels()


def _is_run(value: str) -> bool:
    return value.strip(" ()[]").isdigit()


def _is_divided(part: str, value: str) -> bool:
    """Return whether a stroke sets a word off from the rest of a number: a blank does not."""
    return re.search(rf"(?<!\w){re.escape(part)}[/\\\-–]|[/\\\-–]{re.escape(part)}(?!\w)", value) is not None


def _has_digits(text: str) -> bool:
    return any(sign.isdigit() for sign in text)


def _folded(phrases: str) -> frozenset[str]:
    return frozenset(fold(each) for each in phrases.split("|"))


@lru_cache(maxsize=1)
def _no_writing_days() -> frozenset[str]:
    return _folded(words.NO_WRITING_DAYS)


@lru_cache(maxsize=1)
def _written_at_last() -> frozenset[str]:
    return _folded(words.WRITTEN_AT_LAST)
