"""Persons in Arabic: kunya, given name, father's name, nisba and laqab in a row, and where the row ends."""

from __future__ import annotations

from typing import Final

from kashf.domain.entity import MentionType
from kashf.language.grammar.arabic.families import (
    NameSoFar,
    family_name,
    is_by_name,
    is_family_of_father,
    is_given_with_article,
    is_house_of,
    is_title_of_the_next,
)
from kashf.language.grammar.arabic.shapes import (
    is_boundary,
    is_feminine_nisba,
    is_given,
    is_nisba,
    is_title_before_name,
    looks_like_verb,
    name_length,
)
from kashf.language.grammar.grammar_page import GrammarPage
from kashf.language.grammar.lexicon import Kind, look_up
from kashf.language.grammar.rule_match import RuleMatch
from kashf.language.words.folding import Folded

#: Words of a name; a longer row is a list that lacks its commas.
_MOST_WORDS: Final = 12
_NISBAS: Final = 3
#: Words of a row of names that no list of given names holds; letters of its first.
_LEAST_TOKENS, _MOST_TOKENS, _LEAST_TOKEN = 2, 4, 4
_TOKEN_KINDS: Final = frozenset({Kind.NAME_TOKEN, Kind.GIVEN})
#: Prepositions of place.
_LOCATIVES: Final = frozenset({"في", "الي", "قرب", "باتجاه", "نحو", "داخل", "خارج", "حول", "شرق", "غرب", "شمال", "جنوب", "بلده", "قريه"})
#: Before these stands no verb, and no other of them.
_BEFORE_NOUNS: Final = frozenset({"عن", "الي", "مع", "لدي", "عند", "بين", "ام", "ابو", "ضد"})
#: Behind these stands a name and nothing else.
_CALLED: Final = frozenset({"المدعو", "المدعوه", "المسمي", "المسماه"})
#: Before ميلاد these make it a birth: شهادة ميلاد.
_BIRTH, _BEFORE_BIRTH = "ميلاد", ("شهاده", "تاريخ", "مكان", "محل", "عيد", "سنه", "وثيقه")
#: How sure each shape of a name is, by itself and behind a title, a verb or a label.
_SCORES: Final = {
    "kunya-nisba": (0.97, 0.98),
    "kunya-known": (0.9, 0.95),
    "kunya": (0.5, 0.85),
    "name-nisba": (0.9, 0.95),
    "name-nasab": (0.93, 0.96),
    "names": (0.7, 0.85),
    "name": (0.5, 0.7),
    "common-name": (0.0, 0.6),
    "word-nisba": (0.0, 0.6),
    "nisba": (0.0, 0.5),
}


def read_person(page: GrammarPage, at: int, *, context: int = Kind.NONE) -> RuleMatch | None:
    """Return the person whose name begins with the word at an index.

    Args:
        page: The page.
        at: Index of the first word; what is written onto it is left out.
        context: What stands before: TITLE, VERB or FIELD make likely what looks like no name by itself.
    """
    row = _core(page, at, context=context)
    if row is None:
        return None
    _read_on(page, row, context=context)
    shape = _shape(row)
    score = _SCORES[shape][1 if context else 0]
    if shape == "kunya" and not row.is_known and not _is_kunya_alone(page, row, context=context):
        return None
    return RuleMatch(row.start, row.end, MentionType.PERSON, shape, score) if score else None


def _core(page: GrammarPage, at: int, *, context: int) -> NameSoFar | None:
    return None if _is_birth(page, at) or _is_deed_to_him(page, at) else _known_core(page, at, context=context)


def _known_core(page: GrammarPage, at: int, *, context: int) -> NameSoFar | None:
    kind = page.kind(at)
    if kind & (Kind.FATHER | Kind.MOTHER):
        return _kunya(page, at)
    if kind & Kind.JOINED_FATHER:
        surely = not kind & Kind.ALSO_WORD
        ends_in_nisba = page.goes_on(at) and is_nisba(page, at + 1)
        return NameSoFar(at, at + 1, has_kunya=True, is_known=surely) if surely or ends_in_nisba else None
    if is_title_before_name(page, at):
        return NameSoFar(at, at + 1 + name_length(page, at + 1), given=2)
    if is_before_son(page, at):
        return NameSoFar(at, at + 1, given=1)
    if is_given(page, at) and (context & (Kind.TITLE | Kind.FIELD) or not _is_verb_before_name(page, at)):
        length = name_length(page, at)
        is_common = length == 1 and (bool(kind & Kind.ALSO_WORD) or page.form(at).endswith("ت"))  # حكمت: she ruled, Hikmat.
        return NameSoFar(at, at + length, given=1, is_common=is_common, is_woman=page.form(at).endswith("ه"))
    return _row_of_tokens(page, at) or _unknown_core(page, at, context=context)


