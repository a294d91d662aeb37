"""A file that brings more than files of its size may, under budgets so small that a test soon comes to their end."""

from __future__ import annotations

import io
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from kashf.ports.counted import received_costs
from kashf.ports.counted.received_costs import Cost
from tests.stories.command import kashf, kashf_json

#: Archives in the archive, letters in each, and code points of each letter.
ARCHIVES, LETTERS, LETTER = 4, 3, 2000
SMALL = Cost(seconds=300.0, stored_bytes=20_000, members=1000, characters=100_000, names=1000, rows=1000)


def zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as bag:
        for name, content in files.items():
            bag.writestr(name, content)
    return out.getvalue()


def letter(archive: int, number: int) -> bytes:
    return (f"letter {archive} {number} about the quarry. " * LETTER)[:LETTER].encode()


@pytest.fixture(scope="module")
def small_budgets() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(received_costs, "LEAST", SMALL)
        patched.setattr(received_costs, "A_BYTE", Cost())
        yield


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory, home: Path, small_budgets: None) -> Path:
    leak = tmp_path_factory.mktemp("brought") / "leak"
    leak.mkdir()
    inner = {f"{n}.zip": zipped({f"{n}-{i}.txt": letter(n, i) for i in range(LETTERS)}) for n in range(ARCHIVES)}
    (leak / "archives.zip").write_bytes(zipped(inner))
    (leak / "honest.txt").write_text("an honest letter about the quarry")
    path = tmp_path_factory.mktemp("cases") / "a.case"
    kashf("init", path, home=home)
    kashf("add", path, leak, "--from", "heron-1", home=home, expect=3)
    return path


def test_what_is_there_is_kept_what_is_not_has_its_reason_and_the_file_says_it_is_not_whole(case: Path, home: Path) -> None:
    totals = kashf_json("status", case, home=home)
    listed = kashf_json("status", case, "--failed", home=home)["failed"]

    assert 0 < totals["done"] < totals["found"] == totals["done"] + totals["partial"] + totals["failed"]
    assert {"partial"} == {each["status"] for each in listed if each["path"].endswith("archives.zip")}
    assert {"too-large"} == {each["reason"] for each in listed if each["document"]}


def test_status_names_the_file_with_its_budget_and_what_to_type(case: Path, home: Path) -> None:
    (used,) = (each for each in kashf_json("status", case, "--budgets", home=home)["received"] if each["is_over"])

    assert used["path"].endswith("archives.zip")
    assert 0.5 < used["cost"]["stored_bytes"] / used["budget"]["stored_bytes"] <= 1
    assert f"--more-for {used['document'][:12]}" in kashf("status", case, "--budgets", home=home).stdout
    assert "1 received file cost all" in kashf("status", case, home=home).stdout


def test_an_answer_says_that_documents_are_partial(case: Path, home: Path) -> None:
    assert "too-large" in kashf("find", case, "quarry", home=home).stderr


def test_a_file_that_is_worth_more_is_read_to_its_end(case: Path, home: Path, tmp_path: Path) -> None:
    case = Path(shutil.copytree(case, tmp_path / "b.case"))
    (used,) = (each for each in kashf_json("status", case, "--budgets", home=home)["received"] if each["is_over"])

    kashf("process", case, "--more-for", used["document"][:12], home=home)
    totals = kashf_json("status", case, home=home)

    assert (2 + ARCHIVES + ARCHIVES * LETTERS, 0, 0) == (totals["done"], totals["partial"], totals["failed"])
    assert not [each for each in kashf_json("status", case, "--budgets", home=home)["received"] if each["is_over"]]
    kashf("verify", case, home=home)
