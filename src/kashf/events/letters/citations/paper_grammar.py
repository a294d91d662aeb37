"""How papers are named in sentences: a noun for a paper, declined, with whose it is; and whatever noun stands before "numbered"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from kashf.events.letters.citations.addressed import is_office, is_post
from kashf.events.letters.phrases import WORD_END, any_of, by_code
from kashf.language.tables.letters.structure import paper_stems as words
from kashf.language.tables.letters.structure.paper_kinds import CITED, TITLES
from kashf.language.words.folding import fold

_END: Final = fold("ة")
#: Words of the name of whoever wrote a paper, before its number.
_MOST_AUTHOR: Final = 8
#: An adjective that says how a paper was sent, where it stands alone.
_ADJECTIVE: Final = re.compile(r"ال\w{3,}ي(?:ه)?")
#: Titles before the post of whoever wrote it.
_TITLES: Final = 2
_NOT_WORD: Final = r"(?<!\w)"


@dataclass(frozen=True, slots=True)
class NamedKind:
    """A noun for a paper in a sentence.

    Args:
        start: Where its word begins, with whose it is but without what is written onto its front.
        end: Where its word ends.
        code: What a paper of that kind does.
        is_owned: Whether it says whose it is: yours, ours, mine.
        is_sure: Whether it is known for a paper by its word alone.
    """

    start: int
    end: int
    code: str
    is_owned: bool
    is_sure: bool


def kinds_in(folded: str, start: int, end: int) -> list[NamedKind]:
    """Return the nouns for papers between two places, in order; "this letter" is none."""
    found = []
    for each in _kind().finditer(folded, start, end):
        if _this().search(folded, max(start, each.start() - 8), each.start()):
            continue
        word = " ".join(each["kind"].split())
        stem, owner = each["stem"] or "", each["owner"] or each["whose"]
        code = _codes().get(word) or _stem_codes().get(stem) or _stem_codes().get(stem.removesuffix("ت") + _END) or "letter"
        bare = stem.removesuffix("ت") + (_END if stem.endswith("ت") else "")
        is_sure = bool(owner) or not ({stem, bare} & _owned_only())
        found.append(NamedKind(each.start("kind"), each.end("kind"), code, bool(owner), is_sure))
    return found


@lru_cache(maxsize=1)
def kind_pattern() -> str:
    """Return the pattern of nouns for papers, with groups `kind`, `stem`, `owner` and `whose`."""
    stems = sorted({fold(each) for phrases in words.STEMS.values() for each in phrases.split("|")}, key=len, reverse=True)
    plain = "|".join(map(re.escape, stems))
    turned = "|".join(re.escape(each.removesuffix(_END)) for each in stems if each.endswith(_END))
    owners = any_of(words.OWNERS)
    fixed = any_of("|".join([*TITLES.values(), *CITED.values(), words.STEMS_LATIN]))
    declined = rf"(?:{any_of(words.PREPOSITIONS)})?(?:(?P<stem>(?:{turned})ت|{plain}){{owner}}|(?:{plain})(?:{any_of(words.ENDINGS)})?)"
    declined = declined.replace("{owner}", rf"(?P<owner>{owners})")
    before = rf"{_NOT_WORD}(?:{any_of(words.FRONTS)})?(?:and\s+)?(?P<whose>(?:{any_of(words.WHOSE_LATIN)})\s+)?"
    return rf"{before}(?P<kind>{fixed}|{declined}){WORD_END}"


@lru_cache(maxsize=1)
def numbered_pattern() -> str:
    """Return the pattern of the adjectives that only papers have."""
    return rf"{_NOT_WORD}{any_of(words.ADJECTIVES_NUMBERED)}{WORD_END}"


def without_noise(folded: str) -> str:
    """Return the words between a paper and its number that may be of whoever wrote it; "" where they only say how it was sent."""
    folded = _in_paper().sub("", folded)
    tokens = folded.split()
    while tokens and (
        tokens[0].strip("،,") in _no_authors() or (_ADJECTIVE.fullmatch(tokens[0]) and len(tokens) == 1 and not is_office(tokens[0]))
    ):
        tokens.pop(0)
    named = any(is_office(rest) or is_post(rest) for rest in (" ".join(tokens[at:]) for at in range(_TITLES + 1)))
    while tokens and tokens[-1].strip("،,") in _no_authors() and not (named and _ADJECTIVE.fullmatch(tokens[-1])):
        tokens.pop()
    return " ".join(tokens) if len(tokens) <= _MOST_AUTHOR else ""


@lru_cache(maxsize=1)
def _in_paper() -> re.Pattern[str]:
    """Return "in his memorandum" behind whoever wrote it."""
    stems = "|".join(words.STEMS.values())
    return re.compile(
        rf"\sفي\s(?:{'|'.join(sorted({fold(each).removesuffix(_END) for each in stems.split('|')}, key=len, reverse=True))})\w{{0,4}}$"
    )


@lru_cache(maxsize=1)
def _kind() -> re.Pattern[str]:
    return re.compile(kind_pattern())


@lru_cache(maxsize=1)
def _this() -> re.Pattern[str]:
    return re.compile(rf"{_NOT_WORD}(?:ب|ل)?{any_of(words.THIS_PAPER)}\s+$")


@lru_cache(maxsize=1)
def _codes() -> Mapping[str, str]:
    return {**by_code(TITLES), **by_code(CITED)}


@lru_cache(maxsize=1)
def _stem_codes() -> Mapping[str, str]:
    return by_code(words.STEMS)


@lru_cache(maxsize=1)
def _owned_only() -> frozenset[str]:
    return frozenset(fold(each) for each in words.OWNED_ONLY.split("|"))


@lru_cache(maxsize=1)
def _no_authors() -> frozenset[str]:
    return frozenset(fold(each) for each in words.NO_AUTHORS.split("|"))
