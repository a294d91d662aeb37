"""Persons in registers, forms and signatures in Latin letters, where the place on the line says that somebody is named."""

from __future__ import annotations

from typing import Final

from kashf.domain.entity import MentionType
from kashf.language.grammar.grammar_page import GrammarPage
from kashf.language.grammar.latin.latin_page import has_name, may_be_name, tells_of_people
from kashf.language.grammar.latin.latin_persons import begins_name, is_title, read_latin_person
from kashf.language.grammar.latin.latin_shapes import goes_on, is_all_capitals, is_article_at, is_capital, is_father, run_end, vocabulary
from kashf.language.grammar.rule_match import RuleMatch
from kashf.language.person_names.vocabulary import is_common_given_name

_MOST_WORDS: Final = 5
_LONGEST_LABEL: Final = 4
_FAMILY_FIRST, _LABELLED, _SIGNED = 0.8, 0.8, 0.6
#: What may stand before a name that is alone on its line or in its cell.
_BEFORE: Final = "\n\r\t|;:]"
_BEHIND: Final = "\n\r\t|;,("


def read_family_first(page: GrammarPage, at: int) -> RuleMatch | None:
    """Return a person written family name first: Al-Shamali, Abu Mohammed; before a given name where nothing else is on the line."""
    name = at + (2 if is_article_at(page, at) else 1)
    if not is_capital(page, name - 1) or name >= len(page.words) or "\n" in page.gap(name - 1):
        return None
    begins_field = at == 0 or not goes_on(page, at - 1)
    comma = page.gap(name - 1).strip() == ","
    if not begins_field or not (is_father(page, name) or (comma and _is_alone(page, at, name))):
        return None
    capitals = is_all_capitals(page, name - 1) and not is_all_capitals(page, name)
    if not (comma or (capitals and goes_on(page, name - 1))):
        return None
    end = run_end(page, name)
    has_nisba = is_father(page, name) and (end - name > 2 or any(is_article_at(page, index) for index in range(name + 1, end)))
    return None if has_nisba else RuleMatch(at, end, MentionType.PERSON, "family-first", _FAMILY_FIRST)


def _is_alone(page: GrammarPage, at: int, name: int) -> bool:
    """Return whether family and given name fill a line or a cell."""
    end = run_end(page, name)
    is_family = is_article_at(page, at) or (may_be_name(page, at) and tells_of_people(page))
    if not is_family or end == name or end - name > _MOST_WORDS or not begins_name(page, name):
        return False
    return _begins_line(page, at) and _ends_line(page, end)


def read_labelled_person(page: GrammarPage, at: int) -> RuleMatch | None:
    """Return the person whose name stands behind a label (Name/Kunya:, Signed:) or by itself on a line, as under a letter."""
    end = run_end(page, at)
    if end == at or end - at > _MOST_WORDS or is_title(page, at) or not _ends_line(page, end):
        return None
    if _is_labelled(page, at):
        is_other = not has_name(page, at, end) or read_latin_person(page, at)
        return None if is_other else RuleMatch(at, end, MentionType.PERSON, "label", _LABELLED)
    is_name = end == at + 1 and _begins_line(page, at) and may_be_name(page, at) and tells_of_people(page)
    return RuleMatch(at, end, MentionType.PERSON, "signed", _SIGNED) if is_name and is_common_given_name(page.folded(at)) else None


def _is_labelled(page: GrammarPage, at: int) -> bool:
    if at == 0 or page.gap(at - 1).strip(" *_") != ":" or "\n" in page.gap(at - 1):
        return False
    first = at - 1
    while first > 0 and at - first < _LONGEST_LABEL and "\n" not in page.gap(first - 1):
        first -= 1
    return any(page.folded(index) in vocabulary("PERSON_LABELS") for index in range(first, at))


def _begins_line(page: GrammarPage, at: int) -> bool:
    if at == 0 or any(sign in page.gap(at - 1) for sign in _BEFORE):
        return True
    is_number = page.folded(at - 1).isdecimal() and page.gap(at - 1).strip() in {"", ".", ")", "-"}
    return is_number and (at == 1 or "\n" in page.gap(at - 2))


def _ends_line(page: GrammarPage, end: int) -> bool:
    gap = page.gap(end - 1)
    return end == len(page.words) or any(sign in gap for sign in _BEHIND)
