"""What was covered is told by areas, and never by words."""

import datetime as dt

import pytest

from kashf.domain.ids import DocumentId, EntryId, Json
from kashf.domain.ledger import Entry, EntryKind
from kashf.domain.pages.regions import Region
from kashf.domain.publication.redaction_entries import redaction_body, redactions_of
from kashf.errors import DamagedCaseError

DOCUMENT, MADE = DocumentId("d" * 64), "e" * 64
AREAS = ((1, Region(1, 2, 3, 4)), (2, Region(0, 0, 10_000, 50)))


def _entry(body: dict[str, Json], seq: int = 0) -> tuple[Entry, EntryId]:
    entry = Entry("a" * 32 + "/work", seq, EntryId("0" * 64), dt.datetime(2031, 5, 1, tzinfo=dt.UTC), "amal", EntryKind.REDACTED, body)
    return entry, entry.id


def test_areas_come_back_as_they_were_covered() -> None:
    first, second = _entry(redaction_body(DOCUMENT, AREAS, MADE)), _entry(redaction_body(DOCUMENT, AREAS[:1], MADE), 1)

    found = redactions_of([first, second])

    assert [AREAS, AREAS[:1]] == [each.areas for each in found[DOCUMENT]]


@pytest.mark.parametrize(
    "body",
    [{"document": "x", "areas": [], "made": MADE}, {"document": DOCUMENT, "areas": [[1, 2, 3]], "made": MADE}, {"document": DOCUMENT}],
)
def test_what_is_no_redaction_is_damage(body: dict[str, Json]) -> None:
    with pytest.raises(DamagedCaseError):
        redactions_of([_entry(body)])
