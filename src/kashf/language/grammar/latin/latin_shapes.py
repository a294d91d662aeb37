"""What Latin words show by themselves: capital letters, articles, rows that belong together; and the words around names, folded."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from kashf.language.grammar.grammar_page import GrammarPage
from kashf.language.person_names.particles import is_article
from kashf.language.person_names.vocabulary import DAUGHTER, FATHER, MOTHER, PARTICLES, SON
from kashf.language.tables.latin import latin_words
from kashf.language.words.common_words import is_english_word
from kashf.language.words.folding import fold
from kashf.language.words.remember import remembered

_HYPHENS: Final = frozenset("-‐‑")
#: Articles that may stand by themselves: al Shamali. Grown ones (ash, an, at) are words too, and need their hyphen.
_APART: Final = frozenset({"al", "el", "ul"})
#: A dot behind these ends no sentence.
_SHORT_FORMS: Final = frozenset({"b", "mohd", "st", "dr", "col", "gen", "lt", "capt", "maj", "sgt", "mr", "mrs", "ms", "prof", "md", "muh"})
#: Before a capital letter within a name these stand for ayn, which no letter writes: Abu 'Isam, b. 'Adnan.
_AYNS: Final = frozenset({" '", " ‘", " ’", " `", " ʿ", "-'", "-‘", "-’", ". '", ". ‘", ". ’"})
_MOST_WORDS: Final = 10
#: Letters of an article grown onto a sound: esch.
_LONGEST_ARTICLE: Final = 4
#: Spellings of one sound, as plain as they get.
_PLAIN: Final = (
    *(("ee", "i"), ("ii", "i"), ("oo", "u"), ("ou", "u"), ("uu", "u"), ("aa", "a")),
    *(("ei", "ay"), ("ai", "ay"), ("ey", "ay"), ("au", "aw"), ("dj", "j"), ("q", "k")),
)


@lru_cache(maxsize=32)
def vocabulary(name: str) -> frozenset[str]:
    """Return the folded words of a table of `latin_words` by its name."""
    return frozenset(fold(getattr(latin_words, name)).split())


def is_latin(page: GrammarPage, index: int) -> bool:
    """Return whether the word at an index is of Latin letters only."""
    return 0 <= index < len(page.latin) and page.latin[index] > 0


def is_capital(page: GrammarPage, index: int) -> bool:
    """Return whether the word at an index is Latin and begins with a capital letter."""
    return 0 <= index < len(page.latin) and page.latin[index] > 1


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
    if gap in _HYPHENS:
        return True
    if gap in _AYNS:
        is_part = gap[0] == "-" or is_capital(page, index) or page.folded(index) in PARTICLES or is_short_son(page, index)
        return is_part and is_capital(page, index + 1)
    if gap == "' ":
        return is_capital(page, index + 1) and is_head(page.folded(index), "PLACE_HEADS")
    return gap == ". " and page.folded(index) in _SHORT_FORMS and (page.folded(index) != "b" or is_short_son(page, index))


def is_article_at(page: GrammarPage, index: int) -> bool:
    """Return whether the word at an index is an Arabic article before a capital letter: al-Shamali, Al Shamali, eş-Şemali."""
    found = page.articles.get(index)
    if found is None:
        found = page.articles[index] = _stands_article(page, index)
    return found


def _stands_article(page: GrammarPage, index: int) -> bool:
    folded = page.folded(index)
    if len(folded) > _LONGEST_ARTICLE or not is_capital(page, index + 1) or not goes_on(page, index):
        return False
    if folded in _APART:
        return True
    return page.gap(index) in _HYPHENS and is_article(folded, page.folded(index + 1))


def is_father(page: GrammarPage, index: int) -> bool:
    """Return whether Abu, Abou, Ebu or Umm stands at an index, with a capital letter and a name behind."""
    found = page.fathers.get(index)
    if found is None:
        found = page.fathers[index] = _stands_father(page, index)
    return found


def _stands_father(page: GrammarPage, index: int) -> bool:
    particle = PARTICLES.get(page.folded(index))
    if particle not in {FATHER, MOTHER} or not is_capital(page, index) or not goes_on(page, index):
        return False
    return is_capital(page, index + 1) or is_article_at(page, index + 1)


def is_son(page: GrammarPage, index: int) -> bool:
    """Return whether bin, ibn, ben or bint stands at an index with a name behind."""
    found = page.sons.get(index)
    if found is None:
        found = page.sons[index] = _stands_son(page, index)
    return found


def _stands_son(page: GrammarPage, index: int) -> bool:
    is_particle = PARTICLES.get(page.folded(index)) in {SON, DAUGHTER} or is_short_son(page, index)
    if not is_particle or not is_latin(page, index) or not goes_on(page, index):
        return False
    return is_capital(page, index + 1) or is_article_at(page, index + 1)


def is_short_son(page: GrammarPage, index: int) -> bool:
    """Return whether "b." stands at an index, for bin: Musab b. Adnan."""
    return page.folded(index) == "b" and page.written(index) == "b" and page.gap(index)[:1] == "."


@remembered(1 << 12)
def is_head(folded: str, table: str) -> bool:
    """Return whether a folded word is in a table of heads of romanised names, in whatever romanisation: Jeish, Deewan, Heiy.

    Example:
        >>> is_head("jeish", "ARABIC_GROUP_HEADS"), is_head("deir", "PLACE_HEADS"), is_head("bait", "PLACE_HEADS")
        (True, True, True)
    """
    if folded in vocabulary(table):
        return True
    return folded.isascii() and _plain(folded) in _plain_words(table) and not is_english_word(folded)


@lru_cache(maxsize=8)
def _plain_words(table: str) -> frozenset[str]:
    return frozenset(_plain(word) for word in vocabulary(table))


def _plain(word: str) -> str:
    """Return a word with one spelling for each sound and no letter twice in a row, and without a silent end."""
    for written, plain in _PLAIN:
        word = word.replace(written, plain)
    once = "".join(letter for place, letter in enumerate(word) if letter != word[place - 1 : place])
    return once.removesuffix("h") if once.endswith(("ah", "eh")) else once


def run_end(page: GrammarPage, start: int) -> int:
    """Return the end of the row of capital words that begins at an index, articles and bin within it included."""
    end = page.runs.get(start)
    if end is None:
        end = page.runs[start] = _run_end(page, start)
    return end


def _begins_line_of_its_own(page: GrammarPage, index: int) -> bool:
    """Return whether a word begins a line and heads a body or a post, as in the head of a letter, where no name goes on."""
    if "\n" not in page.text[page.words[index - 1].end : page.words[index].start]:
        return False
    return any(page.folded(index) in vocabulary(heads) for heads in ("BODIES", "POSTS", "RANKS"))


def _is_no_name(page: GrammarPage, start: int, index: int) -> bool:
    """Return whether a word ends a row of capital words though it is one; a kunya may be made of any: Abu Muslim."""
    return page.folded(index) in vocabulary("NOT_NAMES") and not (index > start and is_father(page, index - 1))


def _run_end(page: GrammarPage, start: int) -> int:
    end = start
    while end < min(len(page.words), start + _MOST_WORDS) and (end == start or goes_on(page, end - 1)):
        linked = is_article_at(page, end) or (end > start and is_son(page, end))
        if not linked and (not is_capital(page, end) or _is_no_name(page, start, end)):
            break
        if end > start and _begins_line_of_its_own(page, end):
            break
        end += 1
    while end > start and (is_article_at(page, end - 1) or is_son(page, end - 1)):
        end -= 1
    return end
