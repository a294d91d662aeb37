"""Asks before a code name enters a case for good: nothing that stands in the ledger can be taken out again."""

from __future__ import annotations

import sys
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
        UsageError: The person does not want it; nothing was written down.
    """
    from kashf.services.ledger.code_names import find_source, invent_code_name, list_sources, tells_who

    with opened(case) as open_case:
        sources = list_sources(open_case)
    if source := find_source(sources, name):
        return source.code_name
    known, name = [source.code_name for source in sources], " ".join(name.split())
    told = tells_who(name)
    careful = (
        f"careful: {isolate(name)} looks like {told}, and what the ledger holds can never be taken out; "
        f"{invent_code_name(known)} tells nothing"
    )
    if not sys.stdin.isatty():
        say(f"new source: {isolate(name)}")
        if told:
            warn(careful)
        return name
    if known:
        say(f"sources of this case: {', '.join(map(isolate, known))}")
    questions = [f"{isolate(name)} is a new source; enter it? y n: ", *([f"{careful}. Enter it all the same? y n: "] if told else [])]
    if not all(map(_is_yes, questions)):
        raise UsageError("the source was not entered, and nothing was taken in")
    return name


def _is_yes(question: str) -> bool:
    warn(question, end="")
    return sys.stdin.readline().strip().lower() in {"y", "yes"}
