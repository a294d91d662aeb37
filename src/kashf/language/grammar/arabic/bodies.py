"""Groups and places in Arabic: a head that says what it is, and the name that follows, as far as it goes."""

from __future__ import annotations

from typing import Final

from kashf.domain.entity import MentionType
from kashf.language.grammar.arabic.body_ends import adjectives_end, purpose_end, second_matter_end
from kashf.language.grammar.arabic.people import read_person
from kashf.language.grammar.arabic.shapes import is_boundary, is_given, name_length
from kashf.language.grammar.grammar_page import GrammarPage
from kashf.language.grammar.lexicon import Kind, look_up
from kashf.language.grammar.rule_match import RuleMatch
from kashf.language.tables import unit_words
from kashf.language.words.folding import Folded, fold

#: Indefinite words between a head and the definite word that ends its name: كتيبة صقور جبال المنارة.
_MOST_BETWEEN: Final = 2
#: Names within names: the council of the city of the hill of...
_DEEPEST: Final = 3
#: Bodies that the article does not single out: the field hospital is any.
_COMMON_BODIES: Final = frozenset(fold(unit_words.COMMON_BODIES).split())
_DEEDS: Final = frozenset(fold(unit_words.DEEDS).split())
_OWNED: Final = frozenset(fold(unit_words.OWNED).split())
_VAGUE: Final = frozenset(fold(unit_words.VAGUE_BODIES).split())
_AND: Final = frozenset(fold(unit_words.BODIES_WITH_AND).split())
#: Weak heads and stores, which give way to a place named behind them: the market of Tell Nuran.
_GIVES_WAY: Final = frozenset(fold(unit_words.WEAK_HEADS).split())
#: Ends of adjectives.
_INDEFINITE: Final = ("يه", "ي")
_LATIN_NUMBER: Final = 4
_OF_SERVICES: Final = frozenset(fold(unit_words.SERVICE_ADJECTIVES).split())
#: Words that begin as the article does, and no names.
_NO_NOUNS: Final = frozenset(fold(unit_words.NO_NOUNS).split())


def read_group(page: GrammarPage, at: int, *, depth: int = 0) -> RuleMatch | None:
    """Return the group, unit or office whose head is the word at an index."""
    kind = page.kind(at)
    if not page.goes_on(at) or page.entries[at + 1].clitic:
        return None
    misread = 0.8 if page.entries[at].is_misread else 1.0
    if kind & Kind.THE_UNIT and page.form(at).startswith("ال"):
        end = _definite(page, at) if page.form(at) not in _COMMON_BODIES else at
        return RuleMatch(at, end, MentionType.GROUP, "the-unit", round(_the_unit(page, end) * misread, 3)) if end > at + 1 else None
    if _is_deed(page, at) or page.kind(at + 1) & Kind.NOT_GROUP or _belongs_to_somebody(page, at):
        return None
    end, score = _complement(page, at + 1, depth=depth)
    if end == at + 1:
        return None
    end = adjectives_end(page, at, end)
    end = purpose_end(page, end, any_noun=end > at + 2)
    end = second_matter_end(page, end) if page.form(at) in _AND else end
    vague = 0.7 if page.form(at) in _VAGUE else 1.0
    rule = "unit" if kind & Kind.UNIT else "office"
    return RuleMatch(at, end, MentionType.GROUP, rule, round(score * vague * misread, 3))


def _the_unit(page: GrammarPage, end: int) -> float:
    """Return how sure "the head and an adjective" is the name of a body: the Syrian army is any, what has a number or a purpose is one."""
    return 0.55 if page.kind(end - 1) & Kind.NATION else 0.75


