"""Offices of a pile by the names that they write themselves, wherever these stand in the words of another letter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from kashf.events.offices.office_words import office_lines

#: Words of a name that are looked for together, and words of a text in which they are.
_LONGEST: Final = 7
_MOST_WORDS: Final = 40
#: What stands before a name, so that it is no office by its whole path.
_MARK: Final = "~"


class KnownOffices:
    """The last lines of the heads of a pile."""

    def __init__(self, lines: Iterable[str]) -> None:
        """Take lines as they are written."""
        self._names = {name for line in lines for name in office_lines([line])}

    def writing(self, line: str) -> frozenset[str]:
        """Return the names of the office that writes under a last line; there are two where a dash parts them."""
        return frozenset(_MARK + name for name in office_lines([line]))

    def named_in(self, text: str) -> frozenset[str]:
        """Return the names of offices of the pile that stand in a text, the longest at each place.

        >>> sorted(KnownOffices(["Sand Post", "Post", "Well Post"]).named_in("To the Sand Post, Well Post and others"))
        ['~sand post', '~well post']
        """
        return frozenset(_MARK + name for line in office_lines([text]) for name in self._in_line(line.split()[:_MOST_WORDS]))

    def _in_line(self, words: list[str]) -> Iterator[str]:
        place = 0
        while place < len(words):
            tried = (" ".join(words[place : place + count]) for count in range(_LONGEST, 0, -1))
            found = next((name for name in tried if name in self._names), None)
            if found:
                yield found
            place += len(found.split()) if found else 1
