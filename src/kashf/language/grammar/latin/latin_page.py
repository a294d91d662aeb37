"""What a page in Latin letters shows as a whole: which capital words are words, and whether it tells of people and places at all."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from kashf.language.grammar.grammar_page import GrammarPage
from kashf.language.grammar.latin.latin_shapes import vocabulary
from kashf.language.words.common_words import is_english_word

#: Different words of the field on a page that tells of people and places.
_LEAST_FIELD_WORDS: Final = 2
#: So few words of a note or message are no manual.
_NOTE: Final = 60
#: What begins a name that has a capital letter inside: AlKandool, AbdAlaziz.
_JOINED: Final = ("al", "el", "ul", "abd", "abu", "mac", "mc")
_SMALL, _TELLING = "small", "telling"
#: Arabic letters, an article before a capital, Abu or Umm before a name: what a text with Arabic names has.
_CAPITAL: Final = r"[^\W\d_a-z]"
_ARABIC: Final = re.compile(
    rf"[\u0621-\u064a]|\b(?:[Aa]l|[Ee]l|[Uu]l)[- ]{_CAPITAL}|\b[AEIUaeiu](sh|ch|sch|dh|th|[tdrzsnl])-(?i:\1)"
    rf"|\b(?:Ab[uūiao]|Abou|Eb[uo]u?|[OU]u?mm?)[ -](?:{_CAPITAL}|[ae]l)"
)


def is_word(page: GrammarPage, index: int) -> bool:
    """Return whether a Latin word is a common word, so that its capital says nothing: of English, or written small on the same page."""
    folded = page.folded(index)
    return is_english_word(folded) or folded in _written_small(page)


def may_be_name(page: GrammarPage, index: int) -> bool:
    """Return whether a word with a capital letter may be a name by that alone: no common word, no abbreviation, no name of a program."""
    written = page.written(index)
    if len(written) < 2 or is_word(page, index):
        return False
    inner = written[1:]
    return inner == inner.lower() or page.folded(index).startswith(_JOINED)


def has_name(page: GrammarPage, start: int, end: int) -> bool:
    """Return whether one of these words may be a name by its capital letter alone."""
    return any(may_be_name(page, index) for index in range(start, end))


def is_written_small(page: GrammarPage, words: Iterable[str]) -> bool:
    """Return whether a page writes one of these words in small letters."""
    return not _written_small(page).isdisjoint(words)


def tells_of_people(page: GrammarPage) -> bool:
    """Return whether a page tells of people and places, so that a name may stand where any capital word does: no manual, no licence.

    Arabic names or letters say so, or words of the field: fighters, checkpoint, villagers. A note of a few words may.
    """
    if _TELLING not in page.asked:
        tells = len(page.words) <= _NOTE or _has_arabic_name(page) or _has_field_words(page)
        page.asked[_TELLING] = frozenset({_TELLING}) if tells else frozenset()
    return bool(page.asked[_TELLING])


def _written_small(page: GrammarPage) -> frozenset[str]:
    if _SMALL not in page.asked:
        text = page.text
        page.asked[_SMALL] = frozenset(folded for start, _, folded in page.words if folded.isascii() and text[start].islower())
    return page.asked[_SMALL]


def _has_arabic_name(page: GrammarPage) -> bool:
    return _ARABIC.search(page.text) is not None


def _has_field_words(page: GrammarPage) -> bool:
    return len(_written_small(page) & vocabulary("FIELD_WORDS")) >= _LEAST_FIELD_WORDS
