"""The one vocabulary of names of people in both scripts, folded: what each word is in a name. Everything that reads a name imports it.

The words themselves are written down in `language.tables`; here each list gets its role.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final

from kashf.language.sounds.similarity import SAME_NAME, similarity, skeleton, skeletons
from kashf.language.tables.latin import latin_words
from kashf.language.tables.names import name_words
from kashf.language.tables.names.vocalised_names import VOCALISED_NAMES
from kashf.language.words.clitics import written_onto
from kashf.language.words.folding import Folded
from kashf.language.words.remember import remembered
from kashf.language.words.tokens import folded_words


def _folded(*tables: str) -> frozenset[Folded]:
    return frozenset(word for table in tables for word in folded_words(table))


def _behind_letters(titles: Iterable[Folded]) -> frozenset[Folded]:
    return frozenset(word for title in titles if not title.isascii() for word, _ in written_onto(title))


#: What each particle stands as in a NamePart, with its forms: grammatical cases in Arabic, romanisations in Latin letters.
FATHER: Final = "abu"
MOTHER: Final = "umm"
SON: Final = "ibn"
DAUGHTER: Final = "bint"
PARTICLES: Final[Mapping[str, str]] = {
    **dict.fromkeys(folded_words("أبو أبي أبا بو abu abou abo aboo ebu ebou abi aba abul aboul ebul bu bou"), FATHER),
    **dict.fromkeys(folded_words("أم umm um oum omm om ummu"), MOTHER),
    **dict.fromkeys(folded_words("بن ابن bin ibn ben bn ebn ibni"), SON),
    **dict.fromkeys(folded_words("بنت ابنة bint bent binti"), DAUGHTER),
}
#: "Son of" in running text, where its tribal form says that a name goes on, but no name is asked for by it.
SONS: Final = frozenset({*(word for word, meant in PARTICLES.items() if meant in {SON, DAUGHTER}), "ولد"})
#: Forms of "abu" that may be written onto the name that follows: أبومحمد, Abumohammed.
JOINED_FATHERS: Final = ("ابو", "ابي", "ابا", "abu", "abou", "abo", "ebu")
#: The same without its alef, as in the Gulf: بومحمد.
SHORT_FATHER: Final = "بو"
#: "Servant of", before a name of God.
ABD: Final = Folded("عبد")

#: Titles and ranks: before a name and no part of it.
TITLES: Final = _folded(name_words.TITLES, latin_words.TITLES)
#: Ways to address anybody, which say no post.
ADDRESSES: Final = _folded(latin_words.ADDRESSES)
#: Titles of a name that somebody asks for. In running text they are heads of posts (قائد الكتيبة) and common nouns.
BARE_TITLES: Final = _folded(name_words.BARE_TITLES)
#: Ranks among the titles, and words that stand behind one: staff brigadier.
RANKS: Final = _folded(name_words.RANKS)
RANK_TAILS: Final = _folded(name_words.RANK_TAILS)
#: Words before a title that make another one of it: prime minister, فضيلة الشيخ.
TITLE_HEADS: Final = _folded(latin_words.TITLE_HEADS, name_words.TITLE_HEADS)
#: Arabic titles and heads with the letters that may be written onto them: وللقاضي, لسيادة. Each stands for nothing else.
TITLES_BEHIND_LETTERS: Final = _behind_letters(TITLES)
TITLE_HEADS_BEHIND_LETTERS: Final = _behind_letters(TITLE_HEADS)

#: Second words of compound names, and a name of God of two letters, which are no names alone.
_NOT_ALONE: Final = frozenset(folded_words("الله الدين حي"))
_COMMON_NAMES: Final = _folded(VOCALISED_NAMES) - _NOT_ALONE
#: Given names in Arabic letters.
GIVEN_NAMES: Final = _COMMON_NAMES | (_folded(name_words.GIVEN_NAMES) - _NOT_ALONE)
#: Given names that are more often ordinary words; alone they name nobody.
ALSO_WORDS: Final = _folded(name_words.ALSO_WORDS)
#: Family names and by-names that begin with the article and are no nisba.
LAQABS: Final = _folded(name_words.LAQABS)

#: What stands behind "servant of", without its article.
NAMES_OF_GOD: Final = frozenset(Folded(word.removeprefix("ال")) for word in _folded(name_words.NAMES_OF_GOD))
#: Second words of compounds that any word may stand before.
SECONDS_OF_ANY: Final = _folded(name_words.SECONDS_OF_ANY)

_ANY_TITLE: Final = TITLES | ADDRESSES | BARE_TITLES
#: Names whose vowels are not written down sound like more Latin words: they must sound more alike, and be of so many letters.
_SURELY_SAME: Final = 0.95
_LEAST_RARE: Final = 4
_LEAST_LATIN: Final = 3


def is_title(word: Folded) -> bool:
    """Return whether a folded word is a title, a rank or a form of address (الشيخ, judge, mr).

    Example:
        >>> is_title("القاضي"), is_title("sergeant"), is_title("سليم")
        (True, True, False)
    """
    return word in _ANY_TITLE


@remembered(1 << 14)
def is_given_name(word: Folded) -> bool:
    """Return whether a folded word is an Arabic given name, in either script.

    Example:
        >>> is_given_name("محمد"), is_given_name("khaled"), is_given_name("القاطع")
        (True, True, False)
    """
    if not word.isascii():
        return word in GIVEN_NAMES
    return is_common_given_name(word) or _sounds_like(word, _rare_by_sound(), least=_SURELY_SAME)


@remembered(1 << 14)
def is_common_given_name(word: Folded) -> bool:
    """Return whether a folded word is one of the common given names, which behind another is a father's; a rare one is rather a family's.

    Example:
        >>> is_common_given_name("khaled"), is_common_given_name("شاهين"), is_given_name("شاهين")
        (True, False, True)
    """
    return _sounds_like(word, _common_by_sound(), least=SAME_NAME) if word.isascii() else word in _COMMON_NAMES


@remembered(1 << 12)
def is_name_of_god(word: Folded) -> bool:
    """Return whether a folded word without its article may be a name of God, in either script.

    Example:
        >>> is_name_of_god("haqq"), is_name_of_god("رزاق"), is_name_of_god("kadir"), is_name_of_god("shamali")
        (True, True, True, False)
    """
    return _sounds_like(word, _of_god_by_sound(), least=SAME_NAME) if word.isascii() else word in NAMES_OF_GOD


def is_surely_given_name(word: Folded) -> bool:
    """Return whether a folded word beside a name is another given name rather than an ordinary word: not نهاية, the end.

    Example:
        >>> is_surely_given_name("سعيد"), is_surely_given_name("شاهين"), is_surely_given_name("نهايه")
        (True, True, False)
    """
    return is_common_given_name(word) or (word not in ALSO_WORDS and is_given_name(word))


def _sounds_like(word: Folded, names: Mapping[str, frozenset[Folded]], *, least: float) -> bool:
    return len(word) >= _LEAST_LATIN and any(similarity(name, word) >= least for code in skeletons(word) for name in names.get(code, ()))


@lru_cache(maxsize=1)
def _common_by_sound() -> Mapping[str, frozenset[Folded]]:
    return _by_sound(_COMMON_NAMES)


@lru_cache(maxsize=1)
def _of_god_by_sound() -> Mapping[str, frozenset[Folded]]:
    return _by_sound(NAMES_OF_GOD)


@lru_cache(maxsize=1)
def _rare_by_sound() -> Mapping[str, frozenset[Folded]]:
    return _by_sound(name for name in GIVEN_NAMES - _COMMON_NAMES - ALSO_WORDS if len(name) >= _LEAST_RARE)


def _by_sound(names: Iterable[Folded]) -> Mapping[str, frozenset[Folded]]:
    by_code: dict[str, set[Folded]] = {}
    for name in names:
        by_code.setdefault(skeleton(name), set()).add(name)
    return {code: frozenset(found) for code, found in by_code.items()}
