"""What was not read ends in a decision: by file or class, signed, with why, taken back; what is excluded leaves every answer."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pytest

from tests.stories.command import kashf, kashf_json


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, home: Path) -> Path:
    """A case with two damaged files, an archive that calls itself a photograph, and a letter."""
    leak = tmp_path_factory.mktemp("brought") / "leak"
    leak.mkdir()
    for number in (1, 2):
        (leak / f"torn{number}.docx").write_bytes(b"PK\x03\x04 torn" + bytes([number]))
    with zipfile.ZipFile(leak / "photo.jpg", "w") as bag:
        bag.writestr("inside.txt", "Zurayqa al-Qandili saw the qasqasa at the old mill.")
    (leak / "letter.txt").write_text("A letter about the mill.", encoding="utf-8")
    case = tmp_path_factory.mktemp("cases") / "a.case"
    kashf("init", case, home=home)
    kashf("add", case, leak, "--from", "heron-1", home=home, expect=3)
    return case


@pytest.fixture
def case(tmp_path: Path, made: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "a.case"))


def test_exceptions_are_listed_by_class_and_told_by_the_status(case: Path, home: Path) -> None:
    report = kashf_json("exceptions", case, home=home)

    assert {"damaged": {"open": 2, "decided": 0}, "wrong-ending": {"open": 1, "decided": 0}} == report["by_class"]
    assert ["leak/torn1.docx", "leak/torn2.docx", "leak/photo.jpg"] == [each["path"] for each in report["files"]]
    assert 3 == kashf_json("status", case, home=home)["open_exceptions"] == report["open"]
    assert "3 open exceptions" in kashf("status", case, home=home).stdout


def test_a_whole_class_is_decided_with_why_and_taken_back(case: Path, home: Path) -> None:
    kashf("exceptions", case, "--decide", "accepted-unread", "--class", "damaged", home=home, expect=2)
    kashf("exceptions", case, "--decide", "accepted-unread", "--class", "damaged", "--why", "no copy is left", "--as", "Rana", home=home)

    report = kashf_json("exceptions", case, home=home)
    assert (1, 2) == (report["open"], report["decided"])
    assert {("accepted-unread", "no copy is left", "Rana")} == {
        (each["decided"]["outcome"], each["decided"]["why"], each["decided"]["who"]) for each in report["files"] if each["decided"]
    }

    kashf("exceptions", case, "--undo", report["files"][0]["decided"]["id"][:12], "--as", "Rana", home=home)
    assert 3 == kashf_json("exceptions", case, home=home)["open"]


def test_a_file_that_is_named_wrongly_is_told_and_nothing_is_decided(case: Path, home: Path) -> None:
    torn = kashf_json("exceptions", case, home=home)["files"][0]["id"]

    kashf("exceptions", case, torn[:12], "0" * 12, "--decide", "excluded", "--why", "of no use", home=home, expect=1)

    assert 3 == kashf_json("exceptions", case, home=home)["open"]


def test_a_file_is_replaced_by_another_document_and_by_nothing_else(case: Path, home: Path) -> None:
    torn = kashf_json("exceptions", case, home=home)["files"][0]["id"]
    letter = kashf_json("find", case, "letter", home=home)["hits"][0]["document"]
    for by in ((), ("--by", torn)):
        kashf("exceptions", case, torn[:12], "--decide", "replaced", "--why", "a better copy", *by, home=home, expect=2)

    kashf("exceptions", case, torn[:12], "--decide", "replaced", "--why", "a better copy", "--by", letter[:12], home=home)

    assert letter == kashf_json("exceptions", case, home=home)["files"][0]["decided"]["by"]


def test_what_is_excluded_leaves_every_answer_with_what_it_holds_and_stays_in_the_report(case: Path, home: Path) -> None:
    kashf("exceptions", case, "--decide", "excluded", "--class", "wrong-ending", "--why", "a private archive", home=home)

    assert 0 == kashf_json("find", case, "qasqasa", home=home, expect=1)["total"]
    totals = kashf_json("status", case, home=home)
    assert (3, 2, 2) == (totals["found"], totals["set_aside"], totals["open_exceptions"])
    report = kashf_json("exceptions", case, home=home)
    assert ["wrong-ending"] == [each["kind"] for each in report["files"] if each["decided"]]
    assert kashf_json("verify", case, home=home)["ok"]
