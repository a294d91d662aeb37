"""A file is found by its name and by what it says about itself, in both scripts, and that is never a mention."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from tests.stories.command import kashf, kashf_json


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory, home: Path) -> Path:
    """A letter by somebody, a photograph without writing, and a file that cannot be read."""
    leak = tmp_path_factory.mktemp("brought") / "leak"
    (leak / "Orders_2014").mkdir(parents=True)
    head = '<html><head><meta name="author" content="Mansour Haddad"></head>'
    (leak / "Orders_2014" / "letter.html").write_text(f"{head}<body><p>A letter about the citadel.</p></body></html>", encoding="utf-8")
    exif = Image.Exif()
    exif[0x8825] = {1: "N", 2: (36.0, 12.0, 0.0), 3: "E", 4: (37.0, 9.0, 0.0)}
    Image.new("RGB", (300, 200), "green").save(leak / "IMG_TellHafira12.jpg", exif=exif)
    (leak / "Torn_Shamali.pdf").write_bytes(b"%PDF-1.4 torn")
    made = tmp_path_factory.mktemp("cases") / "a.case"
    kashf("init", made, home=home)
    kashf("add", made, leak, "--from", "heron-1", home=home, expect=3)
    return made


@pytest.mark.parametrize(
    ("query", "field", "name"),
    [
        ("Mansour", "author", "letter.html"),
        ("منصور", "author", "letter.html"),
        ("orders", "folder", "letter.html"),
        ('"Tell Hafira"', "file-name", "IMG_TellHafira12.jpg"),
        ("شمالي", "file-name", "Torn_Shamali.pdf"),
    ],
)
def test_a_file_is_found_by_what_is_known_of_it(case: Path, home: Path, query: str, field: str, name: str) -> None:
    found = kashf_json("find", case, query, home=home)

    assert (0, [(field, name)]) == (found["total"], [(each["in"], each["path"].rpartition("/")[2]) for each in found["about"]])


def test_what_is_no_text_is_said_to_be_none_and_counts_nowhere(case: Path, home: Path) -> None:
    said = kashf("find", case, "Mansour", home=home)

    assert "in author: " in said.stdout
    assert "nothing found in text" in said.stderr
    assert "no mentions, in no count" in said.stderr
    assert 0 == kashf_json("count", case, "Mansour Haddad", home=home, expect=1)["mentions"]
    assert 0 == kashf_json("find", case, "Mansour", "--all-text", home=home)["total"]


def test_where_a_picture_was_taken_is_shown(case: Path, home: Path) -> None:
    (photo,) = kashf_json("find", case, "Hafira", home=home)["about"]

    assert "latitude, longitude: \u206836.200000, 37.150000\u2069" in kashf("show", case, photo["document"], home=home).stdout
