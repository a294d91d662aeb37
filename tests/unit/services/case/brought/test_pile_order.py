"""In what order a delivery came."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from kashf.domain.document import Sighting
from kashf.domain.ids import DocumentId, EntryId
from kashf.services.case.brought.pile_order import ListedBy, PileOrder, pile_order
from tests.fakes import FakeCaseView
from tests.unit.web.made import document_id, put, record

BOX = document_id("box.zip")


def on_disk(view: FakeCaseView, path: str, ordinal: int, **changes: object) -> DocumentId:
    id = put(view, record(path, **changes)).id
    ((seen, receipt),) = view.seen[id]
    modified = dt.datetime(2014, 3, 9 - ordinal, tzinfo=dt.UTC)
    view.seen = {**view.seen, id: ((replace(seen, ordinal=ordinal, modified=modified), receipt),)}
    return id


def inside(view: FakeCaseView, path: str, ordinal: int, parent: DocumentId) -> None:
    id = put(view, record(path)).id
    view.seen = {**view.seen, id: ((Sighting(id, path, "", parent=parent, ordinal=ordinal), None),)}


def told(view: FakeCaseView) -> PileOrder:
    return pile_order(view, [EntryId(entry.id) for entry in view.ledger[:1]])


def test_a_folder_keeps_the_order_in_which_it_was_listed() -> None:
    view = FakeCaseView()
    for ordinal, name in enumerate(("IMG_0003.JPG", "IMG_0001.JPG", "IMG_0005.JPG", "note.txt")):
        on_disk(view, f"pile/{name}", ordinal)
    (folder,) = told(view).folders

    assert (ListedBy.FOLDER, ("IMG_0003.JPG", "IMG_0001.JPG", "IMG_0005.JPG", "note.txt")) == (folder.listed_by, folder.listed)
    assert (1, 1, ((2, 2), (4, 4))) == (folder.names_back, folder.unnumbered, folder.series[0].gaps)
    assert folder.modified
    assert ("2014-03-06 00:00:00+00:00", 4, 3) == (folder.modified.first, folder.modified.known, folder.modified.steps_back)


def test_a_folder_whose_listing_was_not_kept_says_so() -> None:
    view = FakeCaseView()
    for name in "ab":
        on_disk(view, f"pile/{name}.txt", 0)

    assert [ListedBy.NOT_KEPT] == [folder.listed_by for folder in told(view).folders]


def test_an_archive_is_one_list_with_its_folders() -> None:
    view = FakeCaseView()
    on_disk(view, "box.zip", 0, type="application/zip")
    for ordinal, name in enumerate(("c.txt", "x/a.txt", "b.txt")):
        inside(view, f"box.zip/{name}", ordinal, BOX)
    *_, archive = told(view).folders

    assert (ListedBy.ARCHIVE, "box.zip", BOX, ("c.txt", "x/a.txt", "b.txt")) == (
        *(archive.listed_by, archive.folder, archive.archive, archive.listed),
    )


def test_sessions_of_photographs_and_pictures_that_say_nothing_are_counted() -> None:
    view = FakeCaseView()
    for number, minute in enumerate((0, 10, 50)):
        on_disk(view, f"IMG_{number}.jpg", number, type="image/jpeg", metadata={"taken": f"2014-11-20 10:{minute:02}:00"})
    on_disk(view, "scan.jpg", 3, type="image/jpeg")
    found = told(view)

    assert (3, 4, [2, 1]) == (found.photos, found.pictures, [len(each.photos) for each in found.sessions])
    assert found.folders[0].taken
    assert ("2014-11-20 10:00:00", "2014-11-20 10:50:00") == (found.folders[0].taken.first, found.folders[0].taken.last)


def test_nothing_has_no_order() -> None:
    assert PileOrder((), (), 0, 0) == pile_order(FakeCaseView(), [])
