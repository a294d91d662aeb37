"""What may end a man's name in Arabic: by-names, families that lists know, families that nobody knows, and آل before one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from kashf.language.grammar.arabic.shapes import is_boundary
from kashf.language.grammar.grammar_page import GrammarPage
from kashf.language.grammar.lexicon import Kind, is_family_name

#: Letters of a family's name without the article; endings that it does not have: accusatives, plurals, common feminines.
_LEAST_FAMILY: Final = 4
_NO_FAMILY: Final = ("ا", "ه", "ين", "ون", "ات", "ان")
#: What governs a name, so that no object of a verb stands behind it.
_PREPOSITIONS: Final = frozenset({"علي", "عند", "من", "الي", "مع", "عن", "لدي", "بحضور", "بين", "ضد", "بتوقيع", "توقيع", "لصالح", "باسم"})
#: What ends the phrase of a name.
_ENDING: Final = Kind.STOP | Kind.VERB | Kind.ROLE | Kind.MADE_ROLE | Kind.THE_ROLE
#: Letters of verbs and of particles written onto a word, at its beginning.
_LETTERS_BEFORE: Final = frozenset("وفبليتسا")
#: آل, folded.
_HOUSE_OF: Final = "ال"


@dataclass(slots=True)
class NameSoFar:
    """The parts of a name read so far."""

    start: int
    end: int
    has_kunya: bool = False
    is_known: bool = False
    is_common: bool = False
    given: int = 0
    nasabs: int = 0
    nisbas: int = 0
    is_woman: bool = False


def is_house_of(page: GrammarPage, at: int) -> bool:
    """Return whether آل stands at an index with the name of a family behind it."""
    if page.folded(at) != _HOUSE_OF or not page.goes_on(at):
        return False
    name = page.entries[at + 1]
    return len(name.form) > 1 and not name.kind & (Kind.STOP | Kind.VERB) and not name.form.startswith("ال")


def is_family_of_father(page: GrammarPage, row: NameSoFar) -> bool:
    """Return whether a name goes on with a family called "father of" something, in the nominative: محمود أبو شنب."""
    name = page.entries[row.end + 1]
    is_name = row.given > 0 and not (row.is_common and row.given + row.nasabs < 2) and page.form(row.end) == "ابو"
    return is_name and not name.clitic and not name.kind & ~Kind.NAME_TOKEN and not is_boundary(page, row.end + 1)


def is_given_with_article(page: GrammarPage, at: int, row: NameSoFar | None = None) -> bool:
    """Return whether a family is named after a given name: الحسن, العلي; behind two words of one also what things are (الصافي)."""
    entry = page.entries[at]
    is_sure = row is not None and not row.is_common and row.end - row.start > 1
    if not entry.form.startswith("ال") or entry.clitic or entry.kind & (Kind.STOP | Kind.TITLE):
        return False
    if entry.kind & Kind.NOT_NISBA and not is_sure:
        return False
    return is_family_name(entry.form)


def is_by_name(page: GrammarPage, row: NameSoFar) -> bool:
    """Return whether a word that may end a man's name stands behind it: an adjective (the lame), or what is known as part of names."""
    entry = page.entries[row.end]
    if not (row.has_kunya or row.given) or entry.kind & (Kind.STOP | Kind.VERB | Kind.TITLE):
        return False
    if entry.kind & Kind.NAME_ADJECTIVE:
        return not entry.form.endswith(("ه", "اء"))
    if entry.kind & Kind.TITLE_OR_NAME and entry.kind & Kind.WEAK_PLACE:
        is_sure = row.given + row.nasabs > 1 and not page.form(row.end + 1).startswith("ال")
        return not entry.clitic and (is_sure or not page.goes_on(row.end))  # خان: a title behind the name, an inn before a place.
    if entry.form.startswith("ال"):
        return entry.kind == Kind.NAME_TOKEN or (not entry.kind and (_is_before_father(page, row) or _is_by_family(page, row)))
    if _sounds_like_family(page, row):
        return True
    ends = not page.goes_on(row.end) or not page.form(row.end + 1).startswith("ال")
    return ends and (entry.kind == Kind.NAME_TOKEN or _is_unknown_family(page, row))


