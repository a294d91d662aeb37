"""Walks over an Arabic page once and reads a name wherever one can begin."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kashf.domain.entity import MentionType
from kashf.language.mentions.arabic_bodies import read_group, read_place
from kashf.language.mentions.arabic_persons import read_named_after, read_person
from kashf.language.mentions.arabic_roles import read_role
from kashf.language.mentions.arabic_spots import read_labelled, read_near
from kashf.language.mentions.arabic_words import is_nisba
from kashf.language.mentions.found import Found
from kashf.language.mentions.lexicon import STARTS, Kind
from kashf.language.mentions.page import Page

_CONTEXTS: Final = Kind.TITLE | Kind.VERB | Kind.FIELD
_PLACE_CONTEXTS: Final = Kind.PLACE_LABEL | Kind.PLACE_CONTEXT
_PERSONS: Final = Kind.FATHER | Kind.MOTHER | Kind.JOINED_FATHER | Kind.SERVANT | Kind.GIVEN
_GROUPS: Final = Kind.UNIT | Kind.OFFICE | Kind.THE_UNIT
_PLACES: Final = Kind.PLACE | Kind.PLACE_CLASS
_ROLES: Final = Kind.ROLE | Kind.THE_ROLE
#: A title by itself, before a name.
_TITLE_SCORE: Final = 0.8
_INVERTED_SCORE: Final = 0.75


def find_arabic(page: Page) -> Iterator[Found]:
    """Yield the names of an Arabic page in order, none overlapping another."""
    free, after_role, before = 0, -1, Kind.NONE
    for index, (kind, form, _, _) in enumerate(page.entries):
        expected = before & (_CONTEXTS | _PLACE_CONTEXTS) or (form and page.form(index - 1) == "في")
        before = kind
        if index < free or not (expected or kind & STARTS or form[-1:] == "ي" or index == after_role):
            continue
        context = _context(page, index, after_role=index == after_role)
        found = _read(page, index, context=context)
        if found is None:
            continue
        if found.type is MentionType.PERSON:
            yield from _titles(page, found.start, free=free)
        elif found.type is MentionType.ROLE:
            after_role = found.end
        free = found.end
        yield found


def _read(page: Page, index: int, *, context: Kind) -> Found | None:
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
    if found is None and (kind & _PERSONS or context):
        found = read_person(page, index, context=context)
    return found or _inverted(page, index) or read_near(page, index)


def _context(page: Page, index: int, *, after_role: bool) -> Kind:
    """Return what stands before a word and makes it likely that a person is named there."""
    before = page.kind(index - 1)
    if page.goes_on(index - 1):
        return Kind.TITLE if after_role else before & (Kind.TITLE | Kind.VERB)
    gap = page.gap(index - 1)
    if before & Kind.FIELD and gap.strip() == ":" and "\n" not in gap:
        return Kind.FIELD
    return Kind.FIELD if after_role and not gap.strip(" \t\r\n-–،,:") else Kind.NONE


def _titles(page: Page, start: int, *, free: int) -> Iterator[Found]:
    """Yield the titles before a person, in order."""
    first = start
    while first - 1 >= free and page.goes_on(first - 1) and page.kind(first - 1) & Kind.TITLE and not page.entries[first].clitic:
        first -= 1
    for index in range(first, start):
        yield Found(index, index + 1, MentionType.ROLE, "title", _TITLE_SCORE)


def _inverted(page: Page, index: int) -> Found | None:
    """Return a person written family name first, as in a register: a nisba at the beginning of a field, a comma, a name, nothing else."""
    if not is_nisba(page, index) or page.goes_on(index - 1) or page.goes_on(index) or page.gap(index).strip() not in {",", "،"}:
        return None
    if index and not set(page.gap(index - 1)) & set("\n\t|;:"):
        return None
    person = read_person(page, index + 1) if page.kind(index + 1) & _PERSONS and not page.entries[index + 1].clitic else None
    if person is None or page.goes_on(person.end - 1) or person.rule.endswith("nisba") or page.gap(person.end - 1)[:1] in {"،", ","}:
        return None
    return Found(index, person.end, MentionType.PERSON, "family-first", _INVERTED_SCORE)
