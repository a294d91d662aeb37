"""Take a name apart once, so that it can be compared with many others."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from kashf.entities.comparing.rarity import (
    NISBA_SHARE,
    group_share,
    is_group_head,
    is_legal_form,
    is_small_word,
    nats,
    ordinal,
    person_share,
    usual_phrases,
    usual_word,
)
from kashf.language.person_names.parts import NamePart, PartKind, name_parts
from kashf.language.person_names.titles import begins_with_a_name
from kashf.language.person_names.transliterated import in_two_scripts
from kashf.language.person_names.vocabulary import is_given_name, is_title
from kashf.language.sounds.similarity import skeleton, skeletons
from kashf.language.sounds.units import is_arabic, without_article
from kashf.language.tables.names.common_names import NATIONS
from kashf.language.tables.names.unit_heads import TURKISH_TEN
from kashf.language.words.clitics import WITHIN_NAMES
from kashf.language.words.folding import Folded, fold
from kashf.language.words.tokens import folded_words

#: Code points and words of a name that are compared; the rest is cut, and every comparison says so.
LONGEST_NAME: Final = 300
MOST_WORDS: Final = 16

#: Kinds of words which the parts of Arabic names do not have.
WORD: Final = "word"
INITIAL: Final = "initial"
LEGAL: Final = "legal form"
SMALL: Final = "small word"
NUMBER: Final = "number"
KUNYA: Final = PartKind.KUNYA.value
ISM: Final = PartKind.ISM.value
NASAB: Final = PartKind.NASAB.value
NISBA: Final = PartKind.NISBA.value
LAQAB: Final = PartKind.LAQAB.value
TITLE: Final = PartKind.TITLE.value

#: "Servant of": the name is in what follows. Of other compounds (nour din, nasr allah) it is in the first word.
SERVANT: Final = frozenset({"عبد", "abd"})

#: Nats of parts that tell next to nothing whatever their words are.
_TITLE_NATS: Final = 0.3
_INITIAL_NATS: Final = 1.5
#: Of names that have a number, how many have this one.
_NUMBER_SHARE: Final = 0.05
_TEN: Final = 10
#: 12, 12th; not T72, and not the digits that stand for letters in chats (3li).
_NUMBER: Final = re.compile("[0-9]+(?:st|nd|rd|th|er|e|eme|ieme)?")
#: What stands behind a name that a family bears again: Karim Haddad II; one letter may be an initial.
_GENERATION: Final = frozenset({"ii", "iii", "iv", "jr", "sr", "junior", "senior"})
_ARTICLES: Final = frozenset({"ال", "al", "el"})

#: Classes; a skeleton that lacks one of them still tells something.
_LONG_CODE: Final = 4
_LONGEST_CODE: Final = 20

#: The nisba of a woman, without its article: كبيسية, and kubaisiya.
_HER_NISBA: Final = re.compile("(?P<his>..+ي)ه|(?P<his_too>..+i)(?:yy?ah?|a)")
_SEX: Final = {"abu": "m", "ibn": "m", "umm": "f", "bint": "f"}
_PARTICLE_SHOWN: Final = {"abu": "أبو", "umm": "أم", "ibn": "بن", "bint": "بنت"}


@dataclass(frozen=True, slots=True, eq=False)
class Atom:
    """One part of a name, ready to be compared; equal parts of many names are one object.

    Attributes:
        part: Its kind: kunya, ism, nasab, nisba, laqab or title for people; word, legal form or small word for all else; initial, number.
        shown: As it is shown, folded.
        words: Its folded words without particle and article; two for a compound (عبد, رحمن).
        word: The word that tells it from others: the second of "abd rahman", the first of "nour din".
        code: Skeleton of that word.
        codes: Skeletons which another spelling of it is likely to have.
        near: That skeleton and, if it is long, what is left of it without one of its classes.
        nats: How telling it is, by the built-in shares.
        share: The share that this comes from.
        sex: "m" or "f" where its particle or the ending of its nisba says so, else empty.
        is_latin: Whether it is in Latin letters.
        has_article: Whether a given name stands with the article, as that of a family.
    """

    part: str
    shown: str
    words: tuple[Folded, ...]
    word: Folded
    code: str
    codes: frozenset[str]
    near: frozenset[str]
    nats: float
    share: float
    sex: str = ""
    is_latin: bool = False
    has_article: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """A name taken apart.

    Attributes:
        text: As given, cut at 300 code points.
        atoms: Its parts in order; empty when there is no word in it. The family name before a comma goes to the end.
        key: Its folded words joined by spaces: two names with one key are the same name.
        nats: How telling all its parts are together.
        is_group: Whether its words are those of an organisation.
        is_cut: Whether something was cut off.
    """

    text: str
    atoms: tuple[Atom, ...]
    key: str
    nats: float
    is_group: bool
    is_cut: bool

    @property
    def words(self) -> tuple[Folded, ...]:
        """Return the telling words, for counting how common they are."""
        return tuple(atom.word for atom in self.atoms)


def prepare(name: str) -> Prepared:
    """Return a name of a person, group or place ready to be compared; one without a word in it is like no other.

    Args:
        name: In any script; what is beyond 300 code points or 16 parts is cut.

    Example:
        >>> [(atom.part, atom.shown) for atom in prepare("al-Shamali, Abu Mohammed").atoms]
        [('kunya', 'abu mohammed'), ('nisba', 'shamali')]
        >>> [(atom.part, atom.shown) for atom in prepare("Nour Trading LLC").atoms]
        [('word', 'nour'), ('word', 'trading'), ('legal form', 'llc')]
    """
    text = name[:LONGEST_NAME]
    spelled = in_two_scripts(text)
    tokens = folded_words(spelled)
    meant = usual_phrases(tokens)
    is_group = _is_group(meant) or (meant != tokens and is_group_head(meant[0]))
    found = _group_atoms(meant) if is_group else _person_atoms(spelled)
    atoms = tuple(found[:MOST_WORDS])
    is_cut = len(name) > LONGEST_NAME or len(found) > MOST_WORDS
    return Prepared(text, atoms, " ".join(tokens), sum(atom.nats for atom in atoms), is_group, is_cut)


@lru_cache(maxsize=1 << 14)
def joined(first: Atom, second: Atom) -> Atom:
    """Return two parts as one that is written together."""
    word = Folded("".join(first.words + second.words))
    return replace(first, shown=f"{first.shown} {second.shown}", words=(word,), word=word, code=skeleton(word))


def _is_group(tokens: list[Folded]) -> bool:
    """Return whether a name has a word that makes it that of an organisation or a place, or ends in a legal form."""
    if len(tokens) < 2:
        return False
    is_rank = tokens[0].startswith("ال") and is_title(tokens[0]) and begins_with_a_name(tokens[1:])
    plain = list(map(_plain, tokens[1:] if is_rank else tokens))
    return is_legal_form(plain[-1]) or any(is_group_head(usual_word(word)) or (is_legal_form(word) and len(word) > 2) for word in plain)


def _plain(word: Folded) -> Folded:
    """Return a folded word without the Arabic article and what grows onto it: للتجارة, والتجارة."""
    if word.isascii():
        return word
    for clitic in WITHIN_NAMES:
        if word.startswith(clitic) and len(word) > len(clitic) + 2:
            return Folded(word[len(clitic) :])
    return without_article(word)


@lru_cache(maxsize=1 << 10)
def _of_nation(word: Folded, nation: Folded) -> Atom:
    return replace(_atom(NISBA, (nation,), ""), shown=word, is_latin=True)


@lru_cache(maxsize=1)
def _nations() -> dict[str, Folded]:
    rows = (line.split() for line in NATIONS.strip().splitlines())
    return {english: fold(arabic) for arabic, *words in rows for english in words}


def _person_atoms(spelled: str) -> list[Atom]:
    family, comma, rest = spelled.replace("،", ",").partition(",")
    is_turned = comma and family.strip() and rest.strip()
    found = (*name_parts(rest), *name_parts(family)) if is_turned else name_parts(spelled)
    return [_atom_of(part, is_first=not place) for place, part in enumerate(found)]


def _atom_of(part: NamePart, *, is_first: bool) -> Atom:
    kind = part.kind.value
    if not is_first and not part.particle and len(part.words) == 1 and (nation := _nations().get(part.words[0])):
        return _of_nation(part.words[0], nation)
    if _NUMBER.fullmatch(part.words[0]) or (not is_first and part.words[0] in _GENERATION):
        kind = NUMBER
    elif len(part.words) == 1 and not part.particle and len(part.words[0]) == 1:
        kind = INITIAL
    elif kind == LAQAB and part.words[0].isascii() and is_small_word(part.words[0]):
        kind = SMALL
    elif part.has_article and kind in {LAQAB, NISBA} and len(part.words) == 1 and (hers := _HER_NISBA.fullmatch(part.words[0])):
        return _hers(part.words[0], Folded(hers["his"] or hers["his_too"]))
    has_article = part.has_article and kind in {LAQAB, NISBA} and is_given_name(part.words[0])
    return _atom(kind, part.words, part.particle, has_article=has_article)


@lru_cache(maxsize=1 << 14)
def _hers(word: Folded, his: Folded) -> Atom:
    return replace(_atom(NISBA, (his,), ""), shown=word, sex="f")


def _group_atoms(tokens: list[Folded]) -> list[Atom]:
    plain = list(map(_plain, _without_dots(tokens)))
    found: list[Atom] = []
    while plain:
        number, length = _ordinal(plain)
        words = tuple(plain[: length or 1])
        del plain[: length or 1]
        found.append(_numbered(words, number) if number else _atom(_group_part(words[0]), words, ""))
    return found


def _ordinal(words: list[Folded]) -> tuple[int, int]:
    """Return the number that words begin with, and how many words it has: fourth, الرابعة عشرة, twenty-third; 0 words for none."""
    first, second = (ordinal(words[0]), ordinal(words[1]) if len(words) > 1 else 0)
    if words[0] == TURKISH_TEN:
        return (10 + second, 2) if 0 < second < _TEN else (0, 0)
    if first and second and min(first, second) < _TEN <= max(first, second) and max(first, second) % _TEN == 0:
        return first + second, 2
    return (first, 1) if first else (0, 0)


@lru_cache(maxsize=1 << 14)
def _numbered(words: tuple[Folded, ...], number: int) -> Atom:
    return replace(_atom(NUMBER, (Folded(str(number)),), ""), shown=" ".join(words))


def _group_part(word: str) -> str:
    if _NUMBER.fullmatch(word):
        return NUMBER
    if is_legal_form(word):
        return LEGAL
    return SMALL if is_small_word(word) or word in _ARTICLES else WORD


def _without_dots(tokens: list[Folded]) -> list[Folded]:
    """Return the words with single letters in a row as one: L.L.C. and ذ.م.م are cut at their dots."""
    found: list[Folded] = []
    letters = ""
    for token in [*tokens, ""]:
        if len(token) == 1 and token.isalpha():
            letters += token
            continue
        found += filter(None, (Folded(letters), Folded(token)))
        letters = ""
    return found


@lru_cache(maxsize=1 << 18)
def _atom(part: str, words: tuple[Folded, ...], particle: str, *, has_article: bool = False) -> Atom:
    word = words[1] if len(words) > 1 and words[0] in SERVANT else words[0]
    shown = " ".join(words)
    if particle:
        shown = f"{_PARTICLE_SHOWN[particle] if is_arabic(word) else particle} {shown}"
    if part == WORD:
        word = Folded(usual_word(word))
    elif part == NUMBER:
        word = Folded("".join(filter(str.isdigit, word)).lstrip("0")) or word
    share, weight = _share(part, word)
    code = skeleton(word)
    sex, is_latin = _SEX.get(particle, ""), word.isascii()
    return Atom(part, shown, words, word, code, skeletons(word), _near(code), weight, share, sex, is_latin, has_article)


def _near(code: str) -> frozenset[str]:
    return frozenset((code, *(code[:at] + code[at + 1 :] for at in range(len(code) if _LONG_CODE <= len(code) <= _LONGEST_CODE else 0))))


def _share(part: str, word: Folded) -> tuple[float, float]:
    if part in {TITLE, SMALL}:
        return 1.0, _TITLE_NATS
    if part == INITIAL:
        return 0.2, _INITIAL_NATS
    if part == NUMBER:
        return _NUMBER_SHARE, nats(_NUMBER_SHARE)
    if part in {WORD, LEGAL}:
        share = group_share(word)
    else:
        share = person_share(word)
        if part == NISBA:
            share = max(share, NISBA_SHARE)
    return share, nats(share)
