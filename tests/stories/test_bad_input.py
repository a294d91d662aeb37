"""Bad input gets a clear message and the right exit code, and loses nothing."""

from __future__ import annotations

import fcntl
import json
import os
import resource
import shutil
import signal
import socket
import sqlite3
import subprocess
from pathlib import Path

import pytest

from tests.stories.command import KASHF, environment, kashf, kashf_json

pytestmark = pytest.mark.slow


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


#: Root reads everything by a capability, which can be laid down: then root is as anybody.
_AS_ANYBODY = ["setpriv", "--bounding-set", "-dac_override,-dac_read_search", "--inh-caps", "-dac_override,-dac_read_search"]


@pytest.mark.skipif(os.geteuid() == 0 and shutil.which("setpriv") is None, reason="root may read everything, and setpriv is missing")
def test_an_unreadable_file_is_listed_and_read_once_it_can_be(case: Path, tmp_path: Path, home: Path) -> None:
    secret = tmp_path / "leak" / "secret.txt"
    secret.parent.mkdir()
    secret.write_text("later")
    secret.chmod(0)
    command = [*(_AS_ANYBODY if os.geteuid() == 0 else []), *KASHF, "add", case, secret, "--from", "courier", "--no-process", "--json"]

    shut = subprocess.run(command, env=environment(home), capture_output=True, text=True, check=False)

    assert 3 == shut.returncode, shut.stderr
    assert (1, {"unreadable": 1}) == (json.loads(shut.stdout)["failed"], json.loads(shut.stdout)["by_reason"])
    listed = kashf_json("status", case, "--failed", home=home)["failed"]
    assert [(None, "unreadable", "failed")] == [(one["document"], one["reason"], one["status"]) for one in listed]
    assert listed[0]["path"].endswith("secret.txt")
    secret.chmod(0o600)
    assert 0 == kashf_json("add", case, secret, "--from", "courier", home=home)["failed"]
    assert [] == kashf_json("status", case, "--failed", home=home)["failed"]


def test_names_with_newline_override_and_bytes_beyond_utf_8_are_received_and_shown_safely(case: Path, tmp_path: Path, home: Path) -> None:
    leak = tmp_path / "leak"
    leak.mkdir()
    for number, name in enumerate([b"a\nb.txt", "gpj.\u202eexe.txt".encode(), b"caf\xe9.txt", b"\x1b[31m.txt"]):
        Path(os.fsdecode(os.fsencode(leak) + b"/" + name)).write_text(f"strange name number {number}")

    assert 6 == kashf_json("add", case, leak, "--from", "courier", home=home)["done"]
    shown = kashf("find", case, "strange", home=home).stdout
    assert not any(control in shown for control in ("\x1b", "\u202e", "a\nb"))