def _row_of_tokens(page: GrammarPage, at: int) -> NameSoFar | None:
    """Return a row of two words or more that are parts of names and nothing else, as news write foreign names."""
    end = at
    while end - at < _MOST_TOKENS and page.plain_kind(end) in _TOKEN_KINDS and not looks_like_verb(page.form(end)):
        end += 1
        if not page.goes_on(end - 1):
            break
    first = page.form(at)
    if end - at < _LEAST_TOKENS or first.startswith("ال") or len(first) < _LEAST_TOKEN:
        return None
    return NameSoFar(at, end, given=2)


def _is_verb_before_name(page: GrammarPage, at: int) -> bool:
    """Return whether a given name that is a verb too has its subject behind it: شهد أبو عمر is "Abu Omar witnessed"."""
    if not page.kind(at) & (Kind.VERB | Kind.STOP) or not page.goes_on(at) or _is_ali(page, at):
        return False
    if page.goes_on(at - 1) and page.form(at - 1) in _BEFORE_NOUNS:
        return False
    return bool(page.kind(at + 1) & (Kind.FATHER | Kind.MOTHER | Kind.GIVEN | Kind.JOINED_FATHER | Kind.TITLE))


def _is_birth(page: GrammarPage, at: int) -> bool:
    return page.form(at) == _BIRTH and page.goes_on(at - 1) and page.folded(at - 1).endswith(_BEFORE_BIRTH)


def _is_deed_to_him(page: GrammarPage, at: int) -> bool:
    """Return whether "and" and a verb with "him" stand before its object: وسلمه الرسالة; on a page that dots its feminines."""
    if not page.entries[at].clitic or page.folded(at)[0] not in "وف" or not page.written(at).endswith("ه") or not page.goes_on(at):
        return False
    is_verb = page.kind(at) & (Kind.STOP | Kind.VERB) or look_up(Folded(page.form(at)[:-1])).kind & Kind.VERB
    behind = page.entries[at + 1]
    is_object = not behind.kind & (Kind.GIVEN | Kind.LAQAB | Kind.SON | Kind.TITLE) and not is_nisba(page, at + 1)
    return bool(is_verb) and "ة" in page.text and is_object


def _is_ali(page: GrammarPage, at: int) -> bool:
    """Return whether علي is a name for sure: with dots, on a page that writes على and إلى without them."""
    return page.form(at) == "علي" and page.written(at).endswith("ي") and "لى" in page.text


def is_before_son(page: GrammarPage, at: int) -> bool:
    """Return whether an unknown word has بن and a name behind it, and so is a name itself."""
    entry = page.entries[at]
    if not page.kind(at + 1) & Kind.SON or not page.goes_on(at) or not page.goes_on(at + 1) or entry.clitic:
        return False
    others = entry.kind & ~(Kind.ALSO_WORD | Kind.NAME_TOKEN | Kind.LAQAB | Kind.NAME_ADJECTIVE)
    if others or not entry.form or is_boundary(page, at) or page.folded(at + 1) == "ولد":
        return False
    return is_given(page, at + 2) or bool(page.kind(at + 2) & (Kind.FATHER | Kind.LAQAB)) or is_nisba(page, at + 2)


def read_named_after(page: GrammarPage, at: int) -> RuleMatch | None:
    """Return a place that is called "father of" or "mother of" something, where a place is expected: إلى أم الطيور."""
    if not page.kind(at) & (Kind.FATHER | Kind.MOTHER) or not page.goes_on(at):
        return None
    name = at + 1
    is_mother = bool(page.kind(at) & Kind.MOTHER)
    if (
        is_given(page, name)
        or page.kind(name) & (Kind.LAQAB | Kind.TITLE | Kind.STOP | Kind.VERB | Kind.COMMON_PLACE)
        or len(page.form(name)) < 3
    ):
        return None
    expected = bool(page.kind(at - 1) & (Kind.PLACE_CONTEXT | Kind.PLACE)) or page.form(at - 1) in _LOCATIVES
    if not (page.goes_on(at - 1) and expected) and not (is_mother and page.form(name).startswith("ال")):
        return None
    follows = page.goes_on(name) and (is_nisba(page, name + 1) or page.kind(name + 1) & (Kind.SON | Kind.GIVEN))
    return None if follows else RuleMatch(at, name + 1, MentionType.PLACE, "named-after", 0.55)


