"""Groups that are known by name the world over, found word by word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final

from kashf.domain.entity import MentionType
from kashf.language.grammar.grammar_page import GrammarPage
from kashf.language.grammar.latin.latin_shapes import goes_on, is_capital
from kashf.language.grammar.rule_match import RuleMatch
from kashf.language.tables.latin.latin_words import KNOWN_GROUPS
from kashf.language.words.clitics import written_onto
from kashf.language.words.tokens import folded_words

_SCORE: Final = 0.95


def find_known(page: GrammarPage) -> Iterator[tuple[RuleMatch, int]]:
    """Yield the groups of the table `KNOWN_GROUPS` on a page with the letters written onto them, the longest where several begin."""
    phrases, free = _phrases(), 0
    for index in [index for index, word in enumerate(page.words) if word.folded in phrases]:
        if index < free:
            continue
        for phrase, clitic in phrases[page.words[index].folded]:
            end = index + len(phrase)
            if _stands(page, index, phrase):
                free = end
                yield RuleMatch(index, end, MentionType.GROUP, "known-group", _SCORE), clitic
                break


def _stands(page: GrammarPage, index: int, phrase: tuple[str, ...]) -> bool:
    last = index + len(phrase) - 1
    if last >= len(page.words) or any(page.folded(index + place) != word for place, word in enumerate(phrase) if place):
        return False
    if not all(goes_on(page, place) for place in range(index, last)):
        return False
    return not page.folded(last).isascii() or is_capital(page, last)


@lru_cache(maxsize=1)
def _phrases() -> Mapping[str, tuple[tuple[tuple[str, ...], int], ...]]:
    """Return first word -> phrases, the longest first; Arabic ones also behind the particles written onto them."""
    found: defaultdict[str, list[tuple[tuple[str, ...], int]]] = defaultdict(list)
    for group in KNOWN_GROUPS:
        phrase = tuple(folded_words(group))
        found[phrase[0]].append((phrase, 0))
        for form, clitic in written_onto(phrase[0]) if not phrase[0].isascii() else ():
            found[form].append((phrase, clitic))
    return {first: tuple(sorted(phrases, key=lambda each: (-len(each[0]), each))) for first, phrases in found.items()}