def read_place(page: GrammarPage, at: int, *, depth: int = 0) -> RuleMatch | None:
    """Return the place whose head is the word at an index; a city or village is named without the word that says so."""
    kind, name = page.kind(at), at + 1
    if not page.goes_on(at) or page.entries[name].clitic or page.kind(name) & Kind.NOT_PLACE:
        return None
    if _belongs_to_somebody(page, at):
        return None
    if kind & Kind.PLACE_CLASS and not kind & Kind.PLACE:
        return _classified(page, name, depth=depth)
    if page.kind(name) & Kind.PLACE and depth < _DEEPEST:
        return _place_in_place(page, at, depth=depth)
    is_weak = bool(kind & Kind.WEAK_PLACE)
    end, score = (name, 0.0) if is_weak and not _is_firm(page, name) else _complement(page, name, depth=depth)
    if end == name:
        return None
    factor = (0.75 if is_weak else 1.0) * (0.8 if page.entries[at].is_misread else 1.0)
    return RuleMatch(at, _place_adjective(page, end), MentionType.PLACE, "place", round(score * factor, 3))


def _classified(page: GrammarPage, name: int, *, depth: int) -> RuleMatch | None:
    """Return the place behind "city", "village", "province"."""
    if page.kind(name) & (Kind.PLACE | Kind.PLACE_CLASS) and depth < _DEEPEST:
        inner = read_place(page, name, depth=depth + 1)
        return RuleMatch(inner.start, inner.end, MentionType.PLACE, "place-class", max(inner.score, 0.85)) if inner else None
    if page.kind(name) & (Kind.DIRECTION | Kind.GROUP_ADJECTIVE | Kind.NAME_ADJECTIVE):
        return None
    end, score = _complement(page, name, depth=depth)
    return RuleMatch(name, _place_adjective(page, end), MentionType.PLACE, "place-class", score) if end > name else None


def _place_in_place(page: GrammarPage, at: int, *, depth: int) -> RuleMatch | None:
    inner = read_place(page, at + 1, depth=depth + 1)
    if inner is None or inner.start != at + 1:
        return inner
    if page.form(at) in _GIVES_WAY:
        return inner
    return RuleMatch(at, inner.end, MentionType.PLACE, "place", inner.score)


def _is_deed(page: GrammarPage, at: int) -> bool:
    """Return whether a head is what somebody does, behind ب: he was charged with running the affairs of X."""
    return page.form(at) in _DEEDS and page.folded(at)[page.entries[at].clitic - 1 : page.entries[at].clitic] == "ب"


def _belongs_to_somebody(page: GrammarPage, at: int) -> bool:
    """Return whether a head is a common noun or a verb before a man named in full: the house of X bin Y, "he appointed Colonel X"."""
    if page.form(at) not in _OWNED:
        return False
    if page.kind(at + 1) & Kind.TITLE:
        return True
    person = read_person(page, at + 1)
    return person is not None and person.start == at + 1 and person.end > at + 2 + (page.kind(at + 1) & Kind.SERVANT > 0)


def _is_firm(page: GrammarPage, name: int) -> bool:
    """Return whether what follows an everyday word makes it a place: something definite, or a person."""
    form = page.form(name)
    return form.startswith("ال") or bool(page.kind(name) & (Kind.FATHER | Kind.SERVANT | Kind.GIVEN))


def _definite(page: GrammarPage, at: int) -> int:
    """Return the end of a name such as "the fourth division", "the free army", "the brigade 52"."""
    if _is_number(page, at + 1):
        return _service(page, at + 2) if look_up(Folded(page.form(at).removeprefix("ال"))).kind & Kind.UNIT else at + 1
    if page.kind(at + 1) & Kind.DIRECTION:
        return at + 1
    end = adjectives_end(page, at, at + 1)
    return purpose_end(page, _service(page, end)) if end > at + 1 else end


def _service(page: GrammarPage, end: int) -> int:
    """Return the end of a unit's name behind its arm of service: مشاة, قوات خاصة, حرس جمهوري."""
    if not page.goes_on(end - 1) or page.entries[end].clitic or not page.kind(end) & Kind.SERVICE:
        return end
    end += 1
    is_said = page.goes_on(end - 1) and not page.entries[end].clitic and page.form(end) in _OF_SERVICES
    return end + 1 if is_said else end


