"""The wanted man, Abu Mohammed al-Shamali, in the spellings in which his name turns up, and what may be mistaken for him.

The lists were written from how such names are met in letters, passports, reports and the press of four languages, not from
any search program's rules, so that what a search finds of them is a measurement.
"""

from dataclasses import dataclass
from random import Random
from typing import NamedTuple, TypeVar

from examples.siege.people import KUNYA, Asked, arabic_phrase, write_latin_title
from examples.siege.text import NO_BREAK_SPACE, SOFT_BREAK, Composer, Fact
from examples.siege.world import Term

_Choice = TypeVar("_Choice")

CANONICAL = Term("أبو محمد الشمالي", "Abu Mohammed al-Shamali")


class ArabicSpelling(NamedTuple):
    """One way to write the name: the kunya's first word by case, and all that follows it."""

    father: dict[str, str]
    rest: str


_BARE = {"nom": "ابو", "gen": "ابي", "acc": "ابا"}
_VOWELLED = {"nom": "أَبُو", "gen": "أَبِي", "acc": "أَبَا"}
_STRETCHED = {"nom": "أبـو", "gen": "أبـي", "acc": "أبـا"}
_CLIPPED = {"nom": "بو", "gen": "بو", "acc": "بو"}

ARABIC_SPELLINGS = (
    ArabicSpelling(KUNYA, " محمد الشمالي"),
    ArabicSpelling(_BARE, " محمد الشمالي"),
    ArabicSpelling(KUNYA, " محمد الشمالى"),
    ArabicSpelling(KUNYA, " محمّد الشمالي"),
    ArabicSpelling(KUNYA, " محمد الشمالي"),
    ArabicSpelling(_BARE, "محمد الشمالي"),
    ArabicSpelling(KUNYA, " محمــد الشمالي"),
    ArabicSpelling(_VOWELLED, " مُحَمَّد الشَّمَالِيّ"),
    ArabicSpelling(KUNYA, f" محمد{SOFT_BREAK}الشمالي"),
    ArabicSpelling(_BARE, " محمد الشمالى"),
    ArabicSpelling(KUNYA, " محمد الشمالی"),
    ArabicSpelling(_STRETCHED, " محمد الشمـالي"),
    ArabicSpelling(KUNYA, "محمد الشمالي"),
    ArabicSpelling(KUNYA, "  محمد الشمالي"),
    ArabicSpelling(KUNYA, " محمد ألشمالي"),
    ArabicSpelling(KUNYA, f"{NO_BREAK_SPACE}محمد الشمالي"),
    ArabicSpelling(KUNYA, f"{SOFT_BREAK}محمد الشمالي"),
    ArabicSpelling(KUNYA, " مُحمّد الشّمالي"),
    ArabicSpelling(_CLIPPED, " محمد الشمالي"),
    ArabicSpelling(KUNYA, " محمد الشمــــالي"),
)
#: As registers sort it, nisba first.
ARABIC_INVERTED = ("الشمالي، أبو محمد", "الشمالي، ابو محمد", "الشمالي ابو محمد")

LATIN_SPELLINGS = {
    "en": (
        "Abu Mohammed al-Shamali", "Abu Muhammad al-Shamali", "Abu Mohammad Al-Shamali", "Abu Mohamed al Shamali",
        "Abu Muhammad Alshamali", "Abu Mohammed Al Shamaly", "Abu Muhammad ash-Shamali", "Abu Mohamad el-Shamali",
        "ABU MOHAMMED AL-SHAMALI", "Abu Mohammed Shamali", "Abu Muhammad al-Shimali", "Abu Muḥammad al-Shamālī",
        "Abu-Mohammed al-Shamali", "Aboo Muhammed al-Shamali", "Abi Mohammed al-Shamali", f"Abu Mohammed{SOFT_BREAK}al-Shamali",
        "Abu Mohd. al-Shamali", "Abu Muhammad al-Shamaliy",
    ),
    "fr": ("Abou Mohamed al-Chamali", "Abou Mohammed El Chamali", "Abou Mouhammad ach-Chamali", "Abou Mohammad al-Chamaly",
           "Abou Mohamed Chamali"),
    "de": ("Abu Mohammed asch-Schamali", "Abu Muhammad al-Schamali", "Abū Muḥammad aš-Šamālī", "Abu Mohamed Al-Schamali"),
    "tr": ("Ebu Muhammed eş-Şemali", "Ebu Muhammed eş-Şimali", "Ebu Muhammet El Şimali", "Ebu Muhammed Şemali"),
}  # fmt: skip
LATIN_INVERTED = ("Al-Shamali, Abu Mohammed", "SHAMALI Abu Mohammed", "Shamali, Abu Muhammad")

#: Half a name: it may be he, and only a person can decide.
ARABIC_PARTIAL = (("nisba", "الشمالي"), ("nisba", "الشمالي"), ("nisba", "الشمالى"), ("kunya", "أبو محمد"), ("kunya", "ابو محمد"))
LATIN_PARTIAL = {
    "en": (("nisba", "al-Shamali"), ("nisba", "Shamali"), ("kunya", "Abu Mohammed")),
    "fr": (("nisba", "al-Chamali"), ("kunya", "Abou Mohamed")),
    "de": (("nisba", "asch-Schamali"), ("kunya", "Abu Mohammed")),
    "tr": (("nisba", "Şemali"), ("kunya", "Ebu Muhammed")),
}

