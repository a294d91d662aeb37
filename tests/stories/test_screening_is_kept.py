"""A list that was held against a case: the ledger says which and when, has none of its names, and verifies."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from tests.stories.command import kashf, kashf_json

pytestmark = [pytest.mark.slow, pytest.mark.sandbox]

LIST = "name\nNabil Sami al-Qattan\nZebra Whatever\n"


def test_which_list_was_screened_is_kept_verifies_and_is_told_again(tmp_path: Path) -> None:
    home, case, listed = tmp_path / "home", tmp_path / "a.case", tmp_path / "watched.csv"
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / "a.txt").write_text("Nabil Sami al-Qattan signed the order.\n", encoding="utf-8")
    listed.write_text(LIST, encoding="utf-8")
    kashf("init", case, home=home)
    kashf("add", case, tmp_path / "files", "--from", "courier", home=home)
    before = kashf_json("verify", case, home=home)["entries"]

    first = kashf_json("screen", case, listed, "--dated", "2031-04-30", home=home)
    again = kashf_json("screen", case, listed, home=home)

    sha256 = hashlib.sha256(LIST.encode()).hexdigest()
    assert {"name": "watched.csv", "sha256": sha256, "dated": "2031-04-30", "dated_by": "person"} == first["list"]
    assert ("file", None) == (again["list"]["dated_by"], first["screened_before"])
    assert {"with_hits": 1, "without": 1, "untold": 0} == again["screened_before"]["tally"]
    verified = kashf_json("verify", case, "--export-ledger", tmp_path / "ledger.jsonl", home=home)
    assert (True, before + 2, 0) == (verified["ok"], verified["entries"], verified["unknown"])
    ledger = (tmp_path / "ledger.jsonl").read_text(encoding="utf-8")
    assert (2, False, False) == (ledger.count(sha256), "Qattan" in ledger, str(tmp_path) in ledger)
