"""Persons in Latin letters: Abu X al-Y, X bin Y, titles before capital words, family name first in registers."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from kashf.domain.entity import MentionType
from kashf.language.grammar.grammar_page import GrammarPage
from kashf.language.grammar.latin.latin_bodies import stands_where_places_do
from kashf.language.grammar.latin.latin_page import has_name, is_word, may_be_name
from kashf.language.grammar.latin.latin_shapes import (
    goes_on,
    is_all_capitals,
    is_article_at,
    is_capital,
    is_father,
    is_head,
    is_son,
    run_end,
    vocabulary,
)
from kashf.language.grammar.posts import post_of
from kashf.language.grammar.rule_match import RuleMatch
from kashf.language.person_names import vocabulary as person_vocabulary
from kashf.language.person_names.particles import behind_father, completes_compound, is_servant, split_compound
from kashf.language.person_names.titles import may_be_a_name
from kashf.language.person_names.vocabulary import MOTHER, PARTICLES, is_common_given_name, is_given_name
from kashf.language.places.other_names import other_place_names
from kashf.language.words.folding import Folded

_MOST_WORDS: Final = 9
#: What stands before men as well as before places.
_ALSO_BEFORE_MEN: Final = frozenset({"to", "from", "bei", "von", "pour"})
#: Letters of a noun in the construct state (mazraat, tallat), which heads a place and is no given name.
_LEAST_CONSTRUCT: Final = 5
#: Words of a name that no list has the first of, and letters of that.
_LEAST_BEHIND_UNKNOWN, _LEAST_UNKNOWN = 3, 4
#: Tables of words that stand before names, and are no part of them.
_BEFORE_MEN: Final = ("PERSON_LABELS", "POSTS", "POST_WORDS", "OF_PLACES", "PLACE_HEADS", "PLACE_TAILS", "BODIES", "GROUP_TAILS")
#: First words of months: Rabi al-Thani.
_BEFORE_MONTHS: Final = frozenset({"rabi", "jumada", "dhu", "zu", "dhul", "zul"})
#: Of the titles that are names too those that English has as its own words, so that whoever writes them means the title.
_ENGLISH_TITLES: Final = frozenset({"emir"})
#: Words of compounds that are written as one and are names: Abdullah, Abdulkarim, Nasrallah.
_OF_GOD: Final = frozenset({"abd", "allah"})
#: Last letters of a nisba.
_NISBA: Final = ("i", "y")
_FEMININE: Final = ("iyya", "iya", "iyyah", "iyah", "iyat", "iyyat")


def read_latin_person(page: GrammarPage, at: int) -> RuleMatch | None:
    """Return the person whose name begins with the word at an index, the title before it left out."""
    end = run_end(page, at)
    if end > at and is_title_before_name(page, at):
        person = read_latin_person(page, at + 1)
        return replace(person, start=at) if person else RuleMatch(at, at + 2, MentionType.PERSON, "names", 0.75)
    if end == at or (is_title(page, at) and not is_father(page, at)):
        return None
    rule, score = "", 0.0
    if is_father(page, at):
        if _is_unknown_kunya(page, at, end):
            return _named_after(page, at, end)
        rule, score = "kunya", 0.95
    elif _is_joined_father(page, at):
        rule, score = "kunya", 0.85
    else:
        rule, score = _shape(page, at, end)
    return _person(page, at, end, rule=rule, score=score) if rule else None


def _is_unknown_kunya(page: GrammarPage, at: int, end: int) -> bool:
    """Return whether nothing stands behind Abu or Umm but one word that nobody is known to be called."""
    name = at + 2 if is_article_at(page, at + 1) else at + 1
    return end == name + 1 and not is_given_name(page.folded(name))


def _named_after(page: GrammarPage, at: int, end: int) -> RuleMatch:
    """Return the place called "father of" something where one is expected, or "mother of the" something; else a man, less surely."""
    is_mother = PARTICLES.get(page.folded(at)) == MOTHER and is_article_at(page, at + 1)
    is_place = is_mother or (stands_where_places_do(page, at) and page.folded(at - 1) not in _ALSO_BEFORE_MEN)
    if is_place and not (goes_on(page, at - 1) and is_title(page, at - 1)):
        return RuleMatch(at, end, MentionType.PLACE, "named-after", 0.55)
    return RuleMatch(at, end, MentionType.PERSON, "kunya", 0.7)


def _shape(page: GrammarPage, at: int, end: int) -> tuple[str, float]:
    """Return what makes a row of capital words a person's name, and how sure that is; "" and 0 when nothing does."""
    for index in range(at + 1, min(end, at + _MOST_WORDS)):
        if is_father(page, index):
            return ("name-kunya", 0.85) if is_given_name(page.folded(at)) or is_all_capitals(page, at) else ("", 0.0)
        if is_son(page, index):
            return "name-nasab", 0.93
        if is_article_at(page, index):
            if page.folded(index - 1) in vocabulary("PLACE_HEADS") and index - 1 > at:
                return "", 0.0  # A capital word before a place: Richtung Tell al-X.
            return _before_nisba(page, at, article=index)
    given = end - at > 1 and not is_article_at(page, at) and (begins_name(page, at) or _is_unknown_given(page, at, end))
    return ("names", 0.75) if given else ("", 0.0)


