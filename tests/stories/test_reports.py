"""Cleared sentences go out as a report, which names no source and comes out the same each time."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

from tests.cleared import LINE, SENTENCE, begun_card, case_with_letters, clear, said
from tests.stories.command import KASHF, kashf, kashf_json


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def case(tmp_path: Path, home: Path) -> Path:
    return case_with_letters(tmp_path, home)


def test_a_cleared_sentence_goes_out_with_its_citations_and_no_source(case: Path, home: Path, tmp_path: Path) -> None:
    card = begun_card(case, home)
    out = tmp_path / "report.html"
    assert card[:12] in kashf("report", case, "--card", card, "--out", out, home=home, expect=5).stderr
    assert "no sentence is cleared" in kashf("report", case, "--out", out, home=home, expect=1).stderr
    assert not out.exists()
    clear(case, home, card)

    told = kashf_json("report", case, "--out", out, home=home)
    (finding,) = told["report"]["findings"]
    assert SENTENCE == finding["sentence"]
    assert [("24", "date"), ("2013", "date"), ("40", "quoted")] == [(each["words"], each["bound"]) for each in finding["numbers"]]
    assert (2, 2, "2013-11-24") == (finding["reports"], finding["roads"], finding["day"])
    assert "against" == next(each["bearing"] for each in finding["cited"] if each["label"] == finding["counter"])

    page = out.read_text(encoding="utf-8")
    assert LINE in page
    for hidden in ("kestrel", "plover", "leak-of-a-courier", "order.txt", *told["papers"].values()):
        assert hidden not in page
    assert not re.search(r"""<script|\bsrc=|url\(|https?://(?!www\.w3\.org/TR/media-frags)""", page)
    assert "is there already" in kashf("report", case, "--out", out, home=home, expect=2).stderr

    pages = []
    for seed in ("1", "4242"):
        again = tmp_path / f"{seed}.html"
        asked = [*KASHF, "report", str(case), "--out", str(again), "--template", "chronology", "--lang", "ar"]
        subprocess.run(asked, env={**os.environ, "KASHF_HOME": str(home), "PYTHONHASHSEED": seed}, check=True, capture_output=True)
        pages.append(again.read_bytes())
    assert pages[0] == pages[1]
    assert b'lang="ar" dir="rtl"' in pages[0]


def test_a_sentence_without_a_paper_is_refused(case: Path, home: Path, tmp_path: Path) -> None:
    said(case, home, "add", "--text", "The trucks left at night.")
    (card,) = (each["card"] for each in kashf_json("claim", case, home=home)["cards"])
    said(case, home, "link", card, "--supports", "--witness", "plover-1", "--knows", "saw", "--text", "They left at night.")
    clear(case, home, card)
    assert "cites no paper" in kashf("report", case, "--out", tmp_path / "r.html", home=home, expect=2).stderr
