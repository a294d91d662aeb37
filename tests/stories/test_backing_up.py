"""A case is backed up while others work on it, and comes back as it was at that moment, or not at all."""

from __future__ import annotations

import os
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pyrage
import pytest

from tests.documents import ENGLISH, encoded, scan
from tests.stories.command import KASHF, environment, kashf, kashf_json

#: Half of what is searched for; the other half are numbers.
WORDS = ("الفجر", "كتيبة", "أمر", "سجل", "مشترك", "inside", '"كتيبة الفجر"', "الفجر OR سجل", "سجل*", "نعلمكم")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def case(tmp_path: Path, home: Path) -> Path:
    leak = tmp_path / "leak"
    leak.mkdir()
    for number in range(30):
        (leak / f"{number:04}.txt").write_text(f"أمر رقم {number} إلى كتيبة الفجر", encoding="utf-8")
    with zipfile.ZipFile(leak / "archive.zip", "w") as archive:
        for member in range(5):
            archive.writestr(f"inside/{member}.txt", f"سجل {member}")
    kashf("init", tmp_path / "a.case", home=home)
    kashf("add", tmp_path / "a.case", leak, "--from", "courier", home=home)
    return tmp_path / "a.case"


@pytest.fixture
def key(tmp_path: Path) -> Path:
    (tmp_path / "key.txt").write_text(f"# of the desk\n{pyrage.x25519.Identity.generate()}\n", encoding="utf-8")
    (tmp_path / "key.txt").chmod(0o600)
    return tmp_path / "key.txt"


def public(key: Path) -> str:
    return str(pyrage.x25519.Identity.from_str(key.read_text(encoding="utf-8").splitlines()[1]).to_public())


def answers(case: Path, home: Path) -> list[Any]:
    queries = [*WORDS, *map(str, range(40))]
    found = [kashf_json("find", case, query, "--limit", "1000", home=home, expect=(0, 1)) for query in queries]
    return [(each["query"], each["total"], [(hit["document"], hit["start"], hit["end"]) for hit in each["hits"]]) for each in found]


def test_a_case_comes_back_as_it_was_with_the_same_answers(case: Path, home: Path, key: Path) -> None:
    verified = kashf_json("verify", case, home=home)

    backed_up = kashf_json("backup", case, case.with_name("a.backup"), "--to", public(key), home=home)
    restored = kashf_json("restore", case.with_name("a.backup"), case.with_name("b.case"), "--key", key, "--verify", home=home)
    kashf("process", case.with_name("b.case"), home=home)

    assert (verified["head"], True) == (restored["head"], restored["ok"])
    assert (verified["head"], verified["entries"]) == (backed_up["head"], backed_up["entries"])
    assert answers(case, home) == answers(case.with_name("b.case"), home)
    assert "أمر".encode() not in case.with_name("a.backup").read_bytes()


@pytest.mark.slow
def test_backups_that_are_made_while_files_are_taken_in_are_each_of_one_moment(case: Path, home: Path, key: Path) -> None:
    more = case.with_name("more")
    more.mkdir()
    for number in range(600):
        (more / f"{number}.txt").write_text(f"نداء رقم {number} من كتيبة الفجر", encoding="utf-8")
    for number in range(2):
        (more / f"{number}.png").write_bytes(encoded(scan([f"{ENGLISH} {number}"])))
    adding = subprocess.Popen([*KASHF, "add", case, more, "--from", "radio"], env=environment(home), stderr=subprocess.DEVNULL)
    made = []
    while adding.poll() is None and len(made) < 4:
        file = case.with_name(f"{len(made)}.backup")
        made.append((file, kashf_json("backup", case, file, "--to", public(key), home=home)))
    assert 0 == adding.wait()
    whole = kashf_json("verify", case, home=home)

    for file, backed_up in made:
        again = file.with_suffix(".case")
        restored = kashf_json("restore", file, again, "--key", key, "--verify", home=home)
        assert (backed_up["head"], True) == (restored["head"], restored["ok"])
        assert kashf_json("verify", case, "--head", backed_up["head"], home=home)["covered"]["entries"] == backed_up["entries"]
        assert kashf_json("process", again, home=home)["waiting"] == 0
        # What had not been received then is not there, and what had is whole.
        assert kashf_json("verify", again, home=home)["ok"]
    assert whole["ok"]
    assert made


def test_a_passphrase_opens_a_backup_and_another_leaves_nothing(case: Path, home: Path) -> None:
    right, wrong, backup = (case.with_name(name) for name in ("right", "wrong", "a.backup"))
    for file, words in ((right, "four words of chance"), (wrong, "other words of chance")):
        file.write_text(words, encoding="utf-8")
        file.chmod(0o600)
    kashf("backup", case, backup, "--passphrase-file", right, home=home)

    before = sorted(case.parent.iterdir())
    kashf("restore", backup, case.with_name("b.case"), "--passphrase-file", wrong, home=home, expect=5)
    assert before == sorted(case.parent.iterdir())
    assert kashf_json("restore", backup, case.with_name("b.case"), "--passphrase-file", right, "--verify", home=home)["ok"]


