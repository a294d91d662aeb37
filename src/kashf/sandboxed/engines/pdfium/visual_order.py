"""From what stands on a line from left to right to what is read: the way back through the Unicode bidirectional algorithm."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby

#: What bidirectional classes are here: Latin (L), Arabic (R), European digits (E), Arabic digits (A); columns
#: (S) end what belongs together; all else follows its neighbours.
_KINDS = {"L": "L", "R": "R", "AL": "R", "EN": "E", "AN": "A"}
#: Between two numbers of a kind they make one number of them: dates, times, fractions. A hyphen does not.
_SEPARATORS = frozenset("./:,\u060c\u066b\u066c")
#: Digits of a calling code of a country, and digits and hyphens of a telephone number, at most.
_CALLING, _NUMBER = 3, 25
#: Between groups of digits of a telephone number that begins with a plus.
_JOINTS = frozenset(" -./()")
_CLOSING = {"(": ")", "[": "]", "{": "}", "\u00ab": "\u00bb", "\u2039": "\u203a"}
#: Stand behind a word without a space.
_ENDS = frozenset(".,:;!?\u060c\u061b\u061f")
#: Stand behind their number wherever they are written in Latin letters.
_UNITS = frozenset(("KB", "MB", "GB", "TB", "Hz", "kHz", "MHz", "GHz", "km", "cm", "mm", "kg", "mg", "ml", "kV", "kW", "USD", "EUR", "SYP"))
_MIRRORED = _CLOSING | {closing: opening for opening, closing in _CLOSING.items()}


def in_reading_order(cells: Sequence[str], *, leftward: bool, begins: bool = False) -> str:
    """Return what a line says.

    A number between an Arabic and a Latin word, which on paper may belong to either, is read with the Latin one: behind it, but before a
    unit. European numbers that hyphens join stand from left to right unless Arabic comes before them, from right to left behind it.

    Args:
        cells: What stands on the line from left to right: a letter with its marks, a ligature, a space, a tab between columns.
        leftward: Whether the line as a whole is read from right to left.
        begins: Whether nothing comes before it, as nothing does in the cell of a table.

    >>> in_reading_order(list("12/3 \u0645\u0648\u064a"), leftward=True)
    '\u064a\u0648\u0645 12/3'
    """
    kinds = _kinds(cells, begins=begins)
    text = _leftward(cells, kinds) if leftward else "".join(_rightward(cells, kinds))
    return _faced(text) if "R" in kinds else text


def _rightward(cells: Sequence[str], kinds: Sequence[str]) -> Iterator[str]:
    """Yield a line read from left to right; Arabic in it goes from its first letter or digit to its last."""
    for is_latin, group in groupby(range(len(cells)), lambda place: kinds[place] in "LS"):
        places = list(group)
        arabic = [place for place in places if kinds[place] in "RA"]
        if is_latin or not any(kinds[place] == "R" for place in arabic):
            yield "".join(cells[place] for place in places)
            continue
        first, behind = arabic[0], arabic[-1] + 1
        yield "".join(cells[places[0] : first])
        yield _leftward(cells[first:behind], kinds[first:behind])
        yield "".join(cells[behind : places[-1] + 1])


def _leftward(cells: Sequence[str], kinds: Sequence[str]) -> str:
    kinds = _with_latin(cells, kinds)
    found: list[tuple[str, bool]] = []
    for is_leftward, group in groupby(range(len(cells) - 1, -1, -1), lambda place: kinds[place] in "RNS"):
        places = list(group)
        found += [(cells[place], is_leftward) for place in (places if is_leftward else reversed(places))]
    swapped = _swapped(cell for cell, is_leftward in found if is_leftward)
    return "".join(_MIRRORED[cell] if is_leftward and cell in swapped else cell for cell, is_leftward in found)


def _kinds(cells: Sequence[str], *, begins: bool) -> list[str]:
    """Return the kind of each cell, N for what takes after its neighbours; numbers are whole, a telephone number with a plus is Latin."""
    kinds = ["S" if cell == "\t" else _KINDS.get(unicodedata.bidirectional(cell[0]), "N") for cell in cells]
    for place in range(1, len(cells) - 1):
        if cells[place] in _SEPARATORS and kinds[place - 1] == kinds[place + 1] and kinds[place - 1] in "EA":
            kinds[place] = kinds[place - 1]
    _join_by_hyphens(cells, kinds, begins=begins or "R" not in kinds)
    for place, cell in enumerate(cells[:-1]):
        if cell == "+" and kinds[place + 1] in "EA" and (not place or kinds[place - 1] not in "EA"):
            behind = _behind_number(cells, kinds, place + 1)
            kinds[place:behind] = "L" * (behind - place)
    return kinds


def _join_by_hyphens(cells: Sequence[str], kinds: list[str], *, begins: bool) -> None:
    """Make one number of European ones with hyphens before which no Arabic comes, and of such a telephone number.

    Source: Unicode Standard Annex 9, rules W2 and W4.
    """
    before = "" if begins else "R"
    for place in range(len(cells) - 1, 0, -1):
        before = kinds[place] if kinds[place] in "LR" else before
        if cells[place] != "-" or kinds[place - 1 : place + 2] != ["E", "N", "E"]:
            continue
        if not before or _is_called_first(cells, kinds, place):
            kinds[place] = "E"


def _is_called_first(cells: Sequence[str], kinds: Sequence[str], place: int) -> bool:
    """Tell whether a hyphen is in a telephone number with its plus on the right whose first group alone may be that of a country."""
    first = last = place
    while first > max(place - _NUMBER, 0) and (kinds[first - 1] == "E" or cells[first - 1] == "-"):
        first -= 1
    while last < min(place + _NUMBER, len(cells)) and (kinds[last] == "E" or cells[last] == "-"):
        last += 1
    groups = "".join(cells[first:last]).split("-")
    return last < len(cells) and cells[last] == "+" and _may_call(groups[0]) and not _may_call(groups[-1])


def _may_call(group: str) -> bool:
    """Tell whether digits may be the calling code of a country."""
    return 1 <= len(group) <= _CALLING and group[0] != "0"


def _behind_number(cells: Sequence[str], kinds: Sequence[str], place: int) -> int:
    """Return where groups of digits end that begin at `place`."""
    behind = place
    while place < len(cells) and (kinds[place] in "EA" or cells[place] in _JOINTS):
        place += 1
        behind = place if kinds[place - 1] in "EA" else behind
    return behind


def _with_latin(cells: Sequence[str], kinds: Sequence[str]) -> list[str]:
    """Return kinds where digits and what stands between Latin letters and digits are Latin too."""
    kinds = list(kinds)
    for _, group in groupby(range(len(cells)), lambda place: kinds[place] in "LEN"):
        places = list(group)
        latin = [place for place in places if kinds[place] in "LE"]
        if any(kinds[place] == "L" for place in latin) and not _is_measure("".join(cells[latin[0] : latin[-1] + 1])):
            kinds[latin[0] : latin[-1] + 1] = "L" * (latin[-1] + 1 - latin[0])
    for place in range(len(cells) - 1):
        if cells[place] in _CLOSING and kinds[place] == "L":
            _close(cells, kinds, place)
    return kinds


def _is_measure(text: str) -> bool:
    """Tell whether it is a number that stands on the right of its unit, as it does where it is read before it."""
    unit, _, number = text.partition(" ")
    return unit in _UNITS and number.strip()[:1].isdigit() and not any(map(str.isalpha, number))


def _close(cells: Sequence[str], kinds: list[str], place: int) -> None:
    """Make what stands behind Latin letters and closes their bracket Latin."""
    behind = next((at for at in range(place, len(cells)) if kinds[at] != "L"), len(cells))
    closing = _CLOSING[cells[place]]
    if behind < len(cells) and cells[behind] == closing and closing not in cells[place:behind]:
        kinds[behind] = "L"


def _swapped(cells: Iterator[str]) -> set[str]:
    """Return the brackets that are written as their mirror image: those of a kind that would be closed before they are opened."""
    brackets = [cell for cell in cells if cell in _MIRRORED]
    swapped: set[str] = set()
    for opening, closing in _CLOSING.items():
        found = [cell for cell in brackets if cell in {opening, closing}]
        if found[:1] == [closing] and opening in found:
            swapped |= {opening, closing}
    return swapped


def _faced(text: str) -> str:
    """Return text whose brackets open before a word and close behind one, whatever the program called them."""
    found = list(text)
    for place, character in enumerate(text):
        if character in _MIRRORED:
            before, behind = text[max(place - 1, 0) : place].strip(), text[place + 1 : place + 2].strip()
            opens = not before and behind.isalnum()
            closes = before.isalnum() and (not behind or behind in _ENDS)
            is_opening = character in _CLOSING
            found[place] = _MIRRORED[character] if (opens and not is_opening) or (closes and is_opening) else character
    return "".join(found)
