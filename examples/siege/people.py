"""Invented people, and how an Arabic sentence takes up a name: case of the kunya, attached particles, titles before it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random
from typing import NamedTuple, Protocol

from examples.siege.named import PERSON, ROLE, add_title, mark_name, script_of
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
        slot: A key of `CASES`, "cell" for a table, "sign" for below a letter or above a report, "latin" for Latin letters in Arabic text.
        language: "ar", "en", "fr", "de" or "tr".
    """

    slot: str
    language: str


class Name(Protocol):
    """Anybody who can stand where a template says {person}."""

    def write(self, composer: Composer, rng: Random, asked: Asked) -> None:
        """Append the name as that place wants it, and mark it."""


class Somebody(Name, Protocol):
    """One of a cast."""

    @property
    def id(self) -> str:
        """What he is called in the truth, in every leak with this cast."""

    @property
    def post(self) -> Term:
        """What he is."""

    def arabic(self, case: str = "nom") -> str:
        """Return what he is called first in Arabic, in a grammatical case."""

    def latin(self, language: str = "en") -> str:
        """Return what he is called first in Latin letters."""

    def partly(self, composer: Composer, rng: Random, asked: Asked) -> bool:
        """Append half his name, as one writes of somebody named before; return False if nobody would."""


@dataclass(frozen=True, slots=True)
class Person:
    """One of the cast: known by kunya and nisba, or by own name and nisba."""

    son: Term
    nisba: Term
    by_kunya: bool
    post: Term

    @property
    def id(self) -> str:
        """What he is called in the truth."""
        return f"person/{self.latin()}"

    def arabic(self, case: str = "nom") -> str:
        """Return the name in Arabic in a grammatical case (only a kunya shows it)."""
        return f"{KUNYA[case]} {self.son.arabic} {self.nisba.arabic}" if self.by_kunya else f"{self.son.arabic} {self.nisba.arabic}"

    def latin(self, language: str = "en") -> str:
        """Return the name in Latin letters as that language's press would print it."""
        return (
            f"{FATHER[language]} {self.son.english} {self.nisba.english}" if self.by_kunya else f"{self.son.english} {self.nisba.english}"
        )

    def write(self, composer: Composer, rng: Random, asked: Asked) -> None:
        """Append the name, in an Arabic sentence now and then with a title."""
        if asked.language == "ar" and asked.slot not in {"cell", "sign", "latin"}:
            arabic_phrase(rng, asked.slot, self.arabic).write(composer, entity=self.id)
            return
        arabic = asked.language == "ar" and asked.slot != "latin"
        language = asked.language if asked.language != "ar" else "en"
        mark_name(composer, self.arabic() if arabic else self.latin(language), PERSON, self.id, script="Arab" if arabic else "Latn")

    def partly(self, composer: Composer, rng: Random, asked: Asked) -> bool:
        """Append nothing: people of the first cast are always named in full."""
        del composer, rng, asked
        return False


def make_people(rng: Random, size: int = 90) -> tuple[Person, ...]:
    """Return the people of the first cast, no two of them with the same name."""
    pairs = rng.sample([(son, nisba) for son in SONS for nisba in NISBAS], size)
    return tuple(Person(son, nisba, by_kunya=rng.random() < 0.7, post=rng.choice(POSTS)) for son, nisba in pairs)


class Phrase(NamedTuple):
    """A name in an Arabic sentence: the title before it, the name with what is attached to it, and the attached particle of each."""

    title: str
    title_clitic: str
    words: str
    clitic: str

    def write(self, composer: Composer, *, entity: str | None, part: str = "") -> None:
        """Append title and name, both marked."""
        self.write_title(composer)
        mark_name(composer, self.words, PERSON, entity, script="Arab", clitic=self.clitic, part=part)

    def write_title(self, composer: Composer) -> None:
        """Append the title, if there is one."""
        if self.title:
            add_title(composer, attach(self.title_clitic, self.title), language="ar", clitic=self.title_clitic, entity=f"role/{self.title}")


def arabic_phrase(rng: Random, slot: str, spell: Callable[[str], str], *, titles: tuple[str, ...] = TITLES) -> Phrase:
    """Return a name as a slot of an Arabic sentence takes it up, three times in ten with a title."""
    particle, case = CASES[slot]
    if case == "gen" and rng.random() < 0.3:
        case = "nom"  # many writers leave the kunya in the nominative after a preposition
    if rng.random() < 0.3:
        return Phrase(rng.choice(titles), particle, spell(case), "")
    return Phrase("", "", attach(particle, spell(case)), particle)


def attach(particle: str, words: str) -> str:
    """Return the words with a particle written onto them; `ل` swallows the alef of the article.

    >>> attach("ل", "الأخ")
    'للأخ'
    """
    return "لل" + words[2:] if particle == "ل" and words.startswith("ال") else particle + words


def write_latin_title(composer: Composer, rng: Random, language: str, *, titles: Mapping[str, tuple[str, ...]] = LATIN_TITLES) -> None:
    """Append a title and a blank, or in most cases nothing."""
    if rng.random() < 0.2:
        add_title(composer, rng.choice(titles[language]), language=language)


def write_post(composer: Composer, post: Term, language: str, *, alone: bool = False) -> None:
    """Append what somebody is; where it stands without him, nobody need take it for a name."""
    words = post.arabic if language == "ar" else post.english
    mark_name(composer, words, ROLE, f"role/{post.english}", script=script_of(language), optional="alone" if alone else "")
