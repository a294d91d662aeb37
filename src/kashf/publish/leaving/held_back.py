"""Whether files may leave: where they hold what is protected, and what identifies people; never the words themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from kashf.domain.publication.redacted_patterns import RedactedPattern
from kashf.publish.leaving.file_texts import file_parts, part_texts
from kashf.publish.protected.protected_strings import ProtectedStrings
from kashf.publish.protected.raw_bytes import bytes_hold
from kashf.publish.redaction.identifier_patterns import pattern_spans

#: A text is looked through in pieces of so many characters, with as many of the last one as a string may be long.
_PIECE: Final = 200_000
_OVERLAP: Final = 1_000


@dataclass(frozen=True, slots=True, order=True)
class LeakFound:
    """A protected string in a file that was to leave.

    Args:
        file: Name of the file, and of its part; that a name itself holds it is told by "name".
        string: Which of the list, from 1.
        way: How it was read there: "text", "name", or the encoding.
    """

    file: str
    string: int
    way: str


def leaks_in(files: Mapping[str, bytes], protected: ProtectedStrings) -> tuple[LeakFound, ...]:
    """Return where files, or their names, hold protected strings, each string once a file, sorted.

    >>> leaks_in({"a.csv": "كتب الشمالي".encode()}, ProtectedStrings.of(["Shamali"]))
    (LeakFound(file='a.csv', string=1, way='text'),)
    """
    found: dict[tuple[str, int], LeakFound] = {}
    for leak in (each for nth, (name, content) in enumerate(sorted(files.items()), 1) for each in _in_file(nth, name, content, protected)):
        found.setdefault((leak.file, leak.string), leak)
    return tuple(sorted(found.values()))


def identifiers_in(files: Mapping[str, bytes]) -> Mapping[RedactedPattern, int]:
    """Return how many telephone numbers and addresses of mail stand in files, by kind; kinds of which there are none are left out.

    Numbers of people and papers are not counted: ids of documents and entries are such numbers too.

    >>> identifiers_in({"a.csv": b"tel 0944 123 456, a@b.org"})[RedactedPattern.MAILS]
    1
    """
    texts = [part_texts(content)[-1] for name, whole in files.items() for _, content in file_parts(name, whole)]
    kinds = (RedactedPattern.PHONES, RedactedPattern.MAILS)
    counts = {kind: len({text[slice(*span)] for text in texts for span in pattern_spans(text, [kind])}) for kind in kinds}
    return {kind: count for kind, count in counts.items() if count}


def _in_file(nth: int, name: str, content: bytes, protected: ProtectedStrings) -> Iterator[LeakFound]:
    if hits := protected.in_text(name):
        name = f"file {nth}"  # Its name would tell the string.
        yield from (LeakFound(name, hit.number, "name") for hit in hits)
    for part, held in file_parts(name, content):
        for text in part_texts(held):
            for start in range(0, len(text), _PIECE):
                piece = text[max(0, start - _OVERLAP) : start + _PIECE]
                yield from (LeakFound(part, hit.number, "text") for hit in protected.in_text(piece))
        yield from (LeakFound(part, string, way) for string, way in bytes_hold(protected, held))
