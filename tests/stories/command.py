"""Runs the real `kashf` command, as a person would: in a process of its own, or, for most commands, in this one."""

from __future__ import annotations

import contextlib
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

from kashf.adapters.encrypted.key_file import PassphraseCost
from kashf.cli.main import main
from tests.able_to_sign import PASSPHRASE
from tests.kept_boxes import kept_sandbox

KASHF = [sys.executable, "-m", "kashf"]
#: What a passphrase of a case that is made here costs to try; the file `keys` says it, so that commands in other processes follow.
CHEAP = PassphraseCost(64, 1, 1)
#: Commands that run in the process of the test. Each opens the case anew from the disk and closes it, so it is all the same in which one it
#: does so, and their boxes are kept for the next. `test_no_network_client` runs each in a process of its own, and so do stories that say
#: `apart`, or that use `KASHF`.
HERE = {
    *(
        "acts",
        "add",
        "audit",
        "board",
        "claim",
        "clashes",
        "code",
        "copies",
        "count",
        "devices",
        "diff",
        "events",
        "exceptions",
        "export",
        "find",
        "forms",
        "init",
        "letters",
        "mail",
    ),
    *(
        "map",
        "keypair",
        "names",
        "network",
        "operations",
        "persons",
        "places",
        "plan",
        "posts",
        "process",
        "reassign",
        "rebuild",
        "receive",
        "registers",
        "release",
        "report",
        "review",
    ),
    *("text", "translate", "models", "listen", "precedence", "destroy"),
    *("backup", "restore", "screen", "set-aside", "handover", "show", "source", "status", "timeline", "vault", "verify"),
}


def environment(home: Path, *, workers: int = 1) -> dict[str, str]:
    """Return an environment in which the installation's own folder is `home`,
    whose persons share a passphrase; so many files are read at once."""
    passphrase = home / "passphrase"
    if not passphrase.exists():
        home.mkdir(parents=True, exist_ok=True)
        passphrase.write_text(PASSPHRASE)
        passphrase.chmod(0o600)
    return {
        **os.environ,
        "XDG_DATA_HOME": str(home),
        "KASHF_ACTOR": "amal",
        "KASHF_WORKERS": str(workers),
        "KASHF_PASSPHRASE_FILE": str(passphrase),
    }


def kashf(
    *words: str | bytes | Path, home: Path, expect: int | tuple[int, ...] = 0, workers: int = 1, apart: bool = False
) -> subprocess.CompletedProcess[str]:
    """Run a command to its end and check its exit code; `apart` in a process of its own."""
    environ = environment(home, workers=workers)
    if words[0] in HERE and not apart:
        done = _run_here(words, environ)
    else:
        done = subprocess.run([*KASHF, *words], env=environ, capture_output=True, text=True, timeout=300, check=False)
    codes = (expect,) if isinstance(expect, int) else expect
    assert done.returncode in codes, f"exit {done.returncode}\n{done.stdout[-2000:]}\n{done.stderr[-4000:]}"
    return done


def kashf_json(*words: str | Path, home: Path, expect: int | tuple[int, ...] = 0) -> Any:
    """Run a command with --json and return the object it prints."""
    return json.loads(kashf(*words, "--json", home=home, expect=expect).stdout)


def standing(case: Path, home: Path) -> Any:
    """Return what `kashf status` tells of what is in a case, without the head, which every entry of the ledger changes."""
    told = kashf_json("status", case, home=home)
    return {key: value for key, value in told.items() if key not in {"head", "entries", "words"}}


def _run_here(words: tuple[str | bytes | Path, ...], environ: dict[str, str]) -> subprocess.CompletedProcess[str]:
    arguments = ["kashf", *map(os.fsdecode, words)]
    output, talk = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", errors=errors) for errors in ("strict", "backslashreplace"))
    mask = os.umask(0o077)
    try:
        with (
            patch.dict(os.environ, environ),
            patch("kashf.bootstrap.make_sandbox", kept_sandbox),
            patch("kashf.adapters.encrypted.key_file.COST", CHEAP),
            patch.object(sys, "argv", arguments),
            patch.object(sys, "stdin", io.StringIO()),
            contextlib.redirect_stdout(output),
            contextlib.redirect_stderr(talk),
            pytest.raises(SystemExit) as end,
        ):
            main()
    finally:
        os.umask(mask)
    said = []
    for stream in (output, talk):
        stream.seek(0)
        said.append(stream.read())
    assert isinstance(end.value.code, int)
    return subprocess.CompletedProcess(arguments, end.value.code, *said)
