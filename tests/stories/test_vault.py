"""Who brought the files: written down without a passphrase, read only with one, and in clear nowhere."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.stories.command import kashf, kashf_json

WHO = "Khalid the tailor, at the hotel Ziraa"
NOTE = "met behind the mill"
PHRASE, OTHER = "four words of chance", "another four words"
#: What would tell of the source, in the forms in which files may hold it.
TELLING = [text.encode(encoding) for text in (WHO, NOTE, "Ziraa", "stick of Umm Salim") for encoding in ("utf-8", "utf-16-le")]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def case(tmp_path: Path, home: Path) -> Path:
    """A case with a source, a delivery, and who handed it over."""
    (leak := tmp_path / "stick of Umm Salim" / "leak").mkdir(parents=True)
    (leak / "a.txt").write_text("Order of the day")
    (tmp_path / "who.txt").write_text(WHO)
    (tmp_path / "hops.txt").write_text("from: Umm Salim\nto: us\nhow: by hand at Ziraa\n")
    made = tmp_path / "a.case"
    kashf("init", made, home=home)
    kashf("source", made, "add", "kestrel-2", "--sealed-note", tmp_path / "who.txt", home=home)
    kashf("add", made, leak, "--from", "kestrel-2", "--note", NOTE, home=home)
    kashf("handover", made, "1", "--hops", tmp_path / "hops.txt", home=home)
    return made


def phrase(folder: Path, text: str) -> Path:
    path = folder / "phrase"
    path.write_text(text)
    path.chmod(0o600)
    return path


def in_clear(*folders: Path) -> Iterator[tuple[str, bytes]]:
    files = (file for folder in folders for file in folder.rglob("*") if file.is_file())
    for file in files:
        data, name = file.read_bytes(), str(file).encode()
        yield from ((file.name, word) for word in TELLING if word in data or word in name.rpartition(b".case")[2])


def test_no_word_about_a_source_is_in_clear_in_case_home_or_temporary_folder(case: Path, home: Path, tmp_path: Path) -> None:
    kashf("vault", case, "close", "--passphrase-file", phrase(tmp_path, PHRASE), home=home)

    assert [] == [*in_clear(case, home)]


def test_while_no_passphrase_is_set_that_is_said_at_each_note_and_no_more_once_it_is(case: Path, home: Path, tmp_path: Path) -> None:
    (later := tmp_path / "later").mkdir()
    (later / "b.txt").write_text("another")
    told = "its key lies unprotected"
    assert told in kashf("vault", case, home=home).stdout
    assert told in kashf("add", case, later, "--from", "kestrel-2", home=home).stderr

    kashf("vault", case, "close", "--passphrase-file", phrase(tmp_path, PHRASE), home=home)
    (later / "c.txt").write_text("a third")
    assert told not in kashf("add", case, later, "--from", "kestrel-2", home=home).stderr
    assert ["owner"] == kashf_json("vault", case, home=home)["vault"]["ways"]


def test_notes_are_read_with_the_passphrase_alone_from_any_machine_and_not_without(case: Path, home: Path, tmp_path: Path) -> None:
    kashf("vault", case, "close", "--passphrase-file", phrase(tmp_path, PHRASE), home=home)
    elsewhere = tmp_path / "elsewhere"

    assert WHO in kashf("source", case, "show", "kestrel-2", "--passphrase-file", phrase(tmp_path, PHRASE), home=elsewhere).stdout
    shown = kashf("source", case, "show", "kestrel-2", "--passphrase-file", phrase(tmp_path, OTHER), home=home, expect=5)
    assert WHO not in shown.stdout + shown.stderr
    kashf("source", case, "show", "kestrel-2", home=home, expect=2)  # no terminal to ask on
    assert "Salim" not in kashf("handover", case, "1", home=home).stdout
    assert "Salim" in kashf("handover", case, "1", "--passphrase-file", phrase(tmp_path, PHRASE), home=home).stdout


def test_another_editor_is_admitted_with_a_passphrase_of_theirs_and_one_is_changed(case: Path, home: Path, tmp_path: Path) -> None:
    old, new = phrase(tmp_path, PHRASE), phrase((tmp_path / "new", (tmp_path / "new").mkdir())[0], OTHER)
    kashf("vault", case, "admit", "--name", "layla", "--passphrase-file", old, home=home, expect=2)
    kashf("vault", case, "close", "--passphrase-file", old, home=home)
    kashf("vault", case, "admit", "--name", "layla", "--passphrase-file", old, "--new-passphrase-file", new, home=home)
    kashf("vault", case, "remove", "--name", "owner", "--passphrase-file", new, home=home)

    kashf("source", case, "show", "kestrel-2", "--passphrase-file", old, home=home, expect=5)
    assert WHO in kashf("source", case, "show", "kestrel-2", "--passphrase-file", new, home=home).stdout
    public = kashf("keypair", tmp_path / "samar.key", home=home).stdout.strip()
    kashf("vault", case, "admit", "--name", "samar", "--to", public, "--passphrase-file", new, home=home)
    assert WHO in kashf("source", case, "show", "kestrel-2", "--key", tmp_path / "samar.key", home=home).stdout
    kashf("vault", case, "remove", "--name", "samar", "--passphrase-file", new, home=home)
    kashf("source", case, "show", "kestrel-2", "--key", tmp_path / "samar.key", home=home, expect=5)
    kashf("vault", case, "remove", "--name", "layla", "--passphrase-file", new, home=home, expect=2)


def test_verify_finds_a_changed_note_and_a_swapped_key_without_any_passphrase(case: Path, home: Path, tmp_path: Path) -> None:
    kashf("vault", case, "close", "--passphrase-file", phrase(tmp_path, PHRASE), home=home)
    assert "intact" in kashf("verify", case, home=home).stdout
    other, key = Path(shutil.copytree(case, tmp_path / "b.case")), json.loads((case / "vault.json").read_bytes())
    note = next((other / "sealed").iterdir())
    note.write_bytes(note.read_bytes()[:-1] + b"?")
    kashf("verify", other, home=home, expect=4)

    (case / "vault.json").write_text(json.dumps({**key, "public": "ab" * 32}))
    assert "vault" in kashf("verify", case, home=home, expect=4).stdout
    kashf("handover", case, "1", "--hops", tmp_path / "hops.txt", home=home, expect=4)


def test_a_real_name_has_no_way_into_a_case(case: Path, home: Path, tmp_path: Path) -> None:
    add = ("add", case, tmp_path, "--yes", "--from")
    for words in ((*add, WHO), ("source", case, "add", WHO), (*add, "Ziraa")):
        assert "tells nothing" in kashf(*words, home=home, expect=2).stderr

    assert [] == [*in_clear(case, home)]


def test_a_case_whose_notes_were_taken_out_says_how_many(case: Path, home: Path) -> None:
    shutil.rmtree(case / "sealed")

    assert 3 == kashf_json("vault", case, home=home)["vault"]["away"]
    assert "3 sealed notes" in kashf("verify", case, home=home).stdout
