"""How a single Arabic word goes on a name: the shape of a nisba, of a verb, of two words that are one name."""

from __future__ import annotations

from typing import Final

from kashf.language.grammar.grammar_page import GrammarPage
from kashf.language.grammar.lexicon import Kind
from kashf.language.tables.names import name_words
from kashf.language.words.folding import fold

#: Second words of names of two words: صلاح الدين, نصر الله.
_SECOND: Final = frozenset(fold(name_words.SECOND_WORDS).split())
#: What stands before them, besides given names.
_FIRST: Final = frozenset(fold(name_words.FIRST_WORDS).split())
#: Endings of pronouns: what has one is the thing of somebody known, no name.
_PRONOUNS: Final = ("ها", "هم", "نا", "كم", "هما", "تم", "وا", "ته")
#: A governor, who folds as "and to" does; where a page writes "to" without its hamza, nobody can tell them apart.
_GOVERNOR: Final = "والي"
_LOOSE_TO: Final = "الي"
_LEAST_VERB: Final = 4
_LEAST_NISBA: Final = 5


def is_nisba(page: GrammarPage, index: int, *, first: bool = True, certain: bool = False) -> bool:
    """Return whether the word at an index may be a nisba of a man: ال before and ي behind, and not said of things.

    Args:
        page: The page.
        index: Of the word.
        first: Whether it stands right behind the name; later ones are surer to be the adjective of something else.
        certain: Whether what stands before is a name without doubt, so that it may be one that is said of things too.
    """
    entry = page.entries[index]
    if entry.clitic or not entry.form.startswith("ال") or len(entry.form) < _LEAST_NISBA:
        return False
    if entry.kind & Kind.MEN_NISBA:
        return first
    other = Kind.NEVER_NISBA if certain else Kind.NOT_NISBA
    return entry.form.endswith("ي") and not entry.kind & (other | Kind.TITLE | Kind.STOP | Kind.THE_ROLE)


def is_feminine_nisba(page: GrammarPage, index: int) -> bool:
    """Return whether the word at an index may be the nisba of a woman."""
    entry = page.entries[index]
    return not entry.clitic and entry.form.startswith("ال") and len(entry.form) > _LEAST_NISBA and entry.form.endswith("يه")


def is_boundary(page: GrammarPage, index: int) -> bool:
    """Return whether no name goes on with the word at an index: a particle, a verb, a label."""
    entry = page.entries[index]
    if entry.kind & Kind.GIVEN and not entry.kind & Kind.STOP:
        return False
    return bool(entry.kind & (Kind.STOP | Kind.VERB)) or looks_like_verb(entry.form) or page.folded(index).isascii()


def looks_like_verb(form: str) -> bool:
    """Return whether an unknown folded word has the shape of a verb, or of a noun with a pronoun: يطلب, وصلت, مواقعهم.

    Example:
        >>> [looks_like_verb(word) for word in ("يطلب", "وصلت", "مواقعهم", "بيروت", "النسرين")]
        [True, True, True, False, False]
    """
    if form.startswith("ال") or len(form) < _LEAST_VERB:
        return False
    past = form.endswith("ت") and form[-2] not in "اويه"
    return form[0] == "ي" or past or form.endswith(_PRONOUNS)


def name_length(page: GrammarPage, index: int) -> int:
    """Return how many words one given name takes at an index: two for عبد الرحمن and صلاح الدين, else one."""
    if not page.goes_on(index):
        return 1
    kind, following = page.kind(index), page.folded(index + 1)
    if kind & Kind.SERVANT and not page.kind(index + 1) & Kind.STOP:
        return 2
    is_first = page.form(index) in _FIRST or (kind & Kind.GIVEN and not kind & Kind.ALSO_WORD)
    if following in _SECOND and is_first:
        return 2
    return 1


def is_title_before_name(page: GrammarPage, index: int) -> bool:
    """Return whether a title without the article stands right before a given name, so that it is rather a name itself: والي محمد قاسم.

    Before a kunya it is a post. وإلى, "and to", and أمام, "before", fold to such titles, and are none.
    """
    if not page.kind(index) & Kind.TITLE_OR_NAME or not page.goes_on(index):
        return False
    following = page.entries[index + 1]
    if following.clitic or following.kind & (Kind.VERB | Kind.FATHER | Kind.MOTHER) or not is_given(page, index + 1):
        return False
    return not page.kind(index) & Kind.STOP or _is_no_particle(page, index)


def _is_no_particle(page: GrammarPage, index: int) -> bool:
    """Return whether a word that folds to a particle is written as the title that folds so too."""
    written = page.text[page.start(index) : page.words[index].end]
    if page.form(index) == _GOVERNOR:
        return written == _GOVERNOR and not any(page.written(at) == _LOOSE_TO for at in range(len(page.words)))
    return written[0] == "إ"


def is_given(page: GrammarPage, index: int) -> bool:
    """Return whether a given name, of one word or two, begins at an index."""
    kind = page.kind(index)
    if kind & Kind.SERVANT:
        return name_length(page, index) > 1
    return bool(kind & Kind.GIVEN) or (page.form(index) in _FIRST and name_length(page, index) > 1)
