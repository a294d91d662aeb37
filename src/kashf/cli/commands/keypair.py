"""`kashf keypair`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from kashf.cli.output import emit, say
from kashf.errors import BadPathError
from kashf.language.words.visible import isolate

EPILOG = "Example: kashf keypair newsroom.key. The file is one of age: `age -d -i newsroom.key` reads with it too."


def command(
    file: Annotated[Path, typer.Argument(help="Where the secret key goes: a new file, for its owner alone.")],
) -> int:
    """A key pair of a newsroom: the public key is printed and given to people in the field, the secret one stays here."""
    from kashf.bootstrap.field import new_identity

    secret, public = new_identity()
    try:
        descriptor = os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    except FileExistsError:
        raise BadPathError(f"there is something at {file} already; a key is never written over") from None
    except OSError as error:
        raise BadPathError(f"{file}: {error.strerror or 'cannot be written'}") from error
    with os.fdopen(descriptor, "w", encoding="ascii") as out:
        out.write(f"# public key: {public}\n{secret}\n")
        out.flush()
        os.fsync(descriptor)
    emit(public)
    say(f"the secret key is in {isolate(str(file))}, in clear: keep it where nobody comes, and a copy; without it nobody reads what comes")
    return 0
