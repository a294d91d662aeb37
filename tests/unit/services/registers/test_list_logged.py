"""Registers that somebody kept, and whether they were read to their end."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kashf.domain.document import Page
from kashf.domain.ids import DocumentId
from kashf.events.register_tables import logged_papers
from kashf.ports.stages import LOGGED
from kashf.services.acts.list_acts import list_acts
from kashf.services.case.open import OpenCase
from kashf.services.registers import list_logged
from kashf.services.registers.keep_logged import keep_logged
from kashf.services.registers.rebuild_registers import case_registers
from tests.fakes import FakeBlobs, FakeCaseView, FakeIndex, FakeSealed
from tests.searchable import BARE

ROWS = "".join(f"{number}/1\t{number + 2}/5/2014\tSand Post\tRepair of well {number}\n" for number in range(11, 21))
REGISTER = f"Outgoing register of the Office of Wells\nNumber\tDate\tTo\tSubject\n{ROWS}"


@pytest.mark.parametrize(("most", "rows", "cut"), [(100, 10, 0), (4, 4, 1)])
def test_a_register_that_is_not_read_to_its_end_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int, rows: int, cut: int
) -> None:
    for module in (logged_papers, list_logged):
        monkeypatch.setattr(module, "MOST_ROWS", most)
    view, id = FakeCaseView(), DocumentId("a" * 64)
    view.known[id] = replace(BARE, id=id, name="a.txt")
    view.texts[id] = (Page(1, REGISTER),)
    view.rows.setdefault(LOGGED.name, {}).update(keep_logged(view, [id]))
    case = OpenCase(tmp_path, "case", view, FakeIndex(), FakeBlobs(), FakeSealed())

    acts = list_acts(case)

    assert (rows, cut, cut) == (acts.rows, acts.partly_read, case_registers(case).partly_read)
