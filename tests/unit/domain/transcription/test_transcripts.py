"""What the ledger tells of what people typed off the images of pages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import pytest

from kashf.domain.entries.named_words import named_words
from kashf.domain.ids import DocumentId, EntryId, Json
from kashf.domain.ledger import GENESIS, Entry, EntryKind, Recorded
from kashf.domain.pages.regions import Region
from kashf.domain.transcription.signed_words import PagePlace
from kashf.domain.transcription.transcripts import (
    Words,
    drawn_body,
    keyed_body,
    settled_body,
    transcripts_of,
    words_bytes,
    words_of,
)
from kashf.errors import DamagedCaseError

_PLACE = PagePlace(DocumentId("d" * 64), 2)
_LINE, _NEXT = Region(0, 1000, 9000, 1400), Region(0, 1500, 9000, 1900)
_BLOBS = [DocumentId(letter * 64) for letter in "abc"]


class _Chain:
    """A chain of work, entry by entry."""

    def __init__(self) -> None:
        self.entries: list[Recorded] = []

    def add(self, kind: EntryKind, body: Mapping[str, Json], person: str = "") -> EntryId:
        seq = len(self.entries)
        prev = self.entries[-1][1] if self.entries else GENESIS
        time = dt.datetime(2025, 3, 1, tzinfo=dt.UTC) + dt.timedelta(minutes=seq)
        entry = Entry("one/work", seq, prev, time, person or "somebody", kind, {**body, "person": person} if person else body)
        self.entries.append((entry, entry.id))
        return entry.id

    def key(self, person: str, *, blob: int = 0, region: Region = _LINE) -> EntryId:
        return self.add(EntryKind.KEYED, keyed_body(_PLACE, region, _BLOBS[blob], field=""), person)


def test_a_page_has_what_was_drawn_last_and_all_that_was_typed() -> None:
    chain = _Chain()
    chain.add(EntryKind.LINES_DRAWN, drawn_body(_PLACE, [_LINE], is_by_hand=False))
    chain.add(EntryKind.LINES_DRAWN, drawn_body(_PLACE, [_LINE, _NEXT], is_by_hand=True))
    first, second = chain.key("layla"), chain.key("omar", blob=1)
    chain.add(EntryKind.SETTLED, settled_body(_PLACE, _LINE, _BLOBS[2], [first, second]), "sami")

    page = transcripts_of(chain.entries)[_PLACE]

    assert page.drawn is not None
    assert ((_LINE, _NEXT), True) == (page.drawn.regions, page.drawn.is_by_hand)
    assert [(first, _BLOBS[0], "layla"), (second, _BLOBS[1], "omar")] == [(k.signed.id, k.words, k.signed.person) for k in page.keyings]
    assert [((first, second), _BLOBS[2])] == [(each.keyings, each.words) for each in page.settlements]


def test_what_was_taken_back_does_not_stand_and_its_words_are_known_still() -> None:
    chain = _Chain()
    entry = chain.key("layla")
    chain.add(EntryKind.UNDONE, {"entry": entry}, "layla")

    assert {} == transcripts_of(chain.entries)
    assert (_BLOBS[0],) == named_words(chain.entries, [_PLACE.document])


def test_what_a_person_typed_only_that_person_takes_back() -> None:
    chain = _Chain()
    entry = chain.key("layla")
    chain.add(EntryKind.UNDONE, {"entry": entry}, "omar")

    assert [entry] == [each.signed.id for each in transcripts_of(chain.entries)[_PLACE].keyings]


def test_the_second_person_types_blind_and_nobody_does_who_has_seen_what_another_typed() -> None:
    chain = _Chain()
    chain.key("layla")
    own = chain.key("omar", blob=1)
    chain.add(EntryKind.UNDONE, {"entry": own}, "omar")
    chain.key("omar")

    assert [("layla", True), ("omar", False)] == [(k.signed.person, k.is_blind) for k in transcripts_of(chain.entries)[_PLACE].keyings]


def test_another_line_is_typed_blind() -> None:
    chain = _Chain()
    chain.key("layla")
    chain.key("omar")
    chain.key("omar", region=_NEXT)

    assert all(each.is_blind for each in transcripts_of(chain.entries)[_PLACE].keyings)


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"document": "d" * 64, "page": 0, "region": [0, 0, 1, 1], "words": "a" * 64},
        {"document": "../d", "page": 1, "region": [0, 0, 1, 1], "words": "a" * 64},
        {"document": "d" * 64, "page": 1, "region": [0, 0, 0, 1], "words": "a" * 64},
        {"document": "d" * 64, "page": 1, "region": [0, 0, 1, 1], "words": "/etc/passwd"},
    ],
)
def test_an_entry_that_kashf_does_not_write_is_damage(body: Mapping[str, Json]) -> None:
    chain = _Chain()
    chain.add(EntryKind.KEYED, body)

    with pytest.raises(DamagedCaseError, match="one/work/0"):
        transcripts_of(chain.entries)


def test_words_come_back_from_their_blob_and_the_salt_hides_them() -> None:
    words = Words("to [Omar?]", "both looked again")

    assert words == words_of(words_bytes(words, salt="1"))
    assert words_bytes(words, salt="1") != words_bytes(words, salt="2")


@pytest.mark.parametrize("data", [b"", b"[]", b"null", b'{"typed": 3}', b"\xff", b"[" * 100_000])
def test_a_blob_of_other_bytes_is_damage(data: bytes) -> None:
    with pytest.raises(DamagedCaseError):
        words_of(data)
