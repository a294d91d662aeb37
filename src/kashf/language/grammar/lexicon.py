"""What a word can be in a name: looked up folded, behind the particles written onto it, and, for long words, with one letter misread."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from kashf.language.person_names import vocabulary
from kashf.language.person_names.particles import behind_father
from kashf.language.person_names.vocabulary import FATHER, MOTHER, PARTICLES
from kashf.language.sounds.units import without_article
from kashf.language.tables import stop_words, unit_words
from kashf.language.tables.names import name_words, ranks
from kashf.language.tables.names.name_tokens import NAME_TOKENS
from kashf.language.words.clitics import ARTICLE, LETTERS, TO_THE, strip_proclitics
from kashf.language.words.folding import Folded, fold
from kashf.language.words.remember import remembered


class Kind:
    """What a word can be, as bits of a whole number; most words are nothing of these. Plain numbers: IntFlag takes ten times as long."""

    NONE: Final = 0
    FATHER: Final = 1 << 0
    MOTHER: Final = 1 << 1
    SON: Final = 1 << 2
    SERVANT: Final = 1 << 3
    GIVEN: Final = 1 << 4
    ALSO_WORD: Final = 1 << 5
    TITLE: Final = 1 << 6
    RANK: Final = 1 << 7
    LAQAB: Final = 1 << 8
    MEN_NISBA: Final = 1 << 9
    NOT_NISBA: Final = 1 << 10
    UNIT: Final = 1 << 11
    OFFICE: Final = 1 << 12
    PLACE: Final = 1 << 13
    WEAK_PLACE: Final = 1 << 14
    PLACE_CLASS: Final = 1 << 15
    NOT_PLACE: Final = 1 << 16
    ROLE: Final = 1 << 17
    NOT_POST: Final = 1 << 18
    NAME_ADJECTIVE: Final = 1 << 19
    GROUP_ADJECTIVE: Final = 1 << 20
    DIRECTION: Final = 1 << 21
    STOP: Final = 1 << 22
    VERB: Final = 1 << 23
    FIELD: Final = 1 << 24
    CODE: Final = 1 << 25
    JOINED_FATHER: Final = 1 << 26
    THE_UNIT: Final = 1 << 27
    THE_ROLE: Final = 1 << 28
    NOT_GROUP: Final = 1 << 29
    PLACE_LABEL: Final = 1 << 30
    PLACE_CONTEXT: Final = 1 << 31
    COMMON_PLACE: Final = 1 << 32
    SERVICE: Final = 1 << 33
    RANK_TAIL: Final = 1 << 34
    NEVER_NISBA: Final = 1 << 35
    NAME_TOKEN: Final = 1 << 36
    NATION: Final = 1 << 37
    MADE_ROLE: Final = 1 << 38
    TITLE_OR_NAME: Final = 1 << 39


class LexiconEntry(NamedTuple):
    """A word of a text as the grammar sees it.

    Attributes:
        kind: What it can be; of the form behind the clitic when there is one.
        form: Its folded form, without the clitic.
        clitic: Folded letters of و ف ب ل ك written onto it, the article not counted.
        is_misread: Whether it is a known word only if one of its letters was misread.
    """

    kind: int
    form: Folded
    clitic: int = 0
    is_misread: bool = False


ARTICLES_BEFORE: Final = (ARTICLE, TO_THE)
#: At these a name can begin.
STARTS: Final = (
    Kind.FATHER
    | Kind.MOTHER
    | Kind.SERVANT
    | Kind.GIVEN
    | Kind.JOINED_FATHER
    | Kind.TITLE
    | Kind.UNIT
    | Kind.OFFICE
    | Kind.THE_UNIT
    | Kind.PLACE
    | Kind.PLACE_CLASS
    | Kind.ROLE
    | Kind.THE_ROLE
    | Kind.MADE_ROLE
    | Kind.TITLE_OR_NAME
)
#: Behind a clitic a word counts when it can be one of these. وسليم is "and Salim"; a word that is known as it stands keeps its clitic.
_BEHIND_CLITIC: Final = STARTS | Kind.LAQAB | Kind.MEN_NISBA
#: Letters that differ by dots or by a stroke that scans lose, in rows.
_CONFUSABLE: Final = ("بتثني", "جحخ", "دذ", "رزو", "سش", "صض", "طظ", "عغ", "فق", "كل", "هةد")
#: Heads of at least so many letters may have one misread.
_LEAST_MISREAD: Final = 5
_LEAST_BEHIND_FATHER: Final = 3
_LEAST_FAMILY: Final = 5
#: "Servant of the", written onto a name of God: عبدالقادر.
_JOINED_SERVANT, _LEAST_SERVANT = "عبدال", 7
#: What heads a name has no article before what it belongs to: and the bridge is broken.
_HEADS: Final = Kind.UNIT | Kind.OFFICE | Kind.PLACE | Kind.PLACE_CLASS | Kind.ROLE
#: What a head is when the article stands on it: the army, the commander.
_WITH_ARTICLE: Final = {Kind.UNIT: Kind.THE_UNIT, Kind.OFFICE: Kind.THE_UNIT, Kind.ROLE: Kind.THE_ROLE}
#: على is not Ali, though both fold to one word.
ON: Final = LexiconEntry(Kind.STOP, Folded("علي"))
#: Letters of a particle and a head of two: وتل. Shorter words than this never have one.
_SHORT_HEAD: Final = 3
#: Unknown words the look-up remembers.
_REMEMBERED: Final = 1 << 16


@remembered(_REMEMBERED)
def look_up(folded: Folded) -> LexiconEntry:
    """Return what a folded Arabic word can be.

    Example:
        >>> look_up("ولواء").form, look_up("لواء").form, look_up("كتيبه").kind == Kind.UNIT
        ('لواء', 'لواء', True)
    """
    known = _known()
    kind = known.get(folded, Kind.NONE)
    if kind:
        return LexiconEntry(kind, folded)
    if kind := _joined_father(folded) or _joined_servant(folded):
        return LexiconEntry(kind, folded)
    if len(folded) > 2 and folded[0] in LETTERS:
        for rest in _behind_clitics(folded):
            kind = known.get(rest, Kind.NONE) or _joined_father(rest)
            if folded.endswith(ARTICLES_BEFORE, 0, len(folded) - len(rest)):
                kind &= ~_HEADS
            if kind & _BEHIND_CLITIC:
                return LexiconEntry(kind, rest, _clitic_length(folded, rest))
    if len(folded) == _SHORT_HEAD and folded[0] in LETTERS and known.get(folded[1:], Kind.NONE) & Kind.PLACE:
        return LexiconEntry(known[folded[1:]], Folded(folded[1:]), 1)
    if len(folded) >= _LEAST_MISREAD and (meant := _misread_heads().get(folded)):
        return LexiconEntry(known[meant], Folded(meant), is_misread=True)
    return LexiconEntry(Kind.NONE, folded)


@remembered(1 << 12)
def is_family_name(folded: Folded) -> bool:
    """Return whether a folded word is a given name with the article, as families are called: الحسن, العلي.

    Example:
        >>> is_family_name("الحسن"), is_family_name("الجسر")
        (True, False)
    """
    return len(folded) >= _LEAST_FAMILY and bool(_known().get(folded[2:], Kind.NONE) & Kind.GIVEN)


def _joined_father(folded: Folded) -> int:
    """Return whether "abu" is written onto the name that follows it, surely (أبومحمد) or perhaps (أبوزمرد)."""
    rest = behind_father(folded)
    if len(rest) < _LEAST_BEHIND_FATHER or folded.isascii():
        return Kind.NONE
    if _known().get(without_article(rest), Kind.NONE) & Kind.GIVEN or rest.startswith("عبد"):
        return Kind.JOINED_FATHER
    return Kind.JOINED_FATHER | Kind.ALSO_WORD if folded.startswith("ابو") else Kind.NONE


def _joined_servant(folded: Folded) -> int:
    return Kind.GIVEN if folded.startswith(_JOINED_SERVANT) and len(folded) >= _LEAST_SERVANT else Kind.NONE


def _behind_clitics(folded: Folded) -> Iterator[Folded]:
    """Yield what a word may be behind a clitic, with as little taken off as possible first; للأخ is ل and الأخ."""
    place = folded.find(TO_THE, 0, 3)
    if place >= 0:
        yield Folded(ARTICLE + folded[place + 2 :])
    yield from reversed(strip_proclitics(folded))


def _clitic_length(folded: str, rest: str) -> int:
    """Return how many letters of a word stand before the name in it; the article belongs to the name, and so does what `لل` holds of it."""
    before = len(folded) - len(rest)
    if rest.startswith(ARTICLE) and not folded.endswith(rest):
        return before + 1
    return before - 2 if folded[:before].endswith(ARTICLE) else before


@lru_cache(maxsize=1)
def _known() -> dict[str, int]:
    """Return every known word, folded, with all that it can be."""
    known: dict[str, int] = {}
    for kind, words in _TABLES:
        for word in fold(words).split() if isinstance(words, str) else words:
            known[word] = known.get(word, Kind.NONE) | kind
            if kind in _WITH_ARTICLE:
                known["ال" + word] = known.get("ال" + word, Kind.NONE) | _WITH_ARTICLE[kind]
    for word in fold(unit_words.ROLES).split():
        known.setdefault(word + "ا", Kind.MADE_ROLE)
    for word in NAME_TOKENS.split():
        known.setdefault(word, Kind.NAME_TOKEN)
    return known


@lru_cache(maxsize=1)
def _misread_heads() -> dict[str, str]:
    """Return what heads of names look like with one letter misread, but for what is a word itself or may be two heads."""
    known = _known()
    found: dict[str, str] = {}
    doubtful: set[str] = set()
    for word, kind in known.items():
        if len(word) < _LEAST_MISREAD or not kind & (Kind.UNIT | Kind.PLACE | Kind.TITLE | Kind.ROLE):
            continue
        for other in _variants(word):
            if other in known or found.setdefault(other, word) != word:
                doubtful.add(other)
    return {other: word for other, word in found.items() if other not in doubtful}


def _variants(word: str) -> set[str]:
    return {
        word[:place] + other + word[place + 1 :]
        for place, letter in enumerate(word)
        for row in _CONFUSABLE
        if letter in row
        for other in row
        if other != letter
    }


def _arabic(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(word for word in words if not word.isascii())


_TABLES: Final = (
    (Kind.FATHER, _arabic(word for word, meant in PARTICLES.items() if meant == FATHER)),
    (Kind.MOTHER, _arabic(word for word, meant in PARTICLES.items() if meant == MOTHER)),
    (Kind.SON, _arabic(vocabulary.SONS)),
    (Kind.SERVANT, vocabulary.ABD),
    (Kind.GIVEN, vocabulary.GIVEN_NAMES),
    (Kind.ALSO_WORD, vocabulary.ALSO_WORDS),
    (Kind.TITLE, _arabic(vocabulary.TITLES)),
    (Kind.RANK, vocabulary.RANKS),
    (Kind.TITLE_OR_NAME, _arabic(fold(ranks.NAMES_TOO).split())),
    (Kind.LAQAB, vocabulary.LAQABS),
    (Kind.MEN_NISBA, name_words.MEN_NISBAS),
    (Kind.NOT_NISBA, name_words.NOT_NISBAS),
    (Kind.VERB, name_words.PERSON_VERBS),
    (Kind.FIELD, name_words.FIELDS),
    (Kind.UNIT, unit_words.UNITS),
    (Kind.THE_UNIT, unit_words.THE_UNITS),
    (Kind.SERVICE, unit_words.SERVICES),
    (Kind.RANK_TAIL, vocabulary.RANK_TAILS),
    (Kind.NEVER_NISBA, name_words.NEVER_NISBAS),
    (Kind.PLACE_LABEL, unit_words.PLACE_LABELS),
    (Kind.PLACE_CONTEXT, unit_words.PLACE_CONTEXTS),
    (Kind.COMMON_PLACE, unit_words.COMMON_PLACES),
    (Kind.OFFICE, unit_words.OFFICES),
    (Kind.PLACE, unit_words.PLACES),
    (Kind.WEAK_PLACE, unit_words.WEAK_PLACES),
    (Kind.PLACE_CLASS, unit_words.PLACE_CLASSES),
    (Kind.NOT_PLACE, unit_words.NOT_PLACE_NAMES),
    (Kind.NOT_GROUP, unit_words.NOT_GROUP_NAMES),
    (Kind.ROLE, unit_words.ROLES),
    (Kind.NOT_POST, unit_words.NOT_POSTS),
    (Kind.NATION, unit_words.NATIONS),
    (Kind.NAME_ADJECTIVE, unit_words.NAME_ADJECTIVES),
    (Kind.GROUP_ADJECTIVE, unit_words.GROUP_ADJECTIVES),
    (Kind.DIRECTION, unit_words.DIRECTIONS),
    (Kind.STOP, stop_words.STOP_WORDS),
    (Kind.CODE, unit_words.CODE_TRIGGERS),
)
