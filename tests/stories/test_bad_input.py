"""Bad input gets a clear message and the right exit code, and loses nothing."""

from __future__ import annotations

import fcntl
import os
import resource
import shutil
import sqlite3
import subprocess
from pathlib import Path

import pytest

from tests.stories.command import KASHF, environment, kashf, kashf_json


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def pristine(tmp_path_factory: pytest.TempPathFactory, home: Path) -> Path:
    """A small case that was ingested once; tests work on copies of it."""
    folder = tmp_path_factory.mktemp("pristine")
    leak = folder / "leak"
    leak.mkdir()
    (leak / "أمر.txt").write_text("أمر إلى أبي محمد الشمالي بالانسحاب من القصر", encoding="utf-8")
    (leak / "report.txt").write_text("The commander Shamali left the palace.", encoding="utf-8")
    kashf("init", folder / "a.case", home=home)
    kashf("add", folder / "a.case", leak, "--from", "courier", home=home)
    return folder / "a.case"


@pytest.fixture
def case(pristine: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(pristine, tmp_path / "a.case"))


def test_a_missing_path_is_named_and_nothing_is_received(case: Path, home: Path) -> None:
    done = kashf("add", case, case.parent / "nothing", "--from", "courier", home=home, expect=2)

    assert "no such file or folder" in done.stderr
    assert 2 == kashf_json("status", case, home=home)["found"]


def test_a_folder_without_a_case_is_named(tmp_path: Path, home: Path) -> None:
    for words in (["status"], ["find", "x"], ["verify"], ["copies"]):
        done = kashf(words[0], tmp_path, *words[1:], home=home, expect=2)
        assert "there is no case" in done.stderr


def test_a_new_case_is_not_made_over_something(case: Path, home: Path) -> None:
    assert "already" in kashf("init", case, home=home, expect=2).stderr


def test_a_loop_of_folders_ends_and_is_listed(case: Path, tmp_path: Path, home: Path) -> None:
    (tmp_path / "leak" / "inner").mkdir(parents=True)
    (tmp_path / "leak" / "inner" / "up").symlink_to(tmp_path / "leak")

    totals = kashf_json("add", case, tmp_path / "leak", "--from", "courier", home=home, expect=3)

    assert (3, 1) == (totals["found"], totals["by_reason"]["unreadable"])


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file_is_listed_and_read_once_it_can_be(case: Path, tmp_path: Path, home: Path) -> None:
    secret = tmp_path / "leak" / "secret.txt"
    secret.parent.mkdir()
    secret.write_text("later")
    secret.chmod(0)
    assert 1 == kashf_json("add", case, secret, "--from", "courier", home=home, expect=3)["failed"]
    secret.chmod(0o600)

    assert 0 == kashf_json("add", case, secret, "--from", "courier", home=home)["failed"]


def test_names_with_newline_override_and_bytes_beyond_utf_8_are_received_and_shown_safely(case: Path, tmp_path: Path, home: Path) -> None:
    leak = tmp_path / "leak"
    leak.mkdir()
    for number, name in enumerate([b"a\nb.txt", "gpj.\u202eexe.txt".encode(), b"caf\xe9.txt", b"\x1b[31m.txt"]):
        Path(os.fsdecode(os.fsencode(leak) + b"/" + name)).write_text(f"strange name number {number}")

    assert 6 == kashf_json("add", case, leak, "--from", "courier", home=home)["done"]
    shown = kashf("find", case, "strange", home=home).stdout
    assert not any(control in shown for control in ("\x1b", "\u202e", "a\nb"))


