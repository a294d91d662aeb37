"""People who do not exist, each with an Arabic name and several ways in which a list may spell it, in Arabic and in Latin script.

Their names are put together as Arab names are: kunya, given name, fathers, names of origin. The Latin side is spelled by ``romanise`` and,
for about half of the words that have one, by what people really wrote (wd_arabic_16). Many share a kunya, a given name or a family name,
but no two share a pair of them, so that any two telling parts in common decide, in truth, who is meant.
"""

import random
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final, Literal

from benchmarks.names import lexicon, romanise

Kind = Literal["title", "kunya", "ism", "father", "grandfather", "nisba"]

#: Pairs of wd_arabic_16 that are not the same word, found by eye among those that this benchmark would take.
WRONG: Final = frozenset(
    re.findall(
        "\\S+",
        """abdulatif almouhamad shaykh siba'i zog badheeb mustafi bosniak djilali sevian agus looy louie lowe lőwy setmariam roda lyes phife
        granada nematollah star itzhak nigâr nishapur salma selma libya hayyuj dorie bakir reshid""",
    )
)
#: Such spellings with the article grown into them.
WITH_ARTICLE: Final = re.compile("^(al|el|enn|ere|la[y]|lm)")


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a name: what it is, how it is written in Arabic, how it is said, and what stands before it (servant, faith)."""

    kind: Kind
    arabic: str
    said: str
    form: Literal["plain", "servant", "faith", "article"] = "plain"


@dataclass(frozen=True, slots=True)
class Alias:
    """One spelling of one person's name, with the parts of the name that it shows."""

    text: str
    shows: frozenset[Kind]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody made up.

    Attributes:
        arabic: Spellings in Arabic script, the fullest first.
        latin: Spellings in Latin script, each by another hand.
    """

    parts: Mapping[Kind, Part]
    arabic: tuple[Alias, ...]
    latin: tuple[Alias, ...]


#: What a list shows of a name, in its order; "," stands for the comma behind a family name put first. With the weight of each.
ORDERS: Final[tuple[tuple[int, tuple[str, ...]], ...]] = (
    (5, ("ism", "father", "nisba")),
    (4, ("ism", "nisba")),
    (4, ("kunya", "nisba")),
    (3, ("ism", "father", "grandfather", "nisba")),
    (2, ("kunya", "ism", "nisba")),
    (2, ("kunya", "ism", "father", "nisba")),
    (2, ("nisba", ",", "ism", "father")),
    (1, ("nisba", ",", "ism")),
    (1, ("nisba", "ism", "father")),
    (1, ("nisba", "ism")),
    (1, ("ism", "father")),
    (1, ("ism", "father", "grandfather")),
    (1, ("title", "ism", "nisba")),
    (1, ("title", "ism", "father", "nisba")),
    (1, ("ism", "initial", "nisba")),
    (1, ("kunya", "nisba", "ism", "father")),
    (1, ("title", "kunya", "nisba")),
)


def make_people(number: int, *, seed: int, seen: Mapping[str, Sequence[str]], spellings: int = 4) -> list[Person]:
    """Return that many people with different names.

    Args:
        number: How many.
        seed: Of all chance in it.
        seen: Real Latin spellings of Arabic words, as ``real_spellings`` makes them.
        spellings: Latin aliases for each.
    """
    chance = random.Random(seed)
    taken: set[tuple[str, ...]] = set()
    people: list[Person] = []
    while len(people) < number:
        parts = _compose(chance)
        pairs = {(*sorted((parts[a].arabic, parts[b].arabic)),) for a, b in _PAIRS if a in parts and b in parts}
        if not pairs & taken:
            taken |= pairs
            people.append(_spell(parts, chance, seen, spellings))
    return people


def real_spellings(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Return the Latin spellings of each Arabic word, without those that are wrong for sure."""
    found: dict[str, list[str]] = {}
    for latin, arabic in pairs:
        if latin not in WRONG:
            found.setdefault(arabic, []).append(latin)
    return {arabic: tuple(sorted(latins)) for arabic, latins in found.items()}


_PAIRS: Final[tuple[tuple[Kind, Kind], ...]] = (("ism", "nisba"), ("kunya", "nisba"), ("ism", "father"), ("kunya", "ism"))


def _zipf(words: Sequence[tuple[str, str]], chance: random.Random, *, flat: float) -> tuple[str, str]:
    weights = list(accumulate(1 / (rank + flat) for rank in range(len(words))))
    return chance.choices(words, cum_weights=weights)[0]


def _given(kind: Kind, chance: random.Random) -> Part:
    draw = chance.random()
    if draw < 0.12:
        return Part(kind, *_zipf(lexicon.DIVINE, chance, flat=3), form="servant")
    if draw < 0.18:
        return Part(kind, *chance.choice(lexicon.OF_THE_FAITH), form="faith")
    return Part(kind, *_zipf(lexicon.ISMS, chance, flat=12))


