"""A letter that somebody names: by the beginning of its document's id, and behind a dot which letter of it, where that holds several."""

from __future__ import annotations

from typing import NamedTuple

from kashf.domain.document import Span
from kashf.domain.ids import DocumentId, short_id
from kashf.errors import NotFoundError, UsageError
from kashf.ports.views import CaseView
from kashf.services.case.open import OpenCase
from kashf.services.letters.list_letters import ListedLetter, list_letters


class AskedLetter(NamedTuple):
    """A letter by its document.

    Args:
        document: Which document.
        nth: Which letter of it, from 1; 0 where that is not said.
    """

    document: DocumentId
    nth: int = 0


def asked_letter(view: CaseView, asked: str) -> AskedLetter:
    """Return the letter that somebody names.

    Raises:
        NotFoundError: There is no such document, or more than one.
        UsageError: What stands behind the dot is no number from 1 on.
    """
    beginning, dot, nth = asked.partition(".")
    document = view.resolve(beginning)
    if dot and not (nth.isascii() and nth.isdecimal() and int(nth[:6]) > 0 and len(nth) <= 6):
        short = short_id(document)
        said = f"{asked} names no letter; {short}.2 names the second of a document"
        raise UsageError(said, code="letter-badly-named", document=short)
    return AskedLetter(document, int(nth) if dot else 0)


def letters_asked(case: OpenCase, document: DocumentId, nth: int) -> tuple[ListedLetter, ...]:
    """Return the letters of a document in their order, after making sure that one of them is meant.

    Args:
        case: Which case.
        document: Which document.
        nth: Which letter of it, from 1; 0 where that is not said.

    Raises:
        NotFoundError: It does not hold so many.
        UsageError: It holds several, and nobody says which is meant.
    """
    found = sorted(list_letters(case, document=document, limit=None).letters, key=nth_of)
    count = max((each.letter.part.of if each.letter.part else 1 for each in found), default=1)
    short = short_id(document)
    if nth > count:
        raise NotFoundError(
            f"letters in {short}: {count}; there is no {nth}", code="no-such-letter-there", document=short, count=count, nth=nth
        )
    if count > 1 and not nth:
        several = f"{short} holds {count} letters: say which, {short}.1 to {short}.{count}"
        raise UsageError(several, code="which-letter", document=short, count=count)
    return tuple(found)


def nth_of(listed: ListedLetter) -> int:
    """Return which letter of its document it is, from 1."""
    return listed.letter.part.nth if listed.letter.part else 1


def is_within(place: Span, letters: tuple[ListedLetter, ...], nth: int) -> bool:
    """Return whether a place in a document lies in one of its letters, which stand in order.

    Args:
        place: Where.
        letters: All letters of the document.
        nth: Which of them, from 1; 0 for one that has the document for itself.
    """
    begins = {each.letter.part.nth: (each.letter.part.page, each.letter.part.start) for each in letters if each.letter.part}
    at = (place.page, place.start)
    here, following = begins.get(nth) if nth > 1 else None, begins.get(nth + 1) if nth else None
    return (here is None or here <= at) and (following is None or at < following)
