"""Posts in Arabic: the word for whoever leads or keeps something, and what that is."""

from __future__ import annotations

from typing import Final

from kashf.domain.entity import MentionType
from kashf.language.grammar.arabic.bodies import read_group
from kashf.language.grammar.arabic.body_ends import second_matter_end
from kashf.language.grammar.arabic.shapes import is_nisba
from kashf.language.grammar.grammar_page import GrammarPage
from kashf.language.grammar.lexicon import Kind, look_up
from kashf.language.grammar.rule_match import RuleMatch
from kashf.language.words.folding import Folded

_ADJECTIVES: Final = 2
_DEEPEST: Final = 3
#: آمر, a commander, and أمر, an order, fold to one word.
_ORDER: Final = "امر"
#: Units that are rather where somebody is in charge, so that the post has their name: the commander of the second sector.
_DISTRICTS: Final = frozenset({"قاطع", "ولايه"})
#: Of whoever stands above other heads: the director general.
_GENERAL, _GENERALLY = "عام", "عاما"


def read_role(page: GrammarPage, at: int, *, depth: int = 0) -> RuleMatch | None:
    """Return the post named at an index: head and what it heads; of a unit with a name of its own only the head.

    A deputy of a deputy of ... is followed three posts deep.
    """
    kind = page.kind(at)
    if page.folded(at) == _ORDER and page.written(at)[:1] == "أ":
        return None
    if kind & Kind.MADE_ROLE:
        return _made(page, at, depth=depth)
    name = at + 2 if page.goes_on(at) and page.folded(at + 1) == _GENERAL else at + 1
    if not page.goes_on(name - 1) or page.entries[name].clitic or (kind & Kind.GIVEN and is_nisba(page, at + 1)):
        return None
    score = 0.7 if page.entries[at].is_misread else 0.9
    if kind & Kind.THE_ROLE:
        return RuleMatch(at, at + 2, MentionType.ROLE, "the-role", 0.6) if _is_field(page, at + 1) else None
    if page.kind(name) & (Kind.UNIT | Kind.PLACE | Kind.PLACE_CLASS) or _is_the_unit(page, name):
        return RuleMatch(at, name, MentionType.ROLE, "role-of", 0.6)
    end = _over(page, name, depth=depth)
    return RuleMatch(at, end, MentionType.ROLE, "role", score) if end > name else None


def _is_the_unit(page: GrammarPage, name: int) -> bool:
    """Return whether a unit with the article and a name of its own stands at an index: the commander of the fourth division."""
    unit = Folded(page.form(name).removeprefix("ال"))
    is_unit = page.kind(name) & Kind.THE_UNIT and look_up(unit).kind & Kind.UNIT and unit not in _DISTRICTS
    return bool(is_unit) and read_group(page, name) is not None


def _over(page: GrammarPage, name: int, *, depth: int) -> int:
    """Return the end of what somebody heads, which begins at an index; the index itself if nothing of the kind stands there."""
    kind = page.kind(name)
    if kind & (Kind.ROLE | Kind.OFFICE | Kind.THE_UNIT):
        if depth >= _DEEPEST:
            return name
        inner = read_role(page, name, depth=depth + 1) if kind & Kind.ROLE else read_group(page, name)
        if inner or not kind & Kind.THE_UNIT:
            return inner.end if inner else name
    if kind & Kind.THE_ROLE:
        return name + 2 if page.goes_on(name) and _is_field(page, name + 1) else name + 1
    if not page.form(name).startswith("ال") or kind & (Kind.NOT_POST | Kind.STOP | Kind.FIELD):
        return name
    return second_matter_end(page, _adjectives(page, name + 1))


def _made(page: GrammarPage, at: int, *, depth: int) -> RuleMatch | None:
    """Return the post that somebody is given, said of what by a letter: نائبا لرئيس هيئة المراعي, مديرا عاما للمؤسسة العامة."""
    name = at + 2 if page.goes_on(at) and page.folded(at + 1) == _GENERALLY else at + 1
    folded = page.folded(name)
    if not page.goes_on(name - 1) or folded[:1] not in {"ل", "ب"} or not (page.entries[name].clitic or folded.startswith(("لل", "بال"))):
        return None
    if page.kind(name) & (Kind.UNIT | Kind.PLACE | Kind.PLACE_CLASS):
        return RuleMatch(at, name, MentionType.ROLE, "role-of", 0.6)
    end = _over(page, name, depth=depth) if page.entries[name].clitic else name + 1
    return RuleMatch(at, end, MentionType.ROLE, "made-role", 0.8) if end > name else None


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