def _compose(chance: random.Random) -> dict[Kind, Part]:
    parts: dict[Kind, Part] = {"ism": _given("ism", chance), "father": _given("father", chance)}
    if chance.random() < 0.6:
        parts["grandfather"] = _given("grandfather", chance)
    parts["nisba"] = Part("nisba", *_zipf(lexicon.NISBAS, chance, flat=25), form="article")
    if chance.random() < 0.6:
        servant = chance.random() < 0.2
        word = chance.choice(lexicon.DIVINE[:6]) if servant else _zipf(lexicon.KUNYAS, chance, flat=4)
        parts["kunya"] = Part("kunya", *word, form="servant" if servant else "article" if word[0].startswith("ال") else "plain")
    if chance.random() < 0.3:
        parts["title"] = Part("title", *_title(chance))
    return parts


def _title(chance: random.Random) -> tuple[str, str]:
    arabic, latins = chance.choice(lexicon.TITLES)
    return arabic, chance.choice(latins)


def _spell(parts: Mapping[Kind, Part], chance: random.Random, seen: Mapping[str, Sequence[str]], spellings: int) -> Person:
    full: list[str] = [kind for kind in ("kunya", "ism", "father", "grandfather", "nisba") if kind in parts]
    arabic = [_arabic(full, parts, chance), *(_arabic(_order(parts, chance), parts, chance) for _ in range(2))]
    hands = chance.choices(list(romanise.WEIGHTS), list(romanise.WEIGHTS.values()), k=spellings)
    latin = [_latin(_order(parts, chance), parts, romanise.HANDS[hand], chance=chance, seen=seen) for hand in hands]
    return Person(parts, tuple(arabic), tuple(latin))


def _order(parts: Mapping[Kind, Part], chance: random.Random) -> list[str]:
    possible = [(weight, order) for weight, order in ORDERS if all(kind in {*parts, ",", "initial"} for kind in order)]
    return list(chance.choices([order for _, order in possible], [weight for weight, _ in possible])[0])


def _shown(order: Sequence[str], parts: Mapping[Kind, Part]) -> frozenset[Kind]:
    return frozenset(kind for kind in parts if kind in order and kind != "title")


def _arabic(order: Sequence[str], parts: Mapping[Kind, Part], chance: random.Random) -> Alias:
    abu = chance.choice(["أبو", "أبو", "أبو", "ابو", "أبي", "ابا"])
    son = chance.choice(["بن ", "بن ", "", "ابن "])
    out: list[str] = []
    for kind in order:
        if kind in {",", "initial"}:
            continue
        part = parts[kind]  # type: ignore[index]  # what is no mark is a kind
        word = _arabic_word(part, chance)
        before = {"kunya": abu + " ", "father": son, "grandfather": son}.get(kind, "")
        out.append((before if kind == "kunya" or (out and order[0] != "nisba") else "") + word)
    text = " ".join(out)
    if chance.random() < 0.35:
        text = re.sub("[أإآ]", "ا", text)
    if chance.random() < 0.2:
        text = text.replace("ة ", "ه ").replace("ى ", "ي ")
    return Alias(text, _shown(order, parts))


def _arabic_word(part: Part, chance: random.Random) -> str:
    if part.form == "servant":
        return f"عبد{chance.choice(['', ' '])}{part.arabic}"
    return f"{part.arabic} الدين" if part.form == "faith" else part.arabic


def _latin(
    order: Sequence[str], parts: Mapping[Kind, Part], hand: romanise.Hand, *, chance: random.Random, seen: Mapping[str, Sequence[str]]
) -> Alias:
    son, kunya = chance.choice(hand.son), chance.choice(hand.kunya)
    out: list[str] = []
    for kind in order:
        if kind == ",":
            out[-1] += ","
        elif kind == "initial":
            out.append(romanise.capital(romanise.write(parts["father"].said.lstrip("'E"), hand, chance)[:1]) + ".")
        elif kind == "title":
            out.append(parts["title"].said)
        else:
            word = _latin_word(parts[kind], hand, chance, seen)  # type: ignore[index]  # what is no mark is a kind
            before = {"kunya": f"{kunya} ", "father": f"{son} " if son else "", "grandfather": f"{son} " if son else ""}.get(kind, "")
            out.append((before if kind == "kunya" or (out and not out[-1].endswith(",")) else "") + word)
    text = " ".join(out)
    if chance.random() < 0.08:
        text = text.upper()
    return Alias(text, _shown(order, parts))


def _latin_word(part: Part, hand: romanise.Hand, chance: random.Random, seen: Mapping[str, Sequence[str]]) -> str:
    if part.form == "servant":
        return romanise.servant(part.said, hand, chance)
    if part.form == "faith":
        return romanise.of_the_faith(part.said, hand, chance)
    plain = part.arabic.removeprefix("ال") if part.form == "article" else part.arabic
    real = sorted({*seen.get(part.arabic, ()), *seen.get(plain, ())})
    written = chance.choice(real) if real and chance.random() < 0.5 else romanise.write(part.said, hand, chance)
    if part.form == "article" and not WITH_ARTICLE.match(written):
        return romanise.with_article(part.said, written, hand, chance)
    return romanise.capital(written)
