"""Phrases that begin at the end of a passage and go on in the next one: the index knows of them, no single page shows them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from kashf.domain.document import Page
from kashf.ports.forms import ShownPages
from kashf.ports.search import PassageHit
from kashf.search.highlight import Finder, Match

#: Code points on either side that are looked at: eight long words.
_AROUND: Final = 400
#: What stands at the edge of a page and is no part of its text: its number, and signs around it.
_AT_END: Final = re.compile(r"[\W\d_]*\Z")
_AT_START: Final = re.compile(r"[\W\d_]*")


def matches_over_end(view: ShownPages, answer: PassageHit, page: Page, finder: Finder) -> list[Match]:
    """Return what answers over the end of a passage, as far as it stands on the passage's own page; nothing where nothing does.

    Args:
        view: Where the next page is.
        answer: The passage.
        page: Its page.
        finder: What is looked for.
    """
    end = min(answer.end, len(page.text))
    if end < len(page.text):
        text, behind = page.text, end
    else:
        following = view.page(answer.document, answer.page + 1)
        text, behind = page.text + (following.text if following else ""), end
    first, start = _AT_END.search(text, 0, end), _AT_START.match(text, behind)
    if not first or not start:
        return []
    places = ((max(answer.start, first.start() - _AROUND), first.start()), (start.end(), min(start.end() + _AROUND, len(text))))
    over = (match for match in finder.matches(text, places) if match.start < first.start() and match.end > start.end())
    return [replace(match, end=min(match.end, len(page.text))) for match in over]