def test_a_locked_case_is_not_written_to_and_can_be_read(case: Path, tmp_path: Path, home: Path) -> None:
    with (case / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        for words in (["add", case, tmp_path, "--from", "courier"], ["process", case], ["rebuild", case]):
            assert "another kashf process" in kashf(*words, home=home, expect=5).stderr
        kashf("find", case, "Shamali", home=home)


@pytest.mark.parametrize("damage", [b"this is no database at all", b""], ids=["overwritten", "emptied"])
def test_damaged_records_are_named_and_nothing_is_written(case: Path, home: Path, damage: bytes) -> None:
    for path in case.glob("case.db*"):
        path.unlink()
    (case / "case.db").write_bytes(damage)

    for words in (["status", case], ["find", case, "x"], ["verify", case], ["show", case, "ab"]):
        assert "case.db" in kashf(*words, home=home, expect=4).stderr
    assert damage == (case / "case.db").read_bytes()


def test_a_page_of_the_records_overwritten_is_noticed(case: Path, home: Path) -> None:
    with sqlite3.connect(case / "case.db") as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    content = bytearray((case / "case.db").read_bytes())
    content[4096 * 2 : 4096 * 6] = os.urandom(4096 * 4)
    (case / "case.db").write_bytes(content)

    kashf("verify", case, home=home, expect=4)


def test_a_changed_blob_is_named(case: Path, home: Path) -> None:
    blob = next(path for path in sorted((case / "blobs").rglob("*")) if len(path.name) == 64)
    blob.chmod(0o600)
    content = bytearray(blob.read_bytes())
    content[0] ^= 1
    blob.write_bytes(content)

    result = kashf_json("verify", case, home=home, expect=4)

    assert [blob.name] == [fault["where"] for fault in result["faults"] if fault["what"] in ("blob", "manifest")]


def test_a_changed_ledger_is_noticed_and_not_rebuilt_from(case: Path, home: Path) -> None:
    with sqlite3.connect(case / "case.db") as connection:
        connection.execute("UPDATE ledger SET body = replace(body, 'courier', 'another') WHERE kind = 'receipt'")
    connection.close()

    assert "ledger" in {fault["what"] for fault in kashf_json("verify", case, home=home, expect=4)["faults"]}
    kashf("rebuild", case, home=home, expect=4)
    assert 2 == kashf_json("status", case, home=home)["found"]


def test_a_sighting_put_into_the_records_is_noticed(case: Path, home: Path) -> None:
    with sqlite3.connect(case / "case.db") as connection:
        connection.execute("DELETE FROM sightings WHERE number = 1")
    connection.close()

    assert ["sighting"] == [fault["what"] for fault in kashf_json("verify", case, home=home, expect=4)["faults"]]


def test_a_deleted_index_is_named_and_made_again(case: Path, home: Path) -> None:
    before = kashf_json("find", case, "Shamali", home=home)
    shutil.rmtree(case / "index")

    assert "rebuild" in kashf("find", case, "Shamali", home=home, expect=4).stderr
    kashf("rebuild", case, "--index", home=home)
    assert before == kashf_json("find", case, "Shamali", home=home)


def test_a_query_of_ten_thousand_characters_is_refused_politely(case: Path, home: Path) -> None:
    assert "query" in kashf("find", case, "x " * 5_001, home=home, expect=2).stderr


def test_a_full_disk_is_named_and_the_same_command_goes_on_later(case: Path, tmp_path: Path, home: Path) -> None:
    leak = tmp_path / "leak"
    leak.mkdir()
    (leak / "big.txt").write_bytes(b"word " * 400_000)
    (leak / "small.txt").write_text("small")

    def small_files_only() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, 1_000_000))

    full = subprocess.run(
        [*KASHF, "add", case, leak, "--from", "courier"],
        env=environment(home),
        preexec_fn=small_files_only,
        capture_output=True,
        text=True,
        check=False,
    )

    assert 3 == full.returncode, full.stderr
    assert "no space" in full.stderr
    assert 4 == kashf_json("add", case, leak, "--from", "courier", home=home)["done"]
    assert kashf_json("verify", case, home=home)["ok"]


def test_an_ill_formed_command_says_how_it_goes(home: Path) -> None:
    assert "Usage" in kashf("add", home=home, expect=2).stderr
    kashf("nothing", home=home, expect=2)
