"""What stands at the head of one letter, and the letters around it: what it answers, who cites it, what comes before and after it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kashf.domain.document import Span
from kashf.domain.ids import DocumentId
from kashf.domain.letters.letter import CitedPaper, PartOf
from kashf.events.registers.office_series import OfficeSeries
from kashf.events.registers.rebuild import UndatedLetter
from kashf.events.registers.register_letters import LetterCiting, NumberHere
from kashf.services.case.open import OpenCase
from kashf.services.letters.asked_letter import nth_of
from kashf.services.letters.enclosed_papers import EnclosedPaper, enclosed_papers
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
        in_document: Where each letter of its document begins, where that holds several.
        enclosed: What it says it encloses, with what may be it.
    """

    listed: ListedLetter
    cites: tuple[CitedHere, ...] = ()
    cited_by: tuple[LetterCiting, ...] = ()
    series: OfficeSeries | None = None
    before: NumberHere | None = None
    following: NumberHere | None = None
    undated: UndatedLetter | None = None
    in_document: tuple[PartOf, ...] = ()
    enclosed: tuple[EnclosedPaper, ...] = ()


def letterhead(case: OpenCase, document: DocumentId, *, page: int = 1, at: int = 0) -> Letterhead | None:
    """Return the head of a letter, the letters around it and what it encloses; None for a document that is none.

    Args:
        case: Which case.
        document: Which document.
        page: Of several letters in one document, that on this page: the one that goes on there, or else the first that begins there.
        at: The one at this code point of the page; 0 for none.
    """
    found = sorted(list_letters(case, document=document, limit=None).letters, key=nth_of)
    if not found:
        return None
    listed = _on_page(found, page, at)
    return replace(_around(case, listed, found), enclosed=enclosed_papers(case, listed))


def _around(case: OpenCase, listed: ListedLetter, found: Sequence[ListedLetter]) -> Letterhead:
    others = tuple(each.letter.part for each in found if each.letter.part)
    kept = kept_registers(case)
    letter = kept.letter_of.get(listed.id)
    if letter is None:
        return Letterhead(listed, tuple(CitedHere(each) for each in listed.letter.cited), in_document=others)
    registers = kept.registers
    # A copy cites at the places of the one that stands for it.
    here = {_place(each.at): each.cited for each in registers.citing if each.citing == letter}
    unseen = {_place(span) for each in registers.never_seen if letter in each.cited_by for span in each.cited_at}
    cites = tuple(CitedHere(each, here.get(_place(each.said.span), ()), _place(each.said.span) in unseen) for each in listed.letter.cited)
    cited_by = tuple(each for each in registers.citing if each.cited == (letter,))
    undated = next((each for each in registers.undated if each.letter == letter), None)
    series = [each for each in registers.series if any(number.letter == letter for number in each.here)]
    if len(series) != 1:
        return Letterhead(listed, cites, cited_by, undated=undated, in_document=others)
    before, following = _neighbours(series[0], letter)
    return Letterhead(listed, cites, cited_by, series[0], before, following, undated, others)


def _on_page(letters: Sequence[ListedLetter], page: int, at: int) -> ListedLetter:
    """Return the letter of a page, of several in one document, in order."""
    begun = [each for each in letters if each.letter.part and (each.letter.part.page, each.letter.part.start) <= (page, at)]
    here = [each for each in letters if each.letter.part and each.letter.part.page == page]
    return begun[-1] if begun else here[0] if here else letters[0]


def _place(span: Span) -> tuple[int, int, int]:
    return span.page, span.start, span.end


def _neighbours(series: OfficeSeries, letter: str) -> tuple[NumberHere | None, NumberHere | None]:
    serials = [each.serial for each in series.here]
    serial = next(each.serial for each in series.here if each.letter == letter)
    low, high = bisect_left(serials, serial) - 1, bisect_right(serials, serial)
    return (series.here[low] if low >= 0 else None), (series.here[high] if high < len(serials) else None)
