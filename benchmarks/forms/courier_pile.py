"""A pile of invented entry forms whose table is known: of 40 with one go-between 24 come from two countries, of all others 10."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

#: Whom the question is about, and what is counted.
GO_BETWEEN = "Abu Talib al-Mina'i"
COUNTRIES = ("Denmark", "Finland")
HIS, HIS_NORTH, OTHERS_NORTH = 40, 24, 10

_GIVEN = [
    "Anas",
    "Bilal",
    "Faris",
    "Hatim",
    "Idris",
    "Jalal",
    "Karam",
    "Luay",
    "Marwan",
    "Nabil",
    "Qasim",
    "Rami",
    "Samih",
    "Taha",
    "Wail",
    "Zaki",
]
_FAMILY = [
    "al-Warraq",
    "al-Najjar",
    "al-Saffar",
    "al-Haddad",
    "al-Khayyat",
    "al-Dabbagh",
    "al-Attar",
    "al-Bazzaz",
    "al-Fakhuri",
    "al-Qattan",
]
_ELSEWHERE = ("Tunisia", "Turkey", "Morocco", "Egypt", "Jordan", "Libya")
_GO_BETWEENS = ("Abu Sahl al-Rifi", "Abu Anwar al-Jisri", "Abu Munir al-Tahhan", "Abu Lubna al-Sahili")
#: What nearly all answer alike.
_ALIKE = (
    ("Have you done this before", "no"),
    ("Fighter, guard or clerk", "fighter"),
    ("Trade", "none"),
    ("Where you work now", "camp"),
    ("Valuables left with us", "none"),
    ("Obedience", "good"),
    ("Address", "by the family's telephone"),
    ("Remarks", ""),
    ("Blood group", "unknown"),
    ("Schooling", "secondary"),
    ("Countries travelled", "Turkey"),
    ("Marital status", "single"),
    ("Work before coming", "labourer"),
    ("Died when and where", ""),
)


def pile_texts(*, forms: int = 600, long: bool = False, seed: int = 1) -> Iterator[str]:
    """Yield the text of some forms.

    Args:
        forms: How many, 50 at least.
        long: With fourteen fields more in which nearly all say the same.
        seed: Of what is drawn.
    """
    rng = Random(seed)
    for at in range(forms):
        is_his = at < HIS
        is_north = at < HIS_NORTH or HIS <= at < HIS + OTHERS_NORTH
        answers = [
            ("Full name", f"{rng.choice(_GIVEN)} {rng.choice(_GIVEN)} {rng.choice(_FAMILY)}"),
            ("Known as (kunya)", f"Abu {rng.choice(_GIVEN)} {rng.choice(_FAMILY)}"),
            ("Mother's name", "Fatima"),
            ("Date of birth", _day(rng, rng.randrange(1980, 1999))),
            ("Nationality", rng.choice(COUNTRIES if is_north else _ELSEWHERE)),
            ("Knowledge of the law", "basic"),
            ("Who brought you here", GO_BETWEEN if is_his else rng.choice(_GO_BETWEENS)),
            ("Date of entry", _day(rng, 2014)),
            *(_ALIKE if long else ()),
        ]
        lines = (f"{number}. {label}: {answer}".rstrip() for number, (label, answer) in enumerate(answers, 1))
        yield "\n".join(["ENTRY FORM", *lines, ""])


def _day(rng: Random, year: int) -> str:
    return f"{rng.randrange(1, 28)}/{rng.randrange(1, 13)}/{year}"
