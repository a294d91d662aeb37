"""Walks over an Arabic page once and reads a name wherever one can begin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from kashf.domain.entity import MentionType
from kashf.language.grammar.arabic.bodies import read_group, read_place
from kashf.language.grammar.arabic.people import is_before_son, read_named_after, read_person
from kashf.language.grammar.arabic.places import read_labelled, read_near, read_surnamed
from kashf.language.grammar.arabic.roles import read_role
from kashf.language.grammar.arabic.shapes import is_nisba, is_title_before_name
from kashf.language.grammar.grammar_page import GrammarPage
from kashf.language.grammar.lexicon import STARTS, Kind, LexiconEntry
from kashf.language.grammar.rule_match import RuleMatch
from kashf.language.words.folding import NOTHING

_CONTEXTS: Final = Kind.TITLE | Kind.VERB | Kind.FIELD
#: Words after which a name is expected, and before which one is.
_EXPECTING: Final = _CONTEXTS | Kind.NATION | Kind.PLACE_LABEL | Kind.PLACE_CONTEXT | Kind.RANK_TAIL
_BEGINNING: Final = STARTS | Kind.NAME_TOKEN
_FOLLOWING: Final = Kind.SON | Kind.NAME_ADJECTIVE | Kind.DIRECTION
_PERSONS: Final = Kind.NAME_TOKEN | Kind.FATHER | Kind.MOTHER | Kind.JOINED_FATHER | Kind.SERVANT | Kind.GIVEN
_GROUPS: Final = Kind.UNIT | Kind.OFFICE | Kind.THE_UNIT
_PLACES: Final = Kind.PLACE | Kind.PLACE_CLASS
_ROLES: Final = Kind.ROLE | Kind.THE_ROLE | Kind.MADE_ROLE
#: A title by itself, before a name.
_TITLE_SCORE: Final = 0.8
#: What stands behind the last word.
_NOTHING: Final = LexiconEntry(Kind.NONE, NOTHING)
_INVERTED_SCORE: Final = 0.75
#: Adjectives of nations between a post and its man.
_NATIONS: Final = 2


def find_arabic(page: GrammarPage) -> Iterator[RuleMatch]:
    """Yield the names of an Arabic page in order, none overlapping another."""
    free, after_role = 0, -1
    for index, may_begin in enumerate(_beginnings(page.entries)):
        if index < free or not (may_begin or index == after_role):
            continue
        context = _context(page, index, after_role=index == after_role)
        found = _read(page, index, context=context)
        if found is None:
            continue
        if found.type is MentionType.PERSON:
            yield from _titles(page, found.start, free=free)
        elif found.type is MentionType.ROLE:
            after_role = _behind_nations(page, found.end)
        free = found.end
        yield found


def _behind_nations(page: GrammarPage, end: int) -> int:
    """Return the index behind a post and the adjective of a nation: the Syrian minister of trade."""
    for _ in range(_NATIONS):
        if page.goes_on(end - 1) and page.plain_kind(end) & Kind.NATION:
            end += 1
    return end


def _beginnings(entries: Sequence[LexiconEntry]) -> Iterator[bool]:
    """Yield for each word whether a name may begin with it, by itself or because of its neighbours."""
    before, before_form = Kind.NONE, ""
    for (kind, form, _, _), (following, _, _, _) in pairwise((*entries, _NOTHING)):
        likely = kind & _BEGINNING or before & _EXPECTING or following & _FOLLOWING or form[-1:] == "ي" or before_form == "في"
        yield bool(likely)
        before, before_form = kind, form


def _read(page: GrammarPage, index: int, *, context: int) -> RuleMatch | None:
    kind = page.kind(index)
    found = read_labelled(page, index)
    if found is None and kind & _ROLES:
        found = read_role(page, index)
    if found is None and kind & _GROUPS:
        found = read_group(page, index)
    if found is None and kind & _PLACES:
        found = read_place(page, index)
    if found is None and kind & (Kind.FATHER | Kind.MOTHER):
        found = read_named_after(page, index)
    if found is None and (kind & _PERSONS or context or is_title_before_name(page, index) or is_before_son(page, index)):
        found = read_person(page, index, context=context)
    return found or _inverted(page, index) or read_near(page, index) or read_surnamed(page, index)


def _context(page: GrammarPage, index: int, *, after_role: bool) -> int:
    """Return what stands before a word and makes it likely that a person is named there."""
    for _ in range(_NATIONS):
        if index > 1 and page.kind(index - 1) & Kind.NATION and page.goes_on(index - 1) and page.goes_on(index - 2):
            index -= 1  # The Syrian minister X.
    before = page.kind(index - 1)
    if page.goes_on(index - 1):
        ranked = before & Kind.RANK_TAIL and (page.kind(index - 2) | page.kind(index - 3)) & Kind.RANK
        return Kind.TITLE if after_role or ranked else before & (Kind.TITLE | Kind.VERB)
    gap = page.gap(index - 1)
    if is_title_above(page, index):
        return Kind.TITLE
    if before & Kind.FIELD and gap.strip() == ":" and "\n" not in gap:
        return Kind.FIELD
    return Kind.FIELD if after_role and not gap.strip(" \t\r\n-–،,:") else Kind.NONE


def is_title_above(page: GrammarPage, index: int) -> bool:
    """Return whether the line before the one that begins at an index holds nothing but a title, as above a signature."""
    gap = page.gap(index - 1)
    if gap.strip(" \t\r") != "\n" or not (length := _title_length(page, index)):
        return False
    first = index - length
    return first == 0 or "\n" in page.gap(first - 1)


def _titles(page: GrammarPage, start: int, *, free: int) -> Iterator[RuleMatch]:
    """Yield the titles before a person, in order."""
    found: list[RuleMatch] = []
    first = start
    while first - 1 >= free and (page.goes_on(first - 1) or is_title_above(page, first)) and not page.entries[first].clitic:
        length = _title_length(page, first)
        if not length or first - length < free:
            break
        found.append(RuleMatch(first - length, first, MentionType.ROLE, "title", _TITLE_SCORE))
        first -= length
    yield from reversed(found)


def _title_length(page: GrammarPage, end: int) -> int:
    """Return how many words the title takes that ends before an index: three for العميد الركن الطيار, none where there is no title."""
    for length in (2, 3):
        if not page.kind(end - length + 1) & Kind.RANK_TAIL or not page.goes_on(end - length):
            break
        if page.kind(end - length) & Kind.RANK:
            return length
    return 1 if page.kind(end - 1) & Kind.TITLE else 0


def _inverted(page: GrammarPage, index: int) -> RuleMatch | None:
    """Return a person written family name first, as in a register: a nisba at the beginning of a field, a comma, a name, nothing else."""
    if not is_nisba(page, index) or page.goes_on(index - 1) or page.goes_on(index) or page.gap(index).strip() not in {",", "،"}:
        return None
    if index and not set(page.gap(index - 1)) & set("\n\t|;:"):
        return None
    person = read_person(page, index + 1) if page.kind(index + 1) & _PERSONS and not page.entries[index + 1].clitic else None
    if person is None or page.goes_on(person.end - 1) or person.rule.endswith("nisba") or page.gap(person.end - 1)[:1] in {"،", ","}:
        return None
    return RuleMatch(index, person.end, MentionType.PERSON, "family-first", _INVERTED_SCORE)