def _unknown_core(page: GrammarPage, at: int, *, context: int) -> NameSoFar | None:
    """Return a name that only what stands before it makes likely: the brother Sinmar al-Ujaybi, the commander al-Ujaybi."""
    entry = page.entries[at]
    if (
        not context
        or entry.clitic
        or not entry.form
        or entry.form.isascii()
        or entry.kind & ~(Kind.ALSO_WORD | Kind.NAME_TOKEN | Kind.MEN_NISBA | Kind.DIRECTION | Kind.TITLE_OR_NAME)
    ):
        return None
    if entry.form.startswith("ال"):
        is_alone = context & (Kind.TITLE | Kind.VERB) and is_nisba(page, at) and not _describes(page, at)
        return NameSoFar(at, at + 1, nisbas=1) if is_alone else None
    if looks_like_verb(entry.form) or not page.goes_on(at):
        return None
    if is_nisba(page, at + 1):
        return NameSoFar(at, at + 1)
    is_called = page.form(at - 1) in _CALLED or bool(context & Kind.FIELD and not page.goes_on(at - 1))
    is_said = is_called or bool(page.kind(at - 1) & Kind.TITLE)
    is_titled = is_said and len(entry.form) >= _LEAST_TOKEN and not entry.form.endswith("يه" if is_called else "ا")
    is_before_name = page.plain_kind(at + 1) & Kind.GIVEN and not page.kind(at + 1) & (Kind.STOP | Kind.VERB)
    return NameSoFar(at, at + 1, given=1) if is_titled and is_before_name else None


def _describes(page: GrammarPage, at: int) -> bool:
    """Return whether a word of the shape of a nisba rather describes the title before it: the Syrian president, the military judge."""
    entry, before = page.entries[at], page.kind(at - 1)
    if entry.kind & Kind.NATION or (entry.kind & Kind.MEN_NISBA and not entry.kind & Kind.DIRECTION):
        return True
    is_behind_name = not before & (Kind.TITLE | Kind.VERB | Kind.RANK_TAIL)  # Behind a post: the minister of the interior.
    goes_on_to_name = page.goes_on(at) and bool(page.plain_kind(at + 1) & (Kind.GIVEN | Kind.NAME_TOKEN | Kind.SERVANT))
    return is_behind_name or goes_on_to_name


def _kunya(page: GrammarPage, at: int) -> NameSoFar | None:
    """Return the row that begins with أبو or أم and a name; أم is "or" and أبي "my father" unless a name follows."""
    name = at + 1
    if not page.goes_on(at) or page.entries[name].clitic:
        return None
    known = is_given(page, name) or bool(page.kind(name) & (Kind.LAQAB | Kind.NAME_TOKEN)) or is_given_with_article(page, name)
    if not known and (is_boundary(page, name) or page.kind(name) & (Kind.FATHER | Kind.SON)):
        return None
    length = name_length(page, name) + (not known and _is_phrase_before_nisba(page, name))
    row = NameSoFar(at, name + length, has_kunya=True, is_known=known)
    is_mother, is_plain = bool(page.kind(at) & Kind.MOTHER), page.form(at) == "ابو"
    row.is_woman = is_mother
    if known or (is_plain and page.form(name).startswith("ال")):
        return row
    follows = page.goes_on(row.end - 1) and (is_feminine_nisba(page, row.end) if is_mother else is_nisba(page, row.end))
    return row if follows or is_plain else None


def _is_phrase_before_nisba(page: GrammarPage, name: int) -> bool:
    """Return whether a kunya is made of two words, the second with the article, before a nisba."""
    if not page.goes_on(name) or not page.goes_on(name + 1) or page.form(name).startswith("ال"):
        return False
    second = page.entries[name + 1]
    is_plain = (
        second.form.startswith("ال") and not second.clitic and not is_nisba(page, name + 1) and not second.kind & (Kind.STOP | Kind.TITLE)
    )
    return is_plain and is_nisba(page, name + 2)


def _is_kunya_alone(page: GrammarPage, row: NameSoFar, *, context: int) -> bool:
    """Return whether أبو and a word that is no known name stand for a man: alone at the end of a phrase, or where one is expected."""
    return bool(context) or len(page.form(row.start + 1)) > 2


