"""Archives that were cut into parts: joined wherever and whenever the parts come, told where one is missing."""

from __future__ import annotations

from pathlib import Path

from tests.contracts.containers import libarchive_file
from tests.divided import cut
from tests.stories.command import kashf, kashf_json

WORD = "Zebraquartz"
PARTS = cut(libarchive_file("7zip", {"letters/a.txt": f"{WORD} at the mill".encode(), "b.bin": bytes(range(256)) * 40}), 3)


def folder(path: Path, *numbers: int) -> Path:
    path.mkdir()
    for number in numbers:
        (path / f"letters.7z.{number:03}").write_bytes(PARTS[number - 1])
    return path


def hits(case: Path, home: Path) -> list[str]:
    return [hit["path"] for hit in kashf_json("find", case, WORD, home=home, expect=(0, 1))["hits"]]


def test_parts_are_joined_when_the_last_one_has_come_and_again_when_the_case_is_made_anew(tmp_path: Path) -> None:
    home, case = tmp_path / "home", tmp_path / "a.case"
    kashf("init", case, home=home)
    kashf("add", case, folder(tmp_path / "monday", 3, 1), "--from", "heron-1", home=home, expect=3)
    open_ones = kashf_json("exceptions", case, home=home)["files"]
    assert ["divided"] * 2 == [each["kind"] for each in open_ones]
    assert any("part 2 missing" in each["detail"] for each in open_ones)

    kashf("add", case, folder(tmp_path / "friday", 2), "--from", "heron-1", home=home, expect=(0, 3))

    assert ["monday/letters.7z.001/letters/a.txt"] == hits(case, home)
    assert {} == kashf_json("status", case, home=home)["by_reason"].get("divided", {})
    kashf("rebuild", case, home=home, expect=(0, 3))
    assert ["monday/letters.7z.001/letters/a.txt"] == hits(case, home)
    kashf("verify", case, home=home)


def test_text_of_parts_is_had_without_a_case_from_files_in_any_order_and_from_a_folder(tmp_path: Path) -> None:
    parts = folder(tmp_path / "parts", 1, 2, 3)

    for paths in ([parts], [parts / f"letters.7z.00{number}" for number in (3, 1, 2)]):
        assert WORD in kashf("text", *paths, home=tmp_path / "home", expect=(0, 3)).stdout
