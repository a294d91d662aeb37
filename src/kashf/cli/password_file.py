"""`--passwords`: a list of passwords from a file or from standard input, so that none stands on a command line."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final

import typer

from kashf.cli.common import opened_lines
from kashf.cli.output import say
from kashf.errors import UsageError
from kashf.show.counted import many

#: More than any list of people holds.
_MOST_BYTES: Final = 10_000_000

Passwords = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Passwords to try on what is encrypted: one a line, as typed; - for standard input."),
]


def read_passwords(path: Path | None) -> tuple[str, ...]:
    """Return the passwords of a file, ``-`` for stdin, each once, and say how many; none without a file.

    Raises:
        BadPathError: It cannot be read.
        UsageError: It is no list of passwords.
    """
    from kashf.services.ingest.opening.keyring import passwords_in

    if path is None:
        return ()
    with opened_lines(path) as (file, name):
        data = file.read(_MOST_BYTES + 1)
    if len(data) > _MOST_BYTES:
        raise UsageError(f"{name} is larger than {_MOST_BYTES:,} bytes: no list of passwords")
    try:
        found = passwords_in(data)
    except ValueError as error:
        raise UsageError(f"{name}: {error}") from None
    say(f"{many(len(found), 'password')} to try on what is encrypted")
    return found
