"""Runs the real `kashf` command in a process of its own, as a person would."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

KASHF = [sys.executable, "-m", "kashf"]


def environment(home: Path) -> dict[str, str]:
    """Return an environment in which the installation's own folder is `home`."""
    return {**os.environ, "XDG_DATA_HOME": str(home), "KASHF_ACTOR": "amal", "KASHF_WORKERS": "2"}


def kashf(*words: str | bytes | Path, home: Path, expect: int | tuple[int, ...] = 0) -> subprocess.CompletedProcess[str]:
    """Run a command to its end and check its exit code."""
    done = subprocess.run([*KASHF, *words], env=environment(home), capture_output=True, text=True, timeout=300, check=False)
    codes = (expect,) if isinstance(expect, int) else expect
    assert done.returncode in codes, f"exit {done.returncode}\n{done.stdout[-2000:]}\n{done.stderr[-4000:]}"
    return done


def kashf_json(*words: str | Path, home: Path, expect: int | tuple[int, ...] = 0) -> Any:
    """Run a command with --json and return the object it prints."""
    return json.loads(kashf(*words, "--json", home=home, expect=expect).stdout)