def test_a_locked_case_is_not_written_to_and_can_be_read(case: Path, tmp_path: Path, home: Path) -> None:
    (tmp_path / "letters").mkdir()
    with (case / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        for words in (["add", case, tmp_path / "letters", "--from", "courier"], ["process", case], ["rebuild", case]):
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


@pytest.mark.parametrize("damage", [None, b""], ids=["missing", "emptied"])
def test_records_that_are_gone_are_not_made_anew_by_commands_that_write(
    case: Path, tmp_path: Path, home: Path, damage: bytes | None
) -> None:
    for path in case.glob("case.db*"):
        path.unlink()
    if damage is not None:
        (case / "case.db").write_bytes(damage)
    leak = tmp_path / "leak"
    leak.mkdir()

    for words in (["add", case, leak, "--from", "courier"], ["process", case], ["rebuild", case]):
        said = kashf(*words, home=home, expect=4).stderr
        assert "case.db" in said
        assert "rebuild" not in said

    expected = {} if damage is None else {"case.db": damage}
    assert expected == {path.name: path.read_bytes() for path in case.glob("case.db*")}


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

    assert "sighting" in {fault["what"] for fault in kashf_json("verify", case, home=home, expect=4)["faults"]}


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


def test_work_goes_on_when_nobody_listens_to_its_talk(case: Path, tmp_path: Path, home: Path) -> None:
    leak = tmp_path / "leak"
    leak.mkdir()
    for number in range(300):
        (leak / f"{number}.txt").write_text(f"letter number {number}")
    reading, writing = os.pipe()
    os.close(reading)

    with os.fdopen(writing, "wb") as deaf:
        done = subprocess.run(
            [*KASHF, "add", case, leak, "--from", "courier", "--json"], env=environment(home), stdout=deaf, stderr=deaf, check=False
        )

    assert 0 == done.returncode
    assert 302 == kashf_json("status", case, home=home)["done"]


def test_the_code_of_finished_work_stands_when_nobody_reads_its_result(case: Path, tmp_path: Path, home: Path) -> None:
    (tmp_path / "torn.pdf").write_bytes(b"%PDF-1.7\n")
    reading, writing = os.pipe()
    os.close(reading)

    with os.fdopen(writing, "wb") as deaf:
        command = [*KASHF, "add", case, tmp_path / "torn.pdf", "--from", "courier", "--json"]
        done = subprocess.run(command, env=environment(home), stdout=deaf, stderr=subprocess.PIPE, text=True, check=False)

    assert 3 == done.returncode, done.stderr
    assert "--failed" in done.stderr
    assert ["torn.pdf"] == [Path(one["path"]).name for one in kashf_json("status", case, "--failed", home=home)["failed"]]


def test_a_reading_command_whose_reader_has_gone_ends_quietly(case: Path, home: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)

    with os.fdopen(writing, "wb") as gone:
        done = subprocess.run([*KASHF, "status", case], env=environment(home), stdout=gone, stderr=subprocess.PIPE, text=True, check=False)

    assert (0, "") == (done.returncode, done.stderr)


def test_a_result_that_cannot_be_written_out_is_said_and_is_no_success(case: Path, home: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([*KASHF, "status", case], env=environment(home), stdout=full, stderr=subprocess.PIPE, text=True, check=False)

    assert 3 == done.returncode
    assert "no space" in done.stderr


@pytest.mark.parametrize(
    "words",
    [
        ["add", "CASE", ".", "--from", b"\xff"],
        ["add", "CASE", ".", "--from", ""],
        ["add", "CASE", ".", "--from", "a\x7fb"],
        ["add", "CASE", ".", "--from", "a", "--note", b"\xff"],
        ["show", "CASE", "ab#99999999999999999999999"],
        ["show", "CASE", "ab#" + "9" * 5000],
        ["find", "CASE", b"\xff"],
        ["count", "CASE", b"\xff"],
        ["verify", "CASE", "--export-ledger", "/nonexistent/folder/ledger"],
        ["verify", "CASE", "--export-ledger", "/"],
        ["status", "CASE", "--jsonl"],
        ["init", "/proc/a.case"],
        ["init", "new.case", "--name", "a\x7fb"],
        ["init", "new.case", "--name", b"\xff"],
    ],
    ids=lambda words: " ".join(map(str, words))[:40],
)
def test_words_that_cannot_be_used_are_refused_in_words(
    case: Path, tmp_path: Path, home: Path, words: list[str | bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    said = kashf(*(case if word == "CASE" else word for word in words), home=home, expect=2).stderr

    assert said.startswith("kashf: ")
    assert "Traceback" not in said
    assert not (tmp_path / "new.case").exists()


@pytest.mark.parametrize("name", ["KASHF_WORKERS", "KASHF_ACTOR"])
def test_a_setting_that_cannot_be_used_is_named(case: Path, home: Path, name: str) -> None:
    done = subprocess.run([*KASHF, "process", case], env={**environment(home), name: "\x1b"}, capture_output=True, text=True, check=False)

    assert 2 == done.returncode
    assert name in done.stderr


def test_a_server_that_is_ended_by_the_keyboard_says_so_and_is_no_failure(case: Path, home: Path) -> None:
    command = [*KASHF, "serve", case, "--no-browser"]
    with subprocess.Popen(command, env=environment(home), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        port = int(server.stdout.readline().split(":")[2].split("/")[0])
        try:
            _wait_until_it_answers(port)
            server.send_signal(signal.SIGINT)
            _, said = server.communicate(timeout=60)
        finally:
            server.kill()

    assert 0 == server.returncode, said
    assert "stopped" in said


def _wait_until_it_answers(port: int) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=60) as asking:
        asking.sendall(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
        assert asking.recv(16).startswith(b"HTTP/1.1")
