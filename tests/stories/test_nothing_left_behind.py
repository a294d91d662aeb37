"""After any command: folders 0700 and files 0600, nothing in temporary folders, no core dump, no word of this machine in the case."""

from __future__ import annotations

import json
import platform
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.stories.command import KASHF, environment

#: Of whoever works on this machine, as the system calls them.
ACCOUNT = "layla-haddad"
#: Letters of a machine's name that may stand anywhere by chance.
SHORT = 6
#: What is done with a case, in order.
COMMANDS: list[list[str]] = [
    ["init", "CASE"],
    ["source", "CASE", "add", "kestrel-2"],
    ["add", "CASE", "LEAK", "--from", "kestrel-2", "--note", "met behind the mill"],
    ["process", "CASE"],
    ["vault", "CASE", "close", "--passphrase-file", "PHRASE"],
    ["find", "CASE", "harbour"],
    ["status", "CASE"],
    ["text", "LEAK/a.txt"],
    ["verify", "CASE"],
    ["rebuild", "CASE"],
]


def wrong_rights(*folders: Path) -> Iterator[tuple[str, str]]:
    for place in (path for folder in folders for path in (folder, *folder.rglob("*"))):
        mode = place.lstat().st_mode & 0o777
        if not place.is_symlink() and mode not in ({0o700} if place.is_dir() else {0o400, 0o600}):
            yield str(place), oct(mode)


def test_rights_temporary_files_and_words_of_this_machine(tmp_path: Path) -> None:
    case, home, temporary, leak = (tmp_path / name for name in ("a.case", "home", "temporary", "leak"))
    temporary.mkdir()
    leak.mkdir()
    (leak / "a.txt").write_text("At the harbour")
    (phrase := tmp_path / "phrase").write_text("four words of chance")
    phrase.chmod(0o600)
    named = {"CASE": str(case), "LEAK": str(leak), "LEAK/a.txt": str(leak / "a.txt"), "PHRASE": str(phrase)}
    environ = environment(home) | {"TMPDIR": str(temporary), "XDG_RUNTIME_DIR": str(temporary), "LOGNAME": ACCOUNT}
    environ.pop("KASHF_ACTOR")

    for words in COMMANDS:
        done = subprocess.run(
            [*KASHF, *(named.get(word, word) for word in words)], env=environ, cwd=temporary, umask=0o022, capture_output=True, check=False
        )
        assert 0 == done.returncode, (words, done.stderr.decode())
        assert [] == [*wrong_rights(case, *home.glob("kashf"))], words
        assert [] == [*temporary.iterdir()], words

    telling = [str(tmp_path), "behind the mill", ACCOUNT, *([platform.node()] if len(platform.node()) > SHORT else [])]
    found = [
        (path.name, word) for folder in (case, home) for path in folder.rglob("*") if path.is_file() for word in telling
        if word.encode() in path.read_bytes() or word in path.name
    ]  # fmt: skip
    assert [] == found


def test_no_process_of_kashf_can_be_dumped() -> None:
    program = (
        "import json, resource, kashf.cli.main as m, ctypes; m.leave_no_memory(); "
        "print(json.dumps([resource.getrlimit(resource.RLIMIT_CORE), ctypes.CDLL(None).prctl(3, 0, 0, 0, 0)]))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert [[0, 0], 0] == json.loads(done.stdout)


def test_a_command_that_is_killed_hard_leaves_no_temporary_folder_to_the_next(tmp_path: Path) -> None:
    leave = "from kashf.scratch import scratch_folder; import os; (scratch_folder() / 'x').write_text('Umm Salim'); os.kill(os.getpid(), 9)"
    environ = environment(tmp_path / "home") | {"XDG_RUNTIME_DIR": str(tmp_path)}
    subprocess.run([sys.executable, "-c", leave], env=environ, check=False)
    left = [*tmp_path.rglob("x")]

    subprocess.run([*KASHF, "--version"], env=environ, check=True, capture_output=True)
    assert (1, False) == (len(left), left[0].exists())
