"""Which trade or post a word is, in several languages: what tells two men of one name apart."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from kashf.language.tables.names.posts import POSTS
from kashf.language.words.clitics import ARTICLE
from kashf.language.words.folding import Folded, fold


def post_of(word: Folded) -> str:
    """Return a name for the trade or post that a folded word is, one for all languages; empty for what is none.

    Example:
        >>> post_of("المعلم") == post_of("teacher") != post_of("القايد"), post_of("العقيد")
        (True, '')
    """
    return _posts().get(word, "") or _posts().get(word.removeprefix(ARTICLE), "")


@lru_cache(maxsize=1)
def _posts() -> Mapping[str, str]:
    rows = (fold(line).split() for line in POSTS.strip().splitlines())
    return {word: row[0] for row in rows for word in row}
