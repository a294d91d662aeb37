"""What was compared once is not compared again, and what cannot be kept or read costs time alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from kashf.services.case.copies import sheet_fits
from kashf.services.case.copies.sheet_fits import SheetFits
from tests.unit.intake.ink_maps.sheets import packed, sheet

PAGE, OTHER = packed(sheet("form", "amal")), packed(sheet("letter", "basil"))


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Count comparisons."""
    asked: list[int] = []
    monkeypatch.setattr(sheet_fits, "sheet_fit", lambda here, there: asked.append(1) or 0.9)
    return asked


def test_pages_are_compared_once_in_all_runs(tmp_path: Path, compared: list[int]) -> None:
    first = SheetFits.kept(tmp_path)
    fits = [first.fit(PAGE, OTHER), first.fit(PAGE, OTHER)]
    first.keep(tmp_path)

    assert [*fits, SheetFits.kept(tmp_path).fit(PAGE, OTHER)] == [0.9, 0.9, 0.9]
    assert [1] == compared


def test_a_cache_that_is_nonsense_is_passed_over(tmp_path: Path, compared: list[int]) -> None:
    SheetFits({}).keep(tmp_path)
    first = SheetFits()
    first.fit(PAGE, OTHER)
    first.keep(tmp_path)
    (kept,) = tmp_path.iterdir()

    for nonsense in ("", "[]", '{"a": "b"}', "\0"):
        kept.write_text(nonsense, encoding="utf-8")
        assert 0.9 == SheetFits.kept(tmp_path).fit(PAGE, OTHER)
    assert 5 == len(compared)


def test_what_nobody_asks_for_any_more_is_not_kept(tmp_path: Path, compared: list[int]) -> None:
    first = SheetFits()
    first.fit(PAGE, OTHER)
    first.keep(tmp_path)
    second = SheetFits.kept(tmp_path)
    second.fit(OTHER, PAGE)
    second.keep(tmp_path)

    SheetFits.kept(tmp_path).fit(PAGE, OTHER)

    assert 3 == len(compared)
