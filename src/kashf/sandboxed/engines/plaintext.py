"""Plain text, in whatever encoding it was written."""

from __future__ import annotations

from collections.abc import Callable

from kashf.domain.document import Page, Reason
from kashf.ports.engines import EngineError, Extract, Limits, Source

#: Text by name that is not plain: other readers know what is markup in it.
_NOT_PLAIN = frozenset(
    {"text/html", "text/xml", "text/rtf", "text/csv", "text/tab-separated-values", "text/calendar", "text/vcard", "text/x-vcard"}
)
_PLAIN = frozenset({"application/javascript", "application/octet-stream", "application/x-wine-extension-ini"})

#: Returns text and encoding of some bytes, or None when they are not text.
Decode = Callable[[bytes], tuple[str, str] | None]


class PlainTextReader:
    """Reads a text file as one page.

    Args:
        decode: Returns text and encoding of some bytes, or None when they are not text.
    """

    name = "plaintext"
    version = "1"

    def __init__(self, decode: Decode) -> None:
        self._decode = decode

    def reads(self, type: str) -> bool:
        """Return whether `type` is plain text, or so unknown that it may be."""
        return (type.startswith("text/") and type not in _NOT_PLAIN) or type in _PLAIN

    def read(self, source: Source, *, limits: Limits) -> Extract:
        """Return one page; line ends and form feeds stay as they are.

        Raises:
            EngineError: The bytes are not text, or more than `limits.text_characters` bytes times four.
        """
        text, encoding = decoded_text(source, self._decode, limits=limits)
        return Extract(pages=(Page(1, text),), metadata={"encoding": encoding})


def decoded_text(source: Source, decode: Decode, *, limits: Limits) -> tuple[str, str]:
    """Return the text of a file, and its encoding.

    Raises:
        EngineError: TOO_LARGE, of more than four bytes a character that may be kept; UNSUPPORTED, not text.
    """
    if source.size_bytes > 4 * limits.text_characters:
        raise EngineError(Reason.TOO_LARGE, "text file beyond the limit")
    decoded = decode(source.read())
    if decoded is None:
        raise EngineError(Reason.UNSUPPORTED, "not text")
    return decoded
