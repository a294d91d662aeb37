"""Folders of kashf are noticed before they are taken in for a leak."""

from __future__ import annotations

from pathlib import Path

import pytest

from kashf.services.ingest.taking_in.own_folders import own_folders
from tests.counting import few_calls


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """A folder with a leak, a case and an installation's own folder."""
    of_a_case = [f"work/old.case/{name}" for name in ("case.toml", "case.db", "blobs/ab/x")]
    for name in ("leak/a.txt", "leak/deep/case.toml", *of_a_case, "home/device"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    return tmp_path


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (["leak"], []),
        (["leak/a.txt", "nowhere"], []),
        (["work"], ["work/old.case"]),
        (["work/old.case"], ["work/old.case"]),
        (["work/old.case/blobs/ab", "work/old.case/blobs/ab/x"], ["work/old.case"]),
        (["home/device"], ["home"]),
        ([""], ["home", "work/old.case"]),
    ],
)
def test_what_is_holds_or_lies_in_a_folder_of_kashf_is_told(shelf: Path, given: list[str], expected: list[str]) -> None:
    found = own_folders([shelf / each for each in given], home=shelf / "home")

    assert sorted(shelf / each for each in expected) == sorted(found)


def test_folders_nested_deeper_than_calls_may_go_are_gone_through(tmp_path: Path) -> None:
    case = tmp_path / "leak" / "/".join("0" * 300)
    case.mkdir(parents=True)
    for name in ("case.toml", "case.db"):
        (case / name).touch()

    with few_calls(60):
        assert (case,) == own_folders([tmp_path / "leak"], home=tmp_path / "home")
