"""A crowd of invented people, each written in many ways in both scripts, from a seed: what resolving is measured on.

Given names are those of kashf's table of vowelled names, nisbas are made of syllables. Spellings differ by how a writer romanises (English,
French, German, Turkish, careless), by what is left out (bin, the article, hamzas), and one in twenty has a letter misread by a scanner.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from random import Random

from kashf.language.tables.names.vocalised_names import VOCALISED_NAMES
from kashf.language.words.tokens import folded_words

_VOWELS = {"\u064e": "a", "\u064f": "u", "\u0650": "i", "\u0670": "a"}
_SHADDA = "\u0651"
_PLAIN = dict(zip("ابتجدرزسفكلمنه", ["aa", *"btjdrzsfklmnh"], strict=True)) | dict.fromkeys("أإءئؤع", "") | {"آ": "aa", "ة": "a", "ى": "a"}
_HARD = "ثحخذشصضطظغقوي"
_SCHEMES = {
    "en": dict(zip(_HARD, ["th", "h", "kh", "dh", "sh", "s", "d", "t", "z", "gh", "q", "w", "y"], strict=True)),
    "fr": dict(zip(_HARD, ["th", "h", "kh", "d", "ch", "s", "d", "t", "z", "gh", "k", "w", "y"], strict=True)) | {"ج": "dj"},
    "de": dict(zip(_HARD, ["th", "h", "ch", "dh", "sch", "s", "d", "t", "z", "gh", "k", "w", "j"], strict=True)) | {"ج": "dsch"},
    "tr": dict(zip(_HARD, ["s", "h", "h", "z", "ş", "s", "d", "t", "z", "g", "k", "v", "y"], strict=True)) | {"ج": "c"},
    "xx": dict(zip(_HARD, ["th", "h", "kh", "z", "sh", "s", "d", "t", "z", "g", "k", "w", "y"], strict=True)) | {"ج": "g"},
}
_FATHER = {"en": "Abu", "fr": "Abou", "de": "Abu", "tr": "Ebu", "xx": "Abo"}
_SON = {"en": "bin", "fr": "ben", "de": "ibn", "tr": "bin", "xx": "ben"}
_CONSONANTS = "بتجحخدرزسشصضطعغفقكلمنه"


@dataclass(frozen=True, slots=True)
class Crowd:
    """Names with their mentions and whose they are.

    Args:
        mentions: Name as written -> how often.
        owner: The same names -> the number of the person.
    """

    mentions: dict[str, int]
    owner: dict[str, int]


@dataclass(frozen=True, slots=True)
class _Person:
    kunya: str
    ism: str
    father: str
    nisba: str


def make_crowd(seed: int, *, distinct: int, mentions: int, partial: float = 0.04) -> Crowd:
    """Return a crowd with about so many distinct names and exactly so many mentions.

    Args:
        seed: The same seed, the same crowd.
        distinct: Names that fold differently; a bit over three for each person.
        mentions: At least `distinct`.
        partial: Share of the writings that are a kunya or a nisba alone; these have owner -1.
    """
    rng = Random(seed)
    given = VOCALISED_NAMES.split()
    rng.shuffle(given)
    weights = [1 / (rank + 3) for rank in range(len(given))]
    nisbas = [_nisba(rng) for _ in range(max(50, distinct // 40))]
    people = [_person(rng, given, weights, nisbas) for _ in range(distinct // 4)]
    busy = [1 / (rank + 5) ** 0.6 for rank in range(len(people))]
    found: dict[tuple[str, ...], str] = {}
    owner: dict[str, int] = {}
    count: Counter[str] = Counter()
    while len(found) < distinct:
        for number in rng.choices(range(len(people)), busy, k=1000):
            is_partial = rng.random() < partial
            text = _write(rng, people[number], is_partial=is_partial)
            first = found.setdefault(tuple(folded_words(text)), text)
            owner.setdefault(first, -1 if is_partial else number)
            count[first] += 1
    names = list(found.values())
    count.update(rng.choices(names, [1 / (rank + 10) for rank in range(len(names))], k=max(0, mentions - count.total())))
    return Crowd(dict(count), owner)


def _person(rng: Random, given: list[str], weights: list[float], nisbas: list[str]) -> _Person:
    kunya, ism, father = rng.choices(given, weights, k=3)
    known_by_kunya = rng.random() < 0.5
    return _Person(kunya if known_by_kunya else "", "" if known_by_kunya else ism, father if rng.random() < 0.4 else "", rng.choice(nisbas))


def _nisba(rng: Random) -> str:
    """Return a made-up nisba with its vowels, without the article."""
    letters = [rng.choice(_CONSONANTS) + rng.choice(("\u064e", "\u064f", "\u0650", "\u064eا")) for _ in range(rng.choice((2, 3, 3, 3, 4)))]
    return "".join(letters)[: -1 if letters[-1][-1] != "ا" else None] + "\u0650ي"


def _write(rng: Random, person: _Person, *, is_partial: bool) -> str:
    is_arabic = rng.random() < 0.6
    scheme = rng.choice(list(_SCHEMES))
    spell = _arabic if is_arabic else lambda word: _latin(rng, word, scheme)
    parts = []
    if person.kunya:
        parts.append((rng.choice(("أبو", "ابو", "أبي")) if is_arabic else _FATHER[scheme]) + " " + spell(person.kunya))
    else:
        parts.append(spell(person.ism))
    if person.father and not person.kunya:
        son = ("بن" if is_arabic else _SON[scheme]) + " " if rng.random() < 0.6 else ""
        parts.append(son + spell(person.father))
    nisba = spell(person.nisba)
    parts.append(_article(rng, is_arabic=is_arabic, scheme=scheme) + (nisba if is_arabic else nisba.capitalize()))
    if is_partial:
        return parts[0] if person.kunya and rng.random() < 0.5 else parts[-1]
    text = " ".join(parts)
    return _damaged(rng, text) if rng.random() < 0.05 else text


def _article(rng: Random, *, is_arabic: bool, scheme: str) -> str:
    if is_arabic:
        return "ال"
    return rng.choice({"fr": ("el-", "al-", ""), "tr": ("el-", "", "El ")}.get(scheme, ("al-", "al-", "Al ", "el-", "")))


def _arabic(word: str) -> str:
    return "".join(letter for letter in word if letter not in {*_VOWELS, _SHADDA, "\u0652"})


def _latin(rng: Random, word: str, scheme: str) -> str:
    table = _PLAIN | _SCHEMES[scheme]
    found: list[str] = []
    for letter in word:
        if letter == _SHADDA:
            found.append(found[-1] if found and rng.random() < 0.6 else "")
        elif letter in "وي" and found and found[-1] in {"u", "i"}:
            found[-1] = rng.choice(("u", "ou", "oo", "u") if letter == "و" else ("i", "i", "ee", "y"))
        else:
            found.append(_VOWELS.get(letter, table.get(letter, "")))
    text = "".join(found).replace("aaa", "aa")
    if rng.random() < 0.9:
        text = text.replace("aa", "a")
    for old, new in (("u", "o"), ("i", "e"), ("a", "e")):
        if rng.random() < 0.12:
            text = text.replace(old, new, 1)
    return text.capitalize()


def _damaged(rng: Random, text: str) -> str:
    """Return a text with one letter misread, as scanners do."""
    place = rng.randrange(len(text))
    alike = {"ب": "ت", "ت": "ب", "ر": "ز", "ز": "ر", "ح": "خ", "خ": "ح", "س": "ش", "ش": "س", "د": "ر", "ن": "ت", "ق": "ف", "ف": "ق",
             "l": "i", "i": "l", "o": "e", "e": "c", "h": "b", "m": "n", "n": "u", "r": "t", "a": "o"}  # fmt: skip
    return text[:place] + alike.get(text[place], text[place]) + text[place + 1 :]
