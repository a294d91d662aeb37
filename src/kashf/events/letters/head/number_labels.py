"""Whether the words of a label say that the number of the paper stands beside it, or that of something else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final

from kashf.events.letters.phrases import by_code
from kashf.language.tables.letters.head_phrases import LABELS
from kashf.language.tables.letters.structure import paper_stems
from kashf.language.tables.letters.structure import shape_words as words
from kashf.language.words.folding import fold
from kashf.language.words.remember import remembered

#: Letters of an abbreviation that is no word, and of a word that has the article or an ending written onto it.
_INITIALS: Final = 5
_GROWN: Final = 5
#: A label whose letters stand apart, with what is written behind it.
_SPACED: Final = re.compile(r"\W{0,3}(?P<letters>[^\W\d_](?:\s[^\W\d_]){2,24})\s*(?=[:/\\=.]|\s[-\u2013])[:/\\=.\s-]*")


@remembered(512)  # Labels come again on every paper of an office.
def says_number(label: str) -> bool | None:
    """Return whether the words of a label say that the number of a paper stands there; None where they say neither.

    >>> [says_number(fold(label)) for label in ("الرقم", "عدد الأوراق", "رقم الورود", "إشارتكم", "Docket")]
    [True, False, False, False, None]
    """
    found = list(label_tokens(label))
    tokens = {*found, *(each.removeprefix(_article()) for each in found if len(each) >= _GROWN)}
    if (
        tokens & no_numbers()
        or label.replace(" ", "").rstrip(".") in no_numbers()
        or _counts(label)
        or any(_is_theirs(each) for each in found)
    ):
        return False
    return True if tokens & number_words() else None


def label_tokens(text: str) -> Iterator[str]:
    """Yield the words of a label, with and without the dots in them."""
    for token in re.findall(r"[^\W\d_]+(?:[./'][^\W\d_]+)*\.?", text):
        yield token
        yield token.rstrip(".")
        yield from re.split(r"[./]", token.rstrip(".")) if len(token) > _INITIALS else ()


def spaced_label(text: str) -> tuple[str, int] | None:
    """Return what a line announces whose label is written with its letters apart, and where that ends; None for any other line.

    >>> spaced_label(fold("ا ل ر ق م : ٧١")), spaced_label("a b c : 4")
    (('number', 12), None)
    """
    found = _SPACED.match(text)
    field = _label_codes().get("".join(found["letters"].split())) if found else None
    return (field, found.end()) if found and field else None


def _counts(label: str) -> bool:
    """Return whether a label tells how many there are of what its second word names."""
    tokens = re.findall(r"[^\W\d_]+", label)
    if len(tokens) < 2 or tokens[0] not in _counting():
        return False
    named = tokens[1].removeprefix(_article())
    if tokens[0].isascii():
        return tokens[1] in _of()
    return not {tokens[1], named} & (number_words() | _papers())


def names_paper(label: str) -> bool:
    """Return whether a label is one noun for a paper and nothing else."""
    return label.removeprefix(_article()) in _papers()


def _is_theirs(token: str) -> bool:
    return len(token) >= _GROWN and token.endswith(_your_ending())


@lru_cache(maxsize=1)
def number_words() -> frozenset[str]:
    """Return the words that say of a label that it is one of a paper's number, folded."""
    return _folded(words.NUMBER_WORDS)


@lru_cache(maxsize=1)
def date_words() -> frozenset[str]:
    """Return the words that say of a label that it is one of the day of writing, folded."""
    return _folded(words.DATE_WORDS)


@lru_cache(maxsize=1)
def no_numbers() -> frozenset[str]:
    """Return the words that say of a label that it is one of another number, folded."""
    return _folded(words.NO_PAPER_NUMBERS)


@lru_cache(maxsize=1)
def no_letter_labels() -> frozenset[str]:
    """Return the letters that stand for a page or a telephone where they are a label by themselves, folded."""
    return _folded(words.NO_LETTER_LABELS)


@lru_cache(maxsize=1)
def _counting() -> frozenset[str]:
    return _folded(words.COUNTING_WORDS)


@lru_cache(maxsize=1)
def _of() -> frozenset[str]:
    return _folded(words.COUNTED_BEHIND)


@lru_cache(maxsize=1)
def _papers() -> frozenset[str]:
    return _folded("|".join(paper_stems.STEMS.values()))


@lru_cache(maxsize=1)
def _article() -> str:
    return fold(words.ARTICLE)


@lru_cache(maxsize=1)
def _your_ending() -> str:
    return fold(words.YOUR_ENDING)


@lru_cache(maxsize=1)
def _label_codes() -> Mapping[str, str]:
    return {phrase.replace(" ", ""): field for phrase, field in by_code(LABELS).items() if len(phrase) > 2}


def _folded(phrases: str) -> frozenset[str]:
    return frozenset(fold(each) for each in phrases.split("|"))
