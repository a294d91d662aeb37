"""Posts in Arabic: the word for whoever leads or keeps something, and what that is."""

from __future__ import annotations

from typing import Final

from kashf.domain.entity import MentionType
from kashf.language.grammar.arabic.bodies import read_group
from kashf.language.grammar.arabic.shapes import is_nisba
from kashf.language.grammar.grammar_page import GrammarPage
from kashf.language.grammar.lexicon import Kind
from kashf.language.grammar.rule_match import RuleMatch

_ADJECTIVES: Final = 2
_DEEPEST: Final = 3


def read_role(page: GrammarPage, at: int, *, depth: int = 0) -> RuleMatch | None:
    """Return the post named at an index: head and what it heads; of a unit with a name of its own only the head.

    A deputy of a deputy of ... is followed three posts deep.
    """
    kind = page.kind(at)
    if not page.goes_on(at) or page.entries[at + 1].clitic or (kind & Kind.GIVEN and is_nisba(page, at + 1)):
        return None
    score = 0.7 if page.entries[at].is_misread else 0.9
    following = page.kind(at + 1)
    if kind & Kind.THE_ROLE:
        return RuleMatch(at, at + 2, MentionType.ROLE, "the-role", 0.6) if _is_field(page, at + 1) else None
    if following & (Kind.ROLE | Kind.OFFICE) and depth < _DEEPEST:
        inner = read_role(page, at + 1, depth=depth + 1) if following & Kind.ROLE else read_group(page, at + 1)
        return RuleMatch(at, inner.end, MentionType.ROLE, "role", score) if inner else None
    if following & (Kind.UNIT | Kind.PLACE | Kind.PLACE_CLASS):
        return RuleMatch(at, at + 1, MentionType.ROLE, "role-of", 0.6)
    if not page.form(at + 1).startswith("ال") or following & (Kind.NOT_POST | Kind.STOP | Kind.FIELD):
        return None
    return RuleMatch(at, _adjectives(page, at + 2), MentionType.ROLE, "role", score)


def _is_field(page: GrammarPage, index: int) -> bool:
    """Return whether a word says in what somebody leads: العسكري, المالي, الشرعي."""
    entry = page.entries[index]
    said_of_men = entry.kind & (Kind.MEN_NISBA | Kind.NOT_NISBA) and not entry.kind & Kind.DIRECTION
    return bool(said_of_men or entry.form in {"العام", "الاعلي"}) and entry.form.startswith("ال")


def _adjectives(page: GrammarPage, end: int) -> int:
    """Return the end of a post behind adjectives of what it heads: مدير الورشة المركزية."""
    for _ in range(_ADJECTIVES):
        if not page.goes_on(end - 1) or page.entries[end].clitic:
            return end
        entry = page.entries[end]
        fits = entry.form.endswith("يه") or entry.kind & (Kind.GROUP_ADJECTIVE | Kind.NOT_NISBA | Kind.MEN_NISBA)
        if not entry.form.startswith("ال") or not fits or entry.kind & Kind.TITLE:
            return end
        end += 1
    return end
