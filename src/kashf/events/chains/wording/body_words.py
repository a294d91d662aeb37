"""Words and numbers in the body of a letter, whether the reader of letters made anything of them or not."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Final

from kashf.domain.document import Span
from kashf.domain.ids import DocumentId
from kashf.domain.letters.said import Said
from kashf.events.letters.paper_numbers import normal_number
from kashf.language.words.folding import Folded, fold, fold_code_point
from kashf.language.words.stemming import stem

#: Number and text of each page of a letter, as far as they are shown.
PageTexts = Sequence[tuple[int, str]]

#: Letters of a word at the least, and words and numbers of one letter that are compared.
_SHORTEST: Final = 3
_MOST_WORDS: Final = 400
_MOST_NUMBERS: Final = 40
#: Figures of a number without parts that is looked for among the numbers of papers: shorter ones are amounts and days more often.
_FEWEST_FIGURES: Final = 3
_NUMBER: Final = re.compile(r"(?<![\w/])(?:[^\W\d_]{1,4}\s?[/\-]\s?)?\d{1,12}(?:\s?[/\-]\s?\w{1,10}){0,6}(?![\w/])")
_DATE: Final = re.compile(r"(?:[0-3]?\d/[01]?\d/\d{4}|\d{4}/[01]?\d/[0-3]?\d)")
_WORD: Final = re.compile(r"\w+")
#: A word with the marks that folding takes away.
_MARKED_WORD: Final = re.compile(r"\w[\w\u0610-\u061a\u064b-\u065f\u0670\u200c-\u200f]*")


def words_of(texts: Iterable[str], apart: Collection[str]) -> Iterator[str]:
    """Yield the stems of what is written, but for some words.

    Args:
        texts: Of one letter.
        apart: Folded words that are compared in another way.

    >>> list(words_of(["the schools of the north"], {"north"}))
    ['the', 'school', 'the']
    """
    left = _MOST_WORDS
    for text in texts:
        for word in _WORD.findall(fold(text)):
            if left and len(word) >= _SHORTEST and word not in apart and not word.isdecimal():
                left -= 1
                yield stem(Folded(word))


def numbers_in(document: DocumentId, pages: PageTexts) -> Mapping[str, Said]:
    """Return what may be numbers of papers, by compared form, each where it stands first; what looks like a date is none."""
    found: dict[str, Said] = {}
    for number, text in pages:
        for each in _NUMBER.finditer(text):
            normal = normal_number(each[0])
            if len(found) >= _MOST_NUMBERS:
                return found
            if ("/" in normal or len(normal) >= _FEWEST_FIGURES) and not _DATE.fullmatch(normal):
                place = Span(document, number, each.start(), each.end())
                found.setdefault(normal, Said(each[0], place, "body:number", 0.5))
    return found


def paper_of(letter: DocumentId) -> DocumentId:
    """Return the document of a letter, which may be one of several on it.

    >>> paper_of(DocumentId("ab.2"))
    'ab'
    """
    return DocumentId(letter.partition(".")[0])


def words_at(document: DocumentId, pages: PageTexts, wanted: Sequence[str]) -> tuple[Said, ...]:
    """Return where a word of each of some stems stands first, in their order, as far as one does."""
    found: dict[str, Said] = {}
    for number, text in pages:
        for each in _MARKED_WORD.finditer(text):
            word = stem(Folded(fold(each[0])))
            if word in wanted and word not in found:
                found[word] = Said(each[0], Span(document, number, *each.span()), "body:word", 0.5)
    return tuple(found[word] for word in wanted if word in found)


def folded_tokens(text: str) -> list[Folded]:
    """Return the words of a text, folded."""
    return [Folded(word) for word in _WORD.findall(fold(text))]


def plain_words(text: str) -> str:
    """Return the folded words of a text with one blank between them.

    >>> plain_words("Head,  of   Wells")
    'head of wells'
    """
    return " ".join(folded_tokens(text))


def folded_places(text: str) -> tuple[str, list[int]]:
    """Return a text folded, and for each letter of that the place where it stands in the text."""
    letters, places = [], []
    for place, sign in enumerate(text):
        for letter in " " if sign.isspace() else fold_code_point(sign):
            letters.append(letter)
            places.append(place)
    return "".join(letters), places
