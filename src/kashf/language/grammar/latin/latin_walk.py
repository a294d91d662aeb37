"""Walks over the Latin words of a page once and reads a name wherever capital letters or a word that goes before one let it begin."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Final

from kashf.domain.entity import MentionType
from kashf.language.grammar.grammar_page import GrammarPage
from kashf.language.grammar.latin.latin_bodies import (
    read_initials,
    read_latin_group,
    read_latin_place,
    read_latin_spot,
    read_numbered_group,
)
from kashf.language.grammar.latin.latin_fields import read_family_first, read_labelled_person
from kashf.language.grammar.latin.latin_persons import (
    is_title,
    is_title_before_name,
    read_construct,
    read_latin_person,
    read_nisba,
    read_titled,
)
from kashf.language.grammar.latin.latin_roles import read_latin_role
from kashf.language.grammar.latin.latin_shapes import goes_on, is_all_capitals, is_article_at, is_capital, run_end, vocabulary
from kashf.language.grammar.rule_match import RuleMatch
from kashf.language.words.common_words import is_english_word

_TITLE_SCORE: Final = 0.8
_CODE_SCORE: Final = 0.8
#: Behind a name with one of these between, X al-Y is the place in the next column of a table; the names of men have a comma between.
_ROW_GAPS: Final = frozenset({"", ";", "|"})
#: Score of X al-Y where X is no given name that is known.
_UNKNOWN: Final = 0.8
#: Articles of all romanisations in small letters, most of which are also words.
_SMALL_ARTICLES: Final = frozenset(
    ("al", "el", "ul", "ash", "as", "az", "an", "ar", "at", "ad", "ed", "es", "er", "et", "en", "asch", "ach", "esh", "ech", "ez")
)
_READERS: Final[tuple[Callable[[GrammarPage, int], RuleMatch | None], ...]] = (
    read_family_first,
    read_latin_group,
    read_latin_place,
    read_labelled_person,
    read_latin_person,
    read_construct,
    read_latin_spot,
)


def find_latin(page: GrammarPage) -> Iterator[RuleMatch]:
    """Yield the names in Latin letters of a page in order, none overlapping another."""
    free, small = 0, _small_triggers()
    text = page.text
    for index, start, folded in [(index, start, folded) for index, (start, _, folded) in enumerate(page.words) if folded.isascii()]:
        first = text[start]
        if index < free or not (first.isupper() or folded in small or first.isdigit()):
            continue
        if first.isdigit():
            if numbered := read_numbered_group(page, index):
                free = numbered.end
                yield numbered
            continue
        if folded in _SMALL_ARTICLES and not first.isupper() and not is_article_at(page, index):
            continue
        if is_english_word(folded) and _is_only_a_word(page, index):
            continue
        for found in _read(page, index, after_name=0 < index == free and page.gap(index - 1).strip() in _ROW_GAPS):
            free = found.end
            yield found


def _is_only_a_word(page: GrammarPage, index: int) -> bool:
    """Return whether a common word with a capital letter begins no name: it heads none, and nothing behind it goes on or ends."""
    following = page.folded(index + 1)
    if page.folded(index) in _heads() or not goes_on(page, index):
        return page.folded(index) not in _heads() and page.gap(index)[:1] not in {",", "'", "’", "،"} and not is_all_capitals(page, index)
    return following not in _tails() and not is_capital(page, index + 1) and not is_article_at(page, index + 1)


@lru_cache(maxsize=1)
def _heads() -> frozenset[str]:
    """Return the words that may head a name, or stand before one."""
    names = ("TITLES", "ADDRESSES", "POSTS", "POST_WORDS", "RANKS", "GROUP_HEADS", "ARABIC_GROUP_HEADS", "BODIES", "PLACE_CLASS_HEADS")
    more = ("PLACE_HEADS", "OPERATIONS", "UNIT_NOUNS", "GROUP_TAILS")
    return frozenset().union(*(vocabulary(name) for name in (*names, *more)))


@lru_cache(maxsize=1)
def _tails() -> frozenset[str]:
    """Return the words in small letters that may go on with a name of one word, or end it."""
    names = ("SMALL_TAILS", "UNIT_NOUNS", "PLACE_TAILS", "PLACE_MIDDLES", "PLACE_CLASS_TAILS", "TURKISH_PLACE_TAILS", "OF")
    particles = frozenset({"bin", "ibn", "ben", "bint", "b", "and", "of"})
    return frozenset().union(*(vocabulary(name) for name in names), particles)


def _read(page: GrammarPage, index: int, *, after_name: bool) -> Iterator[RuleMatch]:
    if initials := read_initials(page, index):
        yield initials
        return
    if page.folded(index) in vocabulary("NOT_NAMES") and page.folded(index) not in vocabulary("PLACE_HEADS"):
        return
    if role := read_latin_role(page, index):
        yield role
        person = read_titled(page, role.end) if goes_on(page, role.end - 1) and not read_latin_role(page, role.end) else None
        yield from (person,) if person else ()
        return
    if is_title(page, index) and goes_on(page, index) and not is_title_before_name(page, index):
        yield from _titled(page, index)
        return
    found = _operation(page, index) or next((one for reader in _READERS if (one := reader(page, index))), None)
    if found is None:
        after_preposition = index > 0 and goes_on(page, index - 1) and page.folded(index - 1) in vocabulary("PLACE_PREPOSITIONS")
        found = read_nisba(page, index, after_preposition=after_preposition)
    if found:
        yield _retyped(page, found, after_name=after_name) if found.rule == "name-nisba" else found


def _retyped(page: GrammarPage, found: RuleMatch, *, after_name: bool) -> RuleMatch:
    """Return X al-Y as the group it is behind an article, or as the place that it is in the next column; else as the person it was."""
    is_given = found.score > _UNKNOWN
    if not is_given and goes_on(page, found.start - 1) and page.folded(found.start - 1) == "the":
        return replace(found, type=MentionType.GROUP, score=0.5)
    is_column = after_name and (not is_given or goes_on(page, found.start - 1))
    return replace(found, type=MentionType.PLACE, score=0.5) if is_column else found


def _titled(page: GrammarPage, index: int) -> Iterator[RuleMatch]:
    """Yield a title and the person behind it; a group whose name begins with a word that is a title too (General Council) as a group."""
    group = read_latin_group(page, index) if is_capital(page, index) else None
    if group and not is_title(page, index + 1):
        yield group
        return
    person = read_titled(page, index + 1)
    if person is None or (page.folded(index) in vocabulary("NOT_NAMES")):
        return
    if page.folded(index) in vocabulary("TITLES") | vocabulary("ADDRESSES"):
        yield RuleMatch(index, index + 1, MentionType.ROLE, "title", _TITLE_SCORE)
    yield person


def _operation(page: GrammarPage, index: int) -> RuleMatch | None:
    """Return the code name behind the word "Operation"."""
    is_word_for_it = page.folded(index) in vocabulary("OPERATIONS") and is_capital(page, index) and goes_on(page, index)
    if not is_word_for_it or (goes_on(page, index - 1) and is_capital(page, index - 1)):
        return None  # Behind a capital word it is part of a name: the Plain Operation Room.
    end = run_end(page, index + 1)
    return RuleMatch(index + 1, end, MentionType.CODE_NAME, "operation", _CODE_SCORE) if end > index + 1 else None


@lru_cache(maxsize=1)
def _small_triggers() -> frozenset[str]:
    """Return the words at which a name may begin, or is announced, though they are written small."""
    names = ("TITLES", "POSTS", "GROUP_HEADS", "PLACE_CLASS_HEADS")
    purposes = {"signals", "engineer", "engineers", "crossings", "supply", "dam", "guard", "transport", "medical", "border", "reserve"}
    return frozenset().union(*(vocabulary(name) for name in names), _SMALL_ARTICLES, purposes)
