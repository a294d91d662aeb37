"""Versions of the stages; a document is taken through a stage again when its version has changed."""

from __future__ import annotations

from collections.abc import Iterable

from kashf.domain.ids import Json, content_id
from kashf.ports.taggers import Tagger

#: Raise it when reading yields something else for the same bytes: every document is then read again by `process`.
READ_VERSION = "1"
#: Raise it when words, stems or passages change: every document is then indexed again.
INDEX_VERSION = "2"
#: Raise it when mentions are kept, cut or keyed otherwise. What a tagger finds is in the tagger's own version.
NAMES_VERSION = "2"


def names_version(taggers: Iterable[Tagger]) -> str:
    """Return the version of looking for names with some taggers, in any order: with another one, every text is looked through again."""
    made_of: list[Json] = [NAMES_VERSION, *([name, version] for name, version in sorted((each.name, each.version) for each in taggers))]
    return f"{NAMES_VERSION}-{content_id(made_of)[:16]}"
