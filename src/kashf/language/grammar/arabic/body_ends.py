"""How far the name of a body goes in Arabic: adjectives, ordinals of two words, what it is for, and a second matter behind "and"."""

from __future__ import annotations

from typing import Final

from kashf.language.grammar.grammar_page import GrammarPage
from kashf.language.grammar.lexicon import Kind
from kashf.language.tables import unit_words
from kashf.language.words.folding import fold

_ADJECTIVES: Final = 3
#: Letters of a noun with "for the" (لل) or "and the" (وال) written onto it.
_LEAST_JOINED: Final = 5
_AND_THE: Final = "وال"
_PURPOSES: Final = frozenset(fold(unit_words.PURPOSES).split())
_TEENS: Final = frozenset(fold(unit_words.TEENS).split())
_TENS: Final = frozenset(fold(unit_words.TENS).split())
#: Heads in the plural, whose adjectives are feminine.
_PLURALS: Final = frozenset(fold(unit_words.PLURAL_UNITS).split())
#: What names somebody or something of its own, so that "and the" before it begins another name.
_OTHERS: Final = Kind.THE_UNIT | Kind.THE_ROLE | Kind.TITLE | Kind.GIVEN | Kind.PLACE | Kind.COMMON_PLACE | Kind.NATION


def adjectives_end(page: GrammarPage, head: int, end: int) -> int:
    """Return the end of a name behind the adjectives that agree with its head: الحركة الوطنية الموحدة, الفرقة الرابعة عشرة."""
    form = page.form(head)
    is_feminine = form.endswith("ه") or form in _PLURALS or form.removeprefix("ال") in _PLURALS
    for _ in range(_ADJECTIVES):
        if not page.goes_on(end - 1) or page.entries[end].clitic:
            break
        entry = page.entries[end]
        agrees = entry.form.endswith("يه") if is_feminine else entry.form.endswith("ي")
        agrees = agrees or (end > head + 1 and entry.form.endswith(("ي", "يه")) and not entry.kind & Kind.TITLE)
        direction = Kind.DIRECTION if end == head + 1 else Kind.NONE
        fits = entry.form.startswith("ال") and len(entry.form) > 4 and agrees and not entry.kind & (direction | Kind.STOP | Kind.THE_ROLE)
        if not fits and not entry.kind & (Kind.GROUP_ADJECTIVE | Kind.NAME_ADJECTIVE):
            break
        end += 1
    return _ordinal_end(page, end) if end > head + 1 else end


def _ordinal_end(page: GrammarPage, end: int) -> int:
    """Return the end of an ordinal of two words: the fourteenth, the fifty-second."""
    is_ordinal = page.goes_on(end - 1) and page.kind(end - 1) & Kind.GROUP_ADJECTIVE
    return end + 1 if is_ordinal and (page.folded(end) in _TEENS or page.folded(end) in _TENS) else end


def purpose_end(page: GrammarPage, end: int, *, any_noun: bool = True) -> int:
    """Return the end of a body's name behind what it is for: العامة للمراعي, العامة لإدارة المعابر, العليا لشؤون العشائر.

    Args:
        page: The page.
        end: Where the name ends so far.
        any_noun: Whether any noun with "for the" goes on with it; else only one of doing: شركة النخيل للنقل.
    """
    if not page.goes_on(end - 1):
        return end
    folded, entry = page.folded(end), page.entries[end]
    is_deed = folded[2:] in _PURPOSES
    if folded.startswith("لل") and len(folded) >= _LEAST_JOINED and (is_deed or any_noun) and not entry.kind & (_OTHERS & ~Kind.PLACE):
        return second_matter_end(page, _definite_adjectives(page, end + 1))
    if not any_noun or folded[:1] != "ل" or folded[1:] not in _PURPOSES or not page.goes_on(end):
        return end
    noun = page.entries[end + 1]
    if noun.clitic or noun.kind & (Kind.STOP | Kind.VERB):
        return end
    return second_matter_end(page, _definite_adjectives(page, end + 2))


def second_matter_end(page: GrammarPage, end: int) -> int:
    """Return the end of "the office of this and that", where both have the article and the second is no name of its own."""
    if not page.goes_on(end - 1):
        return end
    folded = page.folded(end)
    if not folded.startswith(_AND_THE) or len(folded) < _LEAST_JOINED + 1 or page.entries[end].kind & _OTHERS:
        return end
    after = page.entries[end + 1] if page.goes_on(end) else None
    if after is None or after.clitic or after.kind & (Kind.STOP | Kind.VERB):
        return end + 1
    behind = _definite_adjectives(page, end + 1)
    return end if behind == end + 1 and after.form.startswith("ال") else behind


def _definite_adjectives(page: GrammarPage, end: int) -> int:
    """Return the end of the adjectives with the article that stand here, three at most."""
    for _ in range(_ADJECTIVES):
        if not page.goes_on(end - 1) or page.entries[end].clitic:
            return end
        entry = page.entries[end]
        fits = entry.form.endswith(("ي", "يه")) or entry.kind & (Kind.GROUP_ADJECTIVE | Kind.NAME_ADJECTIVE)
        if not entry.form.startswith("ال") or not fits or entry.kind & (Kind.STOP | Kind.TITLE | Kind.NATION):
            return end
        end += 1
    return end
