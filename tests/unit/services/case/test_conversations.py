from __future__ import annotations

from dataclasses import replace

import pytest

from kashf.domain.document import Mark, MarkKind, Page, Sighting
from kashf.domain.ids import DocumentId
from kashf.services.case.conversations import said_on
from tests.fakes import FakeCaseView
from tests.searchable import BARE

EXPORT, PICTURE, OTHER = (DocumentId(letter * 64) for letter in "abc")


def said(head: str) -> Page:
    """Return a page with one message."""
    text = f"Chat: North\n\nFrom: Salim\n{head}\n\nready"
    return Page(1, text, marks=(Mark(13, len(text), MarkKind.MESSAGE),))


def view(*places: tuple[DocumentId, str], channel: str = "courier") -> FakeCaseView:
    """Return a case in which documents were seen at some places."""
    return FakeCaseView(seen={id: ((Sighting(id, path, channel), None),) for id, path in places})


def test_a_message_is_told_with_what_is_in_doubt() -> None:
    (message,) = said_on(view(), BARE, [said("Date: 2014-11-09 10:00:00")])

    assert ("Salim", "2014-11-09 10:00:00", "2014-11-09", True) == (
        message.sender,
        message.written,
        message.date.edtf(),
        message.is_zone_in_doubt,
    )


@pytest.mark.parametrize("zone", ["UTC", "+03:00"])
def test_a_time_with_its_zone_is_in_no_doubt(zone: str) -> None:
    assert not said_on(view(), BARE, [said(f"Date: 2014-11-09 10:00:00 {zone}")])[0].is_zone_in_doubt


@pytest.mark.parametrize(
    ("export", "name", "file"),
    [
        ("exp/result.json", "photos/p.jpg", "exp/photos/p.jpg"),
        ("result.json", "photos/p.jpg", "photos/p.jpg"),
        ("a.zip/inbox/x/message_1.json", "inbox/x/photos/p.jpg", "a.zip/inbox/x/photos/p.jpg"),
        ("exp/messages.html", "./photos\\p.jpg", "exp/photos/p.jpg"),
    ],
)
def test_a_file_is_found_beside_the_export_or_from_a_folder_above_it(export: str, name: str, file: str) -> None:
    case = view((EXPORT, export), (PICTURE, file), (OTHER, "p.jpg"))
    (message,) = said_on(case, replace(BARE, id=EXPORT), [said(f"Date: 2014-11-09 10:00:00\nFile: {name}")])

    assert [(name, PICTURE)] == [(each.name, each.document) for each in message.files]


@pytest.mark.parametrize("name", ["photos/gone.jpg", "../../etc/passwd", "/", "photos/../../p.jpg"])
def test_a_file_that_is_not_there_or_leads_out_of_its_folder_is_said_to_be_missing(name: str) -> None:
    case = view((EXPORT, "exp/sub/result.json"), (PICTURE, "exp/p.jpg"), (OTHER, "etc/passwd"))
    (message,) = said_on(case, replace(BARE, id=EXPORT), [said(f"Date: 2014-11-09 10:00:00\nFile: {name}")])

    assert [None] == [each.document for each in message.files]


def test_a_file_on_another_way_is_none_of_this_export() -> None:
    case = FakeCaseView(
        seen={EXPORT: ((Sighting(EXPORT, "result.json", "courier"), None),), PICTURE: ((Sighting(PICTURE, "p.jpg", "drive"), None),)}
    )
    (message,) = said_on(case, replace(BARE, id=EXPORT), [said("File: p.jpg")])

    assert [None] == [each.document for each in message.files]
