"""Where a query stands in a document."""

from __future__ import annotations

from pathlib import Path

import pytest

from kashf.domain.document import Page
from kashf.domain.ids import DocumentId
from kashf.errors import QuerySyntaxError
from kashf.services.case.open import OpenCase
from kashf.services.search.occurrences import Occurrences, occurrences
from tests.fakes import FakeBlobs, FakeCaseView, FakeIndex, FakeSealed

DOCUMENT = DocumentId("a" * 64)


def found(query: str, *texts: str, at: int = 1, exact: bool = False) -> Occurrences:
    pages = tuple(Page(number, text) for number, text in enumerate(texts, start=1))
    case = OpenCase(Path("/nonexistent"), "Courier", FakeCaseView(texts={DOCUMENT: pages}), FakeIndex(), FakeBlobs(), FakeSealed())
    return occurrences(case, query, document=DOCUMENT, page=pages[at - 1], exact=exact)


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("citadel", "the citadel and the citadel", ["citadel", "citadel"]),
        ("citadel", "citadel, citadel", ["citadel", "citadel"]),
        ("الشمالي", "وصل الشَّمـالي أمس", ["الشَّمـالي"]),
        ("abu mohammed", "saw Abu Mohammed there", ["Abu Mohammed"]),
        ("abu mohammed", "mohammed was not abu", ["mohammed", "abu"]),
        ('"heavy weapons"', "heavy guns, heavy weapons", ["heavy weapons"]),
        ('"heavy weapons" weapons', "the heavy weapons left", ["heavy weapons"]),
        ("withdr*", "withdrew, withdrawn", ["withdrew", "withdrawn"]),
        ("bridge NOT tower", "the bridge by the tower", ["bridge"]),
        ("source:courier", "the courier", []),
        ("citadel", "", []),
    ],
)
def test_places_are_those_of_the_stored_text(query: str, text: str, expected: list[str]) -> None:
    assert expected == [text[start:end] for start, end in found(query, text).places]


def test_exactly_leaves_other_forms_alone() -> None:
    text = "القلعة والقلعة"

    assert [2, 1] == [len(found("القلعة", text, exact=exact).places) for exact in (False, True)]


def test_the_nearest_pages_with_an_occurrence_are_named() -> None:
    pages = ("citadel", "", "citadel", "none", "here", "none", "citadel")

    assert (3, 7) == ((answer := found("citadel", *pages, at=5)).before, answer.following)


def test_at_either_end_there_is_no_further_page() -> None:
    answer = found("citadel", "citadel")

    assert (None, None) == (answer.before, answer.following)


def test_a_malformed_query_is_refused() -> None:
    with pytest.raises(QuerySyntaxError):
        found("(citadel", "citadel")
