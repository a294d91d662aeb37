"""The rules as a tagger: mentions with the rule that found them and its score."""

from __future__ import annotations

from collections.abc import Iterable

from kashf.domain.entity import Mention
from kashf.language.mentions.arabic import find_arabic
from kashf.language.mentions.found import Found
from kashf.language.mentions.page import Page


class RuleTagger:
    """Finds persons, groups, places, roles and code names by rules, in Arabic and in Latin letters; knows no list of names of places."""

    name = "rules"
    version = "1"

    def tag(self, text: str, *, language: str = "") -> tuple[Mention, ...]:
        """Return the mentions of a text in order of their start, not overlapping.

        Args:
            text: Of one page; hostile.
            language: Not asked: the letters say which rules apply.
        """
        del language
        page = Page(text)
        return tuple(_without_overlap(_mention(page, found) for found in find_arabic(page)))


def _mention(page: Page, found: Found) -> Mention:
    start, end = page.start(found.start), page.words[found.end - 1].end
    return Mention(start, end, page.text[start:end], found.type, f"rules:{found.rule}", found.score)


def _without_overlap(mentions: Iterable[Mention]) -> Iterable[Mention]:
    last = 0
    for mention in sorted(mentions, key=lambda each: (each.start, -each.end)):
        if mention.start >= last:
            last = mention.end
            yield mention
