"""The power goes at each sync of the records, with unsynced writes dropped, kept, torn or reordered: what was committed is there, once."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.security.power_loss import replay
from kashf.adapters.records import connection


@pytest.mark.slow
def test_nothing_that_was_committed_is_lost_or_there_in_part_whenever_the_power_goes(tmp_path: Path) -> None:
    done = replay(tmp_path, operations=30, seed=7)

    assert [] == done.faults
    assert done.syncs > done.operations
    assert {"dropped", "kept", "torn", "reordered"} == set(done.states)


def test_a_case_whose_commits_do_not_wait_for_the_disk_is_found_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hasty = tuple(pragma.replace("synchronous=FULL", "synchronous=NORMAL") for pragma in connection._PRAGMAS)
    monkeypatch.setattr(connection, "_PRAGMAS", hasty)

    done = replay(tmp_path, operations=4, seed=7)

    assert any("transactions were committed" in fault for fault in done.faults)
