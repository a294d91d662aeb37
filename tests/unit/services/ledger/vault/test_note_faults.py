from __future__ import annotations

import datetime as dt
from pathlib import Path

from kashf.domain.ledger import GENESIS, Entry, EntryKind
from kashf.services.case.open import OpenCase
from kashf.services.ledger.vault.note_faults import note_faults
from tests.fakes import FakeBlobs, FakeCaseView, FakeIndex, FakeSealed

NOW = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)


def test_notes_that_are_not_here_are_counted_and_no_fault_and_another_key_is_one() -> None:
    sealed = FakeSealed()
    here, away = sealed.seal({"note": "a"}), "f" * 64
    bodies = [(EntryKind.SOURCE, {"code_name": "heron-1", "sealed": each}) for each in (here, away)]
    entries = [(entry := Entry("d" * 32, at, GENESIS, NOW, "a", kind, body), entry.id) for at, (kind, body) in enumerate(bodies)]
    case = OpenCase(Path("case"), "case", FakeCaseView(), FakeIndex(), FakeBlobs(), sealed)

    assert (1, []) == note_faults(case, entries)
    made = Entry("d" * 32, 2, GENESIS, NOW, "a", EntryKind.VAULT, {"public": "cd" * 32})
    assert ["ab" * 32] == [fault.found for fault in note_faults(case, [*entries, (made, made.id)])[1]]
