"""What stands at the head of one letter, and the letters around it: what it answers, who cites it, what comes before and after it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from kashf.domain.document import Span
from kashf.domain.ids import DocumentId
from kashf.domain.letters.letter import CitedPaper
from kashf.events.registers.office_series import OfficeSeries
from kashf.events.registers.rebuild import UndatedLetter
from kashf.events.registers.register_letters import LetterCiting, NumberHere
from kashf.services.case.open import OpenCase
from kashf.services.letters.list_letters import ListedLetter, list_letters
from kashf.services.registers.kept_registers import kept_registers


@dataclass(frozen=True, slots=True)
class CitedHere:
    """A paper that a letter cites.

    Args:
        paper: As it is cited.
        letters: The letters here that it may be; () where none is, or nothing tells.
        is_never_seen: Whether no letter here can be it.
    """

    paper: CitedPaper
    letters: tuple[str, ...] = ()
    is_never_seen: bool = False


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The head of a letter, and the letters around it.

    Args:
        listed: The letter, as far as it is shown.
        cites: What it cites.
        cited_by: Letters that cite it.
        series: The series of its number; None where it is of none, or of one year or another.
        before: The letter with the next lower number that is here.
        following: The one with the next higher number.
        undated: Between which days its number puts it, where it says no day.
    """

    listed: ListedLetter
    cites: tuple[CitedHere, ...] = ()
    cited_by: tuple[LetterCiting, ...] = ()
    series: OfficeSeries | None = None
    before: NumberHere | None = None
    following: NumberHere | None = None
    undated: UndatedLetter | None = None


def letterhead(case: OpenCase, document: DocumentId) -> Letterhead | None:
    """Return the head of a letter and the letters around it; None for a document that is none."""
    found = list_letters(case, document=document).letters
    if not found:
        return None
    kept = kept_registers(case)
    letter = kept.letter_of.get(document)
    if letter is None:
        return Letterhead(found[0], tuple(CitedHere(each) for each in found[0].letter.cited))
    registers = kept.registers
    # A copy cites at the places of the one that stands for it.
    here = {_place(each.at): each.cited for each in registers.citing if each.citing == letter}
    unseen = {_place(span) for each in registers.never_seen if letter in each.cited_by for span in each.cited_at}
    cites = tuple(CitedHere(each, here.get(_place(each.said.span), ()), _place(each.said.span) in unseen) for each in found[0].letter.cited)
    cited_by = tuple(each for each in registers.citing if each.cited == (letter,))
    undated = next((each for each in registers.undated if each.letter == letter), None)
    series = [each for each in registers.series if any(number.letter == letter for number in each.here)]
    if len(series) != 1:
        return Letterhead(found[0], cites, cited_by, undated=undated)
    before, following = _neighbours(series[0], letter)
    return Letterhead(found[0], cites, cited_by, series[0], before, following, undated)


def _place(span: Span) -> tuple[int, int, int]:
    return span.page, span.start, span.end


def _neighbours(series: OfficeSeries, letter: str) -> tuple[NumberHere | None, NumberHere | None]:
    serials = [each.serial for each in series.here]
    serial = next(each.serial for each in series.here if each.letter == letter)
    low, high = bisect_left(serials, serial) - 1, bisect_right(serials, serial)
    return (series.here[low] if low >= 0 else None), (series.here[high] if high < len(serials) else None)
