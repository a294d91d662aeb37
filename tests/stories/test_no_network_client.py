"""kashf has nothing loaded that can call the network: each command is run, and says at its end what it has loaded."""

from __future__ import annotations

import json
import re
import shutil
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from kashf.bootstrap.backups import InTheClear, back_up
from kashf.cli.app import COMMANDS
from tests.architecture.source import ROOT
from tests.earlier_cases import unpacked
from tests.stories.command import environment, kashf

pytestmark = pytest.mark.slow

#: Libraries that fetch, and what they and the standard library fetch with.
CLIENTS = frozenset(
    {
        *("requests", "urllib3", "httpx", "httpcore", "aiohttp", "robust_downloader", "pycurl", "websockets", "paramiko"),
        *("http.client", "urllib.request", "ftplib", "smtplib", "imaplib", "poplib", "nntplib", "telnetlib", "xmlrpc.client"),
    }
)
#: Runs a command and writes to a file which modules it has loaded, however it ends.
_PROGRAM = """
import json, pathlib, sys
from kashf.cli.main import main
out, *sys.argv = sys.argv[1:]
try:
    main()
finally:
    pathlib.Path(out).write_text(json.dumps(sorted(sys.modules)))
"""
_PLACED = "North,30.5,40"
_ORDERS = "id,date_earliest,place,lat,lon\n" + "".join(f"L{number},2031-04-0{number},{_PLACED}\n" for number in range(1, 6))
_EVENTS = "id,date,place,lat,lon,actor,type\n" + "".join(f"E{day},2031-0{day % 9 + 1}-11,{_PLACED},North,attack\n" for day in range(9))


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory, home: Path) -> Path:
    case = unpacked(tmp_path_factory.mktemp("cases"))
    kashf("process", case, home=home, expect=(0, 3))
    return case


@pytest.fixture(scope="module")
def encrypted(files: Path, home: Path) -> Iterator[Path]:
    """An encrypted case with nothing in it."""
    passphrase = files / "passphrase"
    passphrase.touch(mode=0o600)
    passphrase.write_text("four words by chance", encoding="utf-8")
    case = files / "encrypted.case"
    kashf("init", case, "--encrypt", "--passphrase-file", passphrase, home=home)
    yield case
    kashf("lock", case, home=home)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("files")
    for name, text in {
        "letter.txt": "Hussein al-Fayruzi signed the order in Aleppo, and nobody was told.\n",
        "names.txt": "Hussein al-Fayruzi\nAbu Omar al-Wardi\n",
        "pairs.tsv": "Hussein al-Fayruzi\tحسين الفيروزي\n",
        "orders.csv": _ORDERS,
        "events.csv": _EVENTS,
    }.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def _backed_up(case: Path, files: Path) -> Path:
    """Return a backup of a case that anybody can open."""
    if not (files / "open.backup").exists():
        back_up(case, files / "open.backup", sealing=InTheClear(), report=lambda *_: None)
    return files / "open.backup"


def _words(command: str, *, case: Path, files: Path) -> list[str]:
    """Return the words that make a command do its work on something small."""
    letter, names = files / "letter.txt", files / "names.txt"
    known: dict[str, tuple[object, ...]] = {
        "init": (files / "new.case",),
        "unlock": (files / "encrypted.case", "--passphrase-file", files / "passphrase"),
        "lock": (files / "encrypted.case",),
        "keys": (files / "encrypted.case",),
        "keypair": (files / "newsroom.key",),
        "receive": (letter, "--to", "age1k5yuqmx3yjjjgffa7n0lh8he6e2senykgqjvs392hvykcqc02d2s3n5jus", "--out", files / "x.age"),
        "add": (case, letter, "--from", "courier"),
        "release": (case, "--findings", "all", "--out", files / "rel", "--signed-by", "Omar Zaki", "--as", "Layla Haddad"),
        "report": (case, "--out", files / "report.html"),
        "export": (case, "--format", "ftm", "--out", files / "case.ftm.json"),
        "find": (case, "Wardi"),
        "diff": (case, "--since", "1"),
        "count": (case, "Hussein al-Fayruzi"),
        "compare-names": (files / "pairs.tsv",),
        "match-names": (names, names),
        "network": (case, "--about", "Hussein al-Fayruzi"),
        "table": (case, "0", "--rows", "1", "--columns", "2"),
        "audit": (case, "Hussein al-Fayruzi", "--json"),
        "screen": (case, names),
        "reassign": (case, "--of", "Hussein al-Fayruzi"),
        "show": (case, "b405"),
        "authenticity": (case, "b405"),
        "destroy": (case, "b405", "--why", "order of the court", "--yes"),
        "set-aside": (case, "1", "--why", "mistake"),
        "entities": (letter,),
        "dates": (letter,),
        "precedence": ("--orders", files / "orders.csv", "--events", files / "events.csv"),
        "track-record": ("--genuine", "10", "--false", "0"),
        "board": (case, "show", "b405"),
        "weigh": (ROOT / "examples" / "evidence" / "board.json",),
        "corroborate": (ROOT / "examples" / "evidence" / "graph.json",),
        "check-wording": (letter,),
        "text": (letter,),
        "models": ("list",),
        "translate": (case, "b405"),
        "listen": (case, "b405"),
        "redact": (case, "b405", "--page", "1", "--area", "100,100,500,500", "--out", files / "redacted.pdf"),
        "vault": (case,),
        "handover": (case, "1"),
        "backup": (case, files / "whole.backup", "--to", "age1gez7f8ez5f53ay8xxzu3spsrd5ute6sh5qnjw224xps4h0dnjvkq6aeg3h"),
        "restore": (_backed_up(case, files), files / "again.case"),
        "doctor": (),
        "serve": (case, "--no-browser"),
    }
    return [command, *map(str, known.get(command, (case,)))]


