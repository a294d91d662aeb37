"""The casts after the first: people, places and units drawn from large pools, each written in many ways in both scripts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from random import Random
from typing import NamedTuple

from examples.siege import pool_world as pool
from examples.siege.named import GROUP, PERSON, PLACE, Thing, add_title, mark_name
from examples.siege.people import KUNYA, Asked, Phrase, Somebody, arabic_phrase, write_latin_title
from examples.siege.pool_people import FAMILY, GIVEN, LATIN_RANKS, OFFICES, RANKS
from examples.siege.spelling import careless, romanised, scholarly
from examples.siege.text import Composer
from examples.siege.world import Term

PEOPLE, UNITS, PLACES, GROUPS = 84, 26, 36, 7
#: So few given and family names for so many people, that many share one.
GIVEN_NAMES, FAMILY_NAMES = 30, 28
LANGUAGES = ("en", "fr", "de", "tr")
#: How often a name is written the plainest way.
PLAIN = 0.5


class Part(NamedTuple):
    """A part of a name in Arabic and in scholarly letters."""

    arabic: str
    scholarly: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """One of a drawn cast. He has at least two of the parts.

    Attributes:
        kunya: Whose father he is called.
        given: His own name.
        father: His father's.
        family: Nisba, trade or nickname.
        post: What he is.
    """

    kunya: Part | None
    given: Part | None
    father: Part | None
    family: Part | None
    post: Term

    @property
    def id(self) -> str:
        """What he is called in the truth: all that is known of his name, so that no two share it."""
        every = (
            self.kunya and Part("", f"Abū {self.kunya.scholarly}"),
            self.given,
            self.father and Part("", f"bin {self.father.scholarly}"),
        )
        return "person/" + " ".join(part.scholarly for part in (*every, self.family) if part)

    def arabic(self, case: str = "nom") -> str:
        """Return what he is called first in Arabic."""
        return " ".join(self._arabic_parts(case, "بن"))

    def latin(self, language: str = "en") -> str:
        """Return what he is called first in Latin letters."""
        return romanised(self._scholarly(), language)

    def write(self, composer: Composer, rng: Random, asked: Asked) -> None:
        """Append the name in any of its spellings, in a sentence now and then with a title."""
        if asked.language == "ar" and asked.slot != "latin":
            self._write_arabic(composer, rng, asked)
            return
        language = asked.language if asked.language != "ar" else "en"
        if not asked.slot:
            write_latin_title(composer, rng, language, titles=LATIN_RANKS)
        mark_name(composer, self._latin(rng, asked.slot, language), PERSON, self.id, script="Latn")

    def partly(self, composer: Composer, rng: Random, asked: Asked) -> bool:
        """Append his kunya, his nisba or his own name alone; the last never without a title."""
        if asked.slot in {"cell", "sign", "latin"}:
            return False
        part, given = rng.choice(tuple(self._halves()))
        if asked.language != "ar":
            title = rng.choice(LATIN_RANKS[asked.language])
            if part == "given" or rng.random() < 0.4:
                add_title(composer, title, language=asked.language)
            words = romanised(f"Abū {given.scholarly}" if part == "kunya" else given.scholarly, asked.language, rng)
            mark_name(composer, words, PERSON, self.id, script="Latn", part=part)
            return True
        phrase = arabic_phrase(
            rng, asked.slot, lambda case: f"{KUNYA[case]} {given.arabic}" if part == "kunya" else given.arabic, titles=RANKS
        )
        if part == "given" and not phrase.title:
            phrase = Phrase(rng.choice(RANKS), "" if phrase.clitic == "و" else phrase.clitic, given.arabic, "")
        phrase.write(composer, entity=self.id, part=part)
        return True

    def _halves(self) -> Iterator[tuple[str, Part]]:
        if self.kunya:
            yield "kunya", self.kunya
        if self.family:
            yield "family", self.family
        if self.given and (self.family or self.father):
            yield "given", self.given

    def _arabic_parts(self, case: str, son: str) -> Iterator[str]:
        if self.kunya:
            yield f"{KUNYA[case]} {self.kunya.arabic}"
        if self.given:
            yield self.given.arabic
        if self.father:
            yield f"{son} {self.father.arabic}".strip()
        if self.family:
            yield self.family.arabic

    def _scholarly(self) -> str:
        kunya = f"Abū {self.kunya.scholarly}" if self.kunya else ""
        father = f"bin {self.father.scholarly}" if self.father else ""
        parts = (kunya, self.given.scholarly if self.given else "", father, self.family.scholarly if self.family else "")
        return " ".join(part for part in parts if part)

    def _write_arabic(self, composer: Composer, rng: Random, asked: Asked) -> None:
        son = rng.choice(("بن", "بن", "ابن", ""))
        spoil = rng.random() >= PLAIN

        def spelt(case: str) -> str:
            words = " ".join(self._arabic_parts(case, son))
            return careless(words, rng) if spoil else words

        if asked.slot not in {"cell", "sign"}:
            arabic_phrase(rng, asked.slot, spelt, titles=RANKS).write(composer, entity=self.id)
            return
        words = spelt("nom")
        if asked.slot == "cell" and self.family and not spoil and rng.random() < 0.3:
            words = f"{self.family.arabic}، {words.removesuffix(' ' + self.family.arabic)}"
        mark_name(composer, words, PERSON, self.id, script="Arab")

    def _latin(self, rng: Random, slot: str, language: str) -> str:
        if rng.random() < PLAIN:
            return self.latin(language)
        if language == "de" and rng.random() < 0.3:
            return scholarly(self._scholarly())
        parts = [
            self.kunya and f"Abū {self.kunya.scholarly}",
            self.given and self.given.scholarly,
            self.father and f"bin {self.father.scholarly}",
        ]
        before = " ".join(_parts_romanised([part for part in parts if part], language, rng))
        after = romanised(self.family.scholarly, language, rng) if self.family else ""
        if slot == "cell" and after and rng.random() < 0.4:
            return f"{after}, {before}"
        words = f"{before} {after}".strip()
        return words.upper() if language != "tr" and rng.random() < 0.06 else words


def _parts_romanised(parts: Iterable[str], language: str, rng: Random) -> Iterator[str]:
    for part in parts:
        first, _, rest = part.partition(" ")
        if first in {"Abū", "bin"}:
            yield f"{romanised(first, language, rng)} {romanised(rest, language, rng)}"
        else:
            yield romanised(part, language, rng)


def draw_people(rng: Random) -> tuple[Somebody, ...]:
    """Return people who share kunyas, fathers and family names with each other, no two of them every part."""
    given = [Part(*name) for name in rng.sample(GIVEN, GIVEN_NAMES)]
    family = [Part(*name) for name in rng.sample(FAMILY, FAMILY_NAMES)]
    people: dict[str, Drawn] = {}
    while len(people) < PEOPLE:
        own, sire, kunya = rng.sample(given, 3)
        last, post = rng.choice(family), rng.choice(OFFICES)
        drawn = rng.choices(
            (
                Drawn(kunya, None, None, last, post),
                Drawn(None, own, None, last, post),
                Drawn(None, own, sire, last, post),
                Drawn(None, own, sire, None, post),
                Drawn(kunya, own, None, last, post),
            ),
            (45, 20, 15, 8, 12),
        )[0]
        if not any(_confusable(drawn, other) for other in people.values()):
            people[drawn.id] = drawn
    return tuple(people.values())


def _confusable(one: Drawn, other: Drawn) -> bool:
    """Say whether one's name is the other's with a part left out, so that nobody could tell who is meant."""

    def within(short: Drawn, long: Drawn) -> bool:
        pairs = ((short.kunya, long.kunya), (short.given, long.given), (short.father, long.father), (short.family, long.family))
        return all(mine is None or mine == theirs for mine, theirs in pairs)

    return within(one, other) or within(other, one)


def draw_places(rng: Random) -> tuple[Thing, ...]:
    """Return villages, half of them of two words, and sites that reports translate."""
    pairs = rng.sample([(head, word) for head in pool.PLACE_HEADS for word in pool.PLACE_WORDS], PLACES // 2)
    double = [pool.Word(f"{head.arabic} {word.arabic}", f"{head.scholarly} {word.scholarly}") for head, word in pairs]
    whole, sites = rng.sample(pool.PLACES, PLACES // 3), rng.sample(pool.SITES, PLACES - PLACES // 2 - PLACES // 3)
    return tuple(_thing("place", PLACE, word, rng) for word in (*double, *whole, *sites))


def draw_groups(rng: Random) -> tuple[Thing, ...]:
    """Return movements, councils, companies."""
    return tuple(_thing("group", GROUP, word, rng) for word in rng.sample(pool.GROUPS, GROUPS))


def draw_units(rng: Random) -> tuple[Thing, ...]:
    """Return units: most known by a name, some by a number and an arm, some called after a man."""
    numbered, after_men = UNITS // 3, UNITS // 9
    pairs = rng.sample([(head, name) for head in pool.UNIT_HEADS for name in pool.UNIT_NAMES], UNITS - numbered - after_men)
    named = [_named_unit(head, name, rng) for head, name in pairs]
    numbers = rng.sample([(ordinal, service) for ordinal in pool.ORDINALS for service in pool.SERVICES], numbered)
    men = rng.sample([(given, family) for given in GIVEN for family in FAMILY], after_men)
    return (*named, *(_numbered_unit(rng, ordinal, service) for ordinal, service in numbers), *(_unit_after(rng, *man) for man in men))


def _named_unit(head: pool.Word, name: pool.Word, rng: Random) -> Thing:
    english = f"{name.english} {head.english}"
    return _thing("unit", GROUP, pool.Word(f"{head.arabic} {name.arabic}", f"{head.scholarly} {name.scholarly}", english), rng)


def _numbered_unit(rng: Random, ordinal: tuple[str, str, str, str], service: pool.Word) -> Thing:
    """Return a unit such as the Third Artillery Battalion, «كتيبة المدفعية الثالثة», or the 46th Infantry Brigade, «اللواء ٤٦ مشاة»."""
    masculine, feminine, long, short = ordinal
    if rng.random() < 0.5:
        head, number = rng.choice((pool.UNIT_HEADS[1], pool.UNIT_HEADS[3])), rng.randrange(11, 120)
        ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th") if number % 100 not in {11, 12, 13} else "th"
        english = (f"{number}{ending} {service.english} {head.english}", f"{head.english} {number} ({service.english})")
        arabic: tuple[str, ...] = (f"ال{head.arabic} {number} {service.arabic}",)
    else:
        head = rng.choice(pool.UNIT_HEADS[:4])
        english = (f"{long} {service.english} {head.english}", f"{short} {service.english} {head.english}")
        word = feminine if head.arabic.endswith("ة") else masculine
        arabic = (f"{head.arabic} ال{service.arabic} {word}", f"ال{head.arabic} {word} {service.arabic}")
    return Thing(f"unit/{english[0]}", GROUP, Term(arabic[0], english[0]), {"ar": arabic, **dict.fromkeys(LANGUAGES, english)})


def _unit_after(rng: Random, given: tuple[str, str], family: tuple[str, str]) -> Thing:
    arabic, latin = f"كتيبة الشهيد {given[0]} {family[0]}", romanised(f"{given[1]} {family[1]}", "en")
    english = (f"{latin} Battalion", f"Martyr {latin} Battalion", f"Katibat al-Shahid {romanised(f'{given[1]} {family[1]}', 'en', rng)}")
    return Thing(f"unit/{english[0]}", GROUP, Term(arabic, english[0]), {"ar": (arabic,), **dict.fromkeys(LANGUAGES, english)})


def _thing(kind: str, type_: str, word: pool.Word, rng: Random) -> Thing:
    """Return a thing with its spellings; what is translated in reports is at times written as it sounds, too."""
    first = word.english or romanised(word.scholarly, "en")
    latin = {language: (first, *(romanised(word.scholarly, language, rng) for _ in range(3))) for language in LANGUAGES}
    if word.english:
        latin = {language: (*(first,) * 3, *forms) for language, forms in latin.items()}
    arabic = (*(word.arabic,) * 3, careless(word.arabic, rng), careless(word.arabic, rng))
    return Thing(f"{kind}/{first.removeprefix('the ')}", type_, Term(word.arabic, first), {"ar": arabic, **latin})
