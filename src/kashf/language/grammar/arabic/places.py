"""Places in Arabic that nothing in their name gives away: what stands before says that a place is named."""

from __future__ import annotations

from typing import Final

from kashf.domain.entity import MentionType
from kashf.language.grammar.arabic.shapes import is_boundary, is_given
from kashf.language.grammar.grammar_page import GrammarPage
from kashf.language.grammar.lexicon import Kind
from kashf.language.grammar.rule_match import RuleMatch
from kashf.language.tables import unit_words
from kashf.language.words.folding import fold

_MOST_WORDS: Final = 4
_LABELLED, _NEAR, _WRITTEN_IN = 0.8, 0.5, 0.75
#: "Written in ..." at the head or foot of a letter.
_WRITTEN: Final = frozenset({"حرر", "كتب", "صدر"})
_IN: Final = frozenset({"في", "ب"})
#: What the word for a place may not be for the rule of contexts.
_OTHER: Final = (
    Kind.STOP | Kind.VERB | Kind.COMMON_PLACE | Kind.NOT_PLACE | Kind.TITLE | Kind.THE_ROLE | Kind.THE_UNIT | Kind.DIRECTION | Kind.FIELD
)
_LEAST: Final = 4
#: Only a place has these: two words behind one of them are its name.
_PEOPLE_OF: Final = frozenset(fold(unit_words.PEOPLE_OF).split())
#: What tells two villages of one name apart.
_SURNAMES: Final = frozenset(fold(unit_words.PLACE_SURNAMES).split())


def read_labelled(page: GrammarPage, at: int) -> RuleMatch | None:
    """Return the place behind a label (المكان:) or behind "written in", which fills its line."""
    if page.goes_on(at - 1):
        is_written = page.form(at - 1) in _IN and page.form(at - 2) in _WRITTEN and not page.goes_on(at - 3)
        return _rest_of_line(page, at, rule="written-in", score=_WRITTEN_IN) if is_written else None
    gap = page.gap(at - 1)
    is_labelled = page.kind(at - 1) & Kind.PLACE_LABEL and gap.strip() == ":" and "\n" not in gap
    return _rest_of_line(page, at, rule="place-label", score=_LABELLED) if is_labelled else None


def read_near(page: GrammarPage, at: int) -> RuleMatch | None:
    """Return the place named behind "near", "towards", "the people of", if it is one word that no list of common nouns holds."""
    if not page.kind(at - 1) & Kind.PLACE_CONTEXT or not page.goes_on(at - 1) or page.entries[at].clitic:
        return None
    form = page.form(at)
    if page.kind(at) & _OTHER or len(form) < _LEAST or form.isascii() or is_given(page, at) or is_boundary(page, at):
        return None
    end = at + 1
    if page.goes_on(at) and page.kind(end) & Kind.NAME_ADJECTIVE:
        end += 1
    elif not form.startswith("ال") and page.goes_on(at) and page.form(end).startswith("ال"):
        if page.form(at - 1) not in _PEOPLE_OF or page.kind(end) & _OTHER:
            return None
        end += 1
    return RuleMatch(at, end, MentionType.PLACE, "near", _NEAR)


def read_surnamed(page: GrammarPage, at: int) -> RuleMatch | None:
    """Return the place that is told from its namesake by an adjective with the article, which no common noun without one takes."""
    entry = page.entries[at]
    if entry.clitic or entry.kind & ~Kind.NAME_TOKEN or not page.goes_on(at) or entry.form.startswith("ال") or len(entry.form) < _LEAST:
        return None
    adjective = page.entries[at + 1]
    if adjective.clitic or adjective.form not in _SURNAMES or is_boundary(page, at):
        return None
    return RuleMatch(at, at + 2, MentionType.PLACE, "surnamed", 0.7)


def _rest_of_line(page: GrammarPage, at: int, *, rule: str, score: float) -> RuleMatch | None:
    end = at + 1
    while end - at < _MOST_WORDS and page.goes_on(end - 1) and not page.kind(end) & (Kind.STOP | Kind.VERB):
        end += 1
    whole = not page.goes_on(end - 1) or bool(page.kind(end) & Kind.STOP)
    return RuleMatch(at, end, MentionType.PLACE, rule, score) if whole and not page.form(at).isdecimal() else None
