"""UTF-8 whose bytes were written as if each were a letter of Latin-1, as Facebook and Instagram export what people wrote."""

from __future__ import annotations

from typing import Any


class Mender:
    """Mends values, and counts the texts that it mended."""

    def __init__(self) -> None:
        self.mended = 0

    def value(self, value: Any, *, depth: int = 0) -> Any:
        """Return a value of JSON with its texts mended, names of fields too."""
        if isinstance(value, str):
            return self.text(value)
        if depth > _DEEPEST:
            return value
        if isinstance(value, dict):
            return {self.text(key): self.value(each, depth=depth + 1) for key, each in value.items()}
        return [self.value(each, depth=depth + 1) for each in value] if isinstance(value, list) else value

    def text(self, text: str) -> str:
        r"""Return a text mended; as it is, where its letters are no bytes of UTF-8.

        >>> Mender().text("Ø¹Ù\x85Ø±"), Mender().text("café")
        ('عمر', 'café')
        """
        if text.isascii():
            return text
        try:
            mended = text.encode("latin-1").decode("utf-8")
        except (UnicodeEncodeError, UnicodeDecodeError):
            return text
        self.mended += 1
        return mended


#: Values lie no deeper in what any network exports.
_DEEPEST = 100
