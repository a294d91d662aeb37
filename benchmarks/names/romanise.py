"""How different hands write Arabic sounds in Latin letters: press, careless, learned, French, German, Turkish, Persian and Russian style.

Rules written for this benchmark from what such lists look like; they share nothing with ``kashf.language``. Signs are those of ``lexicon``.
"""

import random
import re
from dataclasses import dataclass
from typing import Final

#: The usual ways, before a hand has its own.
_PLAIN: Final = {sign: sign for sign in "btjdrzsfqklmnhwyaiu"} | dict(
    zip("'EHxv*$SDTZgAIUpWY", ["", "", "h", "kh", "th", "dh", "sh", "s", "d", "t", "z", "gh", "a", "i", "u", "a", "aw", "ay"], strict=True)
)


def _signs(own: str) -> dict[str, str]:
    """Return how each sound is written: the usual way, or this hand's own, as in "v=th/t"."""
    return _PLAIN | dict(way.split("=", 1) for way in own.split())


@dataclass(frozen=True, slots=True)
class Hand:
    """A way of writing.

    Attributes:
        signs: How each sound is written, the choices divided by "/".
        article: How the article is written before a name.
        kunya: How أبو is written.
        son: How بن is written; "" leaves it out.
        doubles: The chance that a doubled sound is written twice.
        assimilates: The chance that al- becomes as-, ar-, ... before such a sound.
    """

    signs: dict[str, str]
    article: tuple[str, ...] = ("al-", "al-", "Al ", "al ", "Al-", "Al", "")
    kunya: tuple[str, ...] = ("Abu",)
    son: tuple[str, ...] = ("bin", "ibn", "")
    doubles: float = 0.9
    assimilates: float = 0.1


HANDS: Final = {
    "press": Hand(_signs("E=//' p=a/ah I=i/i/i/ee U=u/u/oo *=dh/d W=aw/au Y=ay/ai")),
    "careless": Hand(
        _signs("u=u/o i=i/e q=q/k/g Z=z/dh D=d/dh v=th/t *=z/d/th p=a/ah/eh W=aw/au/o Y=ay/ai/ei/e"),
        kunya=("Abu", "Abo", "Abou"),
        doubles=0.4,
    ),
    "learned": Hand(
        _signs("'=ʾ E=ʿ H=ḥ S=ṣ D=ḍ T=ṭ Z=ẓ A=ā I=ī U=ū v=ṯ/th *=ḏ/dh x=ḫ/kh $=š/sh g=ġ/gh j=ǧ/j"),
        article=("al-",),
        kunya=("Abū",),
        son=("ibn", "b.", "bin"),
        doubles=1.0,
        assimilates=0.3,
    ),
    "French": Hand(
        _signs("$=ch j=dj/j U=ou u=ou/o w=ou/w q=k a=a/a/e Z=dh/d W=aou/ao/o Y=ai/aï/ei/ay"),
        article=("el ", "El ", "al-", "el-", "", "Al "),
        kunya=("Abou",),
        son=("ben", "Ben", "ibn", ""),
        doubles=0.7,
    ),
    "German": Hand(_signs("$=sch j=dsch/j x=ch y=j/y q=q/k z=s/z W=au Y=ai/ei"), article=("al-", "Al-", "el-"), doubles=0.8),
    "Turkish": Hand(
        _signs("$=ş j=c x=h q=k v=s *=z Z=z D=z/d w=v g=ğ/g a=a/e p=e/a u=u/ü W=ev/av Y=ey/ay"),
        article=("el-", "el ", "El ", "al-"),
        kunya=("Ebu", "Abu"),
        son=("bin", "ibni", ""),
        assimilates=0.3,
    ),
    "Persian": Hand(
        _signs("v=s *=z D=z w=v/w q=gh/q i=e u=o p=eh/a I=i/i/ee U=u/oo W=ow/o Y=ei/ey"),
        article=("al-", "Al", "ol-", ""),
        kunya=("Abu", "Abo"),
        son=("", "bin", "ebn"),
        doubles=0.8,
    ),
    "Russian": Hand(
        _signs("H=kh h=kh/g j=dzh q=k v=s *=z w=v g=g y=i/y W=au Y=ai/ei"),
        article=("al-", "Al-", "al"),
        son=("ibn", "bin", ""),
        doubles=0.6,
    ),
}
#: How often each hand writes on a list of ours.
WEIGHTS: Final = {"press": 8, "careless": 6, "learned": 1, "French": 4, "German": 1, "Turkish": 2, "Persian": 1, "Russian": 1}

_SUN: Final = "tvd*rzs$SDTZln"


def write(said: str, hand: Hand, chance: random.Random) -> str:
    """Return a word as a hand writes it, in lower case but for letters that have none; within a word each sound is written one way."""
    # A final ة is heard as a; -ayy at the end is a diphthong; so are aw and ay before a consonant.
    text = re.sub("a([wy])(?![aiuAIUwyp])", lambda found: found[1].upper(), re.sub("ayy$", "ay", said.replace("ap", "p")))
    ways = {sign: chance.choice(hand.signs.get(sign, sign).split("/")) for sign in dict.fromkeys(text)}
    doubled = chance.random() < hand.doubles
    out = []
    for place, sign in enumerate(text):
        again = bool(place) and text[place - 1] == sign
        out.append("" if again and not (doubled and len(ways[sign]) == 1) else ways[sign])
    return "".join(out)


def with_article(said: str, written: str, hand: Hand, chance: random.Random) -> str:
    """Return a written word with its article as this hand puts it, which may be nothing."""
    article = chance.choice(hand.article)
    if article and said[0] in _SUN and chance.random() < hand.assimilates:
        first = re.match("sch|sh|ch|th|dh|.", written)
        article = "a" + (first[0] if first else "") + "-"
    return article + (written if article.endswith("l") else capital(written))


def servant(said: str, hand: Hand, chance: random.Random) -> str:
    """Return عبد with a divine name, in one, two or three words."""
    root = write("Eabd", hand, chance)
    if said == "allAh":
        return capital(root + chance.choice(["ullah", "allah", " Allah", "ulla", "oullah" if hand.signs["U"] == "ou" else "ullah"]))
    name = write(said, hand, chance)
    sun = said[0] in _SUN
    joint = chance.choice(["el", "al", "ul"])
    grown = chance.choice("eu") + name[0] if sun else joint
    return capital(
        chance.choice(
            [f"{root} {joint}-{capital(name)}", f"{root}{joint} {capital(name)}", f"{root}{grown}{name}", f"{root} {joint} {name}"]
        )
    )


def of_the_faith(said: str, hand: Hand, chance: random.Random) -> str:
    """Return a name with الدين (of the faith), joined or apart."""
    first = write(said, hand, chance)
    joined = chance.choice(["uddin", "eddin", "eddine", "addin", "uddeen"])
    return capital(
        chance.choice([f"{first} al-Din", f"{first} el-Din", f"{first}{joined}", f"{first} {capital(joined)}", f"{first} al Deen"])
    )


def capital(word: str) -> str:
    """Return a word with a capital; a hamza, an ayn or an apostrophe may stand before it."""
    return re.sub("^[ʿʾ']?[a-zāīūḏḍḥḫṣšṭṯẓġǧş]", lambda found: found[0].upper(), word)
