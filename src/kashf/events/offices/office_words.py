"""The name of an office as it is compared: what two writings of one name have in common."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from kashf.language.tables.letters.office_phrases import LINE_DIVIDERS, SHORT_FORMS, SMALL_WORDS
from kashf.language.tables.unit_words import NO_NOUNS
from kashf.language.words.clitics import ARTICLE
from kashf.language.words.folding import fold
from kashf.language.words.tokens import words

#: Ends a word that is cut short: "Gen.".
CUT: Final = "."
#: Code points of a line, and lines of a head, that are looked at.
_LONGEST, _MOST_LINES = 300, 12
#: Letters of a last word whose dot may cut it short; a longer one has the dot of a sentence.
_SHORTEST_CUT: Final = 4
#: Letters that stay of a word without its article.
_FEWEST: Final = 2


def office_lines(lines: Sequence[str]) -> tuple[str, ...]:
    """Return the lines of a head from the top down as they are compared; what stands on one line with a dash between is two.

    Args:
        lines: As written, from the top down.

    Returns:
        Words of each line with spaces between: folded, without articles; a word that is cut short keeps its dot.

    >>> office_lines(["إِمارة السهول", "ولايه الضفاف / المكتب العام"])
    ('اماره سهول', 'ولايه ضفاف', 'مكتب عام')
    >>> office_lines(["The General Office"]) == office_lines(["GENERAL OFFICE"]), office_lines(["Gen. Off.", "م. الأمن"])
    (True, ('general office', 'م. امن'))
    """
    found = [compared for line in lines[:_MOST_LINES] for compared in _parts(line[:_LONGEST])]
    return tuple(found[:_MOST_LINES])


def fits(short: str, full: str) -> bool:
    """Return whether a compared line with words that are cut short may stand for a full one: word for word, each the beginning of its word.

    >>> fits("م. امن عام", "مديريه امن عام"), fits("م. امن", "مديريه امن عام")
    (True, False)
    """
    shorter, longer = short.split(), full.split()
    return len(shorter) == len(longer) and all(
        word.startswith(cut.removesuffix(CUT)) if cut.endswith(CUT) else word == cut for cut, word in zip(shorter, longer, strict=True)
    )


@lru_cache(maxsize=8192)
def _parts(line: str) -> tuple[str, ...]:
    return tuple(each for each in map(_compared, re.split(LINE_DIVIDERS, line)) if each)


def _compared(line: str) -> str:
    found: list[str] = []
    for word in words(line):
        folded = str(word.folded)
        if folded in _small():
            continue
        if folded in _short():
            found.append(_short()[folded])
        elif line[word.end : word.end + 1] == CUT and (line[word.end + 1 :].strip() or len(folded) <= _SHORTEST_CUT):
            found.append(_without_article(folded) + CUT)
        else:
            found.append(_without_article(folded))
    return " ".join(found)


def _without_article(word: str) -> str:
    bare = word.removeprefix(ARTICLE)
    return bare if len(bare) >= _FEWEST and word not in _no_nouns() else word


@lru_cache(maxsize=1)
def _small() -> frozenset[str]:
    return frozenset(SMALL_WORDS.split())


@lru_cache(maxsize=1)
def _no_nouns() -> frozenset[str]:
    return frozenset(fold(NO_NOUNS).split())


@lru_cache(maxsize=1)
def _short() -> dict[str, str]:
    return dict(SHORT_FORMS)