def test_what_cannot_be_backed_up_or_restored_is_said_and_leaves_nothing(case: Path, home: Path, key: Path) -> None:
    backup, there = case.with_name("a.backup"), case.with_name("b.case")
    kashf("backup", case, backup, home=home, expect=2)
    kashf("backup", case, backup, "--unencrypted", "--to", public(key), home=home, expect=2)
    kashf("backup", case, backup, "--to", "age1nonsense", home=home, expect=2)
    kashf("backup", case.with_name("none.case"), backup, "--unencrypted", home=home, expect=2)
    kashf("backup", case, case.with_name("none") / "a.backup", "--unencrypted", home=home, expect=2)
    assert not backup.exists()
    kashf("backup", case, backup, "--to", public(key), home=home)
    kashf("backup", case, backup, "--to", public(key), home=home, expect=2)

    cut, flipped, plain, content = case.with_name("cut"), case.with_name("flipped"), case.with_name("plain"), backup.read_bytes()
    cut.write_bytes(content[: len(content) // 2])
    flipped.write_bytes(content[:9000] + bytes([content[9000] ^ 1]) + content[9001:])
    plain.write_bytes(b"no backup")
    other = case.with_name("other.txt")
    other.write_text(f"{pyrage.x25519.Identity.generate()}\n", encoding="utf-8")
    kashf("restore", backup, there, "--key", other, home=home, expect=5)  # others may read it
    other.chmod(0o600)
    before = sorted(case.parent.iterdir())
    kashf("restore", cut, there, "--key", key, home=home, expect=4)
    kashf("restore", flipped, there, "--key", key, home=home, expect=4)
    kashf("restore", plain, there, home=home, expect=4)
    kashf("restore", backup, there, home=home, expect=5)
    kashf("restore", backup, there, "--key", other, home=home, expect=5)
    kashf("restore", case.with_name("nothing"), there, home=home, expect=2)
    kashf("restore", backup, case, "--key", key, home=home, expect=2)
    assert before == sorted(case.parent.iterdir())


def test_a_kept_file_that_was_changed_is_backed_up_as_it_is_and_told(case: Path, home: Path) -> None:
    blob = next(path for path in sorted((case / "blobs").glob("??/*")))
    blob.chmod(0o600)
    blob.write_bytes(b"changed")
    backup = case.with_name("a.backup")

    told = kashf_json("backup", case, backup, "--unencrypted", home=home, expect=4)

    assert [f"blobs/{blob.parent.name}/{blob.name}"] == told["altered"]
    assert blob.name in kashf("restore", backup, case.with_name("b.case"), "--verify", "--json", home=home, expect=4).stdout
    assert os.access(case.with_name("b.case") / "case.toml", os.R_OK)


def test_an_encrypted_case_is_backed_up_as_it_is_and_opens_with_its_own_passphrase(tmp_path: Path, home: Path) -> None:
    words, leak, case, again = (tmp_path / name for name in ("words", "order.txt", "a.case", "b.case"))
    words.write_text("four words of chance", encoding="utf-8")
    words.chmod(0o600)
    leak.write_text("أمر إلى كتيبة الفجر", encoding="utf-8")
    kashf("init", case, "--encrypt", "--passphrase-file", words, home=home)
    kashf("add", case, leak, "--from", "courier", home=home)
    head = kashf_json("verify", case, home=home)["head"]

    kashf("backup", case, tmp_path / "a.backup", "--unencrypted", home=home)
    kashf("lock", case, home=home)
    kashf("backup", case, tmp_path / "b.backup", "--unencrypted", home=home, expect=5)
    restored = kashf_json("restore", tmp_path / "a.backup", again, home=home)

    kashf("status", again, home=home, expect=5)
    kashf("unlock", again, "--passphrase-file", words, home=home)
    kashf("process", again, home=home)
    assert (head, True) == (restored["head"], kashf_json("verify", again, home=home)["ok"])
    assert 1 == kashf_json("find", again, "الفجر", home=home)["total"]
    kashf("lock", again, home=home)
    assert "الفجر".encode() not in (tmp_path / "a.backup").read_bytes()


def test_an_encrypted_case_comes_back_locked_and_says_how_it_is_opened_and_verified(tmp_path: Path, home: Path) -> None:
    case, copy, phrase = tmp_path / "shut.case", tmp_path / "copy.case", tmp_path / "phrase"
    phrase.write_text("seven lanterns on a northern quay")
    phrase.chmod(0o600)
    kashf("init", case, "--encrypt", "--passphrase-file", phrase, home=home, apart=True)
    kashf("backup", case, tmp_path / "a.backup", "--passphrase-file", phrase, home=home, apart=True)

    told = kashf("restore", tmp_path / "a.backup", copy, "--verify", "--passphrase-file", phrase, home=home, apart=True)
    kashf("verify", copy, home=home, expect=5, apart=True)
    kashf("unlock", copy, "--passphrase-file", phrase, home=home, apart=True)
    kashf("process", copy, home=home, apart=True)
    kashf("verify", copy, home=home, apart=True)
    kashf("lock", copy, home=home, apart=True)

    assert f"kashf unlock {copy}" in told.stderr
    kashf("lock", case, home=home, apart=True)
