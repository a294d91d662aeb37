from __future__ import annotations

from dataclasses import replace

import pytest

from kashf.domain.document import Origin, Page, Reading, Sighting, Status
from kashf.domain.ids import DocumentId
from kashf.services.ingest.rereading.compare_readings import differences

DOCUMENT = DocumentId("a" * 64)
MEMBER = Sighting(DocumentId("b" * 64), "box.zip/letter.txt", "", parent=DOCUMENT)


def page(text: str, number: int = 1) -> Page:
    return Page(number, text, Origin.DIGITAL, 1.0)


STORED = Reading(DOCUMENT, "text/plain", Status.DONE, pages=(page("withdraw to the north"), page("signed", 2)))


def told(again: Reading, *members: Sighting) -> list[tuple[str, str, str]]:
    return list(differences(STORED, again, stored_members=(MEMBER,), members=members or (MEMBER,)))


def test_the_same_reading_differs_in_nothing() -> None:
    assert [] == told(replace(STORED))


@pytest.mark.parametrize(
    ("pages", "where", "found"),
    [
        ((page("withdraw to the south"), page("signed", 2)), "page 1", "3 of 21 characters differ"),
        ((page("withdraw to the north."), page("signed", 2)), "page 1", "1 of 22 characters differ"),
        ((page(""), page("signed", 2)), "page 1", "21 of 0 characters differ"),
        ((page("withdraw to the north"),), "page 2", "no such page"),
        ((page("withdraw to the north"), page("signed", 2), page("he did it", 3)), "page 3", "9 characters"),
    ],
)
def test_pages_that_differ_are_told_by_number_and_how_many_characters_never_by_words(
    pages: tuple[Page, ...], where: str, found: str
) -> None:
    ((place, had, has),) = told(replace(STORED, pages=pages))

    assert (where, found) == (place, has)
    assert "north" not in had + has
    assert "south" not in had + has


def test_members_that_are_lost_or_new_are_counted() -> None:
    other = replace(MEMBER, document=DocumentId("c" * 64))

    assert [("what lies in it", "1 files", "1 are not in it, 1 more are")] == told(replace(STORED), other)
