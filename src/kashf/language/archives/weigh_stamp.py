"""Whether a stamp speaks for one side by itself, speaks weakly, or says nothing where it stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from kashf.language.archives.stamp_lines import StampLine
from kashf.language.archives.stamp_words import Stamp, Stamped

#: Lines of the head of a letter.
HEAD_LINES: Final = 12
#: Words of a line above that ends no sentence, from which on a stamp's words may be the rest of it; any word is enough for some wordings.
_RUNNING: Final = 4


@dataclass(frozen=True, slots=True)
class StampSeen:
    """A stamp where it stands.

    Args:
        stamped: What it says.
        day: The day that stands with it, perhaps on a line below; "" for none.
        line: Its line.
        has_colon: Whether it is a field of a form.
    """

    stamped: Stamped
    day: str
    line: StampLine
    has_colon: bool

    @property
    def is_bare(self) -> bool:
        """Whether neither a number nor a day stands with it."""
        return not (self.day or self.stamped.has_number)

    @property
    def is_alone(self) -> bool:
        """Whether it is a line by itself."""
        return not self.line.is_listed and len(self.line.cells) == 1

    @property
    def may_go_on(self) -> bool:
        """Whether it may be the rest of a sentence that began on the line above."""
        if self.has_colon:
            return False
        if self.stamped.in_sentence:  # A page may begin in the middle of one.
            return self.line.words_before > 0 or self.line.place == 0
        return self.line.words_before >= _RUNNING


#: When a stamp says anything.
_SAYS: Final[Mapping[Stamp, Callable[[StampSeen], bool]]] = {
    Stamp.INCOMING: lambda seen: not seen.is_bare,
    # Money and goods are received as well: a number alone is no stamp.
    Stamp.RECEIVED: lambda seen: bool(seen.day) or (seen.is_bare and seen.is_alone),
    Stamp.REGISTERED: lambda seen: bool(seen.day),
    Stamp.OUTGOING: lambda seen: not seen.is_bare,
    Stamp.DISPATCHED: lambda seen: bool(seen.day),
    Stamp.FILE_COPY: lambda _: True,
    Stamp.COPIES_TO: lambda _: True,
    Stamp.DRAFT: lambda seen: seen.is_alone,
    Stamp.MAYBE_DRAFT: lambda seen: seen.is_alone and seen.is_bare,
    Stamp.OWN_NUMBER: lambda seen: seen.stamped.is_open and seen.line.place < HEAD_LINES,
    Stamp.OWN_DAY: lambda _: False,
}
#: When it speaks for one side by itself; the others never do.
_IS_STRONG: Final[Mapping[Stamp, Callable[[StampSeen], bool]]] = {
    Stamp.INCOMING: lambda seen: bool(seen.day) or seen.stamped.says_number,
    Stamp.RECEIVED: lambda seen: bool(seen.day),
    Stamp.DISPATCHED: lambda _: True,
    Stamp.FILE_COPY: lambda seen: not seen.line.is_listed,
    Stamp.DRAFT: lambda _: True,
}


def weigh(seen: StampSeen) -> bool | None:
    """Return whether a stamp speaks for one side by itself; None where it says nothing."""
    if seen.may_go_on or not _SAYS[seen.stamped.stamp](seen):
        return None
    return seen.stamped.stamp in _IS_STRONG and _IS_STRONG[seen.stamped.stamp](seen)
