from __future__ import annotations

import hashlib
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from kashf.bootstrap import create_case, open_for_writing
from kashf.domain.document import Sighting
from kashf.domain.ids import DocumentId, EntryId, Json
from kashf.domain.ledger import EntryKind
from kashf.errors import DamagedCaseError
from kashf.services.case.open import WritableCase
from kashf.services.ledger.custody import prepare_rebuild, rebuild, verify
from kashf.services.ledger.record import record
from kashf.settings import Settings


@pytest.fixture
def case(tmp_path: Path) -> Iterator[WritableCase]:
    settings = Settings(actor="amal", home=tmp_path / "home")
    create_case(tmp_path / "a.case", name="a", settings=settings)
    with open_for_writing(tmp_path / "a.case", settings=settings) as opened:
        yield opened


def write(case: WritableCase, kind: EntryKind, body: dict[str, Json]) -> None:
    with case.store.unit() as uow:
        record(case, uow, kind, body)
        uow.commit()


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        (EntryKind.RECEIPT, {"x": 1}),
        (EntryKind.RECEIPT, {"manifest": "../../etc"}),
        (EntryKind.SOURCE, {"code_name": "kestrel-2", "sealed": 3}),
        (EntryKind.JUDGED, {"x": 1}),
        (EntryKind.QUOTED, {"entry": "ab", "place": {"text": 7}}),
        (EntryKind.KEYED, {"x": 1}),
        (EntryKind.HEARD, {"x": 1}),
        (EntryKind.TRANSLATED, {"x": 1}),
        (EntryKind.CONTESTED, {"x": 1}),
        (EntryKind.LINES_DRAFTED, {"x": 1}),
        (EntryKind.FIELD_MAPPED, {"x": 1}),
        (EntryKind.VALUE_SEEN, {"x": 1}),
        (EntryKind.LETTER_CORRECTED, {"x": 1}),
        (EntryKind.LETTERS_LEARNT, {"x": 1}),
    ],
)
def test_a_chained_entry_that_does_not_say_what_its_kind_says_is_a_fault(
    case: WritableCase, kind: EntryKind, body: dict[str, Json]
) -> None:
    write(case, kind, body)

    faults = verify(case.reading).faults

    assert ("ledger", f"what a kashf writes as {kind}") in [(fault.what, fault.expected) for fault in faults]


def test_a_case_is_not_made_anew_from_a_receipt_that_cannot_be_read(case: WritableCase) -> None:
    write(case, EntryKind.RECEIPT, {"x": 1})

    with pytest.raises(DamagedCaseError):
        rebuild(case)


def test_containers_that_lie_in_many_ways_in_one_another_are_walked_once(case: WritableCase) -> None:
    levels = [[DocumentId(hashlib.sha256(f"{level} {place}".encode()).hexdigest()) for place in range(6)] for level in range(8)]
    with case.store.unit() as uow:
        uow.sight([Sighting(id, "a.zip", "kestrel", None, None, size_bytes=1) for id in levels[0]], receipt=EntryId("ab" * 32), depth=0)
        for depth, (outer, inner) in enumerate(pairwise(levels), start=1):
            for parent in outer:
                members = [Sighting(id, "a.zip", "", None, parent, ordinal=place, size_bytes=1) for place, id in enumerate(inner)]
                uow.sight(members, receipt=None, depth=depth)
        uow.set_aside(["ab" * 32])
        uow.commit()

    inside = prepare_rebuild(case)

    assert {members[0].parent: depth for depth, members in inside} == {
        id: depth for depth, level in enumerate(levels[:-1], start=1) for id in level
    }
