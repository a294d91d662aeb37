"""What can still be read in a file that no reader knows: runs of letters that somebody wrote, as `strings` finds them, but not its noise.

A run counts when it holds words: letters of one script, in one case or with one capital at the beginning. Of bytes without order, such as
compressed or encrypted ones, nothing counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kashf.domain.document import SURE_ENOUGH, Page, Reason, Status
from kashf.ports.engines import EngineError, Extract, Limits, Source

#: What holds no words, or words in a form that is another's to read.
_NOT_LOOKED_AT = re.compile(
    r"image/(?!vnd\.dwg)|audio/|video/|font/|inode/|message/|text/|application/(?:pdf|zip|gzip|x-bzip2|x-xz|zstd|x-lzma|x-lzip|x-lz4|"
    r"x-compress|x-7z-compressed|vnd\.rar|vnd\.ms-cab-compressed|x-iso9660-image|x-tar|x-cpio|encrypted|pgp-|pkcs7|x-sharedlib|"
    r"x-executable|x-dosexec|x-mach-binary|vnd\.microsoft\.portable-executable|x-pie-executable|vnd\.sqlite3|json)"
)
#: A package, whose text is compressed; what is not are the names of its parts.
_PACKED = b"PK\x03\x04"
_LETTERS = "A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u052f\u0590-\u05ff\u0620-\u065f\u066e-\u06d3"
_WRITTEN = f"[{_LETTERS}0-9\u0660-\u0669 \t.,:;!?'\"()/\\\\@&%+*=_\u060c\u061b\u061f\u2013\u2014\u2018-\u201d-]"
_RUN = re.compile(_WRITTEN + "{4,}")
_ASCII_RUN = re.compile(rb"(?:[\t\x20-\x7e]|[\xc3-\xdb][\x80-\xbf])+")
_WORD = re.compile(f"[{_LETTERS}]+")
#: A word as people write it; programs also write words together.
_OF_ONE_SCRIPT = re.compile(
    "(?:[A-Z\u00c0-\u00de]?[a-z\u00df-\u024f]+|[A-Z]+|[A-Z][a-z]+(?:[A-Z][a-z]+)+|[\u0620-\u065f\u066e-\u06d3]+|[\u0400-\u052f]+|"
    "[\u0370-\u03ff]+|[\u0590-\u05ff]+)"
)
_VOWEL = re.compile("[aeiouyAEIOUY\u0370-\u06d3]")
_CONSONANT = re.compile("[b-df-hj-np-tv-zB-DF-HJ-NP-TV-Z\u0370-\u06d3]")
_NOBODY_WRITES = re.compile(r"(.)\1\1")
#: Letters that make a run one that was written: of one word, or of several.
_IN_ONE_WORD, _IN_SEVERAL_WORDS = 7, 6
#: Share of a run's signs that must belong to words, and of a file's bytes to runs; chance alone brings a tenth of it.
_LEAST_SHARE, _LEAST_OF_FILE = 0.5, 0.0005
#: Characters in all runs together, below which chance may have brought them.
_LEAST_CHARACTERS = 20
#: Confidence of what was found without knowing how the file is made.
CONFIDENCE = SURE_ENOUGH - 0.1


class CharacterRunReader:
    """Reads runs of letters in UTF-16, UTF-8 and ASCII out of files that nobody else could read."""

    name = "character-runs"
    version = "1"

    def reads(self, type: str) -> bool:
        """Return whether `type` may hold text that is neither compressed nor encrypted."""
        return _NOT_LOOKED_AT.match(type) is None

    def read(self, source: Source, *, limits: Limits) -> Extract:
        """Return one page of little confidence, a run a line, each run once.

        Raises:
            EngineError: Nothing in it was written by somebody, or the file is too large.
        """
        if source.size_bytes > 4 * limits.text_characters:
            raise EngineError(Reason.TOO_LARGE, "beyond the limit for a file of unknown structure")
        content = source.read()
        lines = dict.fromkeys(runs_of_letters(content)) if not content.startswith(_PACKED) else ()
        if sum(map(len, lines)) < max(_LEAST_CHARACTERS, _LEAST_OF_FILE * source.size_bytes):
            raise EngineError(Reason.UNSUPPORTED, "no text in a file of this type")
        page = Page(1, "\n".join(lines), confidence=CONFIDENCE)
        return Extract((page,), {}, Status.PARTIAL, Reason.LOW_CONFIDENCE, "no reader knows its structure: runs of letters found in it")


def runs_of_letters(content: bytes) -> Iterator[str]:
    """Yield what was written: in single bytes first, then in pairs of bytes that begin at even and at odd places."""
    for match in _ASCII_RUN.finditer(content):
        yield from _written(match[0].decode("utf-8", "replace"))
    if b"\0" not in content and content.count(b"\x06") * 20 < len(content):
        return
    for first in (0, 1):
        yield from _written(content[first : first + (len(content) - first) // 2 * 2].decode("utf-16-le", "replace"))


def _written(text: str) -> Iterator[str]:
    for match in _RUN.finditer(text):
        run = " ".join(match[0].split())
        if is_written(run):
            yield run


def is_written(run: str) -> bool:
    """Return whether a run of characters holds words, rather than letters by chance.

    >>> is_written("This is row 7"), is_written("سوق الزمرد"), is_written("hR@Dmg"), is_written("AxB^@< fBq")
    (True, True, False, False)
    """
    words = [word for word in _WORD.findall(run) if len(word) > 1 and _is_word(word)]
    letters = sum(map(len, words))
    least = _IN_ONE_WORD if len(words) == 1 else _IN_SEVERAL_WORDS
    return letters >= least and letters >= _LEAST_SHARE * sum(1 for sign in run if not sign.isspace())


def _is_word(word: str) -> bool:
    return bool(_OF_ONE_SCRIPT.fullmatch(word) and _VOWEL.search(word) and _CONSONANT.search(word) and not _NOBODY_WRITES.search(word))
