"""Entries about sources are read strictly, and taken back by who signed them."""

from __future__ import annotations

import datetime as dt

import pytest

from kashf.domain.ids import DocumentId, Json
from kashf.domain.judged_sources.source_entries import SOURCE_ENTRIES, SourceChecked, source_body, source_bytes, source_texts
from kashf.domain.ledger import GENESIS, Entry, EntryKind, Recorded
from kashf.errors import DamagedCaseError

WORDS = "b" * 64


def written(kind: EntryKind, seq: int = 0, person: str = "layla", **body: Json) -> Recorded:
    told: dict[str, Json] = {"source": "kestrel-2", "words": WORDS, **body, "person": person}
    entry = Entry("d/work", seq, GENESIS, dt.datetime(2030, 1, 1, tzinfo=dt.UTC), person, kind, told)
    return entry, entry.id


def checked(seq: int = 0, **body: Json) -> Recorded:
    return written(EntryKind.SOURCE_CHECKED, seq, **{"outcome": "genuine", "on": "2029-05-01", **body})


def test_only_who_signed_a_check_takes_it_back() -> None:
    one = checked()
    strange, own = (written(EntryKind.UNDONE, 1, who, entry=one[1]) for who in ("omar", "layla"))
    (still,) = SOURCE_ENTRIES.fold([one, strange]).values()
    (gone,) = SOURCE_ENTRIES.fold([one, own]).values()

    assert isinstance(still, SourceChecked)
    assert (None, dt.date(2029, 5, 1), True) == (still.signed.undone, still.on, gone.signed.undone is not None)


@pytest.mark.parametrize("body", [{"outcome": "perhaps"}, {"on": "some day"}, {"source": ""}, {"source": 3}, {"words": "no blob"}])
def test_what_kashf_never_writes_is_damage(body: dict[str, Json]) -> None:
    with pytest.raises(DamagedCaseError, match="nothing about a source"):
        SOURCE_ENTRIES.fold([checked(**body)])


@pytest.mark.parametrize(("kind", "body"), [(EntryKind.SOURCE_GRADED, {"letter": "AB"}), (EntryKind.SOURCE_PARENT, {"parent": ""})])
def test_so_is_a_letter_or_a_parent_that_is_none(kind: EntryKind, body: dict[str, Json]) -> None:
    with pytest.raises(DamagedCaseError):
        SOURCE_ENTRIES.fold([written(kind, **body)])


def test_what_was_typed_comes_back_from_its_blob_and_nothing_else_does() -> None:
    assert {"batch": "spring"} == source_texts(source_bytes({"batch": "spring"}, salt="s"))
    assert {"source": "kestrel-2", "words": WORDS, "letter": "B"} == source_body("kestrel-2", DocumentId(WORDS), {"letter": "B"})
    for strange in (b"[]", b"{}", b'{"texts": 3}', b"["):
        with pytest.raises(DamagedCaseError):
            source_texts(strange)
