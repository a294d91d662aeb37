"""What is done with the act of a clause: ordered, asked for, forbidden, permitted, or told to be done or not done."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from kashf.domain.letters.letter_lexicon import NO_LEXICON, LetterLexicon
from kashf.events.letters.head.case_words import openers_in
from kashf.events.letters.phrases import WORD_END, any_of, by_code
from kashf.language.tables.letters import act_words as words
from kashf.language.tables.letters.deeds.deed_verbs import EVERY, SANCTIONS, TO, TO_NOBODY, WHO
from kashf.language.words.folding import fold

_FORCES: Final = by_code(words.FORCES)
#: Code points behind a word that orders within which "not" forbids what it orders.
_NEAR_NOT: Final = 24
#: Code points between a word that asks and the permission that it asks for.
_NEAR_ASKED: Final = 12


@dataclass(frozen=True, slots=True)
class WordAt:
    """A word of the tables, its code there, and from where to where it stands in the folded text."""

    code: str
    start: int
    end: int


def clause_force(folded: str, start: int, end: int, *, is_upwards: bool, lexicon: LetterLexicon = NO_LEXICON) -> WordAt | None:
    """Return what is done with the act of a clause: the strongest word for it, a case's own above all; of equal ones the first."""
    if own := openers_in(folded, start, end, lexicon):
        return WordAt(*own[0])
    places = [each for each in _forces().finditer(folded, start, end) if each.start() == each.start("force") or each.start() - start <= 1]
    places = [each for each in places if each["force"] != "may" or not _is_month(folded, each)]
    every = (WordAt(_FORCES[" ".join(each["force"].split())], each.start("force"), each.end()) for each in places)
    every = (each for each in every if each.code != "done" or not _CONDITION.search(folded, start, each.start))
    on = fold("على")
    found = [each for each in every if folded[each.start : each.end] != on or each.start - start <= 2]
    strength = list(words.FORCES)
    codes = {each.code for each in found}
    best = min(found, key=lambda each: (strength.index(each.code), each.start), default=None)
    if forbidden := _forbidden(folded, best, start, end):
        return forbidden
    if best and folded[best.start : best.end] in _permissions() and (asked := _asked_for(found, best)):
        best = asked
    if best and best.code == "polite":
        best = WordAt("request" if is_upwards else "order", best.start, best.end)
    if best and best.code == "done" and "order" in codes and "planned" not in codes and _is_decided(found):
        best = next(each for each in found if each.code == "order")
    return best


@lru_cache(maxsize=1)
def _permissions() -> frozenset[str]:
    """Return the words for a permission, which may be asked for as well as given, folded."""
    permits = words.FORCES["permit"].split("|")
    return frozenset(fold(each) for each in words.UNSURE_FORCES.split("|") if each in permits)


def _asked_for(found: Sequence[WordAt], permit: WordAt) -> WordAt | None:
    """Return the word that asks for a permission, with the permission: "we request permission to"; None where it is given."""
    before = [each for each in found if each.code in {"request", "polite"} and 0 <= permit.start - each.end <= _NEAR_ASKED]
    return WordAt("request", before[-1].start, permit.end) if before else None


def _is_month(folded: str, found: re.Match[str]) -> bool:
    """Return whether "may" is a month: beside digits, or behind a word that leads to days."""
    before, behind = folded[max(0, found.start() - 12) : found.start()], folded[found.end() : found.end() + 4]
    return (
        re.match(r"\s*\d", behind) is not None
        or re.search(r"(?:\d|\b(?:in|of|on|since|until|by|mid|early|late|before|after|from|this|last|next))[\s-]*$", before) is not None
    )


def _forbidden(folded: str, force: WordAt | None, start: int, end: int) -> WordAt | None:
    """Return what forbids by a "not" before the act: "it is hoped that no licence be given", or the same at the head of a clause."""
    if denied := _denied().match(folded, start, end):
        return WordAt("forbid", denied.start(), denied.end())
    begin = force.end if force and force.code in {"order", "polite", "request"} else start
    near = end if begin == start else begin + _NEAR_NOT
    found = _not().search(folded, begin, min(end, near))
    if found is None or (begin == start and folded[start : found.start()].strip(" ونب")):
        return None
    return WordAt("forbid", force.start if force and begin != start else found.start(), found.end())


def _is_decided(found: Sequence[WordAt]) -> bool:
    """Return whether an order stands before the word for what was done: "it has been decided to"."""
    first = next(each for each in found if each.code == "order")
    done = next(each for each in found if each.code == "done")
    return first.start <= done.start


@lru_cache(maxsize=1)
def _forces() -> re.Pattern[str]:
    return re.compile(rf"(?<!السلام )(?<!\w)(?:و|ف)?(?P<force>{any_of('|'.join(words.FORCES.values()))}){WORD_END}")


@lru_cache(maxsize=1)
def _not() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:و|ب)?{any_of(words.NOT)}\s+(?!{any_of(words.NOT_THERE)}{WORD_END})|(?<!\w)no\s(?:[a-z]+\s){{1,3}}?(?:may|is\sto|are\sto|shall|will\sbe\sallowed\sto)\s"
    )


#: Before what is not told to be done, but has to be first.
_CONDITION: Final = re.compile(r"\b(?:once|after|when|until|if|unless|to be)\b")
#: "No visitor is to", and of whoever does it, what he gets.
_NO_ONE: Final = (
    r"(?:no|not one|none of the|neither)\s(?:\w+\s){0,4}?(?:may|is to|are to|to be|shall|must|will|can)\s"
    r"|(?:any|anyone|anybody|whoever|those who|he who)\s(?=[^\n]{4,140}?"
    r"\b(?:punished|fined|loses|lose|forfeits?|liable|dismissed|arrested|answer for it|penalty))"
)


@lru_cache(maxsize=1)
def _denied() -> re.Pattern[str]:
    """Return how a clause begins that leaves something to nobody, and one of who does it and what he gets for it."""
    who = rf"(?:{any_of(EVERY)}\s)?{any_of(WHO)}\s(?=[^\n]{{4,120}}?(?<!\w)[وف]?{any_of(SANCTIONS)}{WORD_END})"
    return re.compile(rf"[وف]?(?:{any_of(TO_NOBODY)}\s(?={any_of(TO)}\w{{2}})|{who})|{_NO_ONE}")