def _is_before_father(page: GrammarPage, row: NameSoFar) -> bool:
    """Return whether بن or بنت stands behind a word with the article, so that no object of a verb does: سعاد خليل الدغيم بنت خليل."""
    return row.given > 0 and page.goes_on(row.end) and bool(page.kind(row.end + 1) & Kind.SON)


def _is_by_family(page: GrammarPage, row: NameSoFar) -> bool:
    return _is_governed(page, row.start) and _ends_phrase(page, row.end)


def _is_governed(page: GrammarPage, start: int) -> bool:
    """Return whether a preposition governs the name, so that no object of a verb can stand behind it."""
    while page.goes_on(start - 1) and not page.entries[start].clitic and page.kind(start - 1) & Kind.TITLE:
        start -= 1
    if page.entries[start].clitic:
        return page.folded(start)[0] in "لب"
    return page.goes_on(start - 1) and (page.form(start - 1) in _PREPOSITIONS or bool(page.kind(start - 1) & Kind.SON))


def _ends_phrase(page: GrammarPage, at: int) -> bool:
    """Return whether the word at an index can be a by-name, singular and masculine, and a phrase ends with it."""
    if page.form(at).endswith(_NO_FAMILY):
        return False
    return not page.goes_on(at) or bool(page.kind(at + 1) & (Kind.STOP | Kind.VERB)) or page.folded(at + 1)[0] in "وفبلي"


def _is_unknown_family(page: GrammarPage, row: NameSoFar) -> bool:
    """Return whether a word that no list knows ends a name that is sure to be one: no verb, no object, no plural, and a phrase ends."""
    entry = page.entries[row.end]
    if entry.kind or is_boundary(page, row.end) or len(entry.form) < _LEAST_FAMILY or entry.form.endswith(_NO_FAMILY):
        return False
    is_only_a_word = row.is_common and row.given + row.nasabs < 2
    is_particled = row.is_common and entry.form[0] in "وفبل"
    if not row.has_kunya and (is_only_a_word or is_particled or row.given + row.nasabs < 1):
        return False
    return not page.goes_on(row.end) or bool(page.kind(row.end + 1) & _ENDING) or page.folded(row.end + 1)[0] in "وفبلي"


def _sounds_like_family(page: GrammarPage, row: NameSoFar) -> bool:
    """Return whether a single given name has an unknown word behind it that ends as families do: محمد خاتمي, فدوى طوقان."""
    entry = page.entries[row.end]
    is_single = row.given == 1 and not (row.has_kunya or row.nasabs or row.is_common)
    is_unknown = not entry.kind & ~Kind.NAME_TOKEN and len(entry.form) >= _LEAST_FAMILY and entry.form.endswith(("ي", "ان"))
    return is_single and is_unknown and entry.form[0] not in _LETTERS_BEFORE and not is_boundary(page, row.end)


def is_title_of_the_next(page: GrammarPage, at: int) -> bool:
    """Return whether الشيخ, which may end a name, begins the next one."""
    return bool(page.kind(at) & Kind.TITLE) and page.goes_on(at) and bool(page.kind(at + 1) & (Kind.FATHER | Kind.GIVEN))


def family_name(page: GrammarPage, row: NameSoFar, *, context: int) -> int:
    """Return 1 if an unknown word ends the name behind a title or label: no verb, no particle, and nothing goes on after it."""
    at = row.end
    entry = page.entries[at]
    if not context & (Kind.TITLE | Kind.FIELD) or entry.kind & ~Kind.ALSO_WORD or is_boundary(page, at) or row.end - row.start > 3:
        return 0
    ends = not page.goes_on(at) or bool(page.kind(at + 1) & Kind.STOP)
    if not ends or (entry.form.startswith("ال") and not context & Kind.FIELD):
        return 0
    row.nisbas += 1
    return 1
