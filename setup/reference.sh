#!/usr/bin/env bash
# Prints the reference of kashf's commands in Markdown, from the program's own --help, so that it cannot say anything else.
set -euo pipefail
cd "$(dirname "$0")/.."

export COLUMNS=100 NO_COLOR=1
# One process says all of it: to start one for each command would take most of the time.
exec .venv/bin/python - <<'END'
import contextlib
import io
import sys

from kashf.cli.app import COMMANDS
from kashf.cli.main import main


def block(*words):
    sys.argv = ["kashf", *words, "--help"]
    with contextlib.redirect_stdout(io.StringIO()) as said, contextlib.suppress(SystemExit):
        main()
    return f"```\n{said.getvalue().strip()}\n```"


print(f"# Commands\n\nWritten by `make docs` from the program itself; do not edit.\n\n{block()}")
for command in COMMANDS:
    print(f"\n## {command}\n\n{block(command)}")
END
