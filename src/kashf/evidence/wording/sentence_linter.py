"""A linter for the sentences of a finding, in English and in Arabic: what no sentence may say, and where it says it.

It looks at words and not at meaning: it finds what is written in the words that it knows, and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

from kashf.language.measures.number_value import number_value
from kashf.language.measures.numerals import Tokens
from kashf.language.recognising.as_seen import as_seen, seen_letter
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
_NUMBER: Final = re.compile(r"(?<![\w.,٫٬])[0-9]+(?:[.,٫٬][0-9]+)*(?!\w)")
_CLAUSE_ENDS: Final = re.compile(r"[,;:،؛]")
#: What is written onto the beginning of a word.
_BEFORE: Final = "(?:[وفبلكس])?(?:ا?ل)?"
#: The least number in words that needs a value: one and two are also pronouns, articles and the dual.
_LEAST_SPELLED: Final = 3


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
    seen = _TextAsSeen(text)
    quoted = [match.span() for match in _QUOTED.finditer(seen.words)]
    faults = [fault for start, end in _sentences(seen.words) for fault in _in_sentence(seen, start, end, quoted, concludes=concludes)]
    if lead and _TextAsSeen(lead).words in seen.words:
        faults = [fault for fault in faults if fault.rule is not LintRule.COLLUSION]
    bound = {_digits(_TextAsSeen(value).words) for value in values}
    for start, end, value in _numbers(seen.words):
        at = seen.at(start, end)
        is_dated = any(first <= at[0] < last for first, last in dates)
        if not is_dated and value not in bound:
            faults.append(LintFault(LintRule.UNBOUND_NUMBER, *at, text[slice(*at)]))
    return tuple(sorted(faults, key=lambda fault: (fault.start, fault.end, fault.rule)))


def numbers_in(text: str) -> tuple[str, ...]:
    """Return the numbers of a text, in digits or in words, which may be given as values.

    >>> numbers_in("Of 1,234 men ٤٥ left, and three hundred stayed.")
    ('1234', '45', '300')
    """
    return tuple(value for _, _, value in _numbers(_TextAsSeen(text).words))


class _TextAsSeen:
    """A text as a reader sees it, letter by letter, with the place of each letter: no sign without ink tells two words apart."""

    def __init__(self, text: str) -> None:
        """Fold a text."""
        folded = [(letter, place) for place, sign in enumerate(text) for letter in ("\n" if sign == "\n" else seen_letter(sign))]
        self.text, self.words = text, "".join(letter for letter, _ in folded)
        self._places = [place for _, place in folded]

    def at(self, start: int, end: int) -> tuple[int, int]:
        """Return where letters stand in the text."""
        return self._places[start], self._places[end - 1] + 1


def _numbers(words: str) -> Iterator[tuple[int, int, str]]:
    """Yield the numbers of a folded text, in digits and in words, with their values."""
    yield from sorted([(*found.span(), _digits(found.group())) for found in _NUMBER.finditer(words)] + list(_spelled(words)))


def _spelled(words: str) -> Iterator[tuple[int, int, str]]:
    tokens, index = Tokens(words), 0
    while index < tokens.count:
        end = max(tokens.number_end(index), index)
        said = None if tokens.folded(index)[:1].isdigit() or end == index else number_value(tokens, index, end)
        if said and said.low >= _LEAST_SPELLED:
            yield tokens.words[index].start, tokens.words[end - 1].end, str(said.low)
        index = max(end, index + 1)


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    return (match.span() for match in _SENTENCE.finditer(text) if match.group().strip())


def _in_sentence(seen: _TextAsSeen, start: int, end: int, quoted: Sequence[tuple[int, int]], *, concludes: bool) -> Iterator[LintFault]:
    words = seen.words

    def fault(rule: LintRule, span: tuple[int, int]) -> LintFault:
        at = seen.at(*span)
        return LintFault(rule, *at, seen.text[slice(*at)])

    def own(pattern: re.Pattern[str]) -> list[tuple[int, int]]:
        found = [match.span("word") for match in pattern.finditer(words, start, end)]
        return [span for span in found if not any(first <= span[0] < last for first, last in quoted)]

    likely, sure = (own(_pattern(*words)) for words in (_LIKELIHOOD, (CONFIDENCE_ENGLISH, CONFIDENCE_ARABIC)))
    if likely and sure:
        span = min(likely + sure)[0], max(likely + sure, key=lambda each: each[1])[1]
        yield fault(LintRule.LIKELIHOOD_WITH_CONFIDENCE, span)
    for rule, phrases in ((LintRule.PROVES, (PROOF_ENGLISH, PROOF_ARABIC)), (LintRule.COLLUSION, (COLLUSION_ENGLISH, COLLUSION_ARABIC))):
        if rule is LintRule.COLLUSION and not concludes:
            continue
        for span in own(_pattern(*phrases)):
            if not _is_denied(words[start : span[0]]):
                yield fault(rule, span)


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
    words = "|".join(r"\s+".join(as_seen(word).split()) for word in arabic)
    ending = "" if whole else "[\u0621-\u064a]{0,5}"
    arabic_word = rf"(?<![\u0621-\u064a]){_BEFORE}(?:{words}){ending}(?![\u0621-\u064a])"
    return re.compile(rf"(?P<word>(?<![a-z])(?:{english})(?![a-z])|{arabic_word})")


def _digits(number: str) -> str:
    """Return a number in ASCII digits without separators of thousands."""
    plain = number.strip().rstrip("%٪").strip()
    plain = plain.replace("٬", ",").replace("٫", ".")
    return re.sub(r",(?=[0-9]{3}(?![0-9]))", "", plain)
