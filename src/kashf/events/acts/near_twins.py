"""Two notices of one wording with another day, number or amount: copies by their text, and two letters by what they say."""

from __future__ import annotations

from kashf.domain.date import Relation
from kashf.domain.letters.letter import Letter


def are_two_letters(left: Letter, right: Letter) -> bool:
    """Return whether letters of nearly one text say different things: another day of writing, number, or amounts.

    Both are to be read from digital text: on a scan a misread digit says as much.
    """
    if left.written and right.written and left.written.date.compare(right.written.date) is not Relation.UNDECIDED:
        return True
    if left.number and right.number and left.number.normal not in {right.number.normal, *right.number.aliases}:
        return True
    return _amounts(left) != _amounts(right)


def _amounts(letter: Letter) -> list[str]:
    return sorted(thing.amount for act in letter.acts for thing in act.things)
