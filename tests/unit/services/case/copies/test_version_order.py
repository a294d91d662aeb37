from __future__ import annotations

from dataclasses import replace

import pytest

from kashf.domain.date import FuzzyDate
from kashf.domain.ids import DocumentId
from kashf.ports.views import DocumentRecord
from kashf.services.case.copies.version_order import OrderKnown, VersionOrder, version_order
from kashf.services.case.copies.word_differences import DocumentComparison
from tests.searchable import BARE

LEFT, RIGHT = DocumentId("1" * 64), DocumentId("2" * 64)
SAME_DAY = {"date": "2014-11-02", "date-as-written": "2014-11-02T10:00:00Z"}


def order(left: DocumentRecord, right: DocumentRecord, *, only_left: int = 1, only_right: int = 1) -> VersionOrder:
    return version_order(left, right, DocumentComparison(LEFT, RIGHT, (), 1, 50, only_left, only_right))


def document(id: DocumentId, name: str = "letter.docx", date: str = "", **metadata: str) -> DocumentRecord:
    return replace(
        BARE, id=id, name=name, file_date=FuzzyDate.read(date), metadata={key.replace("_", ":"): value for key, value in metadata.items()}
    )


def test_revisions_of_a_file_that_was_begun_at_one_moment_tell_which_is_later() -> None:
    left, right = (replace(document(id), metadata=SAME_DAY | {"cp:revision": revision}) for id, revision in ((LEFT, "7"), (RIGHT, "4")))

    assert VersionOrder(OrderKnown.METADATA, RIGHT, "revision") == order(left, right)


def test_revisions_of_unlike_files_tell_nothing() -> None:
    assert VersionOrder(OrderKnown.UNKNOWN) == order(document(LEFT, cp_revision="7"), document(RIGHT, cp_revision="4"))


def test_the_time_of_last_change_tells_which_is_later() -> None:
    left, right = document(LEFT, dcterms_modified="2014-11-02T10:00:00Z"), document(RIGHT, dcterms_modified="2014-11-03T09:00:00Z")

    assert VersionOrder(OrderKnown.METADATA, LEFT, "modified") == order(left, right)


def test_days_that_the_files_give_tell_and_the_same_day_does_not() -> None:
    assert VersionOrder(OrderKnown.METADATA, RIGHT, "date") == order(document(LEFT, date="2014-11-05"), document(RIGHT, date="2014-11-02"))
    assert OrderKnown.UNKNOWN is order(document(LEFT, date="2014-11-05"), document(RIGHT, date="2014-11-05")).known


@pytest.mark.parametrize(
    ("left", "right", "first"),
    [
        ("مسودة كتاب.docx", "كتاب نهائي.docx", LEFT),
        ("order_v3.doc", "order_v2.doc", RIGHT),
        ("letter final.odt", "letter draft.odt", RIGHT),
        ("letter.odt", "letter copy.odt", None),
    ],
)
def test_names_of_files_let_an_order_be_inferred(left: str, right: str, first: DocumentId | None) -> None:
    known = order(document(LEFT, left), document(RIGHT, right))

    assert (OrderKnown.INFERRED if first else OrderKnown.UNKNOWN, first) == (known.known, known.first)


def test_what_has_tracked_changes_was_there_before_what_has_not() -> None:
    left = replace(document(LEFT), metadata={"tracked-changes": "Karim 2014-11-15 (1 deleted, 1 inserted)"})

    assert VersionOrder(OrderKnown.INFERRED, LEFT, "tracked") == order(left, document(RIGHT))


def test_what_is_contained_in_the_other_was_probably_there_first() -> None:
    assert VersionOrder(OrderKnown.INFERRED, RIGHT, "contained") == order(document(LEFT), document(RIGHT), only_right=0)
