"""The main job, as a journalist does it: take a leak in, search it in either script, count a name, open a page, prove nothing was lost."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.stories.command import kashf, kashf_json, standing

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def leak(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("siege") / "leak"
    words = ["--seed", "5", "--files", "60", "--mix", "digital", "--out", str(folder)]
    subprocess.run([sys.executable, str(ROOT / "examples" / "siege" / "make.py"), *words], check=True, capture_output=True)
    return folder


@pytest.fixture(scope="module")
def truth(leak: Path) -> Any:
    return json.loads((leak / "truth.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def case(leak: Path, home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    case = tmp_path_factory.mktemp("cases") / "siege.case"
    kashf("init", case, home=home)
    kashf("add", case, leak / "files", "--from", "courier", "--note", "first batch", home=home, expect=(0, 3), workers=2, apart=True)
    return case


def test_every_file_and_member_is_accounted_for(case: Path, truth: Any, home: Path) -> None:
    totals = kashf_json("status", case, home=home)

    assert truth["totals"]["files"] + truth["totals"]["members"] <= totals["found"]
    assert totals["found"] == sum(totals[key] for key in ("done", "partial", "failed", "duplicates", "waiting"))
    assert 0 == totals["waiting"]
    assert totals["failed"] + totals["partial"] == sum(totals["by_reason"].values())


def test_either_script_finds_both(case: Path, home: Path) -> None:
    for query in ("الشمالي", "Shamali"):
        hits = [json.loads(line) for line in kashf("find", case, query, "--limit", "500", "--jsonl", home=home).stdout.splitlines()]
        spans = "".join(hit["snippet"] for hit in hits)
        assert "شمالي" in spans
        assert "hamal" in spans


def test_a_hit_cites_the_very_characters_of_the_page(case: Path, home: Path) -> None:
    for line in kashf("find", case, "الشمالي", "--jsonl", home=home).stdout.splitlines():
        hit = json.loads(line)
        (page,) = kashf_json("show", case, f"{hit['document']}#{hit['page']}", home=home)["pages"]
        assert page["text"][hit["start"] : hit["end"]].strip()
        assert hit["why"]


def test_nothing_found_is_exit_code_one_and_says_what_was_tried(case: Path, home: Path) -> None:
    assert "" == kashf("find", case, "qqqxyz", "--jsonl", home=home, expect=1).stdout


def test_the_name_is_counted_with_its_copies_told_apart(case: Path, truth: Any, home: Path) -> None:
    counted = kashf_json("count", case, truth["name"]["canonical_en"], home=home)

    planted = sum(1 for mention in truth["mentions"] if mention["kind"] == "full")
    assert counted["without_copies"] <= counted["documents"] <= counted["mentions"]
    assert counted["mentions"] == len(counted["spans"])
    assert 0.7 * planted <= counted["mentions"] <= 1.2 * planted + 1
    assert counted["mentions"] == sum(variant["mentions"] for variant in counted["variants"])


def test_a_document_shows_where_it_came_from(case: Path, home: Path) -> None:
    hit = json.loads(kashf("find", case, "الشمالي", "--limit", "1", "--jsonl", home=home).stdout.splitlines()[0])
    shown = kashf_json("show", case, hit["document"][:16], home=home)

    assert shown["document"] == shown["sha256"] == hit["document"]
    roots = [custody for custody in shown["custody"] if custody["container"] is None]
    assert all(custody["channel"] == "courier" and custody["receipt"] and custody["by"] == "amal" for custody in roots)


def test_planted_copies_are_grouped(case: Path, truth: Any, home: Path) -> None:
    groups = [json.loads(line) for line in kashf("copies", case, "--jsonl", home=home).stdout.splitlines()]

    found = [{path.removeprefix("files/") for path in group["paths"]} for group in groups if "bytes" in group["ways"]]
    planted = [{place.replace("//", "/") for place in group} for group in truth["copies"]["bytes"]]
    for group in planted:
        assert any(group <= paths for paths in found), group


def test_receiving_the_same_folder_again_changes_nothing(case: Path, leak: Path, home: Path) -> None:
    before = kashf_json("status", case, home=home)
    kashf("add", case, leak / "files", "--from", "courier", home=home, expect=(0, 3), apart=True)

    assert before == kashf_json("status", case, home=home)


def test_the_case_is_intact_and_its_ledger_can_be_checked_by_others(case: Path, tmp_path: Path, home: Path) -> None:
    ledger = tmp_path / "ledger.jsonl"
    result = kashf_json("verify", case, "--export-ledger", ledger, home=home)

    assert result["ok"]
    assert result["entries"] == sum(not line.startswith('{"entry":') for line in ledger.read_text(encoding="utf-8").splitlines())


def cited(case: Path, home: Path) -> set[tuple[str, int, int, int]]:
    lines = kashf("find", case, "الشمالي", "--limit", "500", "--jsonl", home=home).stdout.splitlines()
    return {(hit["document"], hit["page"], hit["start"], hit["end"]) for hit in map(json.loads, lines)}


def test_rebuilding_gives_the_same_ids_and_counts(case: Path, home: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(case, tmp_path / "again.case"))
    before = standing(copy, home), cited(copy, home)
    kashf("rebuild", copy, home=home, expect=(0, 3), apart=True)

    # Places, not scores: the index weighs words by counts in which dropped passages linger until their segment is merged.
    assert before == (standing(copy, home), cited(copy, home))
    assert kashf_json("verify", copy, home=home)["ok"]


def test_text_comes_out_of_plain_files_without_a_case(leak: Path, home: Path) -> None:
    lines = kashf("text", leak / "files", "--jsonl", home=home, expect=(0, 3)).stdout.splitlines()

    files = [json.loads(line) for line in lines]
    assert len([path for path in (leak / "files").rglob("*") if path.is_file()]) == len(files)
    assert {"path", "sha256", "type", "status", "reason", "pages", "left_out", "second_readings", "metadata", "children"} == set(files[0])
