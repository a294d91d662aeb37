"""Address books and calendars: vCard and iCalendar, one line for each property, decoded."""

from __future__ import annotations

import base64
import binascii
import codecs
import quopri
import re
from collections.abc import Iterator

from kashf.domain.document import Page, Reason
from kashf.ports.engines import Extract, Limits, Member, Source
from kashf.sandboxed.engines.plaintext import Decode, decoded_text

_TYPES = frozenset({"text/vcard", "text/x-vcard", "text/calendar"})
#: A continuation begins with white space (RFC 6350 3.2); a quoted-printable line ends in "=" and goes on in the next (vCard 2.1).
_FOLDED = re.compile(r"\r?\n[ \t]")
#: Lines are folded at so many bytes, by some programs in the middle of a letter.
_FOLDED_BYTES = re.compile(rb"\r?\n[ \t](?=[\x80-\xbf])")
#: A parameter in quotes may have any sign in it (RFC 5545 3.1).
_HEAD = re.compile(r'((?:"[^"]*"|[^":])*):(.*)', re.DOTALL)
_PARAMETER = re.compile(r'(?:"[^"]*"|[^";])+')
#: What an event or a card holds.
_PARTS = re.compile(r"V(?:ALARM|TODO|JOURNAL|FREEBUSY|TIMEZONE)|STANDARD|DAYLIGHT")
_QUOTED_PRINTABLE = re.compile(r"ENCODING=QUOTED-PRINTABLE|;QUOTED-PRINTABLE", re.IGNORECASE)
_BASE64 = re.compile(r"ENCODING=(?:B|BASE64)\b|;BASE64\b", re.IGNORECASE)
_DATA_URI = re.compile(r"data:[\w.+/-]*;base64,", re.IGNORECASE)
_CHARSET = re.compile(r"CHARSET=\"?([\w.:-]+)", re.IGNORECASE)
_ESCAPED = re.compile(r"\\([\\;,nN])")
#: Properties whose value has parts, divided by ";".
_FRAME = frozenset({"", "BEGIN", "END", "VERSION"})
#: Parameters that say how a value is written, not what it is.
_TECHNICAL = re.compile(r"(?:CHARSET|ENCODING)=|QUOTED-PRINTABLE$|PREF", re.IGNORECASE)
_GAP = re.compile(r"\n{3,}")
_COMPOUND = re.compile("(?:N|ADR|ORG)$")


class ContactsReader:
    """Reads vCard and iCalendar.

    Args:
        decode: Returns text and encoding of some bytes, or None when they are not text.
    """

    name = "contacts"
    version = "2"

    def __init__(self, decode: Decode) -> None:
        self._decode = decode

    def reads(self, type: str) -> bool:
        """Return whether `type` is an address book or a calendar."""
        return type in _TYPES

    def read(self, source: Source, *, limits: Limits) -> Extract:
        """Return one page; cards and events are divided by an empty line, pictures are members.

        Raises:
            EngineError: Not text, or more than `limits.text_characters` bytes times four.
        """
        lines = [_shown(head, value, self._decode) for head, value in _properties(source, self._decode, limits)]
        return Extract((Page(1, _GAP.sub("\n\n", "\n".join(lines)).strip()),))


class ContactsUnpacker:
    """Takes pictures and attachments out of vCard and iCalendar.

    Args:
        decode: Returns text and encoding of some bytes, or None when they are not text.
    """

    name = "contacts"
    version = "1"

    def __init__(self, decode: Decode) -> None:
        self._decode = decode

    def unpacks(self, type: str) -> bool:
        """Return whether `type` is an address book or a calendar."""
        return type in _TYPES

    def members(self, source: Source, *, limits: Limits) -> Iterator[Member]:
        """Yield what is written in base64, called by its property.

        Raises:
            EngineError: Not text, or more than `limits.text_characters` bytes times four.
        """
        ordinal = 0
        for head, value in _properties(source, self._decode, limits):
            if _is_file(head, value):
                yield _member(ordinal, head, value)
                ordinal += 1


def _properties(source: Source, decode: Decode, limits: Limits) -> Iterator[tuple[str, str]]:
    """Yield what stands before and after the colon of each property, continuations joined."""
    text, _ = decoded_text(source, lambda content: decode(_FOLDED_BYTES.sub(b"", content)), limits=limits)
    text = _FOLDED.sub("", text)
    lines = iter(text.splitlines())
    for line in lines:
        if _QUOTED_PRINTABLE.search(line.partition(":")[0]):
            while line.endswith("="):
                line = line[:-1] + next(lines, "").lstrip(" \t")  # noqa: PLW2901 - one property goes on over several lines
        found = _HEAD.match(line)
        yield (found[1], found[2]) if found else (line, "")


def _shown(head: str, value: str, decode: Decode) -> str:
    name, *parameters = _PARAMETER.findall(head) or [""]
    name = name.rpartition(".")[2].strip().upper()
    if name == "BEGIN" and _PARTS.fullmatch(value.strip().upper()):
        return f"{value.strip().upper()}:"
    if name in _FRAME or _is_file(head, value):
        return ""
    if _QUOTED_PRINTABLE.search(head):
        value = _decoded(quopri.decodestring(value.encode("utf-8", "replace")), head, decode)
    if _COMPOUND.match(name):
        value = " ".join(part for part in re.split(r"(?<!\\);", value) if part.strip())
    label = ";".join([name, *(each for each in parameters if not _TECHNICAL.match(each))])
    return f"{label}: {_ESCAPED.sub(lambda match: {'n': chr(10), 'N': chr(10)}.get(match[1], match[1]), value)}"


def _decoded(content: bytes, head: str, decode: Decode) -> str:
    """Return the text of quoted-printable bytes, in the character set that the property names when they are in it."""
    if named := _CHARSET.search(head):
        try:
            return content.decode(codecs.lookup(named[1]).name)
        except (LookupError, UnicodeDecodeError):
            pass
    decoded = decode(content)
    return decoded[0] if decoded else content.decode("utf-8", "replace")


def _is_file(head: str, value: str) -> bool:
    return bool(_BASE64.search(head) or _DATA_URI.match(value))


def _member(ordinal: int, head: str, value: str) -> Member:
    name = head.partition(";")[0].encode("utf-8", "replace")
    try:
        content = base64.b64decode("".join(_DATA_URI.sub("", value, count=1).split()), validate=True)
    except (binascii.Error, ValueError):
        return Member(ordinal, name, None, Reason.DAMAGED)
    return Member(ordinal, name, iter((content,)))
