"""Signs on a page of whose archive it seems to come from: what was received, what the sender kept, what was never sent.

A sign is a line, or a cell of one, that says nothing but what registries stamp and a number or a day: the same words within a sentence are
none. Stamps lie, lists of copies stand on every copy, and who receives a draft files it: no sign says more than "seems".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from kashf.language.archives.stamp_lines import StampLine, after, stamp_lines
from kashf.language.archives.stamp_words import Stamp, day_of, may_begin, stamps
from kashf.language.archives.weigh_stamp import HEAD_LINES, StampSeen, weigh
from kashf.language.forms.day_words import likeliest_days
from kashf.language.words.folding import fold


class ArchiveSide(StrEnum):
    """Whose archive a paper seems to come from: of whom it was sent to, of who sent it, or of who wrote it and did not send it yet."""

    RECEIVED = "received"
    OUTGOING = "outgoing"
    DRAFT = "draft"


@dataclass(frozen=True, slots=True)
class ArchiveSign:
    """One sign on a page.

    Args:
        side: What it speaks for.
        stamp: What it is.
        start: First code point of the page's text.
        end: One past the last.
        is_strong: Whether it speaks for one side by itself; others stand on copies of either.
        day: The day that stands with it, as "yyyy-mm-dd"; "" for none.
    """

    side: ArchiveSide
    stamp: Stamp
    start: int
    end: int
    is_strong: bool
    day: str = ""


_SIDES: Final = {
    **dict.fromkeys((Stamp.INCOMING, Stamp.RECEIVED, Stamp.REGISTERED), ArchiveSide.RECEIVED),
    **dict.fromkeys((Stamp.OUTGOING, Stamp.DISPATCHED, Stamp.FILE_COPY, Stamp.COPIES_TO), ArchiveSide.OUTGOING),
    **dict.fromkeys((Stamp.DRAFT, Stamp.MAYBE_DRAFT, Stamp.OWN_NUMBER), ArchiveSide.DRAFT),
}
#: A page with so many of one is a register, a list of letters or an empty form.
_A_REGISTER: Final = 3
#: Lines below a stamp's words in which its day may stand.
_STAMP_LINES: Final = 2
#: Stamps whose day may stand below their words, unless they are a field of a form.
_DAY_BELOW: Final = frozenset({Stamp.INCOMING, Stamp.RECEIVED, Stamp.REGISTERED, Stamp.DISPATCHED})
#: First words of lines and of cells.
_BEGINNINGS: Final = re.compile(r"(?:^|\t|[ \u00a0]{3}|[|│])\W*(\w+)")
#: Twice the longest line of a stamp, since ligatures fold to several letters.
_LONGEST_FOLDED: Final = 240


def archive_signs(text: str) -> tuple[ArchiveSign, ...]:
    r"""Return the signs on a page, in order.

    >>> [(sign.side.value, sign.is_strong) for sign in archive_signs("رقم الوارد: ٢٣٤ تاريخ ٥/٣/٢٠١٤")]
    [('received', True)]
    >>> archive_signs("كما هو وارد في كتابكم رقم ٢٣٤ تاريخ ٥/٣/٢٠١٤")
    ()
    """
    if not any(map(_may_stamp, fold(text).split("\n"))):
        return ()
    lines = stamp_lines(text)
    found = [sign for index in range(len(lines)) for sign in _signs(lines, index)]
    if not found:
        return ()
    own_day = _own_day(text, lines, found)
    held = [_held_against(sign, own_day) for sign in found]
    counts = Counter(sign.stamp for sign in held)
    return tuple(replace(each, is_strong=each.is_strong and counts[each.stamp] < _A_REGISTER) for each in held)


def _may_stamp(folded_line: str) -> bool:
    """Return whether a line begins, or a cell of it does, as a stamp may; a long one is none, and white space alone could be very long."""
    return len(folded_line) <= _LONGEST_FOLDED and any(may_begin(found[1]) for found in _BEGINNINGS.finditer(folded_line))


def _signs(lines: Sequence[StampLine], index: int) -> Iterator[ArchiveSign]:
    line = lines[index]
    for cell in line.cells:
        for each in stamps(cell.text):
            day, end = each.day, cell.start + each.end
            if not day and ":" not in cell.text and each.stamp in _DAY_BELOW:
                day, end = _day_behind(lines, index, end)
            is_strong = weigh(StampSeen(each, day, line, has_colon=":" in cell.text))
            if is_strong is not None and (each.stamp is not Stamp.OWN_NUMBER or _is_blank(lines, index)):
                yield ArchiveSign(_SIDES[each.stamp], each.stamp, cell.start + each.start, end, is_strong, day)


def _day_behind(lines: Sequence[StampLine], index: int, end: int) -> tuple[str, int]:
    """Return the day that stands alone on one of the next lines, and where the stamp ends then."""
    for following in after(lines, index, _STAMP_LINES):
        if len(following.cells) == 1 and (day := day_of(following.cells[0].text)):
            return day, following.cells[0].end
    return "", end


def _is_blank(lines: Sequence[StampLine], index: int) -> bool:
    """Return whether the day is left blank as well, beside the number or on the next line."""
    near = (lines[index], *after(lines, index, 1))
    return any(each.stamp is Stamp.OWN_DAY and each.is_open for line in near for cell in line.cells for each in stamps(cell.text))


def _own_day(text: str, lines: Sequence[StampLine], signs: Sequence[ArchiveSign]) -> str:
    """Return the letter's own day: the first in its head that is none of a stamp."""
    head = [cell for line in lines if line.place < HEAD_LINES for cell in line.cells]
    days = ((cell.start + day.start, str(day.folded)) for cell in head for day in sorted(likeliest_days(text[cell.start : cell.end])))
    return next((day for place, day in days if not any(sign.start <= place < sign.end for sign in signs)), "")


def _held_against(sign: ArchiveSign, own_day: str) -> ArchiveSign:
    """Return a sign as strong as the letter's own day lets it be: received before it was written is not received."""
    if sign.side is not ArchiveSide.RECEIVED or not (sign.day and own_day):
        return sign
    return replace(sign, is_strong=sign.day > own_day if sign.stamp is Stamp.REGISTERED else sign.is_strong and sign.day >= own_day)
