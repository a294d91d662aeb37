"""Files of lines that a person names on the command line, or pipes in."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from kashf.errors import BadPathError


@contextmanager
def opened_lines(path: Path) -> Iterator[tuple[BinaryIO, str]]:
    """Open a file for reading, ``-`` for stdin, and say what it is called in messages.

    Raises:
        BadPathError: There is no such file, or it cannot be read.
    """
    if str(path) == "-":
        yield sys.stdin.buffer, "standard input"
        return
    try:
        lines = path.open("rb")
    except OSError as error:
        raise BadPathError(f"{path}: {error.strerror or 'cannot be read'}") from error
    with lines:
        yield lines, path.name
