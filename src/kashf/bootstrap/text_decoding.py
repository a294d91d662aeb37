"""Texts and lists that people give to commands: the bytes are a stranger's, as those of a leaked file are, and decoded in a box.

What is plain UTF-8 is decoded here: a box could only answer with the same bytes, which would be decoded here by the same decoder.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import Final

from kashf.errors import UsageError
from kashf.ports.engines import Limits
from kashf.ports.runtime import Outcome, Task

_HANDLER: Final = "kashf.sandboxed.engines.given_texts"
#: What nobody writes; where any of it stands, it is for the box to say whether the bytes are a text.
_NOT_WRITTEN: Final = re.compile("[\x00-\x08\x0e-\x19\x1c-\x1f\x7f\ufdd0-\ufdef\ufffd-\uffff]")
#: As an encoding or a language is called in an answer.
_NAME: Final = re.compile(r"[a-z0-9_, -]{0,60}")


@dataclass(frozen=True, slots=True)
class GivenText:
    """What a file says that somebody gave to a command.

    Args:
        text: Without a byte order mark, line ends as they are.
        encoding: Of its bytes.
        language: ISO 639 code of most of it; "" where it was not asked for or cannot be told.
    """

    text: str
    encoding: str
    language: str = ""


def decode_text(data: bytes, *, name: str, accept_unsafe: bool = False) -> str:
    """Return what bytes say as text.

    Args:
        data: Of a text file in any encoding.
        name: What to call it in messages.
        accept_unsafe: Whether a person does without a box, where this machine has none.

    Raises:
        UsageError: It is not a text file.
        SandboxError: There is no box in which to find out.
    """
    found = plain(data) or _in_box(data, name=name, accept_unsafe=accept_unsafe)
    if found is None:
        raise _no_text(name)
    return found.text


def decode_and_guess_language(data: bytes, *, name: str, accept_unsafe: bool = False) -> GivenText:
    """Return what bytes say as text and in which language, always by a box, since a library guesses it; raises as `decode_text` does."""
    found = _in_box(data, name=name, accept_unsafe=accept_unsafe, guess_language=True)
    if found is None:
        raise _no_text(name)
    return found


def decode_list(data: bytes, *, name: str) -> tuple[str, str]:
    """Return what the bytes of a list say, and in which encoding they are.

    Raises:
        UsageError: In none.
        SandboxError: There is no box in which to find out.
    """
    found = plain(data) or _in_box(data, name=name)
    if found is None:
        raise UsageError(f"{name} is no text in any encoding; save the list as text in UTF-8", code="list-no-text", name=name)
    return found.text, found.encoding


def plain(data: bytes) -> GivenText | None:
    """Return what bytes say that are UTF-8 and written by people from end to end, None for all others."""
    try:
        text = data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError:
        return None
    return None if _NOT_WRITTEN.search(text) else GivenText(text, "utf-8")


def _in_box(data: bytes, *, name: str, accept_unsafe: bool = False, guess_language: bool = False) -> GivenText | None:
    from kashf.adapters.sandbox.make import make_sandbox
    from kashf.settings import load_settings

    sandbox = make_sandbox(accept_unsafe=accept_unsafe or load_settings().accept_unsafe_parsing, handler=_HANDLER)
    with sandbox.worker() as worker:
        outcome = worker.run(Task("decode", (), {"guess_language": guess_language}, Limits(), (data,)))
    return _checked(outcome, name=name)


def _checked(outcome: Outcome, *, name: str) -> GivenText | None:
    """Return what a box says of a text, None when it is none; raises UsageError when it says nothing that can be believed."""
    if outcome.untrusted_answer == {}:
        return None
    match outcome.untrusted_answer:
        case {"text": str(text), "encoding": str(encoding), "language": str(language)} if (
            text.isascii() or not re.search("[\ud800-\udfff]", text)
        ) and all(map(_NAME.fullmatch, (encoding, language))):
            return GivenText(text, encoding, language)
    why = outcome.detail or "what came back is no text"
    raise UsageError(f"{name} could not be decoded: {why}", code="text-not-decoded", name=name)


def _no_text(name: str) -> UsageError:
    return UsageError(f"{name} is not a text file; `kashf text` gets the text out of files of other kinds")
