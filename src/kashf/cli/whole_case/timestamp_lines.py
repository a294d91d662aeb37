"""Asking for a timestamp over the head of a case, and attaching the answer, on the command line."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from kashf.cli.common import acting, opened, opened_lines
from kashf.cli.output import emit, say
from kashf.domain.witness.timestamps import LARGEST_ANSWER
from kashf.errors import BadPathError, UsageError
from kashf.language.words.visible import isolate
from kashf.show.counted import many

if TYPE_CHECKING:
    from kashf.services.ledger.signing.timestamping import HeadTimestamp


def write_new(path: Path, content: bytes) -> None:
    """Write a file that was not there.

    Raises:
        BadPathError: It cannot be written, or something is there.
    """
    try:
        with os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o644), "wb") as file:
            file.write(content)
    except OSError as error:
        raise BadPathError(f"no new file can be written at {path}: {error.strerror}") from error


def write_request(case: Path, to: Path) -> None:
    """Write a request over the head of a case as it is now."""
    from kashf.bootstrap.asking_time import timestamp_request
    from kashf.settings import load_settings

    with opened(case) as reading:
        request = timestamp_request(reading, load_settings())
    write_new(to, request.encoded())
    emit(f"head {request.head} over {many(request.entries, 'ledger entry')}")
    say(
        f"wrote {isolate(str(to))}, a request by RFC 3161 over a salted hash of that head: carry it to whoever gives the time, and bring "
        "the answer back with --timestamp-answer. The salt is kept on this installation."
    )


def attach(case: Path, answer: Path, certificate: Path | None) -> HeadTimestamp:
    """Attach the answer to a request, and return what it says."""
    from kashf.bootstrap import open_to_decide
    from kashf.bootstrap.asking_time import attach_answer

    untrusted_answer = _read(answer)
    untrusted_certificate = _read(certificate) if certificate else b""
    settings = acting(case, None)
    with open_to_decide(case, settings=settings) as writable:
        return attach_answer(writable, settings, untrusted_answer, untrusted_certificate)


def timestamp_line(each: HeadTimestamp) -> str:
    """Return what a timestamp says, and how much that is worth."""
    compared = "" if each.is_compared else ", which nobody gave beforehand: compare it with the one that they publish"
    return (
        f"timestamp: the head {each.head[:12]} over {many(each.entries, 'entry')} was there at {each.time:%Y-%m-%d %H:%M:%S} UTC, says "
        f"{isolate(each.by)} (certificate {each.certificate[:16]}{compared})"
    )


def _read(path: Path) -> bytes:
    with opened_lines(path) as (lines, name):
        untrusted = lines.read(LARGEST_ANSWER + 1)
    if len(untrusted) > LARGEST_ANSWER:
        raise UsageError(f"{name} has more than {LARGEST_ANSWER:,} bytes; no answer and no certificate has")
    return untrusted
