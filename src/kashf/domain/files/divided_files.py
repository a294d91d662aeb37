"""What names say of files that are parts of one: archives that were cut for mail, disks or forums."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

#: Media type of a part that was joined with the others of its archive; what was in it is listed with the first part.
PART_TYPE: Final = "application/x-divided-part"
#: Number of the part that closes a zip: it is called .zip, however many come before.
CLOSING: Final = 1 << 20
_WHOLE: Final = r"(?P<stem>.+\.(?:7z|zip|rar|tar|tgz|tbz2?|txz|gz|bz2|xz|zst|lz4|iso|cpio|pdf|mbox|pst|dd|img))"
_PATTERNS: Final = (
    ("numbered", re.compile(rf"{_WHOLE}\.(?P<number>\d{{2,5}})", re.IGNORECASE)),
    ("lettered", re.compile(rf"{_WHOLE}\.(?P<letters>[a-e][a-z])", re.IGNORECASE)),
    ("spanned", re.compile(r"(?P<stem>.+)\.z(?P<number>\d{2,3})", re.IGNORECASE)),
    ("volumes", re.compile(r"(?P<stem>.+\.part)(?P<number>\d{1,5})\.rar", re.IGNORECASE)),
    ("old volumes", re.compile(r"(?P<stem>.+)\.r(?P<number>\d{2,3})", re.IGNORECASE)),
    ("closing", re.compile(r"(?P<stem>.+)\.zip", re.IGNORECASE)),
    ("first volume", re.compile(r"(?P<stem>.+)\.rar", re.IGNORECASE)),
)
#: Endings of two letters that a whole archive has behind another ending.
_ENDINGS: Final = frozenset({"ar", "br", "bz", "db"})


class Division(StrEnum):
    """How a file was cut."""

    #: Pieces that are one file when they stand one behind the other.
    NUMBERED = "numbered"
    #: A zip whose list of members counts in pieces.
    SPANNED = "spanned"
    #: Volumes of a rar, each an archive with a beginning of its own.
    VOLUMES = "volumes"


@dataclass(frozen=True, slots=True)
class PartName:
    """What a name says of a part.

    Args:
        stem: The same, in small letters, for all parts of one file.
        division: How it was cut.
        number: Place among the parts; they begin at 0 or 1.
        is_certain: Whether only parts are called so; a whole zip or rar is called as a last or first part is.
    """

    stem: str
    division: Division
    number: int
    is_certain: bool = True


def part_name(name: str) -> PartName | None:
    """Return what the last part of a path says of a part; None when no part is called so.

    >>> part_name("letters.7z.002"), part_name("letter.pdf")
    (PartName(stem='letters.7z', division=<Division.NUMBERED: 'numbered'>, number=2, is_certain=True), None)
    >>> part_name("b.part3.rar").number, part_name("b.r00").number, part_name("b.tar.gz.ab").number
    (3, 1, 1)
    """
    for kind, pattern in _PATTERNS:
        match = pattern.fullmatch(name)
        if match and not (kind == "lettered" and match["letters"].lower() in _ENDINGS):
            return _told(kind, match)
    return None


def _told(kind: str, match: re.Match[str]) -> PartName:
    stem = match["stem"].casefold()
    match kind:
        case "numbered":
            return PartName(stem, Division.NUMBERED, int(match["number"]))
        case "lettered":
            first, second = (ord(letter) - ord("a") for letter in match["letters"].lower())
            return PartName(f"{stem}.aa", Division.NUMBERED, 26 * first + second)
        case "closing":
            return PartName(stem, Division.SPANNED, CLOSING, is_certain=False)
        case "spanned":
            return PartName(stem, Division.SPANNED, int(match["number"]))
        case "first volume":
            return PartName(stem, Division.VOLUMES, 0, is_certain=False)
        case _:
            return PartName(stem, Division.VOLUMES, int(match["number"]) + (kind == "old volumes"))