def _read_on(page: GrammarPage, row: NameSoFar, *, context: int) -> None:
    while row.end - row.start < _MOST_WORDS and page.goes_on(row.end - 1) and not page.entries[row.end].clitic:
        length = _next_part(page, row, context=context)
        if not length:
            return
        row.end += length


def _next_part(page: GrammarPage, row: NameSoFar, *, context: int) -> int:
    """Return how many words the next part of the name takes, none when it has ended, and note what it is."""
    at = row.end
    kind = page.kind(at)
    if kind & Kind.SON:
        return 0 if row.nisbas and _is_whole_name(page, at + 1) else _nasab(page, row)
    if is_house_of(page, at):
        row.nisbas += 1
        return 2
    if row.is_common and kind & Kind.NATION and page.plain_kind(at + 1) & (Kind.GIVEN | Kind.NAME_TOKEN) and page.goes_on(at):
        return 0  # على السوري سليم, written as علي is.
    certain = not row.nisbas and bool(row.has_kunya or row.nasabs)
    if row.nisbas < _NISBAS and (
        is_nisba(page, at, first=not row.nisbas, certain=certain) or (row.is_woman and is_feminine_nisba(page, at))
    ):
        row.nisbas += 1
        return 1
    return 0 if row.nisbas else _next_name(page, row, context=context)


def _next_name(page: GrammarPage, row: NameSoFar, *, context: int) -> int:
    """Return how many words a kunya, another given name or a family name takes."""
    at = row.end
    kind = page.kind(at)
    if kind & Kind.FATHER and not row.has_kunya and page.goes_on(at):
        if is_given(page, at + 1) or is_given_with_article(page, at + 1):
            row.has_kunya = True
            return 1 + name_length(page, at + 1)
        if is_family_of_father(page, row):
            row.nisbas += 1
            return 2
    if is_title_before_name(page, at):
        row.given += 1
        return 1
    if is_given(page, at) and not _begins_something_else(page, at):
        row.given += 1
        return name_length(page, at)
    if (kind & Kind.LAQAB or is_given_with_article(page, at, row) or is_by_name(page, row)) and not is_title_of_the_next(page, at):
        row.nisbas += 1
        return 1
    return family_name(page, row, context=context)


def _nasab(page: GrammarPage, row: NameSoFar) -> int:
    """Return the length of بن and a name, of a father who may be known by kunya or nisba."""
    at = row.end
    if not page.goes_on(at) or page.entries[at + 1].clitic:
        return 0
    name, extra = at + 1, 1
    if page.kind(name) & Kind.FATHER and page.goes_on(name):
        name, extra = name + 1, 2
    if is_boundary(page, name) and not is_given(page, name):
        return 0
    row.nasabs += 1
    return extra + name_length(page, name)


def _is_whole_name(page: GrammarPage, at: int) -> bool:
    """Return whether a father's name of its own stands at an index: a given name, and behind it another or a family."""
    if not page.goes_on(at - 1) or not is_given(page, at):
        return False
    following = at + name_length(page, at)
    if not page.goes_on(following - 1) or page.entries[following].clitic:
        return False
    return is_given(page, following) or is_nisba(page, following)


def _begins_something_else(page: GrammarPage, at: int) -> bool:
    """Return whether a given name that is a word too goes with what follows: طيب القلب, not Tayyib."""
    kind = page.kind(at)
    if kind & (Kind.STOP | Kind.VERB):
        is_between = page.goes_on(at) and (
            is_nisba(page, at + 1) or (page.plain_kind(at + 1) & Kind.GIVEN and not page.kind(at + 1) & Kind.STOP)
        )
        return not is_between
    if not kind & Kind.ALSO_WORD or not page.goes_on(at) or name_length(page, at) > 1:
        return False
    following = page.entries[at + 1]
    by_names = Kind.LAQAB | Kind.NAME_ADJECTIVE | Kind.STOP
    return following.form.startswith("ال") and not following.kind & by_names and not is_nisba(page, at + 1)


def _shape(row: NameSoFar) -> str:
    if row.has_kunya:
        return "kunya-nisba" if row.nisbas else "kunya-known" if row.is_known or row.given or row.nasabs else "kunya"
    if row.nasabs:
        return "name-nasab"
    if row.nisbas:
        return "name-nisba" if row.given else "word-nisba" if row.end - row.start > 1 else "nisba"
    return "names" if row.given > 1 else "common-name" if row.is_common else "name"
