"""The forms of one Arabic word: of a noun with article, particles and pronouns, in its plurals, broken ones too; and of its verb."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from kashf.language.forms.arabic_verbs import is_first_form, verb_forms, verbal_nouns
from kashf.language.tables.spelling.broken_plurals import BROKEN_PLURALS
from kashf.language.words.clitics import ARTICLES, BEFORE_WORD
from kashf.language.words.folding import Folded
from kashf.language.words.tokens import folded_words

#: Letters that a word keeps when an ending is taken off it, and behind an article.
_LEAST: Final = 3
_PRONOUNS: Final = ("ه", "ها", "هم", "هن", "نا", "كم", "ك", "ي")
#: Behind the noun itself; وه and يه are plurals that have lost their n before a pronoun.
_ENDINGS: Final = (
    *("", "ا", "ات", "ون", "ين", "ان", "هما"),
    *(_PRONOUNS),
    *(before + pronoun for before in ("ات", "و", "ي", "ا") for pronoun in _PRONOUNS[:6]),
)
#: In place of the ta marbuta.
_FEMININE: Final = ("", "ات", "تين", "تان", *(f"{before}{pronoun}" for before in ("ت", "ات") for pronoun in (*_PRONOUNS, "هما")))
#: What may be taken off the end of a word that was asked for, the longest first.
_TAKEN_OFF: Final = tuple(
    sorted(
        {"ات", "ون", "ين", "ها", "هم", "هن", "هما", "نا", "كم", "ه", *(ending for ending in _ENDINGS if len(ending) > 2)},
        key=len,
        reverse=True,
    )
)
_BEFORE: Final = ("", *BEFORE_WORD, *ARTICLES)

#: A letter that is no long vowel, and the same at the end, where the ta marbuta is none either.
_SOUND: Final = "[^اوي]"
_LAST: Final = "[^اويه]"
#: Singulars with the one broken plural of their shape, all of four letters or more: {0} to {3} are their letters.
_SHAPES: Final = (
    (re.compile(f"(.)({_SOUND})ي(.)"), ("{0}{1}{2}اء", "{0}{1}{2}ي")),
    (re.compile("(.)(.)[يا](.)ه"), ("{0}{1}اي{2}",)),
    (re.compile("(.)ا(.)(.)ه"), ("{0}وا{1}{2}",)),
    (re.compile(f"({_SOUND})({_SOUND})({_SOUND})({_LAST})ه?"), ("{0}{1}ا{2}{3}",)),
    (re.compile(f"({_SOUND})({_SOUND})({_SOUND})[اوي]({_LAST})ه?"), ("{0}{1}ا{2}ي{3}",)),
    (re.compile("(.)ا(.)و(.)"), ("{0}وا{1}ي{2}",)),
)


def arabic_forms(word: Folded) -> frozenset[Folded]:
    """Return the forms of the noun or verb that a folded Arabic word is a form of, and of the nouns of that verb.

    Candidates, to be looked up among the words of a case: few of them exist.

    >>> {"انسحابهم", "ينسحبون"} <= arabic_forms("انسحب")
    True
    """
    nouns = (form for noun in verbal_nouns(word) for form in _inflected(noun))
    return noun_forms(word) | verb_forms(word) | frozenset(nouns)


def is_listed(word: Folded) -> bool:
    """Return whether a folded word is a noun or verb of the tables, whatever else it is: أمير is a rank and a name.

    >>> is_listed("امير"), is_listed("زيد")
    (True, False)
    """
    return word in _plurals() or word in _singulars() or is_first_form(word)


def is_broken_plural(word: Folded) -> bool:
    """Return whether a folded word is a broken plural of the tables."""
    return word in _singulars()


def noun_forms(word: Folded) -> frozenset[Folded]:
    """Return the forms of the noun that a folded word is a form of.

    >>> {"بيوتهم", "البيت", "وبيوت"} <= noun_forms("بيته")
    True
    """
    bases = list(_bases(word))
    singulars = [*bases, *(each for base in bases for each in _singulars().get(base, ()))]
    plurals = [each for base in singulars for each in plurals_of(base)]
    return frozenset(form for base in dict.fromkeys([*singulars, *plurals]) for form in _inflected(base))


@lru_cache(maxsize=4096)
def plurals_of(word: Folded) -> tuple[Folded, ...]:
    """Return the broken plurals that a folded singular has, or may have by its shape.

    >>> plurals_of("سلاح"), plurals_of("شهيد"), plurals_of("عامود")
    (('اسلحه',), ('شهداء', 'شهدي'), ('عواميد',))
    """
    known = _plurals().get(word, ())
    by_shape = (shape.format(*found.groups()) for pattern, shapes in _SHAPES if (found := pattern.fullmatch(word)) for shape in shapes)
    return tuple(dict.fromkeys((*known, *map(Folded, by_shape if not known or len(word) > _LEAST else ()))))


def _bases(word: Folded) -> Iterator[Folded]:
    """Yield a word, and what it is without article, and without what may stand behind it."""
    article = next((each for each in ARTICLES if word.startswith(each) and len(word) - len(each) >= _LEAST), "")
    bare = word[len(article) :]
    yield word
    if article:
        yield Folded(bare)
    if bare.endswith("ي") and bare[:-1] in _plurals():
        yield Folded(bare[:-1])
    for ending in _TAKEN_OFF:
        if bare.endswith(ending) and len(bare) - len(ending) >= _LEAST:
            yield Folded(bare[: -len(ending)])
            if bare[: -len(ending)].endswith("ت"):
                yield Folded(bare[: -len(ending) - 1] + "ه")
            if ending.startswith(("ت", "ات")):
                yield Folded(bare[: -len(ending)] + "ه")


def _inflected(base: Folded) -> Iterator[Folded]:
    if base.endswith("ه") and len(base) > _LEAST:
        ends = (base, *(base[:-1] + ending for ending in _FEMININE if ending))
    else:
        ends = (*(base + ending for ending in _ENDINGS), *_with_pronoun(base), *_before_its_owner(base))
    yield from (Folded(before + form) for form in ends for before in _BEFORE)


def _with_pronoun(base: Folded) -> Iterator[str]:
    """Yield a noun whose last letter is another one before a pronoun: قتلى and قتلاهم, أصدقاء and أصدقاؤه."""
    others = {"ي": ("ا",), "ء": ("و", "ي")}.get(base[-1], ())
    yield from (base[:-1] + other + pronoun for other in others for pronoun in _PRONOUNS)


def _before_its_owner(base: Folded) -> Iterator[str]:
    """Yield the plural of a noun as it stands before whose it is: مهندسو الضخ; of short words that would be another word."""
    if len(base) > _LEAST and base[-1] not in "اويه":
        yield f"{base}و"


@lru_cache(maxsize=1)
def _plurals() -> dict[Folded, tuple[Folded, ...]]:
    found: dict[Folded, tuple[Folded, ...]] = {}
    for line in BROKEN_PLURALS.strip().splitlines():
        singular, *plurals = folded_words(line)
        found[singular] = (*found.get(singular, ()), *plurals)
    return found


@lru_cache(maxsize=1)
def _singulars() -> dict[Folded, tuple[Folded, ...]]:
    found: dict[Folded, tuple[Folded, ...]] = {}
    for singular, plurals in _plurals().items():
        for plural in plurals:
            found[plural] = (*found.get(plural, ()), singular)
    return found
