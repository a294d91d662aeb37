"""The head of a case is that of its ledger as it is now, and a ledger that did not change is read once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kashf.domain.ids import EntryId
from kashf.domain.ledger import GENESIS, Entry, EntryKind
from kashf.services.case.heads.case_head import case_head, head_of_entries
from tests.fakes import FakeCaseView

FIRST = Entry("ab", 0, GENESIS, dt.datetime(2026, 1, 1, tzinfo=dt.UTC), "Layla", EntryKind.CREATED, {"name": "x"})
SECOND = Entry("ab", 1, FIRST.id, dt.datetime(2026, 1, 2, tzinfo=dt.UTC), "Layla", EntryKind.RUN, {})


@dataclass
class _Read(FakeCaseView):
    times: list[None] = field(default_factory=list)

    def entry_ids(self) -> Mapping[str, Sequence[EntryId]]:
        self.times.append(None)
        return super().entry_ids()


def test_a_ledger_that_is_as_it_was_is_read_once_and_one_that_went_on_again() -> None:
    before, after = _Read(ledger=(FIRST,)), _Read(ledger=(FIRST, SECOND))

    heads = [case_head(before), case_head(before), case_head(after)]

    assert [head_of_entries(before.entries())] * 2 + [head_of_entries(after.entries())] == heads
    assert (1, 1) == (len(before.times), len(after.times))
    assert [1, 1, 2] == [each.entries for each in heads]
    assert FIRST.id == heads[0].case
