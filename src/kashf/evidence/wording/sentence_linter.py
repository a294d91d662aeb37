"""A linter for the sentences of a finding, in English and in Arabic: what no sentence may say, and where it says it.

It looks at words and not at meaning: it finds what is written in the words that it knows, and nothing else.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

from kashf.language.tables.likelihood.lint_phrases import (
    COLLUSION_ARABIC,
    COLLUSION_ENGLISH,
    CONFIDENCE_ARABIC,
    CONFIDENCE_ENGLISH,
    LIKELIHOOD_ARABIC,
    LIKELIHOOD_ENGLISH,
    NEGATION_ARABIC,
    NEGATION_ENGLISH,
    PROOF_ARABIC,
    PROOF_ENGLISH,
)

_SENTENCE: Final = re.compile(r"[^.!?؟\n]*(?:[.!?؟](?!\s|$)[^.!?؟\n]*)*[.!?؟\n]?")
_QUOTED: Final = re.compile(r"“[^”\n]*”|«[^»\n]*»|\"[^\"\n]*\"")
_NUMBER: Final = re.compile(r"(?<![\w.,٫٬])[0-9٠-٩۰-۹]+(?:[.,٫٬][0-9٠-٩۰-۹]+)*(?!\w)")
_CLAUSE_ENDS: Final = re.compile(r"[,;:،؛]")
#: Vowel signs and the stretching of a line, which may stand after any letter.
_SIGNS: Final = "[\u0640\u064b-\u0652\u0670]*"
#: Letters that are written for one another.
_ALIKE: Final = {"ا": "[اأإآ]", "ى": "[ىي]", "ي": "[يى]", "ة": "[ةه]", "ؤ": "[ؤو]"}
#: What is written onto the beginning of a word.
_BEFORE: Final = f"(?:[وفبلكس]{_SIGNS})?(?:[اأ]?{_SIGNS}ل{_SIGNS})?"


class LintRule(StrEnum):
    """Why a sentence is refused."""

    LIKELIHOOD_WITH_CONFIDENCE = "likelihood-with-confidence"
    PROVES = "proves"
    UNBOUND_NUMBER = "unbound-number"
    COLLUSION = "collusion"


@dataclass(frozen=True, slots=True)
class LintFault:
    """One fault: the rule, the code points at which it stands, and the words there."""

    rule: LintRule
    start: int
    end: int
    words: str


def lint_sentences(
    text: str, *, values: Collection[str] = (), dates: Sequence[tuple[int, int]] = (), concludes: bool = True, lead: str = ""
) -> tuple[LintFault, ...]:
    """Return the faults of a text, in its order.

    Args:
        text: Sentences as they would be published. What stands in quotation marks is others' and not looked at, numbers aside.
        values: Numbers that are bound to a value, as written; 1,234 and 1234 and Arabic digits are one.
        dates: Places of dates, whose numbers are bound to them.
        concludes: Whether it stands under "We conclude"; only there is a word of collusion our own.
        lead: The board's lead over "own intelligence" and "opportunity" as it has to be printed in the text; "" where there is none.

    >>> [fault.rule.value for fault in lint_sentences("It is likely, with high confidence, that 12 letters prove a deal.")]
    ['likelihood-with-confidence', 'unbound-number', 'proves', 'collusion']
    """
    quoted = [match.span() for match in _QUOTED.finditer(text)]
    faults = [fault for start, end in _sentences(text) for fault in _in_sentence(text, start, end, quoted, concludes=concludes)]
    if lead and lead in text:
        faults = [fault for fault in faults if fault.rule is not LintRule.COLLUSION]
    bound = {_digits(value) for value in values}
    for number in _NUMBER.finditer(text):
        is_dated = any(start <= number.start() < end for start, end in dates)
        if not is_dated and _digits(number.group()) not in bound:
            faults.append(LintFault(LintRule.UNBOUND_NUMBER, *number.span(), number.group()))
    return tuple(sorted(faults, key=lambda fault: (fault.start, fault.end, fault.rule)))


def numbers_in(text: str) -> tuple[str, ...]:
    """Return the numbers of a text as written, which may be given as values.

    >>> numbers_in("Of 1,234 men ٤٥ left.")
    ('1,234', '٤٥')
    """
    return tuple(_NUMBER.findall(text))


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    return (match.span() for match in _SENTENCE.finditer(text) if match.group().strip())


def _in_sentence(text: str, start: int, end: int, quoted: Sequence[tuple[int, int]], *, concludes: bool) -> Iterator[LintFault]:
    def own(pattern: re.Pattern[str]) -> list[tuple[int, int]]:
        found = [match.span("word") for match in pattern.finditer(text, start, end)]
        return [span for span in found if not any(first <= span[0] < last for first, last in quoted)]

    likely, sure = (own(_pattern(*words)) for words in (_LIKELIHOOD, (CONFIDENCE_ENGLISH, CONFIDENCE_ARABIC)))
    if likely and sure:
        span = min(likely + sure)[0], max(likely + sure, key=lambda each: each[1])[1]
        yield LintFault(LintRule.LIKELIHOOD_WITH_CONFIDENCE, *span, text[slice(*span)])
    for rule, words in ((LintRule.PROVES, (PROOF_ENGLISH, PROOF_ARABIC)), (LintRule.COLLUSION, (COLLUSION_ENGLISH, COLLUSION_ARABIC))):
        if rule is LintRule.COLLUSION and not concludes:
            continue
        for span in own(_pattern(*words)):
            if not _is_denied(text[start : span[0]]):
                yield LintFault(rule, *span, text[slice(*span)])


_LIKELIHOOD: Final = (LIKELIHOOD_ENGLISH, LIKELIHOOD_ARABIC)


def _is_denied(before: str) -> bool:
    """Return whether a word of denial stands before a word, since the last sign of a clause that does not list."""
    clause = _CLAUSE_ENDS.split(before)[-1]
    denied = _pattern(NEGATION_ENGLISH, NEGATION_ARABIC, whole=True)
    listed = ":" in before and denied.search(before.partition(":")[0])
    return bool(denied.search(clause) or listed)


@lru_cache(maxsize=16)
def _pattern(english: str, arabic: tuple[str, ...], *, whole: bool = False) -> re.Pattern[str]:
    """Return a pattern of English words and of Arabic ones, which may have a clitic before them and, unless `whole`, an ending."""
    words = "|".join("".join(_letter(letter) for letter in word) for word in arabic)
    ending = _SIGNS if whole else "[\u0621-\u0652]{0,5}"
    arabic_word = rf"(?<![\u0621-\u0652]){_BEFORE}(?:{words}){ending}(?![\u0621-\u0652])"
    return re.compile(rf"(?P<word>(?<![a-z])(?:{english})(?![a-z])|{arabic_word})", re.IGNORECASE)


def _letter(letter: str) -> str:
    return r"\s+" if letter == " " else _ALIKE.get(letter, letter) + _SIGNS


def _digits(number: str) -> str:
    """Return a number in ASCII digits without separators of thousands."""
    plain = "".join(str(unicodedata.digit(sign)) if sign.isdigit() else sign for sign in number.strip().rstrip("%٪").strip())
    plain = plain.replace("٬", ",").replace("٫", ".")
    return re.sub(r",(?=[0-9]{3}(?![0-9]))", "", plain)
