"""Cleared sentences leave as a folder that two signed and a stranger can check; what would give a source away does not leave."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.cleared import LINE, begun_card, case_with_letters, clear
from tests.stories.command import kashf, kashf_json


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def case(tmp_path: Path, home: Path) -> Path:
    case = case_with_letters(tmp_path, home)
    clear(case, home, begun_card(case, home))
    return case


def test_a_release_is_signed_by_two_and_checked_without_the_case(case: Path, home: Path, tmp_path: Path) -> None:
    out, elsewhere = tmp_path / "rel", tmp_path / "elsewhere"

    def released(*words: str | Path, expect: int = 0) -> str:
        asked = ("release", case, "--findings", "all", "--out", out, *words, "--as", "Layla Haddad")
        return kashf(*asked, home=home, expect=expect).stderr

    assert "another person" in released("--signed-by", "Layla Haddad", expect=5)
    assert "one delivery alone" in released("--signed-by", "Omar Zaki", expect=2)
    protected = tmp_path / "protected"
    protected.write_text("Rayhana\n", encoding="utf-8")
    told = released("--signed-by", "Omar Zaki", "--protect", protected, "--rare-too", "the office had many", expect=5)
    assert "findings.1.sentence (protected 1)" in told
    assert "Rayhana" not in told
    assert not out.exists()

    assert "not signed by" in released("--signed-by", "Omar Zaki", "--rare-too", "the office had many copies")
    assert ["Omar Zaki"] == kashf_json("verify", out, home=home, expect=4)["missing"]
    kashf("release", case, "--sign", out, "--as", "Layla Haddad", home=home, expect=2)
    kashf("release", case, "--sign", out, "--as", "Omar Zaki", home=home)
    for path in (each for each in out.rglob("*") if each.is_file()):
        content = path.read_text(encoding="utf-8")
        assert not [name for name in ("kestrel", "plover", "order.txt", "leak-of-a-courier") if name in content], path

    shutil.copytree(out, elsewhere)
    shutil.rmtree(case)
    checked = kashf_json("verify", elsewhere, home=tmp_path / "stranger")
    assert (True, 1, 2, 3, 2) == (checked["ok"], checked["findings"], checked["values"], checked["numbers"], checked["proofs"])
    assert any("no page" in each for each in checked["not_checked"])
    kashf("verify", elsewhere, "--head", checked["head"], home=home)
    assert "FAULT head" in kashf("verify", elsewhere, "--head", "ab" * 32, home=home, expect=4).stdout
    assert LINE in (elsewhere / "data" / "index.html").read_text(encoding="utf-8")

    page = elsewhere / "data" / "report.html"
    page.write_text(page.read_text(encoding="utf-8").replace("٤٠", "٤١"), encoding="utf-8")
    assert "data/report.html" in kashf("verify", elsewhere, home=home, expect=4).stdout


def test_a_code_name_in_a_reason_keeps_it_in_the_house(case: Path, home: Path, tmp_path: Path) -> None:
    (card,) = (each["card"] for each in kashf_json("claim", case, home=home)["cards"])
    clear(case, home, card, because="Kestrel-2 brought the register")
    asked = ("--findings", card, "--out", tmp_path / "rel", "--signed-by", "Omar Zaki", "--rare-too", "why", "--as", "Layla Haddad")
    assert "explanations.1.because (code-name" in kashf("release", case, *asked, home=home, expect=5).stderr
    assert "released" not in {json.loads(line)["kind"] for line in _ledger(case, home, tmp_path)}


def _ledger(case: Path, home: Path, folder: Path) -> list[str]:
    kashf("verify", case, "--export-ledger", folder / "ledger", home=home)
    return [line for line in (folder / "ledger").read_text(encoding="utf-8").splitlines() if '"kind"' in line]
