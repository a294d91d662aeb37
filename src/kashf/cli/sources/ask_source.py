"""Asks before a code name enters a case for good: nothing that stands in the ledger can be taken out again."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from kashf.cli.common import checked_record, opened
from kashf.cli.output import say, warn
from kashf.domain.entries.persons import as_called
from kashf.errors import UsageError
from kashf.language.words.visible import isolate

#: Code points of a code name.
_LENGTH = 60


def checked_code_name(name: str, *, what: str) -> str:
    """Return a code name that a person gave.

    Raises:
        UsageError: It is empty, too long or not on one line.
    """
    if not as_called(checked_record(name, what=what)) or len(name) > _LENGTH or set("\n\t").intersection(name):
        raise UsageError(f"{what} needs a code name of 1 to {_LENGTH} letters on one line for whoever passed the files on")
    return name


def confirm_source(case: Path, name: str) -> str:
    """Return the code name by which the case knows, or is to know, a source.

    A person confirms one that the case does not know; without a terminal it is taken, and said.

    Raises:
        UsageError: It may tell who somebody is, or the person does not want it; nothing was written down.
    """
    from kashf.services.ledger.code_names import list_sources, taken_code_name

    with opened(case) as open_case:
        sources = list_sources(open_case)
    name, known = taken_code_name(sources, name), [source.code_name for source in sources]
    if name in known:
        return name
    if not sys.stdin.isatty():
        say(f"new source: {isolate(name)}")
        return name
    if known:
        say(f"sources of this case: {', '.join(map(isolate, known))}")
    warn(f"{isolate(name)} is a new source; enter it? y n: ", end="")
    if sys.stdin.readline().strip().lower() not in {"y", "yes"}:
        raise UsageError("the source was not entered, and nothing was taken in")
    return name


def warn_of_names(paths: Sequence[Path]) -> None:
    """Say which folders and files have names that may tell whose they are: such a name stands before each path in the case, for good."""
    from kashf.language.person_names.real_names import is_code_name, tells_who

    for name in (path.resolve().name for path in paths):
        if not is_code_name(name) and (told := tells_who(name)):
            warn(f"careful: {isolate(name)} looks like {told}; the names of what is given, and of all in it, stay in the case for good")