def _before_nisba(page: GrammarPage, at: int, *, article: int) -> tuple[str, float]:
    """Return how sure X al-Y is a person: a given name says so; a feminine in -at, or "in" before, rather a place."""
    first = page.folded(article - 1)
    is_place = article == at + 1 and is_head(page.folded(article + 1), "PLACE_SURNAMES")
    if is_given_name(page.folded(at)) and not is_place:
        return "name-nisba", 0.93
    is_construct = is_place or (article == at + 1 and _is_construct(first)) or is_word(page, at)
    return ("", 0.0) if is_construct or stands_where_places_do(page, at) else ("name-nisba", 0.8)


def _is_unknown_given(page: GrammarPage, at: int, end: int) -> bool:
    """Return whether a word that no list has is the first of a name, right before a given name and a family: Zelal Hesen Osman."""
    if end - at < _LEAST_BEHIND_UNKNOWN or page.gap(at) != " " or page.gap(at + 1) != " " or not begins_name(page, at + 1):
        return False
    folded = page.folded(at)
    if (
        any(is_title(page, index) for index in range(at, at + 3))
        or any(folded in vocabulary(table) for table in _BEFORE_MEN)
        or post_of(folded)
    ):
        return False
    in_capitals = is_all_capitals(page, at) and is_all_capitals(page, at + 1) and not is_word(page, at)
    is_name = len(folded) >= _LEAST_UNKNOWN and (in_capitals or may_be_name(page, at))
    return is_name and not _is_construct(folded) and not other_place_names(folded)


def begins_name(page: GrammarPage, at: int) -> bool:
    """Return whether a given name, or "servant of", stands at an index; one that is also a word of English (Red, Safe) is none."""
    folded = page.folded(at)
    if is_word(page, at) or _is_construct(folded):
        return False
    return is_given_name(folded) or is_servant(folded) or _is_of_god(folded)


def _is_of_god(word: Folded) -> bool:
    parts = split_compound(word)
    return len(parts) > 1 and not _OF_GOD.isdisjoint(parts)


def read_titled(page: GrammarPage, at: int) -> RuleMatch | None:
    """Return the person named behind a title that ends before the word at an index."""
    end = run_end(page, at)
    is_alone = end == at + 1 and is_common_given_name(page.folded(at))
    if end == at or (is_title(page, at) and not is_alone and not is_title_before_name(page, at)):
        return None
    if person := read_latin_person(page, at):
        return person
    is_name = is_article_at(page, at) or (may_be_name(page, at) if end == at + 1 else has_name(page, at, end))
    return _person(page, at, end, rule="titled", score=0.8 if end - at > 1 else 0.65) if is_name else None


