"""What Latin words show by themselves: capital letters, articles, rows that belong together; and the words around names, folded."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from kashf.language.grammar.grammar_page import GrammarPage
from kashf.language.person_names.particles import is_article
from kashf.language.person_names.vocabulary import FATHER, MOTHER, PARTICLES, SON
from kashf.language.tables.latin import latin_words
from kashf.language.words.folding import fold

_HYPHENS: Final = frozenset("-‐‑")
#: Articles that may stand by themselves: al Shamali. Grown ones (ash, an, at) are words too, and need their hyphen.
_APART: Final = frozenset({"al", "el", "ul"})
#: A dot behind these ends no sentence.
_SHORT_FORMS: Final = frozenset({"mohd", "st", "dr", "col", "gen", "lt", "capt", "maj", "sgt", "mr", "mrs", "ms", "prof", "md", "muh"})
_MOST_WORDS: Final = 10


@lru_cache(maxsize=32)
def vocabulary(name: str) -> frozenset[str]:
    """Return the folded words of a table of `latin_words` by its name."""
    return frozenset(fold(getattr(latin_words, name)).split())


def is_latin(page: GrammarPage, index: int) -> bool:
    """Return whether the word at an index is of Latin letters only."""
    folded = page.folded(index)
    return folded.isascii() and folded.isalpha()


def is_capital(page: GrammarPage, index: int) -> bool:
    """Return whether the word at an index is Latin and begins with a capital letter."""
    return is_latin(page, index) and page.text[page.words[index].start].isupper()


def is_all_capitals(page: GrammarPage, index: int) -> bool:
    """Return whether the word at an index has two capital letters or more, and no others."""
    return is_latin(page, index) and len(page.folded(index)) > 1 and page.written(index).isupper()


def goes_on(page: GrammarPage, index: int) -> bool:
    """Return whether a name may go on behind the word at an index: over a space, a hyphen, or the dot of a short form."""
    if page.goes_on(index):
        return True
    if not 0 <= index < len(page.words) - 1:
        return False
    gap = page.gap(index)
    return gap in _HYPHENS or (gap == ". " and page.folded(index) in _SHORT_FORMS)


def is_article_at(page: GrammarPage, index: int) -> bool:
    """Return whether the word at an index is an Arabic article before a capital letter: al-Shamali, Al Shamali, eş-Şemali."""
    if not goes_on(page, index) or not is_capital(page, index + 1):
        return False
    folded = page.folded(index)
    if folded in _APART:
        return True
    return page.gap(index) in _HYPHENS and is_article(folded, page.folded(index + 1))


def is_father(page: GrammarPage, index: int) -> bool:
    """Return whether Abu, Abou, Ebu or Umm stands at an index, with a capital letter and a name behind."""
    particle = PARTICLES.get(page.folded(index))
    if particle not in {FATHER, MOTHER} or not is_capital(page, index) or not goes_on(page, index):
        return False
    return is_capital(page, index + 1) or is_article_at(page, index + 1)


def is_son(page: GrammarPage, index: int) -> bool:
    """Return whether bin, ibn or ben stands at an index with a name behind."""
    if PARTICLES.get(page.folded(index)) != SON or not is_latin(page, index) or not goes_on(page, index):
        return False
    return is_capital(page, index + 1) or is_article_at(page, index + 1)


def run_end(page: GrammarPage, start: int) -> int:
    """Return the end of the row of capital words that begins at an index, articles and bin within it included."""
    end = page.runs.get(start)
    if end is None:
        end = page.runs[start] = _run_end(page, start)
    return end


def _run_end(page: GrammarPage, start: int) -> int:
    end = start
    while end < min(len(page.words), start + _MOST_WORDS) and (end == start or goes_on(page, end - 1)):
        linked = is_article_at(page, end) or (end > start and is_son(page, end))
        if not linked and (not is_capital(page, end) or page.folded(end) in vocabulary("NOT_NAMES")):
            break
        end += 1
    while end > start and (is_article_at(page, end - 1) or is_son(page, end - 1)):
        end -= 1
    return end
