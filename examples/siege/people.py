"""Invented people, and how an Arabic sentence takes up a name: case of the kunya, attached particles, titles before it."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import NamedTuple, Protocol

from examples.siege.text import Composer
from examples.siege.world import POSTS, Term

#: The first word of a kunya by grammatical case.
KUNYA = {"nom": "أبو", "gen": "أبي", "acc": "أبا"}
#: What a slot of a template asks for: the particle that is attached to the name, and the case after it.
CASES = {
    "": ("", "nom"),
    "nom": ("", "nom"),
    "gen": ("", "gen"),
    "acc": ("", "acc"),
    "li": ("ل", "gen"),
    "bi": ("ب", "gen"),
    "wa": ("و", "nom"),
}
TITLES = ("الأخ", "الشيخ", "القائد", "الحاج", "الأستاذ")
LATIN_TITLES = {
    "en": ("Sheikh", "Commander", "Hajji", "Brother"),
    "fr": ("le cheikh", "le commandant"),
    "de": ("Scheich", "Kommandeur"),
    "tr": ("Şeyh", "Komutan"),
}

#: Nobody here is a Muhammad with a nisba of the north: those names stand only where they are planted.
SONS = (
    Term("خالد", "Khaled"), Term("عمر", "Omar"), Term("يوسف", "Yusuf"), Term("سليمان", "Sulayman"), Term("إبراهيم", "Ibrahim"),
    Term("ياسر", "Yasser"), Term("طارق", "Tareq"), Term("سعيد", "Said"), Term("حسان", "Hassan"), Term("نزار", "Nizar"),
    Term("رائد", "Raed"), Term("مازن", "Mazen"), Term("جابر", "Jaber"), Term("صالح", "Saleh"), Term("فهد", "Fahd"),
    Term("وائل", "Wael"), Term("عاصم", "Assem"), Term("غسان", "Ghassan"), Term("هيثم", "Haytham"), Term("نبيل", "Nabil"),
)  # fmt: skip
NISBAS = (
    Term("المرمري", "al-Marmari"), Term("الياقوتي", "al-Yaquti"), Term("السوسني", "al-Sawsani"), Term("النسريني", "al-Nisrini"),
    Term("الزمردي", "al-Zumurrudi"), Term("الكهرماني", "al-Kahramani"), Term("القرنفلي", "al-Qurunfuli"), Term("الخزامي", "al-Khuzami"),
    Term("الصباري", "al-Sabbari"), Term("الجسري", "al-Jisri"), Term("الضفافي", "al-Difafi"), Term("السواقي", "al-Sawaqi"),
    Term("الغربي", "al-Gharbi"), Term("الشرقي", "al-Sharqi"), Term("الجنوبي", "al-Janubi"), Term("الصخري", "al-Sakhri"),
    Term("العقيقي", "al-Aqiqi"), Term("المرجاني", "al-Marjani"), Term("الفيروزي", "al-Fayruzi"), Term("الغزلاني", "al-Ghizlani"),
    Term("الفخاري", "al-Fakhkhari"), Term("الغديري", "al-Ghadiri"), Term("السهلي", "al-Sahli"), Term("الوعري", "al-Wari"),
)  # fmt: skip
FATHER = {"en": "Abu", "fr": "Abou", "de": "Abu", "tr": "Ebu"}


class Asked(NamedTuple):
    """How a place in a sentence wants a name.

    Attributes:
        slot: A key of `CASES`, "cell" for a table or "latin" for a Latin spelling within Arabic text.
        language: "ar", "en", "fr", "de" or "tr".
    """

    slot: str
    language: str


class Name(Protocol):
    """Anybody who can stand where a template says {person}."""

    def write(self, composer: Composer, rng: Random, asked: Asked) -> None:
        """Append the name as that place wants it."""


@dataclass(frozen=True, slots=True)
class Person:
    """One of the cast: known by kunya and nisba, or by own name and nisba."""

    son: Term
    nisba: Term
    by_kunya: bool
    post: Term

    def arabic(self, case: str = "nom") -> str:
        """Return the name in Arabic in a grammatical case (only a kunya shows it)."""
        return f"{KUNYA[case]} {self.son.arabic} {self.nisba.arabic}" if self.by_kunya else f"{self.son.arabic} {self.nisba.arabic}"

    def latin(self, language: str = "en") -> str:
        """Return the name in Latin letters as that language's press would print it."""
        return (
            f"{FATHER[language]} {self.son.english} {self.nisba.english}" if self.by_kunya else f"{self.son.english} {self.nisba.english}"
        )

    def write(self, composer: Composer, rng: Random, asked: Asked) -> None:
        """Append the name, unmarked: people of the cast are not counted mention by mention."""
        if asked.language == "ar" and asked.slot not in {"cell", "latin"}:
            before, words, _ = arabic_phrase(rng, asked.slot, self.arabic)
            composer.add(before + words)
        else:
            composer.add(self.arabic() if asked.language == "ar" and asked.slot == "cell" else self.latin(_language(asked)))


def make_cast(rng: Random, size: int = 90) -> tuple[Person, ...]:
    """Return the people of one leak, no two of them with the same name."""
    pairs = rng.sample([(son, nisba) for son in SONS for nisba in NISBAS], size)
    return tuple(Person(son, nisba, by_kunya=rng.random() < 0.7, post=rng.choice(POSTS)) for son, nisba in pairs)


def arabic_phrase(rng: Random, slot: str, spell: Callable[[str], str]) -> tuple[str, str, str]:
    """Return (title and blank before the name, the name with what is attached to it, the attached particle)."""
    particle, case = CASES[slot]
    if case == "gen" and rng.random() < 0.3:
        case = "nom"  # many writers leave the kunya in the nominative after a preposition
    if rng.random() < 0.3:
        return attach(particle, rng.choice(TITLES)) + " ", spell(case), ""
    return "", attach(particle, spell(case)), particle


def attach(particle: str, words: str) -> str:
    """Return the words with a particle written onto them; `ل` swallows the alef of the article.

    >>> attach("ل", "الأخ")
    'للأخ'
    """
    return "لل" + words[2:] if particle == "ل" and words.startswith("ال") else particle + words


def latin_title(rng: Random, language: str) -> str:
    """Return a title and a blank, or in most cases nothing."""
    return rng.choice(LATIN_TITLES[language]) + " " if rng.random() < 0.2 else ""


def _language(asked: Asked) -> str:
    return "en" if asked.language == "ar" else asked.language
