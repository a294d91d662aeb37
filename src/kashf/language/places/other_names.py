"""What else a place is called, in either script, by the table of places that ships with kashf."""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from kashf.language.places.place_table import packed_places
from kashf.language.words.clitics import ARTICLE
from kashf.language.words.folding import Folded
from kashf.language.words.tokens import folded_words

#: Latin letters of the shortest name that is looked up; shorter ones are words of every language.
_LEAST: Final = 4
_MOST: Final = 40


@lru_cache(maxsize=4096)
def other_place_names(name: str) -> tuple[tuple[Folded, ...], ...]:
    """Return the other names of the place or places called so, each as its folded words; nothing where none is.

    Names that are also words or names of people are neither looked up nor given.

    >>> ("الموصل",) in other_place_names("Mosul"), ("deir", "ez", "zor") in other_place_names("دير الزور"), other_place_names("order")
    (True, True, ())
    """
    words = folded_words(name)
    form = " ".join(words)
    if len("".join(words)) < (_LEAST if form.isascii() else _LEAST - 1):
        return ()
    found: dict[tuple[Folded, ...], None] = {}
    for asked in dict.fromkeys((form, f"{ARTICLE}{form}", form.removeprefix(ARTICLE), "".join(words))):
        for line in _lines_with(asked):
            names = line.rpartition("\t")[2].split("|")
            found |= {tuple(map(Folded, each.split())): None for each in names if each[0] != "?" and each != form}
    return tuple(found)[:_MOST]


def names_a_place(words: Sequence[Folded]) -> bool:
    """Return whether folded words are the name of a place that is no other word as well, with or without article.

    >>> names_a_place(["الموصل"]), names_a_place(["order"])
    (True, False)
    """
    form = " ".join(words)
    return not _names().isdisjoint((form, f"{ARTICLE}{form}", form.removeprefix(ARTICLE)))


@lru_cache(maxsize=1)
def _names() -> frozenset[str]:
    lines = _table().splitlines()
    return frozenset(name for line in lines for name in line.rpartition("\t")[2].split("|") if name[:1] != "?")


def _lines_with(name: str) -> Iterator[str]:
    """Yield the lines of the table that have a name; they are not parsed, which would take longer than a search."""
    table = _table()
    at = table.find(name)
    while at >= 0:
        end = at + len(name)
        if table[at - 1] in "\t|" and table[end : end + 1] in {"|", "\n"}:
            yield table[table.rfind("\n", 0, at) + 1 : table.find("\n", at)]
        at = table.find(name, end)


@lru_cache(maxsize=1)
def _table() -> str:
    return gzip.decompress(packed_places()).decode() + "\n"
