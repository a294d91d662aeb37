"""Passphrases come from the terminal, without echo, or from a private file: none stands on a command line or in the environment."""

from __future__ import annotations

import os
import stat
import sys
import unicodedata
from pathlib import Path
from typing import Annotated, Final

import typer

from kashf.errors import BadPathError, NotAllowedError, UsageError
from kashf.show.counted import many

#: Most bytes of one.
_MOST_BYTES: Final = 4_096
#: Fewest code points of a new one. Whoever holds the disk may guess as long as they like.
_FEWEST: Final = 12

PassphraseFile = Annotated[
    Path | None,
    typer.Option("--passphrase-file", metavar="FILE", help="Read the passphrase from a file that only its owner may read; - for stdin."),
]


def read_passphrase(file: Path | None, *, what: str, is_new: bool = False) -> str:
    """Return a passphrase in the one form (NFC) in which every keyboard gives it.

    Args:
        file: Where it stands, with or without an end of line; `-` is standard input; None asks on the terminal, twice if it is new.
        what: What it opens, as the question names it: "the case".
        is_new: Whether it is being chosen; then it has at least 12 letters.

    Raises:
        UsageError: There is no terminal to ask on, or it is empty, too long, too short for a new one, not on one line or no UTF-8.
        BadPathError: The file cannot be read.
        NotAllowedError: Others than its owner may read the file.
    """
    passphrase = _asked(what, is_new=is_new) if file is None else _checked(_bytes_of(file))
    if is_new and len(passphrase) < _FEWEST:
        raise UsageError(f"a new passphrase has {many(_FEWEST, 'letter')} or more; four words that only chance put together are good")
    return passphrase


def read_private(file: Path) -> str:
    """Return the text of a file that only its owner may read, of at most 4,096 bytes; `-` is standard input.

    Raises:
        UsageError: It is too long, or no UTF-8.
        BadPathError: It cannot be read.
        NotAllowedError: Others may read it.
    """
    content = _bytes_of(file)
    try:
        text = content.decode()
    except UnicodeDecodeError:
        raise UsageError("that file is no text in UTF-8") from None
    if len(content) > _MOST_BYTES:
        raise UsageError(f"that file has more than {_MOST_BYTES:,} bytes")
    return text


def _asked(what: str, *, is_new: bool) -> str:
    first = _checked(_typed(f"{'new ' if is_new else ''}passphrase of {what}: "))
    if is_new and _checked(_typed("the same once more: ")) != first:
        raise UsageError("the two are not the same; nothing was done")
    return first


def _typed(question: str) -> bytes:
    import getpass
    import warnings

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", getpass.GetPassWarning)  # it would show what is typed
            return getpass.getpass(question, stream=None).encode(errors="surrogateescape")
    except (getpass.GetPassWarning, EOFError, OSError):
        raise UsageError("a passphrase is asked for on a terminal, and there is none; --passphrase-file gives it") from None


def _bytes_of(path: Path) -> bytes:
    if str(path) == "-":
        return sys.stdin.buffer.read(_MOST_BYTES + 1)
    try:
        # A pipe that nobody writes to would be waited for.
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        raise BadPathError(f"{path}: {error.strerror or 'cannot be read'}") from error
    with os.fdopen(descriptor, "rb") as file:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise BadPathError(f"{path}: not a regular file")
        if status.st_uid != os.geteuid() or status.st_mode & (stat.S_IRWXG | stat.S_IRWXO):
            raise NotAllowedError(
                f"{path} is another's, or others may read it: chmod 600, and take another passphrase or key, which nobody has read"
            )
        return file.read(_MOST_BYTES + 1)


def _checked(untrusted: bytes) -> str:
    line = untrusted.removesuffix(b"\n").removesuffix(b"\r")
    if not line or len(line) > _MOST_BYTES or set(b"\r\n\0").intersection(line):
        raise UsageError(f"a passphrase is one line of 1 to {_MOST_BYTES:,} bytes")
    try:
        return unicodedata.normalize("NFC", line.decode())
    except UnicodeDecodeError:
        raise UsageError("the passphrase is no UTF-8") from None
