"""Whose archive a pile seems to come from and in what order it came, as a person sees it at the terminal."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from tests.stories.command import kashf, kashf_json

LETTERS = {
    "IMG_0012.txt": "وزارة الطرق\nالتاريخ: ٣/٣/٢٠١٤\nنص الكتاب\n\nوارد رقم ٤٥٦ تاريخ ٥/٣/٢٠١٤",
    "IMG_0013.txt": "نسخة للحفظ\nوزارة الطرق",
    "IMG_0016.txt": "كما هو وارد في كتابكم رقم ٢٣٤ تاريخ ٥/٣/٢٠١٤",
}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, dict[str, list[dict[str, object]]]], str]:
    folder, home = tmp_path_factory.mktemp("brought"), tmp_path_factory.mktemp("home")
    (leak := folder / "leak").mkdir()
    for name, text in LETTERS.items():
        (leak / name).write_text(text)
    with zipfile.ZipFile(leak / "box.zip", "w") as box:
        for name in ("b.txt", "../../a.txt", "\x1b[31mc.txt"):
            box.writestr(name, f"DRAFT\nabout {name.encode().hex()}")
    case: Path = folder / "a.case"
    kashf("init", case, home=home)
    kashf("add", case, leak, "--from", "heron-1", home=home)
    return kashf_json("handover", case, "1", home=home), kashf("handover", case, "1", home=home).stdout


def test_letters_are_counted_by_their_stamps_and_not_by_the_same_words_in_a_sentence(
    told: tuple[dict[str, dict[str, object]], str],
) -> None:
    tally = {"letters": 6, "received": 1, "outgoing": 1, "draft": 3, "disagree": 0, "weak": 0, "no_sign": 1}

    assert tally == told[0]["archive"]["tally"]


def test_the_order_of_folders_and_archives_is_told_with_gaps(told: tuple[dict[str, dict[str, list[dict[str, object]]]], str]) -> None:
    folders = {str(each["folder"]): each for each in told[0]["order"]["folders"]}

    assert "archive" == folders["leak/box.zip"]["listed_by"]
    assert ("b.txt", 3) == (folders["leak/box.zip"]["listed"][0], folders["leak/box.zip"]["files"])  # type: ignore[index]  # a list of names
    assert "2 numbers missing: 14 to 15" in told[1]


def test_names_of_a_hostile_archive_do_not_reach_the_terminal(told: tuple[dict[str, dict[str, object]], str]) -> None:
    assert "\x1b" not in told[1]