def _complement(page: GrammarPage, at: int, *, depth: int) -> tuple[int, float]:
    """Return where the name behind a head ends and how sure that is; the end is `at` if there is no name."""
    kind = page.kind(at)
    if kind & (Kind.FATHER | Kind.SERVANT) or is_given(page, at):
        if kind & Kind.GIVEN and _goes_on_to_noun(page, at):
            return at + 2, 0.8
        person = read_person(page, at)
        if person and person.start == at:
            return person.end, 0.9
        return (at + name_length(page, at), 0.7) if is_given(page, at) else (at, 0.0)
    if _is_number(page, at):
        return at + 1, 0.85
    if kind & (Kind.UNIT | Kind.OFFICE | Kind.PLACE | Kind.PLACE_CLASS) and depth < _DEEPEST:
        reader = read_place if kind & (Kind.PLACE | Kind.PLACE_CLASS) else read_group
        inner = reader(page, at, depth=depth + 1)
        if inner:
            return inner.end, 0.9
    most = 0 if page.kind(at - 1) & (Kind.PLACE | Kind.PLACE_CLASS) else _MOST_BETWEEN
    return _common_words(page, at, most=most)


def _common_words(page: GrammarPage, at: int, *, most: int) -> tuple[int, float]:
    """Return the end of at most so many words and a definite one, or of a single word that may be a name by itself."""
    for end in range(at, at + most + 1):
        if (end > at and not page.goes_on(end - 1)) or end >= len(page.words) or page.entries[end].clitic:
            break
        form = page.form(end)
        if form.startswith("ال") and form not in _NO_NOUNS:
            return _with_titled(page, end + 1), 0.9 if end == at else 0.8
        if is_boundary(page, end) or not form or form.isdecimal() or (end > at and form[0] == "و" and not page.kind(end)):
            break
    form = page.form(at)
    if is_boundary(page, at) or form.isdecimal() or len(form) < 3 or page.kind(at) & (Kind.SON | Kind.ROLE | Kind.CODE | Kind.THE_ROLE):
        return at, 0.0
    if not page.kind(at) & (Kind.GIVEN | Kind.NAME_TOKEN) and form.endswith(_INDEFINITE) and not page.kind(at - 1) & Kind.PLACE_CLASS:
        return at, 0.0  # A cultural foundation, an American company.
    return at + 1, 0.6


def _goes_on_to_noun(page: GrammarPage, at: int) -> bool:
    """Return whether a given name is the common noun it also is, with what it belongs to: the sword of the sea."""
    if not page.goes_on(at) or name_length(page, at) > 1 or page.entries[at + 1].clitic:
        return False
    entry = page.entries[at + 1]
    others = Kind.STOP | Kind.LAQAB | Kind.TITLE | Kind.THE_ROLE | Kind.THE_UNIT
    return entry.form.startswith("ال") and not entry.form.endswith("ي") and not entry.kind & others


def _with_titled(page: GrammarPage, end: int) -> int:
    """Return the end of a name that honours somebody: the battalion of the martyr X Y."""
    if not page.kind(end - 1) & Kind.TITLE or not page.goes_on(end - 1) or page.entries[end].clitic:
        return end
    person = read_person(page, end, context=Kind.TITLE)
    return person.end if person else end


def _place_adjective(page: GrammarPage, end: int) -> int:
    """Return the end of a place's name behind "the old", "the great", "international"."""
    if page.goes_on(end - 1) and not page.entries[end].clitic and page.kind(end) & Kind.NAME_ADJECTIVE:
        return end + 1
    return end


def _is_number(page: GrammarPage, index: int) -> bool:
    form = page.form(index)
    return form.isdecimal() and len(form) <= _LATIN_NUMBER
