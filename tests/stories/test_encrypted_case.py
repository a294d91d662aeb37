"""A stolen laptop: of an encrypted case that is locked, no word that went into it stands anywhere on the disk or in memory folders."""

from __future__ import annotations

import os
import random
import re
import secrets
import shutil
import signal
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.documents import encoded, pdf, scan
from tests.stories.command import KASHF, environment, kashf, kashf_json

pytestmark = pytest.mark.slow

#: No word of any language and no hexadecimal number, so that it stands nowhere by chance; drawn anew each time.
MARKER = "".join(random.SystemRandom().choices("ghjkmnpqrtvwxyz", k=14))
PASSWORD = f"open{MARKER}"
PHRASE = "four words by chance"
#: Seconds after which `add` is killed.
KILLS = (0.4, 0.9, 1.5, 2.2, 3.0)


@pytest.fixture
def memory() -> Iterator[Path]:
    """A folder in memory in the place of the one that a login makes."""
    folder = Path("/dev/shm") / f"kashf-test-{secrets.token_hex(6)}"
    folder.mkdir(mode=0o700)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def around(tmp_path: Path, memory: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Folder of whatever kashf may write to, but for the leak itself."""
    place = tmp_path / "disk"
    for name in ("home", "tmp"):
        (place / name).mkdir(parents=True)
    monkeypatch.setenv("TMPDIR", str(place / "tmp"))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(memory))
    return place


@pytest.fixture
def phrase(tmp_path: Path) -> Path:
    path = tmp_path / "phrase"
    path.touch(mode=0o600)
    path.write_text(PHRASE, encoding="utf-8")
    return path


def make_leak(folder: Path) -> Path:
    """Write files with the marker in their texts and names, in members, in metadata and behind a password."""
    leak = folder / "leak"
    (leak / f"box {MARKER}").mkdir(parents=True)
    for number in range(30):
        (leak / f"{number:02}.txt").write_text(f"Order {number} of {MARKER} to withdraw\n" * 30, encoding="utf-8")
    (leak / f"box {MARKER}" / f"{MARKER}.txt").write_text("Hussein al-Fayruzi signed.", encoding="utf-8")
    with zipfile.ZipFile(leak / "archive.zip", "w") as archive:
        archive.writestr(f"inside/{MARKER}.txt", f"register of {MARKER}")
    (leak / "scan.png").write_bytes(encoded(scan([f"The order {MARKER}", "came at night"])))
    (leak / "locked.pdf").write_bytes(pdf(["words behind a password"], password=PASSWORD, title=MARKER))
    return leak


def told(*folders: Path) -> list[str]:
    """Return the files whose names or bytes hold the marker, as bytes of any of the codings that programs write text in."""
    words = [MARKER.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be")] + [
        MARKER.upper().encode(),
        MARKER.encode().hex().encode(),
    ]
    found = []
    for folder in folders:
        for path in folder.rglob("*"):
            said = os.fsencode(path.relative_to(folder)) + (path.read_bytes() if path.is_file() and not path.is_symlink() else b"")
            found += [str(path.relative_to(folder))] if any(word in said for word in words) else []
    return found


def work_on(case: Path, folder: Path, home: Path) -> None:
    """Do to a case what people do, with the marker in whatever they type."""
    leak, note, passwords = make_leak(folder), folder / "note", folder / "passwords"
    note.write_text(f"{MARKER} of the harbour office", encoding="utf-8")
    passwords.write_text(PASSWORD, encoding="utf-8")
    kashf("source", case, "add", "kestrel-2", "--sealed-note", note, home=home, apart=True)
    kashf("add", case, leak, "--from", "kestrel-2", home=home, expect=3, apart=True)
    kashf("process", case, "--retry-failed", "--passwords", passwords, home=home, expect=(0, 3), apart=True)
    kashf("find", case, "--save", f"saved {MARKER}", MARKER, home=home, apart=True)
    look_at(case, home)
    kashf("set-aside", case, "1", "--why", f"because {MARKER}", home=home, apart=True)


@contextmanager
def served(case: Path, home: Path) -> Iterator[Callable[[str], tuple[int, str]]]:
    """Serve a case, and give what asks for a page and returns its status and what it says."""
    with subprocess.Popen([*KASHF, "serve", case, "--no-browser"], env=environment(home), stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            entry = re.sub(r"//\w+\.localhost", "//127.0.0.1", server.stdout.readline().strip())
            opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), urllib.request.HTTPCookieProcessor())
            with opener.open(entry, timeout=120) as page:
                base = page.url

            def ask(path: str) -> tuple[int, str]:
                try:
                    with opener.open(urllib.parse.urljoin(base, path), timeout=120) as page:
                        return page.status, page.read().decode(errors="replace")
                except urllib.error.HTTPError as error:
                    return error.code, error.read().decode(errors="replace")

            yield ask
        finally:
            server.send_signal(signal.SIGINT)


def look_at(case: Path, home: Path) -> None:
    """Search in the browser's way, and look at the picture of a page."""
    (picture,) = (hit["document"] for hit in kashf_json("find", case, "came at night", home=home)["hits"])
    with served(case, home) as ask:
        status, page = ask(f"search?q={MARKER}")
        assert (200, True) == (status, MARKER in page)
        assert 200 == ask(f"document/{picture}/picture/1")[0]


def test_of_a_case_that_is_locked_no_word_stands_anywhere(tmp_path: Path, around: Path, memory: Path, phrase: Path) -> None:
    home, case, plain = around / "home", around / "a.case", tmp_path / "plain.case"
    kashf("init", case, "--encrypt", "--name", f"case {MARKER}", "--passphrase-file", phrase, home=home, apart=True)
    work_on(case, tmp_path, home)

    assert [] == told(around)
    kashf("lock", case, home=home)
    assert [] == told(around, memory)
    assert [] == list(memory.iterdir())

    kashf("init", plain, "--name", f"case {MARKER}", home=home, apart=True)
    kashf("add", plain, tmp_path / "leak", "--from", "kestrel-2", home=home, expect=3, apart=True)
    assert len(told(plain)) > 30, "the scan finds what a case that is not encrypted tells"


def test_a_server_whose_case_is_locked_says_so_and_shows_nothing_more(tmp_path: Path, around: Path, phrase: Path) -> None:
    home, case = around / "home", around / "a.case"
    (tmp_path / "order.txt").write_text(f"order of {MARKER}", encoding="utf-8")
    kashf("init", case, "--encrypt", "--passphrase-file", phrase, home=home, apart=True)
    kashf("add", case, tmp_path / "order.txt", "--from", "kestrel-2", home=home, apart=True)
    (document,) = (hit["document"] for hit in kashf_json("find", case, MARKER, home=home)["hits"])

    with served(case, home) as ask:
        assert MARKER in ask(f"document/{document}")[1]
        kashf("lock", case, home=home)
        for path in (f"document/{document}", "search?q=order", f"document/{document}/picture/1", "documents"):
            status, page = ask(path)
            assert (423, True, False) == (status, "kashf unlock" in page, MARKER in page), path


def test_what_was_kept_is_all_there_on_another_day(tmp_path: Path, around: Path, phrase: Path) -> None:
    home, case = around / "home", around / "a.case"
    kashf("init", case, "--encrypt", "--passphrase-file", phrase, home=home, apart=True)
    kashf("add", case, make_leak(tmp_path), "--from", "kestrel-2", home=home, expect=3, apart=True)
    before = [kashf_json(*words, home=home) for words in (("find", case, MARKER), ("status", case))]
    kashf("lock", case, home=home)
    for words in (("find", case, MARKER), ("status", case), ("verify", case), ("serve", case, "--no-browser"), ("process", case)):
        refused = kashf(*words, home=home, expect=5, apart=True)
        assert "kashf unlock" in refused.stderr

    kashf("unlock", case, "--passphrase-file", phrase, home=home)

    assert before == [kashf_json(*words, home=home) for words in (("find", case, MARKER), ("status", case))]
    assert kashf_json("verify", case, home=home)["ok"]
    kashf("lock", case, home=home)


def test_a_run_that_is_killed_leaves_no_word_on_the_disk_and_loses_nothing(
    tmp_path: Path, around: Path, memory: Path, phrase: Path
) -> None:
    home, case, leak = around / "home", around / "a.case", make_leak(tmp_path)
    kashf("init", case, "--encrypt", "--passphrase-file", phrase, home=home, apart=True)
    words = [*KASHF, "add", case, leak, "--from", "kestrel-2"]
    killed = 0
    for seconds in KILLS:
        running = subprocess.Popen(words, env=environment(home), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(seconds)
        running.kill()
        killed += running.wait() == -signal.SIGKILL
        assert [] == told(around)
    assert killed
    kashf("lock", case, home=home)
    assert [] == told(around, memory)
    kashf("unlock", case, "--passphrase-file", phrase, home=home)
    kashf("add", case, leak, "--from", "kestrel-2", home=home, expect=3, apart=True)

    assert kashf_json("verify", case, home=home)["ok"]
    assert 32 <= len(kashf_json("find", case, MARKER, "--limit", "100", home=home)["hits"])
    kashf("lock", case, home=home)
