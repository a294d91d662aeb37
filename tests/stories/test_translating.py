"""Two persons translate an order, one of them blind; they disagree, settle it, and the page is destroyed in the end."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.stories.command import kashf, kashf_json

pytestmark = [pytest.mark.slow, pytest.mark.sandbox]

ORDER = "يدفن الشهيد ليلا\nيسلم الوقود الى الحاجز\nاسم الشهيد عمر\n"


@pytest.fixture
def case(tmp_path: Path) -> Path:
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / "order.txt").write_text(ORDER, encoding="utf-8")
    kashf("init", tmp_path / "a.case", home=tmp_path / "home")
    kashf("add", tmp_path / "a.case", tmp_path / "files", "--from", "courier", home=tmp_path / "home")
    return tmp_path / "a.case"


def document(case: Path, home: Path) -> str:
    (hit, *_) = kashf_json("find", case, "الوقود", home=home)["hits"]
    return str(hit["document"])[:12]


def translated(case: Path, page: str, home: Path, who: str) -> list[list[str]]:
    found: Any = kashf_json("translate", case, page, "--as", who, home=home, expect=(0, 1))
    return [[quote["rendering"] for quote in line["quotes"]] for line in found["segments"]]


def test_two_persons_translate_compare_and_settle(case: Path, tmp_path: Path) -> None:
    home, page = tmp_path / "home", document(case, tmp_path / "home")
    first = tmp_path / "first.tsv"
    first.write_text("1\tThe martyr is buried at night\n2\tThe fuel goes to the checkpoint\nاسم الشهيد عمر\tThe martyr's name is Omar\n")
    second = tmp_path / "second.jsonl"
    texts = ("At night the dead man is buried", "To the checkpoint goes the fuel", "The dead man's name is Omar")
    second.write_text("".join(json.dumps({"segment": n, "text": text}) + "\n" for n, text in enumerate(texts, start=1)))

    kashf("translate", case, page, "--to", "en", "--from", first, "--as", "Layla", home=home)
    kashf("translate", case, page, "--to", "en", "--blind", "--as", "Qasim", home=home)
    assert [[], [], []] == translated(case, page, home, "Qasim")
    kashf("translate", case, page, "--to", "en", "--from", second, "--done", "--as", "Qasim", home=home)

    assert [2, 2, 2] == [len(line) for line in translated(case, page, home, "Qasim")]
    (pair,) = kashf_json("translate", case, page, "--differences", home=home)["differences"]
    assert (3, 2) == (len(pair["compared"]), pair["differing"])
    (contested,) = kashf_json("translate", case, "--contested", home=home)["contested"]
    assert ("الشهيد", 2) == (contested["originals"][0]["text"], contested["places"])

    kashf(
        *(
            "translate",
            case,
            "--settle",
            contested["id"][:10],
            "--rendering",
            "martyr",
            "--why",
            "his title in the register",
            "--as",
            "Layla",
        ),
        home=home,
    )
    (settled,) = kashf_json("translate", case, "--contested", home=home)["contested"]
    assert "martyr" == settled["settled"]["rendering"]
    export = kashf("translate", case, page, "--export", home=home).stdout.splitlines()
    assert 7 == len(export)
    assert all("الشهيد" in line or "الوقود" in line for line in export[1:])
    found = kashf_json("find", case, "checkpoint", home=home)
    assert (0, 2) == (found["total"], found["translated_total"])
    assert {("blind-second", "يسلم الوقود الى الحاجز")} == {
        (each["checked"], each["quotes"][0]["original"]) for each in found["translated"]
    }
    printed = kashf("find", case, "checkpoint", home=home)
    assert "in the translation of" in printed.stdout
    assert "[checkpoint]" in printed.stdout
    assert "translations of pages" in kashf("find", case, "checkpoint", "--no-translations", home=home, expect=1).stderr
    shown = kashf("show", case, page, home=home).stdout
    assert "At night the dead man is buried" in shown
    kashf("verify", case, home=home)
