"""Papers that a paper names: what kind, whose, number, date, what about; any of them may be missing, and several may share one head."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from kashf.domain.letters.letter import CitedPaper
from kashf.events.letters.citations.addressed import is_office
from kashf.events.letters.citations.cited_parts import cited_parts
from kashf.events.letters.paper_numbers import NUMBER
from kashf.events.letters.phrases import WORD_END, any_of, by_code
from kashf.events.letters.sheet_text import SheetText
from kashf.language.tables.letters.act_words import JOINED
from kashf.language.tables.letters.structure.paper_kinds import (
    ANSWERING,
    BEFORE_DATE,
    BEFORE_MATTER,
    BEFORE_NUMBER,
    CITED,
    CITED_UNTIL,
    CITING,
    PASSED_ON,
    TITLES,
)
from kashf.language.words.folding import fold

#: References of one paper that are kept: the most that one order has had is 15.
MOST_CITED: Final = 60
_KINDS: Final = {**by_code(TITLES), **by_code(CITED)}
#: Code points of a sentence that recites papers, and of one reference.
_LONGEST_SENTENCE, _LONGEST = 3000, 400
#: Code points behind the words that recite within which the first paper is named.
_NEAR: Final = 30
_OUR: Final = f"(?:{JOINED})?"


@dataclass(frozen=True, slots=True)
class _Patterns:
    begin: re.Pattern[str]
    answer: re.Pattern[str]
    kind: re.Pattern[str]
    passed_on: re.Pattern[str]
    again: re.Pattern[str]


@lru_cache(maxsize=1)
def _patterns() -> _Patterns:
    kinds = any_of("|".join([*TITLES.values(), *CITED.values()]))
    numbered = rf"(?:{any_of(BEFORE_NUMBER)}){WORD_END}\.?\s*[:/]?\s*"
    return _Patterns(
        re.compile(
            rf"(?<!\w)(?:و|ف)?(?:(?:{any_of(CITING)}){WORD_END}"
            rf"|(?=(?:{kinds}){WORD_END}[^.\n]{{0,60}}?\s{numbered}{NUMBER}\s*(?:{any_of(BEFORE_DATE)})\s*\(?\d))"
        ),
        re.compile(rf"\s*(?:{any_of(ANSWERING)})"),
        re.compile(rf"(?<!\w)(?:{_OUR}|(?:and )?(?:the|our|your|his|their|its) |(?:and ))(?P<kind>{kinds}){WORD_END}"),
        re.compile(rf"(?:{any_of(PASSED_ON)})\s*:?\s*[«\"“(]?|:\s*[«\"“]"),
        re.compile(rf"(?:،|,)?\s*(?:و|and )\s?(?={numbered}|\d[\w/]{{0,12}}\s+(?:{any_of(BEFORE_DATE)}){WORD_END})"),
    )


@dataclass(frozen=True, slots=True)
class CitingSentence:
    """A sentence that recites papers, by its places in the folded text.

    Args:
        start: Where it begins.
        end: Where what it recites ends.
        quoted: Where words begin that it passes on; its end where it passes on none.
        is_answer: Whether it says that it answers.
        is_quote: Whether it passes words on.
    """

    start: int
    end: int
    quoted: int
    is_answer: bool
    is_quote: bool


def citing_sentences(sheet: SheetText, start: int, end: int) -> Iterator[CitingSentence]:
    """Yield the sentences of a part of a paper that recite papers, in order."""
    patterns, at = _patterns(), start
    while found := patterns.begin.search(sheet.folded, at, end):
        stop = _sentence_end(sheet.folded, found.end(), min(end, found.end() + _LONGEST_SENTENCE))
        passed = patterns.passed_on.search(sheet.folded, found.end(), stop)
        last = passed.start() if passed else stop
        if patterns.kind.search(sheet.folded, found.start(), min(last, found.end() + _NEAR)):
            answers = patterns.answer.match(sheet.folded, found.start()) is not None
            yield CitingSentence(found.start(), last, passed.end() if passed else stop, answers, passed is not None)
        at = max(passed.end() if passed else stop, found.end())


def cited_papers(sheet: SheetText, sentence: CitingSentence) -> tuple[CitedPaper, ...]:
    """Return the papers that a sentence recites, in order."""
    starts = list(_patterns().kind.finditer(sheet.folded, sentence.start, sentence.end))
    starts = [each for each in starts if not _is_matter(sheet.folded, each.start("kind"), sentence.start)]
    ends = [*(each.start() for each in starts), sentence.end][1:]
    found: list[CitedPaper] = []
    for first, stop in zip(starts, ends, strict=True):
        found += _of_head(sheet, first, min(stop, first.start() + _LONGEST))
    named = [each for each in found if each.number or each.date or (each.author and is_office(fold(each.author.text)))]
    return tuple(replace(each, is_quoted=sentence.is_quote, is_answered=sentence.is_answer) for each in named[:MOST_CITED])


def _sentence_end(folded: str, start: int, end: int) -> int:
    """Return where a sentence ends: at a stop that is none of a number or of "No.", or at an empty line."""
    for found in _sentence_ends().finditer(folded[start:end]):
        before = folded[max(0, start + found.start() - 4) : start + found.start()].rsplit(" ", maxsplit=1)[-1].strip("(")
        if found[0] != "." or before not in {"no", "ref", "nos"}:
            return start + found.start()
    return end


@lru_cache(maxsize=1)
def _sentence_ends() -> re.Pattern[str]:
    """Return what ends the reciting of papers: a stop, an empty line, items, a comma before none, or what is said on their strength."""
    said = rf"(?<!\w)(?={any_of(CITED_UNTIL)}{WORD_END})"
    stop = r"\.(?=\s|$)(?!\s?\d{1,2}\s?\.\s?\d)(?!\s?(?:1[2-4]|19|20)\d\d(?!\d))"  # And no dot of a day.
    items = r"\n\s*\d{1,2}\s?[-–.)]\s"
    return re.compile(rf"{stop}|\n\s*\n|؛|:\s*\n(?!\s*[«\"“])|{items}|[،,]\s(?!و|and|the |\s?\d)|{said}")


def _is_matter(folded: str, at: int, start: int) -> bool:
    """Return whether a kind of paper is what another one is about: "concerning a report"."""
    before = folded[max(start, at - 20) : at]
    return re.search(rf"(?:{any_of(BEFORE_MATTER)})\s?$", before) is not None


def _of_head(sheet: SheetText, head: re.Match[str], end: int) -> Iterator[CitedPaper]:
    """Yield the references that share one kind and author: letters no. 1 of one day and no. 2 of another."""
    code = _KINDS.get(" ".join(head["kind"].split()), "letter")
    kind = sheet.said(head.start("kind"), head.end("kind"), f"cited-kind:{code}", 0.9)
    parts = [head.end(), *(each.end() for each in _patterns().again.finditer(sheet.folded, head.end(), end))]
    every = [cited_parts(sheet, first, stop) for first, stop in zip(parts, [*parts[1:], end], strict=True)]
    date = None
    for nth in range(len(every) - 1, -1, -1):
        # "nos. 91 and 94 of 6 March": a number before another has the date of that one.
        date = every[nth].date or date
        every[nth] = replace(every[nth], date=date if every[nth].number else every[nth].date)
    for nth, told in enumerate(every):
        whole = sheet.said(head.start("kind") if nth == 0 else parts[nth], told.end, "citation", 0.9)
        if whole:
            yield CitedPaper(whole, kind, every[0].author, told.number, told.date, told.matter)