#: Others: the same kunya with another nisba, the same nisba with another kunya or an own name.
ARABIC_OTHERS = (
    "أبو محمد الغربي", "أبو خالد الشمالي", "ابو محمد الجنوبي", "سليم الشمالي", "أبو عمر الشمالي",
    "أبو محمد المرمري", "ابو ياسر الشمالي", "أبو محمد الشرقي", "نبيل الشمالي", "أبو محمود الشمالي",
)  # fmt: skip
LATIN_OTHERS = {
    "en": ("Abu Mohammed al-Gharbi", "Abu Khaled al-Shamali", "Abu Muhammad al-Janubi", "Salim al-Shamali", "Abu Mahmoud al-Shamali"),
    "fr": ("Abou Mohamed al-Gharbi", "Abou Khaled al-Chamali", "Salim Chamali"),
    "de": ("Abu Mohammed al-Gharbi", "Abu Khaled asch-Schamali"),
    "tr": ("Ebu Muhammed el-Garbi", "Ebu Halid eş-Şemali"),
}
#: Who each of them is, by how his name ends.
_OTHER_MEN = {
    "Abu Mohammed al-Gharbi": ("محمد الغربي", "Mohammed al-Gharbi", "Mohamed al-Gharbi", "Muhammed el-Garbi"),
    "Abu Khaled al-Shamali": ("خالد الشمالي", "Khaled al-Shamali", "Khaled al-Chamali", "Khaled asch-Schamali", "Halid eş-Şemali"),
    "Abu Mohammed al-Janubi": ("محمد الجنوبي", "Muhammad al-Janubi"),
    "Salim al-Shamali": ("سليم الشمالي", "Salim al-Shamali", "Salim Chamali"),
    "Abu Omar al-Shamali": ("عمر الشمالي",),
    "Abu Mohammed al-Marmari": ("محمد المرمري",),
    "Abu Yasser al-Shamali": ("ياسر الشمالي",),
    "Abu Mohammed al-Sharqi": ("محمد الشرقي",),
    "Nabil al-Shamali": ("نبيل الشمالي",),
    "Abu Mahmoud al-Shamali": ("محمود الشمالي", "Mahmoud al-Shamali"),
}


@dataclass(frozen=True, slots=True)
class Plant:
    """One planted mention.

    Attributes:
        kind: "full", "partial", "other_man" or "not_a_name".
        number: Counts through the spellings, so that a leak uses them evenly.
        latin: Whether it stands in Latin letters within an Arabic document.
    """

    kind: str
    number: int
    latin: bool = False

    def write(self, composer: Composer, rng: Random, asked: Asked) -> None:
        """Append the planted name and mark it as what it is."""
        if asked.language == "ar" and asked.slot != "latin":
            self._write_arabic(composer, rng, asked)
            return
        language = "en" if asked.language == "ar" else asked.language
        words, facts = self._latin(language, in_cell=asked.slot == "cell")
        if asked.slot == "":
            write_latin_title(composer, rng, language)
        composer.mark(words, "mention", kind=self.kind, script="Latn", clitic=None, **facts, entity=self._entity(words))

    def _write_arabic(self, composer: Composer, rng: Random, asked: Asked) -> None:
        words, particle = self._arabic_cell(), ""
        if asked.slot != "cell":
            phrase = arabic_phrase(rng, asked.slot, self._spell)
            phrase.write_title(composer)
            words, particle = phrase.words, phrase.clitic
        part = _pick(ARABIC_PARTIAL, self.number)[0] if self.kind == "partial" else None
        composer.mark(words, "mention", kind=self.kind, script="Arab", clitic=particle or None, part=part, entity=self._entity(words))

    def _entity(self, words: str) -> str | None:
        """Return who it is; half a name is nobody's until somebody decides."""
        if self.kind == "full":
            return "person/Abu Mohammed al-Shamali"
        return next(f"person/{who}" for who, forms in _OTHER_MEN.items() if words.endswith(forms)) if self.kind == "other_man" else None

    def _spell(self, case: str) -> str:
        if self.kind == "full":
            spelling = _pick(ARABIC_SPELLINGS, self.number)
            return spelling.father[case] + spelling.rest
        words = _pick(ARABIC_OTHERS, self.number) if self.kind == "other_man" else _pick(ARABIC_PARTIAL, self.number)[1]
        return words.replace("أبو ", KUNYA[case] + " ")

    def _arabic_cell(self) -> str:
        if self.kind == "full" and self.number % 3 == 0:
            return _pick(ARABIC_INVERTED, self.number // 3)
        return self._spell("nom").replace(SOFT_BREAK, " ")

    def _latin(self, language: str, *, in_cell: bool) -> tuple[str, dict[str, Fact]]:
        if self.kind == "partial":
            part, words = _pick(LATIN_PARTIAL[language], self.number)
            return words, {"part": part}
        if self.kind == "other_man":
            return _pick(LATIN_OTHERS[language], self.number), {"part": None}
        if in_cell and self.number % 3 == 0:
            return _pick(LATIN_INVERTED, self.number // 3), {"part": None}
        words = _pick(LATIN_SPELLINGS[language], self.number)
        return words.replace(SOFT_BREAK, " ") if in_cell else words, {"part": None}


def canonical_variants() -> tuple[str, ...]:
    """Return every planted spelling of the full name, without titles and attached particles, line breaks as blanks."""
    arabic = [father + spelling.rest for spelling in ARABIC_SPELLINGS for father in spelling.father.values()]
    latin = [words for spellings in LATIN_SPELLINGS.values() for words in spellings]
    every = (words.replace(SOFT_BREAK, " ") for words in (*arabic, *ARABIC_INVERTED, *latin, *LATIN_INVERTED))
    return tuple(dict.fromkeys(every))


def _pick(choices: tuple[_Choice, ...], number: int) -> _Choice:
    return choices[number % len(choices)]
