"""Bytes and parameters of a part, whatever its header says: the standard library gives up at charsets that are none, or cut in pieces."""

from __future__ import annotations

import re
from copy import copy
from email.errors import InvalidBase64LengthDefect
from email.message import Message
from typing import Final

from kashf.sandboxed.engines.embedded.data_uris import decoded_base64

#: Words one after the other in the first line, which base64 has never: the text stands there as it is, whatever the header says.
_WORDS: Final = re.compile(r"[^\n]*?\S[ \t]+\S[^\n]*?[ \t]+\S")
#: What parameters make the library raise that are numbered and not numbered at once, or name a codec that decodes nothing.
_FAULTS: Final = (TypeError, ValueError, LookupError)


def payload(part: Message) -> bytes:
    """Return the bytes of a part, its transfer encoding undone as far as it can be; none for one that holds others."""
    bare = copy(part)
    del bare["Content-Type"]
    if str(bare.get("Content-Transfer-Encoding", "")).strip().lower() == "base64" and _WORDS.match(str(part.get_payload()).lstrip()):
        del bare["Content-Transfer-Encoding"]
    found = bare.get_payload(decode=True)
    content = found if isinstance(found, bytes) else b""
    return decoded_base64(content) if any(isinstance(defect, InvalidBase64LengthDefect) for defect in bare.defects) else content


def charset(part: Message) -> str:
    """Return the encoding that a part states, in small letters; empty when it states none, or none that can be told."""
    try:
        return part.get_content_charset() or ""
    except _FAULTS:
        return ""


def file_name(part: Message) -> str:
    """Return the name that a part claims as it stands; empty when it claims none that can be told."""
    try:
        return part.get_filename() or ""
    except _FAULTS:
        return ""
