"""Names in Cyrillic letters without the case that their sentence gave them: of Musayev, with Khalid, to Zarubinsky."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kashf.language.words.folding import Folded

_LEAST: Final = 3
#: Folded endings (short i is i), and what a name in the nominative may have in their place.
_OF_A_MAN: Final = re.compile("(.+ск)(?:ого|ому|им|ом|ие|их|ими)")
_OF_A_WOMAN: Final = re.compile("(.+ск)(?:ои|ую|ие|их|ими)")
_NOUN: Final = re.compile("(.+?)(?:ами|ыми|ах|ых|ам|ом|ым|ои|а|у|е|ы|и)")
_SOFT: Final = re.compile("(?!.*ская$)(.+[аеиоу])(?:ем|я|ю|е)")


def nominatives(word: Folded) -> Iterator[Folded]:
    """Yield what a folded Cyrillic name may be in the nominative, itself first; other words as they are.

    >>> [{"мусаев", "ракка", "сергеи", "зарубинскии"} & set(nominatives(word)) for word in ("мусаева", "ракке", "сергею", "зарубинского")]
    [{'мусаев'}, {'ракка'}, {'сергеи'}, {'зарубинскии'}]
    >>> list(nominatives("khalida"))
    ['khalida']
    """
    yield word
    if not "а" <= word[0] <= "я":
        return
    if found := _OF_A_MAN.fullmatch(word):
        yield Folded(f"{found[1]}ии")
    if found := _OF_A_WOMAN.fullmatch(word):
        yield Folded(f"{found[1]}ая")
    if (found := _NOUN.fullmatch(word)) and len(found[1]) >= _LEAST:
        yield from (Folded(f"{found[1]}{ending}") for ending in ("", "а"))
    if (found := _SOFT.fullmatch(word)) and len(found[1]) >= _LEAST:
        yield Folded(f"{found[1]}и")
