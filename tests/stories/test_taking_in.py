"""What `add` says it took in, and what it asks before it takes in kashf's own folders; files are called what people call them."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from tests.stories.command import kashf, kashf_json


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def case(tmp_path: Path, home: Path) -> Path:
    kashf("init", tmp_path / "a.case", home=home)
    return tmp_path / "a.case"


@pytest.fixture
def leak(tmp_path: Path) -> Path:
    folder = tmp_path / "leak"
    folder.mkdir()
    for name in ("one", "two", "two again"):
        (folder / f"{name}.txt").write_text(f"{name.split()[0]} of the letters of the mill", encoding="utf-8")
    with zipfile.ZipFile(folder / "bag.zip", "w") as bag:
        bag.writestr("letters/torn.docx", b"PK\x03\x04 torn")
    return folder


def test_new_and_known_files_and_those_that_cannot_be_read_are_told(case: Path, leak: Path, home: Path) -> None:
    first = kashf_json("add", case, leak, "--from", "heron-1", home=home, expect=3)["received"]
    (leak / "three.txt").write_text("three", encoding="utf-8")
    (leak / "way.txt").symlink_to(leak / "one.txt")
    again = kashf("add", case, leak, "--from", "heron-1", "--no-process", home=home, expect=(0, 3))

    assert (4, 3, 1, 0) == tuple(first[key] for key in ("files", "new", "known", "unreadable"))
    assert "received 6: 1 new, 4 known, 1 could not be read from the disk; receipt 2, " in again.stderr


def test_known_files_that_are_set_aside_are_told(case: Path, leak: Path, home: Path) -> None:
    kashf("add", case, leak, "--from", "heron-1", "--no-process", home=home)
    kashf("set-aside", case, "1", "--why", "mistake", home=home)

    again = kashf("add", case, leak, "--from", "heron-1", home=home)

    assert "received 4: 0 new, 4 known" in again.stderr
    assert "4 of the known are set aside" in again.stderr


def test_known_files_that_were_set_aside_and_come_another_way_are_told(case: Path, leak: Path, home: Path) -> None:
    kashf("add", case, leak, "--from", "heron-1", "--no-process", home=home)
    kashf("set-aside", case, "1", "--why", "mistake", home=home)

    again = kashf("add", case, leak, "--from", "kestrel-2", "--no-process", home=home)

    assert "4 of the known were set aside, and are in answers again" in again.stderr
    assert "of the known are set aside" not in again.stderr


def test_a_folder_that_holds_a_case_is_taken_in_only_when_that_is_meant(case: Path, tmp_path: Path, leak: Path, home: Path) -> None:
    other = leak / "other.case"
    kashf("init", other, home=home)

    for given in (leak, other / "case.toml", home / "kashf", tmp_path):
        refused = kashf("add", case, given, "--from", "heron-1", home=home, expect=2)
        assert "what kashf itself keeps" in refused.stderr
    assert 0 == kashf_json("status", case, home=home)["found"]

    kashf("add", case, other, "--from", "heron-1", "--yes", "--no-process", home=home)
    assert kashf_json("status", case, home=home)["found"]


def test_what_is_at_fault_is_called_as_it_was_received_with_its_container(case: Path, leak: Path, home: Path) -> None:
    kashf("add", case, leak, "--from", "heron-1", home=home, expect=3)
    (failed,) = kashf_json("status", case, "--failed", home=home)["failed"]
    assert "leak/bag.zip > letters/torn.docx" == failed["path"]

    for document in (failed["document"], kashf_json("find", case, "one", home=home)["hits"][0]["document"]):
        (case / "blobs" / document[:2] / document).unlink()
    said = kashf("verify", case, home=home, expect=4).stdout

    assert f"leak/bag.zip > letters/torn.docx\u2069 {failed['document'][:12]}: expected" in said
    assert "leak/one.txt" in said
