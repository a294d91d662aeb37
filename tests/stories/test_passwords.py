"""Passwords from a list: what they open, what they leave shut, and that they stand nowhere but in the sealed part."""

from __future__ import annotations

import io
import shutil
import zipfile
from pathlib import Path

import pytest

from kashf.bootstrap import open_case
from kashf.domain.ledger import EntryKind
from tests.encrypted import WORD, docx, of_seven_kinds
from tests.stories.command import kashf, kashf_json

KINDS = of_seven_kinds()


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def words(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A list as somebody keeps it, with a mark at its head and lines of Windows."""
    path = tmp_path_factory.mktemp("lists") / "p.txt"
    path.write_bytes("\r\n".join(["\ufeffwrong", *dict.fromkeys(password for password, _ in KINDS.values())]).encode())
    return path


@pytest.fixture(scope="module")
def shut(tmp_path_factory: pytest.TempPathFactory, home: Path) -> Path:
    """A case of encrypted files, one of them inside a zip, that were taken in without passwords."""
    leak = tmp_path_factory.mktemp("brought") / "leak"
    leak.mkdir()
    for name, (_, content) in KINDS.items():
        (leak / name).write_bytes(content)
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as bag:
        bag.writestr("inside.docx", docx("quarry"))
    (leak / "bag.zip").write_bytes(inner.getvalue())
    case = tmp_path_factory.mktemp("cases") / "a.case"
    kashf("init", case, home=home)
    kashf("add", case, leak, "--from", "heron-1", home=home, expect=3)
    return case


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory, shut: Path, words: Path, home: Path) -> Path:
    case = Path(shutil.copytree(shut, tmp_path_factory.mktemp("cases") / "a.case"))
    kashf("process", case, "--passwords", words, home=home)
    return case


def test_a_list_opens_every_kind_and_what_lies_in_a_container_without_being_told_to_retry(opened: Path, home: Path) -> None:
    totals = kashf_json("status", opened, home=home)

    assert (0, 0, {}) == (totals["failed"], totals["partial"], totals["by_reason"])
    found = {hit["path"] for hit in kashf_json("find", opened, WORD, home=home)["hits"]}
    assert {"leak/order.pdf", "leak/order.docx", "leak/list.xlsx", "leak/talk.pptx", "leak/old.doc"} <= found


def test_wrong_passwords_leave_all_as_it_was_and_say_how_many_were_tried(shut: Path, tmp_path: Path, home: Path) -> None:
    case, listed = Path(shutil.copytree(shut, tmp_path / "a.case")), tmp_path / "p.txt"
    listed.write_text("wrong\nwronger\n", encoding="utf-8")
    before = kashf_json("status", case, home=home)

    kashf("process", case, "--passwords", listed, home=home, expect=3)

    assert before["by_reason"] == kashf_json("status", case, home=home)["by_reason"]
    details = [each["detail"] for each in kashf_json("exceptions", case, home=home)["files"] if each["kind"] == "encrypted"]
    assert [True] * len(details) == ["2 passwords tried, none fits" in detail for detail in details]


def test_no_password_stands_anywhere_but_in_the_sealed_part(opened: Path, home: Path) -> None:
    forms = [password.encode(encoding) for password, _ in KINDS.values() for encoding in ("utf-8", "utf-16-le") if len(password) > 5]
    of_tests = home / "passphrase"  # that of the persons of tests
    paths = [path for folder in (opened, home) for path in folder.rglob("*") if path.is_file() and path != of_tests]
    places = [path for path in paths if path.parent != opened / "passwords"]

    assert [] == [path for path in places if any(form in path.read_bytes() for form in forms)]
    assert any(b"Orchard!" in path.read_bytes() for path in (opened / "passwords").iterdir())


def test_the_ledger_says_how_many_were_opened_and_show_that_one_was_and_not_with_which(opened: Path, home: Path) -> None:
    hit = next(hit for hit in kashf_json("find", opened, WORD, home=home)["hits"] if hit["path"] == "leak/order.pdf")
    view = open_case(opened).view
    runs = [entry.body for entry, _ in view.entries(kinds=(EntryKind.RUN,))]

    assert "opened with a password" in kashf("show", opened, hit["document"], home=home).stdout
    assert [0, len(KINDS) + 1] == [run["opened"] for run in runs]
    assert {"documents", "sealed"} == {key for entry, _ in view.entries(kinds=(EntryKind.OPENED,)) for key in entry.body}
    view.close()


def test_what_was_opened_opens_again_without_the_list_until_the_notes_are_taken_out(opened: Path, tmp_path: Path, home: Path) -> None:
    case = Path(shutil.copytree(opened, tmp_path / "a.case"))

    kashf("rebuild", case, home=home)
    assert 0 == kashf_json("status", case, home=home)["failed"]

    shutil.rmtree(case / "passwords")
    kashf("rebuild", case, home=home, expect=3)
    assert "encrypted" in kashf_json("status", case, home=home)["by_reason"]
    assert 0 == kashf("verify", case, home=home).returncode
