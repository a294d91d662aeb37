"""Asks before a code name enters a case for good: nothing that stands in the ledger can be taken out again."""

from __future__ import annotations

import sys
from pathlib import Path

from kashf.cli.common import checked_record, opened
from kashf.cli.output import say, warn
from kashf.errors import UsageError
from kashf.language.words.visible import isolate

#: Code points of a code name.
_LENGTH = 60


def checked_code_name(name: str, *, what: str) -> str:
    """Return a code name that a person gave.

    Raises:
        UsageError: It is empty, too long or not on one line.
    """
    if not checked_record(name, what=what).strip() or len(name) > _LENGTH or set("\n\t").intersection(name):
        raise UsageError(f"{what} needs a code name of 1 to {_LENGTH} letters on one line for whoever passed the files on")
    return name


def confirm_source(case: Path, name: str) -> None:
    """Let a person confirm a code name that the case does not know; without a terminal it is taken, and said.

    Raises:
        UsageError: The person does not want it; nothing was written down.
    """
    from kashf.services.ledger.code_names import invent_code_name, list_sources, tells_who

    with opened(case) as open_case:
        known = [source.code_name for source in list_sources(open_case)]
    if name in known:
        return
    told = tells_who(name)
    careful = (
        f"careful: {isolate(name)} looks like {told}, and what the ledger holds can never be taken out; "
        f"{invent_code_name(known)} tells nothing"
    )
    if not sys.stdin.isatty():
        say(f"new source: {isolate(name)}")
        if told:
            warn(careful)
        return
    if known:
        say(f"sources of this case: {', '.join(map(isolate, known))}")
    questions = [f"{isolate(name)} is a new source; enter it? y n: ", *([f"{careful}. Enter it all the same? y n: "] if told else [])]
    if not all(map(_is_yes, questions)):
        raise UsageError("the source was not entered, and nothing was taken in")


def _is_yes(question: str) -> bool:
    warn(question, end="")
    return sys.stdin.readline().strip().lower() in {"y", "yes"}
