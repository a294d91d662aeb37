"""What was compared once is not compared again, and what cannot be kept or read costs time alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from kashf.plain_files import CacheSeal
from kashf.services.case.copies import sheet_fits
from kashf.services.case.copies.sheet_fits import SheetFits
from tests.unit.intake.ink_maps.sheets import packed, sheet

SEAL = CacheSeal(lambda: b"of this installation")
PAGE, OTHER = packed(sheet("form", "amal")), packed(sheet("letter", "basil"))


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Count comparisons."""
    asked: list[int] = []
    monkeypatch.setattr(sheet_fits, "sheet_fit", lambda here, there: asked.append(1) or 0.9)
    return asked


def test_pages_are_compared_once_in_all_runs(tmp_path: Path, compared: list[int]) -> None:
    first = SheetFits.kept(tmp_path, SEAL)
    fits = [first.fit(PAGE, OTHER), first.fit(PAGE, OTHER)]
    first.keep(tmp_path, SEAL)

    assert [*fits, SheetFits.kept(tmp_path, SEAL).fit(PAGE, OTHER)] == [0.9, 0.9, 0.9]
    assert [1] == compared


def test_a_cache_that_is_nonsense_is_passed_over(tmp_path: Path, compared: list[int]) -> None:
    SheetFits({}).keep(tmp_path, SEAL)
    first = SheetFits()
    first.fit(PAGE, OTHER)
    first.keep(tmp_path, SEAL)
    (kept,) = tmp_path.iterdir()

    for nonsense in ("", "[]", '{"a": "b"}', "\0"):
        kept.write_text(nonsense, encoding="utf-8")
        assert 0.9 == SheetFits.kept(tmp_path, SEAL).fit(PAGE, OTHER)
    assert 5 == len(compared)


def test_what_nobody_asks_for_any_more_is_not_kept(tmp_path: Path, compared: list[int]) -> None:
    first = SheetFits()
    first.fit(PAGE, OTHER)
    first.keep(tmp_path, SEAL)
    second = SheetFits.kept(tmp_path, SEAL)
    second.fit(OTHER, PAGE)
    second.keep(tmp_path, SEAL)

    SheetFits.kept(tmp_path, SEAL).fit(PAGE, OTHER)

    assert 3 == len(compared)


def test_fits_that_another_installation_kept_are_found_anew(tmp_path: Path, compared: list[int]) -> None:
    first = SheetFits()
    first.fit(PAGE, OTHER)
    first.keep(tmp_path, CacheSeal(lambda: b"of another"))

    assert 0.9 == SheetFits.kept(tmp_path, SEAL).fit(PAGE, OTHER)
    assert 2 == len(compared)
