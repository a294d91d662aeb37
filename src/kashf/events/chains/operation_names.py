"""Code names of operations, as letters write them: in quotation marks behind a word for it, or alone in a line of subject."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Final

from kashf.domain.document import Span
from kashf.domain.letters.letter import Letter
from kashf.domain.letters.said import Said
from kashf.events.chains.wording.body_words import folded_places
from kashf.events.letters.phrases import WORD_END, any_of
from kashf.language.tables.letters.operation_words import BEFORE_BARE, JOINED, NAMED
from kashf.language.words.folding import fold

#: Words of a code name, and its code points.
_MOST_WORDS: Final = 5
_LONGEST: Final = 60
_QUOTED: Final = r"\s*[:\-]?\s*[«\"“”„'‘]\s*(?P<name>[^«»\"“”\n]{2,60}?)\s*[»\"”“'’]"


def operation_names(letter: Letter) -> dict[str, Said]:
    """Return the code names that a letter writes, by their compared form, each where it stands first.

    Names that stand alone as a subject are not among them: only a pile that has them elsewhere tells that they are any (`bare_subject`).
    """
    found: dict[str, Said] = {}
    for said in _passages(letter):
        for name in _names_in(said):
            found.setdefault(operation_key(name.text), name)
    if letter.subject and (bare := _after_word(letter.subject)):
        found.setdefault(operation_key(bare.text), bare)
    found.pop("", None)
    return found


def bare_subject(letter: Letter) -> Said | None:
    """Return a line of subject that may be nothing but a code name; None where it is too long for one."""
    said = letter.subject
    return said if said and len(said.text.split()) <= _MOST_WORDS and len(said.text) <= _LONGEST else None


def operation_key(text: str) -> str:
    """Return the form in which code names are compared.

    >>> operation_key("قوس  قُزح") == operation_key("قوس قزح")
    True
    """
    return " ".join(re.findall(r"\w+", fold(text)))


def _passages(letter: Letter) -> Iterator[Said]:
    yield from (act.said for act in letter.acts)
    yield from (said for said in (letter.subject, letter.title) if said)
    for cited in letter.cited:
        yield cited.said


def _names_in(said: Said) -> Iterator[Said]:
    if not _named().search(fold(said.text)):
        return
    folded, places = folded_places(said.text)
    for found in _named().finditer(folded):
        start, end = places[found.start("name")], places[found.end("name") - 1] + 1
        if len(found["name"].split()) <= _MOST_WORDS:
            yield _part(said, start, end, "operation:named")


def _after_word(subject: Said) -> Said | None:
    if not _bare().fullmatch(fold(subject.text)):
        return None
    folded, places = folded_places(subject.text)
    found = _bare().fullmatch(folded)
    if not found or len(found["name"].split()) > _MOST_WORDS:
        return None
    return _part(subject, places[found.start("name")], places[found.end("name") - 1] + 1, "operation:subject")


def _part(said: Said, start: int, end: int, rule: str) -> Said:
    span = said.span
    first = span.start + start
    place = Span(span.document, span.page, first, min(span.end, first + end - start))
    return replace(said, text=said.text[start:end], span=place, rule=rule, score=0.9)


@lru_cache(maxsize=1)
def _named() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{JOINED})?(?:{any_of(NAMED)}){WORD_END}{_QUOTED}")


@lru_cache(maxsize=1)
def _bare() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{any_of(BEFORE_BARE)})\s+[«\"“']?\s*(?P<name>\w[^«»\"“”\n]{{1,60}}?)\s*[»\"”']?\s*")