def is_title_before_name(page: GrammarPage, at: int) -> bool:
    """Return whether a title that may be a name (Amir, Wali, Shah) stands right before a given name or a whole name, not before a kunya."""
    name = at + 1
    if (
        not may_be_a_name(page.folded(at))
        or page.folded(at) in _ENGLISH_TITLES
        or not is_capital(page, at)
        or not goes_on(page, at)
        or not is_capital(page, name)
    ):
        return False
    if is_father(page, name) or _is_joined_father(page, name):
        return False
    return begins_name(page, name) or may_be_a_name(page.folded(name)) or _shape(page, name, run_end(page, name))[0] == "name-nasab"


def is_title(page: GrammarPage, index: int) -> bool:
    """Return whether the word at an index is a title or a form of address."""
    return page.folded(index).isascii() and person_vocabulary.is_title(page.folded(index))


def read_nisba(page: GrammarPage, at: int, *, after_preposition: bool) -> RuleMatch | None:
    """Return what al-X alone names: a man where it has the ending of a nisba, a place where it has that of a feminine; else a place."""
    if not is_article_at(page, at) or run_end(page, at) != at + 2 or page.folded(at - 1) in _BEFORE_MONTHS:
        return None
    if page.folded(at + 1).endswith(_FEMININE):
        return RuleMatch(at, at + 2, MentionType.PLACE, "article", 0.5)
    is_nisba = page.folded(at + 1).endswith(_NISBA)
    if is_nisba and not after_preposition:
        return RuleMatch(at, at + 2, MentionType.PERSON, "nisba", 0.5)
    if page.folded(at + 1) in vocabulary("PLACE_HEADS"):
        return RuleMatch(at, at + 2, MentionType.PLACE, "place-head", 0.6)
    return RuleMatch(at, at + 2, MentionType.PLACE, "article", 0.5) if after_preposition else None


def _ends_in_nisba(page: GrammarPage, at: int, index: int) -> bool:
    """Return whether a name ends before the word at an index, with al-X; not Abd al-X, Abu al-X and X al-Din, which go on."""
    if index - 2 <= at or not is_article_at(page, index - 2) or is_article_at(page, index) or is_son(page, index):
        return False
    first, second = page.folded(index - 3), page.folded(index - 1)
    return not (is_father(page, index - 3) or completes_compound(first, second))


def _person(page: GrammarPage, at: int, end: int, *, rule: str, score: float) -> RuleMatch | None:
    """Return a person of at most nine words; a title within begins another name."""
    end = min(end, at + _MOST_WORDS)
    for index in range(at + 1, end):
        is_next = is_title(page, index) and index + 1 < end and not is_title_before_name(page, index)
        if is_next or _ends_in_nisba(page, at, index):
            end = index
            break
    while end > at and is_article_at(page, end - 1):
        end -= 1
    return RuleMatch(at, end, MentionType.PERSON, rule, score) if end > at else None


def _is_joined_father(page: GrammarPage, at: int) -> bool:
    rest = behind_father(page.folded(at))
    return bool(rest) and is_given_name(rest) and not is_given_name(page.folded(at))


def read_construct(page: GrammarPage, at: int) -> RuleMatch | None:
    """Return the place whose head is a feminine noun in -at that nobody is called, or that is told from its namesake by an adjective."""
    first = page.folded(at)
    is_head_word = is_capital(page, at) and goes_on(page, at) and is_article_at(page, at + 1)
    if is_head_word and is_head(page.folded(at + 2), "PLACE_SURNAMES"):
        return RuleMatch(at, run_end(page, at), MentionType.PLACE, "surnamed", 0.7)
    if not is_head_word or not _is_construct(first) or is_given_name(first):
        return None
    return RuleMatch(at, run_end(page, at), MentionType.PLACE, "construct", 0.6)


def _is_construct(word: str) -> bool:
    """Return whether a folded word ends as a feminine noun does before another (mazraat al-), and is no name that ends so."""
    return len(word) >= _LEAST_CONSTRUCT and word.endswith(("at", "et")) and word not in vocabulary("NAMES_IN_AT")
