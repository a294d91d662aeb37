"""Versions of the stages; a document is taken through a stage again when its version has changed.

Looking for names is cheap, so its version is a digest of the code and tables that do it, which nobody has to remember to raise. Reading
and indexing cost hours, so theirs are raised by hand; a test holds them to what a small sample yields.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Final

import kashf
from kashf.domain.ids import Json, content_id
from kashf.domain.letters.letter_lexicon import NO_LEXICON, LetterLexicon
from kashf.ports.taggers import Tagger

#: Raise it when reading yields something else for the same bytes: every document is then read again by `process`.
READ_VERSION: Final = "4"
#: Raise it when words, stems or passages change: every document is then indexed again.
INDEX_VERSION: Final = "6"
#: What decides, beside the taggers, which places are names, what they are worth and what they are counted under.
_NAMING: Final = (
    "domain/entity.py",
    "domain/place.py",
    "entities/tagging",
    "language",
    "ports/mentions.py",
    "search/passages.py",
    "services/names/finding/tag.py",
)
#: What decides what is said of a message, and which quoted mail is repeated.
_CORRESPONDENCE: Final = ("domain/document.py", "language", "services/case/messages.py", "services/mail/repeated_quotes.py")
#: What decides which signs there are of whose archive a document comes from.
_ARCHIVES: Final = (
    "domain/date.py",
    "language",
    "services/case/brought/whose_archive.py",
)
#: What decides what letters say.
_LETTERS: Final = (
    "domain/date.py",
    "domain/acts",
    "domain/letters",
    "entities/forms",
    "events/bundles",
    "events/letters",
    "events/register_tables",
    "events/testimony",
    "language",
    "services/letters/keep_letters.py",
)

#: What decides what registers say of papers.
_LOGGED: Final = (
    "domain/date.py",
    "domain/letters",
    "entities/forms",
    "events/letters",
    "events/register_tables",
    "language",
    "services/registers/keep_logged.py",
)

#: What decides which dates documents have, and which are their own.
_DATES: Final = (
    "domain/date.py",
    "domain/acts",
    "domain/letters",
    "entities/forms",
    "events/bundles",
    "events/letters",
    "events/register_tables",
    "events/testimony",
    "language",
    "services/dates/keep_dates.py",
    "services/dates/page_dates.py",
    "services/letters/keep_letters.py",
)


def dates_version(lexicon: LetterLexicon = NO_LEXICON) -> str:
    """Return the version of looking for dates, with the words of a case by which its letters are read."""
    return _with_lexicon(content_digest(map(_own, _DATES))[:16], lexicon)


def letters_version(lexicon: LetterLexicon = NO_LEXICON) -> str:
    """Return the version of reading letters, with the words of a case."""
    return _with_lexicon(content_digest(map(_own, _LETTERS))[:16], lexicon)


def logged_version() -> str:
    """Return the version of reading what registers say of papers."""
    return content_digest(map(_own, _LOGGED))[:16]


def _with_lexicon(version: str, lexicon: LetterLexicon) -> str:
    if lexicon == NO_LEXICON:
        return version
    told: list[Json] = [[name, *sorted(map(list, phrases))] for name, phrases in sorted(lexicon.as_json().items())]
    return content_id([version, *told])[:16]


def archive_version() -> str:
    """Return the version of looking for signs of whose archive a document comes from."""
    return content_digest(map(_own, _ARCHIVES))[:16]


def mail_version() -> str:
    """Return the version of looking at messages and at what they quote."""
    return content_digest(map(_own, _CORRESPONDENCE))[:16]


def names_version(taggers: Iterable[Tagger]) -> str:
    """Return the version of looking for names with some taggers, in any order: with another one, every text is looked through again."""
    told: list[Json] = [[name, version] for name, version in sorted(tagger_versions(taggers).items())]
    return content_id([content_digest(_own(name) for name in _NAMING), *told])[:16]


def tagger_versions(taggers: Iterable[Tagger]) -> dict[str, str]:
    """Return the version of each tagger by its name: of its data, and of the code and tables of its package and of `language`."""
    return {tagger.name: content_id([content_digest({_own("language"), _package(tagger)}), tagger.version])[:16] for tagger in taggers}


def content_digest(places: Iterable[Path]) -> str:
    """Return a digest of what stands in files and folders: their names and bytes, in any order, compiled files left out.

    Raises:
        FileNotFoundError: One is not there.
    """
    found = hashlib.sha256()
    for path in sorted({file for place in places for file in _files(place)}):
        found.update(f"{path.parent.name}/{path.name}\0".encode())
        now = path.stat()
        found.update(_file_digest(path, now.st_mtime_ns, now.st_size))
    return found.hexdigest()


@lru_cache(maxsize=4096)  # Most files decide about several stages.
def _file_digest(path: Path, mtime_ns: int, size_bytes: int) -> bytes:  # noqa: ARG001 - when a file changed, it is another one
    return hashlib.sha256(path.read_bytes().replace(b"\r\n", b"\n")).digest()


def is_outdated(engines: Mapping[str, str], now: Mapping[str, Sequence[str]]) -> bool:
    """Return whether an engine that read a document has other versions now; one that is not there any more could not read it better.

    >>> is_outdated({"mail": "1", "tika": "2"}, {"mail": ["2"]}), is_outdated({"tika": "2"}, {"mail": ["2"]})
    (True, False)
    """
    return any(version not in now.get(name, (version,)) for name, version in engines.items())


def _own(name: str) -> Path:
    return Path(kashf.__file__).parent / name


def _package(tagger: Tagger) -> Path:
    return Path(str(sys.modules[type(tagger).__module__].__file__)).parent


def _files(place: Path) -> Iterator[Path]:
    if not place.is_dir():
        yield place
        return
    for path in place.rglob("*"):
        if path.is_file() and "__pycache__" not in path.parts:
            yield path
