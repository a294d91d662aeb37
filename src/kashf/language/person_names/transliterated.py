"""A name in another script, or in marked letters, as the plain Arabic or Latin letters of its sounds, so that it can be compared."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from kashf.language.person_names.vocabulary import is_given_name
from kashf.language.sounds.units import spelled_out
from kashf.language.tables.spelling.other_scripts import KURDISH, LETTERS, PERSIAN_FAITH
from kashf.language.words.folding import Folded, fold

_OTHER_SCRIPT: Final = re.compile("[\u0370-\u03ff\u0400-\u052f\u1f00-\u1fff]")
#: Letters that only Kurdish writes for its vowels and sounds: a name that has one can be read as Latin letters are.
_SORANI: Final = re.compile("[\u06d5\u06c6\u06ce\u0695\u06b5\u06ca]")
_ARABIC_WORD: Final = re.compile("[\u0620-\u06ff]+")
_FAITH: Final = re.compile(PERSIAN_FAITH)
_GLIDE: Final = re.compile("(?<=[^aeiou])[wy](?![aeiou])|^[wy](?![aeiou])")
#: "son of" as scholars shorten it: Yousuf b. Tariq; a capital B. is an initial.
_SON: Final = re.compile(r"(?<=\w )b\. ?(?=\w)")

#: An ayn or a hamza within a Latin word, and no article, prefix or genitive of Europe: Sa'd, A'raj, but O'Neill, d'Arc, Khaled's.
_AYN: Final = re.compile(r"(?<=[^\W\d_])(?<!\b[DdLlOoNn])['’‘`´](?=[^\W\d_])(?!s\b)")
#: What a long vowel makes of a particle, and of another long vowel behind an ayn that is not written: Abū, Rabīʿī.
_ABU: Final = re.compile(r"\bab(?:uu|ii|aa)\b")
_LONG: Final = re.compile(r"([aiu])\1{2,}")


def in_two_scripts(name: str) -> str:
    """Return a name with Cyrillic, Greek, Kurdish and marked Latin letters as the Latin letters of their sounds; Arabic stays.

    Example:
        >>> in_two_scripts("Şemali"), in_two_scripts("Шамали"), in_two_scripts("حەسەن عوسمان"), in_two_scripts("حسن عثمان")
        ('shemali', 'shamali', 'hasan usman', 'حسن عثمان')
        >>> in_two_scripts("Sa'd al-A'raj"), in_two_scripts("O'Neill"), in_two_scripts("Abū Rabīʿī")
        ('Sad al-Araj', "O'Neill", 'abu rabiei')
        >>> in_two_scripts("گلبدین"), in_two_scripts("مجاهدین")
        ('كلب الدين', 'مجاهدين')
    """
    name = _FAITH.sub(r"\1 الدین", _AYN.sub("", name))
    if _SORANI.search(name):
        name = _ARABIC_WORD.sub(_kurdish, name)
    if _OTHER_SCRIPT.search(name):
        name = "".join(_letter(letter) for letter in unicodedata.normalize("NFC", name))
    name = _SON.sub("bin ", name)
    if name.isascii():
        return name
    return Folded(_LONG.sub(r"\1e\1", _ABU.sub("abu", spelled_out(name))))


def _kurdish(found: re.Match[str]) -> str:
    """Return a word of a Kurdish name in Latin letters, unless it is written as in Arabic; its waw and ya are vowels beside consonants."""
    word = found[0]
    if not _SORANI.search(word) and (is_given_name(fold(word)) or word.startswith("ال")):
        return word
    latin = word.replace("وو", "u").translate(_kurdish_letters())
    return _GLIDE.sub(lambda glide: "u" if glide[0] == "w" else "i", latin)


@lru_cache(maxsize=1)
def _kurdish_letters() -> dict[int, str]:
    return {ord(letter): latin for letter, latin in _rows(KURDISH).items()}


@lru_cache(maxsize=1 << 10)
def _letter(letter: str) -> str:
    known = _letters()
    small = letter.lower()
    found = known.get(small)
    if found is None and _OTHER_SCRIPT.match(small):
        found = known.get(unicodedata.normalize("NFD", small)[0])
    return letter if found is None else found


@lru_cache(maxsize=1)
def _letters() -> dict[str, str]:
    return _rows(LETTERS)


def _rows(table: str) -> dict[str, str]:
    entries = table.split()
    return {letter: "" if latin == "-" else latin for letter, latin in zip(entries[::2], entries[1::2], strict=True)}
