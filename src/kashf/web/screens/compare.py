"""Two documents side by side, with what differs between them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from kashf.domain.document import Page
from kashf.ports.views import CaseView
from kashf.services.case.copies.word_differences import Differing, DocumentComparison, TextDifference
from kashf.services.twins.twins import TwinPair, compare
from kashf.show.copy_words import compared_answer
from kashf.web.renderers import Spreadsheet
from kashf.web.rendering import State
from kashf.web.screens.params import InPath, ScreenParams
from kashf.web.screens.screen import Context, MovedError, Screen, Visit

#: Differences that the page shows; JSON and CSV have up to 2,000.
SHOWN: Final = 300


class CompareParams(ScreenParams):
    """Two documents.

    Args:
        document: The first.
        other: The second.
        how: Two columns, or the first with what the second has put in.
    """

    document: InPath
    other: InPath
    how: Literal["beside", "inline"] = "beside"


@dataclass(frozen=True, slots=True)
class TextPiece:
    """A stretch of text: what both have, or a difference, by its number from 1; 0 for none."""

    text: str
    difference: int = 0


@dataclass(frozen=True, slots=True)
class PageText:
    """A page of one document, in pieces."""

    number: int
    pieces: tuple[TextPiece, ...]


def view(context: Context, params: CompareParams) -> TwinPair:
    """Return what differs.

    Raises:
        MovedError: An id is shortened; each pair has one address.
        NotFoundError: One of the documents is not there.
    """
    found = compare(context.case, params.document, params.other)
    if (found.left.id, found.right.id) != (params.document, params.other):
        raise MovedError(State(f"/compare/{found.left.id}/{found.right.id}", params.state()))
    return found


def page(visit: Visit[CompareParams, TwinPair]) -> dict[str, object]:
    """Return what the page shows."""
    found, case = visit.answer, visit.case
    told = found.comparison.differences[:SHOWN]
    lefts, rights = [each.left for each in told], [each.right for each in told]
    return {
        "found": found,
        "told": told,
        "left": tuple(_pages(case.view, found.comparison, lefts, is_left=True)),
        "right": tuple(_pages(case.view, found.comparison, rights, is_left=False)),
        "flipped": f"/compare/{found.right.id}/{found.left.id}",
    }


def data(visit: Visit[CompareParams, TwinPair]) -> object:
    """Return what `kashf copies --diff --json` prints."""
    return compared_answer(visit.answer)


def rows(visit: Visit[CompareParams, TwinPair]) -> Spreadsheet:
    """Return the differences as rows."""
    found = visit.answer.comparison
    columns = ("about", "page", "start", "end", "text", "other_page", "other_start", "other_end", "other_text", "maybe_misread")
    return Spreadsheet(f"compare-{found.left[:12]}-{found.right[:12]}", columns, map(_row, found.differences))


def _row(each: TextDifference) -> tuple[str, ...]:
    here, there = (tuple(map(str, (side.page, side.start, side.end, side.text))) for side in (each.left, each.right))
    return (each.about.value, *here, *there, str(each.is_maybe_misread).lower())


def _pages(view: CaseView, found: DocumentComparison, sides: list[Differing], *, is_left: bool) -> Iterator[PageText]:
    """Yield the pages on which something differs, in pieces."""
    by_page: dict[int, list[tuple[int, Differing]]] = {}
    for number, side in enumerate(sides, start=1):
        by_page.setdefault(side.page, []).append((number, side))
    document = found.left if is_left else found.right
    pages = view.pages_at([(document, number) for number in by_page])
    for number, some in sorted(by_page.items()):
        if known := pages.get((document, number)):
            yield PageText(number, tuple(_pieces(known, some)))


def _pieces(page: Page, differing: list[tuple[int, Differing]]) -> Iterator[TextPiece]:
    position = 0
    for number, side in sorted(differing, key=lambda each: (each[1].start, each[0])):
        if side.start < position:
            continue
        yield TextPiece(page.text[position : side.start])
        yield TextPiece(page.text[side.start : side.end], number)
        position = side.end
    yield TextPiece(page.text[position:])


COMPARE: Final = Screen("/compare/{document}/{other}", CompareParams, view, "compare.html", page, data, rows)
