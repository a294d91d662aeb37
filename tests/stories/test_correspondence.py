"""A mailbox comes in pieces: a quotation is the only witness of a mail until that mail arrives."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.stories.command import kashf, kashf_json

WORDS = "The qasqasa crates are in the Raqaba warehouse, and the drivers wait for money."
ORIGINAL = f"""From: Hassan al-Fayruzi <hf@lantern.example>
To: Rana <rana@lantern.example>
Subject: delivery
Date: Sun, 16 Nov 2014 09:00:00 +0200
Message-ID: <first@lantern.example>

{WORDS}
"""
ANSWER = f"""From: Rana <rana@lantern.example>
To: Hassan al-Fayruzi <hf@lantern.example>
Subject: Re: delivery
Date: Mon, 17 Nov 2014 10:00:00 +0200
Message-ID: <second@lantern.example>
In-Reply-To: <first@lantern.example>

Fine with me.

On Sun, 16 Nov 2014 at 09:00, Hassan al-Fayruzi <hf@lantern.example> wrote:
> {WORDS}
"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, home: Path) -> Path:
    """A case with the answer alone."""
    folder = tmp_path_factory.mktemp("made")
    kashf("init", folder / "a.case", home=home)
    add(folder / "a.case", folder / "answer.eml", ANSWER, home=home)
    return folder / "a.case"


@pytest.fixture
def case(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "a.case"))


def add(case: Path, path: Path, mail: str, *, home: Path) -> None:
    path.write_text(mail, encoding="utf-8")
    kashf("add", case, path, "--from", "kestrel-2", home=home)


def found(case: Path, *options: str, home: Path) -> list[str]:
    """Return the files in which the word stands."""
    answer = kashf_json("find", case, "qasqasa", *options, home=home, expect=(0, 1))
    return sorted(hit["path"] for hit in answer["hits"])


def test_what_an_answer_quotes_is_told_as_not_here_until_it_arrives(case: Path, tmp_path: Path, home: Path) -> None:
    (thread,) = kashf_json("mail", case, "--ghosts", home=home)["threads"]
    ghost, answer = thread["entries"]
    assert (True, "first@lantern.example", "hf@lantern.example", 0) == (
        ghost["is_ghost"],
        ghost["id"],
        ghost["quotation"]["from"],
        ghost["depth"],
    )
    assert (ghost["cited_by"], 1) == (answer["document"], answer["depth"])

    add(case, tmp_path / "original.eml", ORIGINAL, home=home)
    assert [] == kashf_json("mail", case, "--ghosts", home=home, expect=1)["threads"]
    assert [(0, "delivery"), (1, "Re: delivery")] == [
        (entry["depth"], entry["subject"]) for entry in kashf_json("mail", case, home=home)["threads"][0]["entries"]
    ]


def test_a_quotation_is_found_until_its_original_arrives_and_again_when_it_has_gone(case: Path, tmp_path: Path, home: Path) -> None:
    assert ["answer.eml"] == found(case, home=home)

    add(case, tmp_path / "original.eml", ORIGINAL, home=home)
    assert (["original.eml"], ["answer.eml", "original.eml"]) == (found(case, home=home), found(case, "--all-text", home=home))

    kashf("set-aside", case, "2", "--why", "the wrong folder", "--as", "Rana", home=home)
    assert ["answer.eml"] == found(case, home=home)
    kashf("set-aside", case, "2", "--undo", "--as", "Rana", home=home)
    assert ["original.eml"] == found(case, home=home)

    (hit,) = kashf_json("find", case, "qasqasa", home=home)["hits"]
    kashf("destroy", case, hit["document"], "--why", "order of the court", "--yes", "--as", "Rana", home=home)
    kashf("process", case, home=home)
    assert ["answer.eml"] == found(case, home=home)
