"""Which value each number of a sentence is bound to; one that no value has is told, and refused by whoever asks."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Sequence

from kashf.evidence.wording.sentence_linter import LintRule, lint_sentences, numbers_in
from kashf.language.dates.find_dates import find_dates
from kashf.publish.report.report_parts import BoundNumber

#: What a number is bound to, where it is: label, "quoted" or "said", and the text.
Ground = tuple[str, str, str]


def bind_numbers(sentence: str, grounds: Sequence[Ground], *, lead: str = "") -> tuple[tuple[BoundNumber, ...], tuple[str, ...]]:
    """Return the numbers of a sentence that are bound, in order, and as written those that are not.

    Args:
        sentence: What is said.
        grounds: Words of papers and what people say, in the order in which they bind.
        lead: The board's lead as it has to stand in the sentence, as "16:1"; "" for none.

    >>> bind_numbers("They sent 40 trucks on 3 May 2014, of which 7 came.", [("1.1", "quoted", "send ٤٠ trucks")])[1]
    ('7',)
    """
    plain = _plain(sentence)
    dates = [(found.start, found.end) for found in find_dates(plain)]
    at = plain.find(lead) if lead else -1
    bound, unbound = [], []
    for start, end in _numbers(plain):
        words = sentence[start:end]
        if any(first <= start < last for first, last in dates):
            bound.append(BoundNumber(start=start, end=end, words=words, bound="date"))
        elif 0 <= at <= start < at + len(lead):
            bound.append(BoundNumber(start=start, end=end, words=words, bound="lead"))
        elif ground := next((each for each in grounds if stands_in(words, each[2])), None):
            bound.append(BoundNumber(start=start, end=end, words=words, bound=ground[1], label=ground[0]))
        else:
            unbound.append(words)
    return tuple(bound), tuple(unbound)


def stands_in(number: str, text: str) -> bool:
    """Return whether a text holds a number, in whatever digits and with or without separators."""
    return not _unbound(_plain(number), numbers_in(text))


def _numbers(plain: str) -> Iterable[tuple[int, int]]:
    return _unbound(plain, ())


def _unbound(plain: str, values: Collection[str]) -> list[tuple[int, int]]:
    faults = lint_sentences(plain, values=values, concludes=False)
    return [(each.start, each.end) for each in faults if each.rule is LintRule.UNBOUND_NUMBER]


def _plain(text: str) -> str:
    return "".join(str(unicodedata.digit(sign)) if sign.isdigit() else sign for sign in text)
