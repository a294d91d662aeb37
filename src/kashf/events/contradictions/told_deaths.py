"""Deaths of which a paper of the pile tells, as lives that acts are held against."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from kashf.domain.date import UNDATED, FuzzyDate, Precision
from kashf.domain.document import Page
from kashf.domain.ids import DocumentId
from kashf.events.contradictions.outside_lives import Life
from kashf.events.letters.phrases import any_of
from kashf.events.letters.sheet_text import SheetText
from kashf.language.dates.find_dates import find_dates
from kashf.language.person_names.titles import without_titles
from kashf.language.tables.letters.death_words import BEHIND_DEAD, DIED

#: Words of a name, and code points behind it within which its day stands.
_MOST_WORDS: Final = 7
_FEWEST_WORDS: Final = 2
_FAR: Final = 60
_ENDS: Final = re.compile(r"[\n.،,؛;:()\d]")


def told_deaths(document: DocumentId, pages: Sequence[Page], written: FuzzyDate) -> Iterator[Life]:
    """Yield who died, as a paper tells: on the day beside his name, else on the day of the paper or before it.

    Args:
        document: Which paper.
        pages: Its pages.
        written: When it says that it was written.
    """
    sheet = SheetText(document, pages)
    for found in re.finditer(rf"(?<!\w){any_of(DIED)}\s+", sheet.folded):
        rest = sheet.folded[found.end() : found.end() + _FAR * 2]
        end = min((at.start() for at in (_ENDS.search(rest), re.search(rf"\s{any_of(BEHIND_DEAD)}(?!\w)", rest)) if at), default=len(rest))
        said = sheet.said(found.end(), found.end() + end, "death-told", 0.7)
        name = (without_titles(said.text) or said.text) if said else ""
        died = _day(rest[end : end + _FAR].partition("\n")[0], written)
        if said and died.is_known and _FEWEST_WORDS <= len(name.split()) <= _MOST_WORDS:
            yield Life(name, UNDATED, died, "", said)


def _day(behind: str, written: FuzzyDate) -> FuzzyDate:
    days = next((place.date for place in find_dates(behind, written=written) if place.date.days), None)
    if days:
        return days
    return FuzzyDate(None, written.latest, precision=Precision.OPEN) if written.latest else UNDATED
