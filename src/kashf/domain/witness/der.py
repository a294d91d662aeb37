"""DER, read strictly and written: lengths in their shortest form, tags of one byte, nothing left over. Source: ITU-T X.690 section 10."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

INTEGER: Final = 0x02
OCTETS: Final = 0x04
OBJECT_ID: Final = 0x06
GENERALIZED_TIME: Final = 0x18
SEQUENCE: Final = 0x30
SET: Final = 0x31
#: Most elements in one; a token has a dozen.
_MOST: Final = 64
_LONG_TAG: Final = 0x1F
_LONG_LENGTH: Final = 0x80


@dataclass(frozen=True, slots=True)
class DerElement:
    """One element.

    Args:
        tag: Its first byte.
        content: What is in it.
        raw: All of it, with tag and length.
    """

    tag: int
    content: bytes
    raw: bytes

    def parts(self, tag: int = SEQUENCE) -> tuple[DerElement, ...]:
        """Return the elements in one of a tag.

        Raises:
            ValueError: It has another tag, or holds something else or more than 64.
        """
        found: list[DerElement] = []
        rest = self.of(tag)
        while rest:
            if len(found) == _MOST:
                raise ValueError("too many elements")
            one = _first(rest)
            found.append(one)
            rest = rest[len(one.raw) :]
        return tuple(found)

    def of(self, tag: int) -> bytes:
        """Return the content of an element of a tag.

        Raises:
            ValueError: It has another.
        """
        if self.tag != tag:
            raise ValueError(f"an element of tag {self.tag:#04x} stands where one of {tag:#04x} should")
        return self.content

    def number(self) -> int:
        """Return an integer, which may be below 0.

        Raises:
            ValueError: It is none.
        """
        content = self.of(INTEGER)
        number = int.from_bytes(content, "big", signed=True)
        if len(content) != ((number if number >= 0 else ~number).bit_length() // 8 + 1):
            raise ValueError("an integer is written otherwise than in DER")
        return number


def read_der(untrusted: bytes) -> DerElement:
    """Return the one element that some bytes are.

    Raises:
        ValueError: They are none, or more.
    """
    one = _first(untrusted)
    if len(one.raw) != len(untrusted):
        raise ValueError("something follows the element")
    return one


def der(tag: int, *contents: bytes) -> bytes:
    """Return an element.

    >>> der(SEQUENCE, der_number(1)).hex()
    '3003020101'
    """
    content = b"".join(contents)
    if len(content) < _LONG_LENGTH:
        return bytes([tag, len(content)]) + content
    length = len(content).to_bytes((len(content).bit_length() + 7) // 8, "big")
    return bytes([tag, _LONG_LENGTH | len(length)]) + length + content


def der_number(number: int) -> bytes:
    """Return a number of 0 or more as an element."""
    return der(INTEGER, number.to_bytes(number.bit_length() // 8 + 1, "big"))


def _first(untrusted: bytes) -> DerElement:
    if len(untrusted) < 2:
        raise ValueError("an element is cut short")
    tag, length, start = untrusted[0], untrusted[1], 2
    if tag & _LONG_TAG == _LONG_TAG:
        raise ValueError("a tag of several bytes")
    if length >= _LONG_LENGTH:
        start += length - _LONG_LENGTH
        told = untrusted[2:start]
        length = int.from_bytes(told, "big")
        if not 1 <= len(told) <= 3 or len(told) != start - 2 or told[0] == 0 or length < _LONG_LENGTH:
            raise ValueError("a length that is not in DER")
    raw = untrusted[: start + length]
    if len(raw) != start + length:
        raise ValueError("an element is cut short")
    return DerElement(tag, raw[start:], raw)