@pytest.mark.usefixtures("encrypted")
@pytest.mark.parametrize("command", [name for name in COMMANDS if name != "serve"])
def test_a_command_loads_nothing_that_calls_the_network(command: str, case: Path, files: Path, home: Path, tmp_path: Path) -> None:
    words = _words(command, case=shutil.copytree(case, tmp_path / "its.case") if command in {"destroy", "set-aside"} else case, files=files)

    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM, str(tmp_path / "loaded"), "kashf", *words],
        env=environment(home),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )

    assert done.returncode in {0, 1, 3}, done.stderr[-2000:]
    loaded = set(json.loads((tmp_path / "loaded").read_text()))
    assert "typer" in loaded
    assert set() == CLIENTS & loaded


def test_a_server_that_has_shown_a_page_has_loaded_no_client(case: Path, files: Path, home: Path, tmp_path: Path) -> None:
    words = _words("serve", case=case, files=files)
    with subprocess.Popen(
        [sys.executable, "-c", _PROGRAM, str(tmp_path / "loaded"), "kashf", *words],
        env=environment(home),
        stdout=subprocess.PIPE,
        text=True,
    ) as server:
        assert server.stdout is not None
        address = re.sub(r"//\w+\.localhost", "//127.0.0.1", server.stdout.readline().strip())
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), urllib.request.HTTPCookieProcessor())
        with opener.open(address, timeout=120) as page:
            assert b"first" in page.read()
        server.send_signal(signal.SIGINT)

    loaded = set(json.loads((tmp_path / "loaded").read_text()))
    assert "uvicorn" in loaded
    assert {"http.client"} == CLIENTS & loaded, "Starlette takes its table of status words from there"


@pytest.fixture
def box(tmp_path: Path) -> set[str]:
    """What a child of the zygote finds loaded: everything that reads files."""
    from kashf.adapters.sandbox import make_sandbox
    from kashf.ports.engines import Limits
    from kashf.ports.runtime import Task

    (tmp_path / "loaded_handler.py").write_text(_HANDLER, encoding="utf-8")
    file = tmp_path / "file"
    file.write_text("x", encoding="utf-8")
    tmp_path.chmod(0o755)
    sandbox = make_sandbox(accept_unsafe=False, handler="loaded_handler", modules=(tmp_path,))
    with sandbox.worker() as worker:
        untrusted_answer = worker.run(Task("loaded", [file], {}, Limits())).untrusted_answer
    assert isinstance(untrusted_answer, list)
    return {str(name) for name in untrusted_answer}


_HANDLER = """
import sys
from kashf.sandboxed.worker import preload

def handle(task, files, emit):
    return sorted(sys.modules)
"""


@pytest.mark.sandbox
def test_the_zygote_that_reads_files_has_loaded_nothing_that_calls_the_network(box: set[str]) -> None:
    assert {"kashf.sandboxed.worker", "lxml.etree", "fasttext", "iscc_tika"} <= box
    assert set() == CLIENTS & box
    assert "ssl" not in box
