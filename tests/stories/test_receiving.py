"""Received in the field, read at home: encrypted at once, checked before anything is taken in, and with the time and the device."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.stories.command import kashf, kashf_json

TELLING = [b"behind the mill", b"Order of the day"]


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the newsroom's key and what the field received."""
    folder: Path = tmp_path_factory.mktemp("field")
    (leak := folder / "leak").mkdir()
    (leak / "a.txt").write_text("Order of the day")
    (leak / "b.bin").write_bytes(bytes(range(256)) * 8_000)
    public = kashf("keypair", folder / "newsroom.key", home=folder / "home").stdout.strip()
    kashf("receive", leak, "--to", public, "--out", folder / "0412.age", "--note", "behind the mill", home=folder / "away")
    return folder


def add(case: Path, file: Path, key: Path, *, home: Path, expect: int = 0) -> str:
    words = ("add", case, file, "--from", "heron-1", "--key", key, "--no-process")
    return kashf(*words, home=home, expect=expect).stderr


def test_in_the_field_nothing_readable_is_left_and_the_originals_stay(sent: Path) -> None:
    files = [path for path in (sent / "0412.age", *(sent / "away").rglob("*")) if path.is_file()]

    assert [] == [(path, word) for path in files for word in TELLING if word in path.read_bytes()]
    assert 0o600 == (sent / "0412.age").stat().st_mode & 0o777
    assert (sent / "leak" / "a.txt").exists()


def test_at_home_it_is_taken_in_once_with_its_day_and_the_rest_in_the_vault(sent: Path, tmp_path: Path) -> None:
    case, home = tmp_path / "a.case", tmp_path / "home"
    kashf("init", case, home=home)
    told = add(case, sent / "0412.age", sent / "newsroom.key", home=home)
    assert "every hash and the signature of the device" in told
    assert "0 new, 2 known" in add(case, sent / "0412.age", sent / "newsroom.key", home=home)

    notes = kashf_json("source", case, "show", "heron-1", home=home)["notes"]
    assert ["behind the mill"] == [note["field_note"] for note in notes]
    assert 2 == notes[0]["field"]["statement"]["files"]
    assert [] == [path for path in case.rglob("*") if path.is_file() and b"behind the mill" in path.read_bytes()]
    assert "intact" in kashf("verify", case, home=home).stdout


def test_a_damaged_file_and_a_wrong_key_are_told_and_nothing_is_taken_in(sent: Path, tmp_path: Path) -> None:
    case, home, whole = tmp_path / "a.case", tmp_path / "home", (sent / "0412.age").read_bytes()
    kashf("init", case, home=home)
    kashf("keypair", tmp_path / "other.key", home=home)
    for name, data, code in (("cut", whole[:-50], 4), ("flip", whole[:900_000] + b"?" + whole[900_001:], 4), ("none", b"", 4)):
        (tmp_path / name).write_bytes(data)
        add(case, tmp_path / name, sent / "newsroom.key", home=home, expect=code)
    add(case, sent / "0412.age", tmp_path / "other.key", home=home, expect=5)
    add(case, tmp_path / "missing", sent / "newsroom.key", home=home, expect=2)

    assert 0 == kashf_json("status", case, home=home)["found"]
    assert [] == [path for path in (case / "blobs").rglob("*") if path.is_file()]
    assert (sent / "0412.age").read_bytes() == whole


@pytest.mark.parametrize("words", [("--to", "age1nothing"), ("--to", "AGE-SECRET-KEY-1QQ")])
def test_what_is_no_public_key_is_refused(sent: Path, tmp_path: Path, words: tuple[str, str]) -> None:
    kashf("receive", sent / "leak", *words, "--out", tmp_path / "x.age", home=tmp_path, expect=2)

    assert [] == [*tmp_path.glob("*.age*")]


def test_it_is_not_written_into_what_is_received_nor_over_anything(sent: Path, tmp_path: Path) -> None:
    public = (sent / "newsroom.key").read_text().split()[3]

    kashf("receive", sent / "leak", "--to", public, "--out", sent / "leak" / "x.age", home=tmp_path, expect=2)
    kashf("receive", sent / "leak", "--to", public, "--out", sent / "0412.age", home=tmp_path, expect=2)
    kashf("keypair", sent / "newsroom.key", home=tmp_path, expect=2)
