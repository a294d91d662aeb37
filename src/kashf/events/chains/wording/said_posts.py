"""The post to which somebody is named or of which he is relieved, as letters about one post have it in common."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from kashf.domain.letters.instructions import Instruction
from kashf.events.chains.wording.body_words import plain_words
from kashf.events.letters.phrases import WORD_END, any_of
from kashf.language.tables.letters.head_phrases import POSTS
from kashf.language.words.folding import fold

#: Acts in whose clauses a post stands beside the man, which two papers of one post share.
OF_POSTS: Final = frozenset({"appoint", "dismiss"})
#: Code points of a word of two letters and the blank behind it.
_SHORT_WORD: Final = 3


def post_said(act: Instruction) -> str:
    """Return the post to which somebody is named or of which he is relieved, as it is compared: without its office behind a stroke."""
    if act.post:
        return plain_words(act.post.text)
    if act.kind not in OF_POSTS:
        return ""
    folded = fold(act.said.text)
    found = _post_words().search(folded)
    if found and (behind := _post_words().match(folded, found.start("post") + _SHORT_WORD)):
        found = behind  # "from director": the word before is one that stands before posts in signatures, too
    return plain_words(re.split(r"[/،.\n(]", folded[found.start("post") :])[0]) if found else ""


@lru_cache(maxsize=1)
def _post_words() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:ب|ل)?(?P<post>{any_of(POSTS)}){WORD_END}")
