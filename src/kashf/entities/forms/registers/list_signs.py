"""By what a list of records is told from a form whose lines look like rows, and from a table of sums."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from kashf.domain.forms.template_fields import FieldKind, ValueType
from kashf.entities.forms.cells import label_key
from kashf.language.field_values.field_kinds import propose_kind
from kashf.language.tables.lists.sum_words import SUM_WORDS
from kashf.language.words.tokens import folded_words

#: Columns of a list at least.
_LEAST_COLUMNS: Final = 3
#: Share of the rows of which some cell has a digit, or is no other row's.
_TELLING: Final = 0.5
#: Share of the headings whose words must say what they ask for a list that is surely one, and score that says so.
_KNOWN: Final = 0.5
_SURE: Final = 0.5
#: Share of the cells of a column that are themselves what a form asks, from which on it is a column of labels.
_LABELS: Final = 0.4
#: Kinds that they ask at least, and the score of each: many a name or country is a word of a label too.
_LEAST_KINDS: Final = 3
_WHOLE: Final = 0.9
#: Rows that are looked at for that.
_LOOKED_AT: Final = 40
#: Share of what fills a column that must be numbers for one of sums.
_NUMBERS: Final = 0.9
#: Share of rows whose numbers go on by one.
_RUNNING: Final = 0.8
#: Digits of the number of a row.
_MOST_DIGITS: Final = 7
_DIGIT: Final = re.compile(r"\d")
_BARE_NUMBER: Final = re.compile(r"[\s\-+(]*\d[\d\s.,٫٬%]*\)?\s*[^\W\d]{0,4}")
_SEPARATOR: Final = re.compile(r"[:：]|\.{3}|…|_{3}")
#: What begins a row of sums, folded.
_SUM_KEYS: Final = frozenset(" ".join(folded_words(words)) for words in SUM_WORDS)


def is_headings(printed: Sequence[str], *, is_divided: bool) -> bool:
    """Return whether the cells of a row may head columns; where gaps divide, a form's line of pairs does not."""
    named = {key for key in map(label_key, printed) if key}
    digits = [words for words in printed if _DIGIT.search(words)]
    is_counted = any(words.strip("().-").isdecimal() for words in digits)
    if len(printed) < _LEAST_COLUMNS or len(named) * 2 <= len(printed) or is_counted or len(digits) * 3 > len(printed):
        return False
    return is_divided or not any(_SEPARATOR.search(words) for words in printed)


def are_known(printed: Sequence[str]) -> bool:
    """Return whether most headings ask what lists of people ask.

    >>> are_known(["Name", "Date of birth", "xyz"])
    True
    """
    return sum(_is_known(words) for words in printed) >= _KNOWN * len(printed)


def head_anew(printed: Sequence[str]) -> bool:
    """Return whether a row that fits below headings is itself one of headings: most of its cells ask something, three things at least."""
    return are_known(printed) and len(set(_kinds(printed))) >= _LEAST_KINDS


def is_numbered(rows: Sequence[Sequence[str]]) -> bool:
    """Return whether rows without headings are those of a list: numbered on, with a column that is filled alike.

    >>> is_numbered([(str(n), name, "1980") for n, name in enumerate(("Omar", "Salim", "Nadir", "Tariq", "Walid"), start=1)])
    True
    """
    width = len(rows[0])
    if any(len(row) > width for row in rows):
        return False
    full = [(*row, *[""] * (width - len(row))) for row in rows]
    columns = list(zip(*full, strict=True))
    if not any(map(_runs_on, (columns[0], columns[-1]))) or any(map(_is_labels, columns)):
        return False
    return any(_is_alike(column) for column in columns if not _runs_on(column))


def row_number(words: str) -> int | None:
    """Return the number that a cell has and nothing else; None for another.

    >>> row_number("(٧)"), row_number("7 a")
    (7, None)
    """
    digits = words.strip(" .()-")
    return int(digits) if digits.isdecimal() and len(digits) <= _MOST_DIGITS else None


def is_sum(texts: Iterable[str]) -> bool:
    """Return whether a row is a sum of others: one of its first two filled cells says so.

    >>> is_sum(["Total:", "250"]), is_sum(["12", "Omar Salim", "250"])
    (True, False)
    """
    return any(" ".join(word for word in folded_words(text) if not word.isdecimal()) in _SUM_KEYS for text in list(texts)[:2])


def is_list(printed: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Return whether rows under some headings are records: they tell something each, and are no table of sums."""
    telling = sum(any(_DIGIT.search(words) for words in row) for row in rows)
    if telling < _TELLING * len(rows) and len(set(rows)) < len(rows):
        return False
    columns = list(zip(*rows, strict=True))[1:]
    filled = [[words for words in column if words] for column in columns]
    sums = [len(words) > 0 and sum(map(bool, map(_BARE_NUMBER.fullmatch, words))) >= _NUMBERS * len(words) for words in filled]
    kinds = [propose_kind(words) for words in printed[1:]]
    is_amount = [each.score == 0 or each.kind.traits.type not in {ValueType.DATE, ValueType.PHONE} for each in kinds]
    return not all(sums[at] and is_amount[at] for at in range(len(columns)))


def is_surely_list(printed: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Return whether most headings ask what lists of people ask, and no column of the rows does: then it is no form in lines."""
    return are_known(printed) and not any(_is_labels(column) for column in zip(*rows[:_LOOKED_AT], strict=True))


def _is_known(words: str) -> bool:
    return (found := propose_kind(words)).score >= _SURE and found.kind is not FieldKind.FREE


def _is_labels(column: Sequence[str]) -> bool:
    filled = [words for words in column if label_key(words)]
    labels = _kinds(filled)
    return len(set(labels)) >= _LEAST_KINDS and len(labels) >= _LABELS * len(filled)


def _kinds(texts: Iterable[str]) -> list[FieldKind]:
    """Return what is asked by those of some words that are labels all through."""
    asked = map(propose_kind, texts)
    return [each.kind for each in asked if each.score >= _WHOLE and each.kind is not FieldKind.FREE]


def _runs_on(column: Sequence[str]) -> bool:
    numbers = [row_number(words) for words in column]
    steps = sum(one is not None and other == one + 1 for one, other in pairwise(numbers))
    return steps >= _RUNNING * (len(numbers) - 1)


def _is_alike(column: Sequence[str]) -> bool:
    """Return whether what fills a column is of one sort: dates or numbers, or a few words again and again."""
    filled = [words for words in column if words]
    if len(filled) * 2 < len(column):
        return False
    return all(map(_is_mostly_digits, filled)) or len(set(filled)) * 2 <= len(filled)


def _is_mostly_digits(words: str) -> bool:
    return len(_DIGIT.findall(words)) * 2 > sum(map(str.isalnum, words))
