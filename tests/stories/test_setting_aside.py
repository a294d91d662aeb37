"""A mistaken `add` is set aside: nothing of it is in any answer, nothing of it is destroyed, and it comes back as it was."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.stories.command import kashf, kashf_json

WITNESS = "Zurayqa al-Qandili saw the qasqasa at the old mill."
CONVOY = "Hassan al-Fayruzi wrote about the convoy of Rasafa before the others came there."


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, home: Path) -> Path:
    """A case of two deliveries: the wrong one, and one that holds one of its files too."""
    brought = tmp_path_factory.mktemp("brought")
    wrong, right = brought / "wrong", brought / "right"
    for folder in (wrong, right):
        folder.mkdir()
        (folder / f"{folder.name}.txt").write_text(CONVOY, encoding="utf-8")
    with zipfile.ZipFile(wrong / "bag.zip", "w") as bag:
        bag.writestr("witness.txt", WITNESS)
    (wrong / "torn.zip").write_bytes(b"PK\x03\x04 torn")
    case = tmp_path_factory.mktemp("cases") / "a.case"
    shutil.copy(wrong / "bag.zip", case.parent)
    kashf("init", case, home=home)
    kashf("add", case, wrong, "--from", "kestrel-2", home=home, expect=(0, 3))
    kashf("add", case, right, "--from", "heron-1", home=home, expect=(0, 3))
    return case


@pytest.fixture
def case(tmp_path: Path, made: Path, home: Path) -> Path:
    copy = Path(shutil.copytree(made, tmp_path / "a.case"))
    kashf("set-aside", copy, "1", "--why", "the wrong stick", "--as", "Rana", home=home)
    return copy


def answers(case: Path, home: Path) -> list[Any]:
    """Return what every door says of the case."""
    asked = (["find", "convoy"], ["find", "qasqasa"], ["names"], ["count", "Zurayqa al-Qandili"], ["copies"], ["review"])
    said: list[Any] = [kashf_json(command, case, *words, home=home, expect=(0, 1)) for command, *words in asked]
    for answer in said[:2]:
        for hit in answer["hits"]:
            hit.pop("score")  # passages that were taken out of an index may weigh in it for a while
    return [*said, kashf("status", case, "--failed", home=home).stdout]


def test_nothing_of_it_is_in_any_answer_and_each_says_so(case: Path, home: Path) -> None:
    convoy, witness, names, counted, copies, _, failed = answers(case, home)

    assert ([1, 0, 0], "") == ([convoy["total"], witness["total"], counted["mentions"]], failed)
    assert ["Hassan al-Fayruzi"] == [each["text"] for each in names["names"] if each["type"] == "PER"]
    assert [] == copies["groups"]
    assert {4} == {answer["left_out"]["set_aside"] for answer in (convoy, witness, names, counted, copies)}
    assert "4 files set aside" in kashf("find", case, "convoy", home=home).stderr


def test_a_file_that_came_otherwise_too_stays_as_it_came_there(case: Path, home: Path) -> None:
    (hit,) = kashf_json("find", case, "convoy", home=home)["hits"]

    assert "right/right.txt" == hit["path"]
    assert 1 == kashf("find", case, "convoy source:kestrel-2", home=home, expect=1).returncode


def test_totals_add_up_and_tell_who_and_why(case: Path, home: Path) -> None:
    totals = kashf_json("status", case, home=home)

    assert (1, 1, 0, 0, 4) == tuple(totals[key] for key in ("found", "done", "failed", "duplicates", "set_aside"))
    assert ["the wrong stick", None] == [each["set_aside"] and each["set_aside"]["why"] for each in totals["received"]]


def test_nothing_is_destroyed(case: Path, made: Path, home: Path) -> None:
    (hit,) = kashf_json("find", made, "qasqasa", home=home)["hits"]
    shown = kashf("show", case, hit["document"], home=home)
    assert WITNESS in shown.stdout
    assert "set aside or excluded" in shown.stderr
    verified = kashf_json("verify", case, home=home)
    assert verified["ok"]
    first = next(path for path in (case / "blobs").rglob("*") if path.is_file() and CONVOY.encode() not in path.read_bytes())
    first.unlink()
    assert not kashf_json("verify", case, home=home, expect=4)["ok"]


def test_it_stays_aside_when_everything_is_made_anew(case: Path, home: Path) -> None:
    before = answers(case, home)

    kashf("rebuild", case, home=home, expect=(0, 3))

    assert before == answers(case, home)


def test_what_lies_in_a_container_that_came_otherwise_too_is_called_by_its_other_place(tmp_path: Path, made: Path, home: Path) -> None:
    case, later = Path(shutil.copytree(made, tmp_path / "a.case")), tmp_path / "later"
    later.mkdir()
    shutil.copy(made.parent / "bag.zip", later / "letters.zip")
    kashf("add", case, later, "--from", "heron-1", home=home, expect=(0, 3))

    kashf("set-aside", case, "1", "--why", "the wrong stick", home=home, expect=(0, 3))

    (hit,) = kashf_json("find", case, "qasqasa", home=home)["hits"]
    assert "later/letters.zip/witness.txt" == hit["path"]


def test_only_who_signed_takes_it_back_and_all_is_as_it_was(case: Path, made: Path, home: Path) -> None:
    kashf("set-aside", case, "1", "--undo", "--as", "Layla", home=home, expect=(2, 3, 5, 6))
    assert 4 == kashf_json("status", case, home=home)["set_aside"]

    kashf("set-aside", case, "1", "--undo", "--as", "Rana", home=home, expect=(0, 3))

    assert answers(made, home) == answers(case, home)


def test_a_receipt_is_named_by_its_number_or_the_beginning_of_its_id(case: Path, home: Path) -> None:
    receipt = kashf_json("status", case, home=home)["received"][1]["receipts"][0]

    kashf("set-aside", case, receipt[:9], "--why", "that too", home=home)

    assert 0 == kashf_json("status", case, home=home)["found"]
    assert "already" in kashf("set-aside", case, "1", "--why", "again", home=home, expect=2).stderr
    assert "no receipt" in kashf("set-aside", case, "9", "--why", "mistake", home=home, expect=1).stderr
