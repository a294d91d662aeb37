"""Files come in batches: what a later one brought, what is new in saved searches, and that no decision is made twice."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.stories.command import kashf, kashf_json

#: Long enough that a version of it with one more line is nearly the same.
LETTER = "إلى قائد قطاع الجسر، نطلب سحب السلاح الثقيل قبل الجمعة، ويوقع أبو محمد الشمالي على الأمر.\n" + "".join(
    f"الفقرة {number}: سطر {number * 7} من السجل {number * 13} في دفتر الخزانة {number * 3}.\n" for number in range(60)
)
REPORT = "The convoy of Abu Mohammed al-Shamali waited by the old mill with 12 trucks until the guards let all of them pass.\n"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory, home: Path) -> Path:
    folder = tmp_path_factory.mktemp("batches")
    first, second, case = folder / "first", folder / "second", folder / "two.case"
    first.mkdir()
    second.mkdir()
    (first / "letter.txt").write_text(LETTER)
    (first / "report.txt").write_text(REPORT)
    kashf("init", case, home=home)
    kashf("add", case, first, "--from", "courier", home=home)
    kashf("find", case, "--save", "Convoys", "convoy OR القافلة", "--as", "Layla", home=home)
    kashf("find", case, "--save", "mills", "mill", home=home)
    (second / "letter again.txt").write_text(LETTER)
    (second / "copy.txt").write_text(LETTER + "\n\n")
    (second / "changed.txt").write_text(LETTER + "حضر سالم الوردي ومعه 4711 ورقة.\n")
    (second / "new.txt").write_text("A convoy of Salma al-Wardi came, and Abu Mohammed al-Shamali met it. Call +963 944 555 123.\n")
    (second / "torn.docx").write_bytes(b"PK\x03\x04 torn")
    kashf("add", case, second, "--from", "courier", home=home, expect=3)
    return case


@pytest.fixture(scope="module")
def told(case: Path, home: Path) -> Any:
    return kashf_json("diff", case, "--since", "1", home=home)


def test_each_new_document_is_told_with_what_it_is_to_what_was_there(told: Any) -> None:
    documents = {Path(each["path"]).name: each for each in told["documents"]}

    assert {"copy.txt": "same-text", "changed.txt": "near-copy", "new.txt": "new", "torn.docx": "new"} == {
        name: each["relation"] for name, each in documents.items()
    }
    assert "first/letter.txt" == documents["copy.txt"]["of_path"]
    assert {"same-text": 1, "near-copy": 1, "new": 2} == told["by_relation"]
    assert "failed" == documents["torn.docx"]["status"]
    assert 1 == len(told["again"])


def test_a_changed_text_is_told_with_its_words_names_and_numbers(told: Any) -> None:
    (change,) = [each["change"] for each in told["documents"] if each["change"]]

    assert ("4711", 0) == (change["added"]["numbers"][0], change["gone"]["words"])
    assert 6 == change["added"]["words"]


def test_who_is_named_for_the_first_time_is_told_apart_from_more_of_who_was_known(told: Any) -> None:
    names = {each["name"]: each for each in told["names"]}

    assert names["Salma al-Wardi"]["is_new"]
    assert (1, 1) == (names["Salma al-Wardi"]["more"], names["Salma al-Wardi"]["in_documents"])
    (shamali,) = [each for each in told["names"] if not each["is_new"] and each["type"] == "PER" and each["more"] > 1]
    assert shamali["before"] + shamali["more"] == shamali["mentions"]
    assert any(each["type"] == "PHONE" and each["is_new"] for each in told["names"])


def test_kept_searches_that_moved_are_told_and_listed_with_what_is_new(told: Any, case: Path, home: Path) -> None:
    ((search, new),) = [(each["name"], each["new"]) for each in told["searches"]]
    listed = {each["name"]: each for each in kashf_json("find", case, "--saved", home=home)["saved"]}

    assert ("Convoys", 1, 1) == (search, len(new), told["unmoved_searches"])
    assert (1, 2, new, 0) == tuple(listed["Convoys"][key] for key in ("documents_then", "documents", "new", "otherwise"))
    assert [] == listed["mills"]["new"]
    assert new == [hit["document"] for hit in kashf_json("find", case, "convoy", "--since", "1", home=home)["hits"]]


def test_each_line_is_an_object_that_says_what_it_is(case: Path, home: Path) -> None:
    lines = map(json.loads, kashf("diff", case, "--since", "1", "--jsonl", home=home).stdout.splitlines())

    assert {"receipt", "document", "name", "search"} == {each["is"] for each in lines}


def test_people_read_it_by_sections_and_nothing_later_ends_with_1(case: Path, home: Path) -> None:
    shown = kashf("diff", case, "--since", "1", home=home).stdout

    assert "1 later receipt, 5 files: 4 new documents, 1 was here already" in shown
    for section in ("copies of what was here (1)", "changed (1)", "not read whole (1)", "new names", "saved searches that moved (1)"):
        assert section in shown
    assert "0 later receipts" in kashf("diff", case, "--since", "2", home=home, expect=1).stdout
    assert "no receipt has the number 9" in kashf("diff", case, "--since", "9", home=home, expect=1).stderr


def test_looking_makes_what_came_old_for_whoever_looked_and_only_its_owner_forgets_it(case: Path, home: Path, tmp_path: Path) -> None:
    case = shutil.copytree(case, tmp_path / "looked.case")  # What is forgotten is gone for the other tests, in whatever order they run.
    seen = kashf("find", case, "--run", "convoys", "--seen", "--as", "Rana", home=home)
    listed = {who: kashf_json("find", case, "--saved", "--as", who, home=home)["saved"][0] for who in ("Rana", "Layla")}

    assert "1 of 2 documents came since" in seen.stderr
    assert {"Rana": 0, "Layla": 1} == {who: len(each["new"]) for who, each in listed.items()}
    assert "only Layla" in kashf("find", case, "--forget", "convoys", "--as", "Rana", home=home, expect=5).stderr
    assert "already" in kashf("find", case, "--save", "CONVOYS", "tower", home=home, expect=2).stderr
    kashf("find", case, "--forget", "convoys", "--as", "Layla", home=home)
    assert "no saved search" in kashf("find", case, "--forget", "convoys", "--as", "Layla", home=home, expect=1).stderr
    assert kashf_json("verify", case, home=home)["ok"]
