"""Groups and places in Latin letters: a row of capital words with a word before, in or behind it that says what it is."""

from __future__ import annotations

from typing import Final

from kashf.domain.entity import MentionType
from kashf.language.grammar.grammar_page import GrammarPage
from kashf.language.grammar.latin.latin_page import has_name, is_written_small, may_be_name, tells_of_people
from kashf.language.grammar.latin.latin_shapes import (
    goes_on,
    is_all_capitals,
    is_article_at,
    is_capital,
    is_father,
    is_head,
    is_latin,
    is_son,
    run_end,
    vocabulary,
)
from kashf.language.grammar.rule_match import RuleMatch
from kashf.language.tables.latin.latin_words import COUNTRY_INITIALS, KNOWN_INITIALS

_ARTICLES: Final = frozenset({"the", "la", "le", "les", "l", "der", "die", "das", "den", "dem"})
_ORDINALS: Final = ("st", "nd", "rd", "th", "e", "eme")
_PLACE_LABELS: Final = frozenset({"place", "location", "town", "lieu", "ort", "yer"})
_LONGEST_LABEL: Final = 3
_JOINING: Final = frozenset({"of", "and", "for"})
_GROUP_INITIALS: Final = frozenset(KNOWN_INITIALS.split())
_COUNTRY_INITIALS: Final = frozenset(COUNTRY_INITIALS.split())
#: Words of the languages in which the head of a place is a small word.
_FOREIGN: Final = {"ein": ("und", "die", "wurde"), "der": ("und", "die", "wurde"), "bir": ("ve", "bu", "ile"), "tell": ("und",)}
#: Capital words before a small tail; more are a headline.
_MOST_BEFORE_SMALL: Final = 3


def read_latin_group(page: GrammarPage, at: int) -> RuleMatch | None:
    """Return the group whose name begins with the word at an index."""
    folded = page.folded(at)
    if is_capital(page, at) and is_head(folded, "ARABIC_GROUP_HEADS"):
        end = run_end(page, at)
        if end > at + 1:
            return RuleMatch(at, end, MentionType.GROUP, "unit", 0.9)
    is_body = is_capital(page, at) and folded in vocabulary("BODIES") and page.folded(at + 1) in vocabulary("OF") and tells_of_people(page)
    if is_body or folded in vocabulary("GROUP_HEADS"):
        end = _behind_of(page, at)
        if end and not (is_all_capitals(page, at) and is_all_capitals(page, at - 1)):
            return RuleMatch(at, end, MentionType.GROUP, "unit-of", 0.85 if is_capital(page, at) else 0.6)
    return _with_group_tail(page, at) if is_capital(page, at) or is_article_at(page, at) else _common_unit(page, at)


def read_numbered_group(page: GrammarPage, at: int) -> RuleMatch | None:
    """Return the group whose name begins with its number: 52nd Infantry Brigade."""
    folded = page.folded(at)
    if not (folded[:1].isdigit() and folded.endswith(_ORDINALS)) or not goes_on(page, at):
        return None
    group = _with_group_tail(page, at + 1)
    if group is None and page.folded(at + 1) in vocabulary("GROUP_TAILS"):
        return RuleMatch(at, at + 2, MentionType.GROUP, "unit-number", 0.8)
    return RuleMatch(at, group.end, MentionType.GROUP, "unit-number", 0.85) if group and group.start == at + 1 else None


def read_latin_place(page: GrammarPage, at: int) -> RuleMatch | None:
    """Return the place whose name begins with the word at an index."""
    if page.folded(at) in vocabulary("PLACE_CLASS_HEADS"):
        start = name_behind_of(page, at)
        end = run_end(page, start) if start else 0
        is_name = start and end > start and (tells_of_people(page) or has_name(page, start, end))
        return RuleMatch(start, end, MentionType.PLACE, "place-class", 0.8) if is_name else None
    end = run_end(page, at)
    if is_capital(page, at) and is_head(page.folded(at), "PLACE_HEADS"):
        start_end = end if end > at else _behind_odd_head(page, at)
        if start_end > at + 1:
            return RuleMatch(at, _tail_end(page, start_end), MentionType.PLACE, "place", 0.9)
    is_initials = end == at + 1 and page.written(at) in _GROUP_INITIALS | _COUNTRY_INITIALS
    if end == at or is_initials or not (tells_of_people(page) or has_name(page, at, end)):
        return None
    return _with_place_tail(page, at, end)


def _with_place_tail(page: GrammarPage, at: int, end: int) -> RuleMatch | None:
    """Return the place that a row of capital words is because of a word that ends it or stands small behind it: crossing, district."""
    tail = _tail_end(page, end)
    if tail > end or (page.folded(end - 1) in vocabulary("PLACE_TAILS") and end > at + 1):
        return RuleMatch(at, tail, MentionType.PLACE, "place-tail", 0.8)
    tails = vocabulary("PLACE_CLASS_TAILS") | vocabulary("TURKISH_PLACE_TAILS")
    is_classified = goes_on(page, end - 1) and page.folded(end) in tails
    return RuleMatch(at, end, MentionType.PLACE, "place-class", 0.75) if is_classified else None


def read_latin_spot(page: GrammarPage, at: int) -> RuleMatch | None:
    """Return the place that a row of capital words is because of what stands before it: in, from, near, the siege of.

    Only on a page that tells of people and places, and for words that may be names: "in Chapter 3" and "to Unix" are none.
    """
    end = run_end(page, at)
    if end == at or end - at > _MOST_BEFORE_SMALL or not stands_where_places_do(page, at) or not tells_of_people(page):
        return None
    is_name = all(is_article_at(page, index) or may_be_name(page, index) for index in range(at, end))
    is_listed = goes_on(page, end - 1) and page.folded(end)[:1].isdigit()
    return RuleMatch(at, end, MentionType.PLACE, "preposition", 0.5) if is_name and not is_listed else None


def stands_where_places_do(page: GrammarPage, at: int) -> bool:
    """Return whether a word that goes before names of places stands before the word at an index, the article left out."""
    before = at - 1
    if page.folded(before) in _ARTICLES - {"the"} and goes_on(page, before):
        before -= 1
    if before < 0 or not goes_on(page, before):
        return before >= 0 and page.gap(before).strip() == ":" and _is_label(page, before)
    folded = page.folded(before)
    if folded == "a" and page.written(before) in {"a", "A"}:
        return False  # The article; the French preposition has its accent.
    if folded in vocabulary("OF") or folded == "of":
        of_places = vocabulary("OF_PLACES") | vocabulary("TERRITORIAL_POSTS")
        return goes_on(page, before - 1) and page.folded(before - 1) in of_places
    return folded in vocabulary("PLACE_PREPOSITIONS")


def _is_label(page: GrammarPage, last: int) -> bool:
    """Return whether the label that ends with a word says that a place follows: Place and date."""
    first = last
    while first > 0 and last - first < _LONGEST_LABEL and goes_on(page, first - 1):
        first -= 1
    return not _PLACE_LABELS.isdisjoint(page.folded(index) for index in range(first, last + 1))


def read_initials(page: GrammarPage, at: int) -> RuleMatch | None:
    """Return the group or country that is known by the capitals at an index; not in a line of nothing but capitals."""
    written = page.written(at)
    if written not in _GROUP_INITIALS and written not in _COUNTRY_INITIALS:
        return None
    beside = [index for index in (at - 1, at + 1) if 0 <= index < len(page.words) and is_latin(page, index)]
    if beside and all(page.written(index).isupper() for index in beside):
        return None
    type_ = MentionType.GROUP if written in _GROUP_INITIALS else MentionType.PLACE
    return RuleMatch(at, at + 1, type_, "initials", 0.8)


def _with_group_tail(page: GrammarPage, at: int) -> RuleMatch | None:
    end = run_end(page, at)
    if end == at:
        return None
    if page.folded(at) in vocabulary("GROUP_TAILS") and goes_on(page, at) and page.folded(at + 1).isdecimal():
        return RuleMatch(at, _behind_number(page, at + 2), MentionType.GROUP, "unit-number", 0.8)
    end = _over_of(page, at, end)
    last = next((index for index in range(end - 1, at, -1) if _is_tail(page, index)), at)
    if last > at:
        return RuleMatch(at, _whose(page, last), MentionType.GROUP, "unit-tail", 0.85)
    small = goes_on(page, end - 1) and end - at <= _MOST_BEFORE_SMALL and page.folded(end) in vocabulary("SMALL_TAILS")
    return RuleMatch(at, end + 1, MentionType.GROUP, "unit-tail", 0.7) if small else None


def _is_tail(page: GrammarPage, index: int) -> bool:
    """Return whether a word ends the name of a group; a room only where operations are led from it."""
    folded = page.folded(index)
    if folded in vocabulary("WEAK_GROUP_TAILS"):
        return tells_of_people(page) and not page.folded(index + 1)[:1].isdigit()
    return folded in vocabulary("GROUP_TAILS") or (folded == "room" and page.folded(index - 1) == "operations")


def _whose(page: GrammarPage, last: int) -> int:
    """Return the end of a body's name behind what it is over: the General Directorate of Crossings, the Military Branch of Al-X."""
    if page.folded(last) not in vocabulary("BODIES") or not goes_on(page, last) or page.folded(last + 1) not in {"of", "for"}:
        return last + 1
    start = name_behind_of(page, last)
    end = run_end(page, start) if start else 0
    return over_and(page, end) if end > start else last + 1


def over_and(page: GrammarPage, end: int) -> int:
    """Return the end of "Security and Intelligence" behind the second of both."""
    if not goes_on(page, end - 1) or page.folded(end) not in {"and", "&"} or not goes_on(page, end):
        return end
    behind = end + 1
    return run_end(page, behind) if is_capital(page, behind) and not is_article_at(page, behind) else end


def _behind_number(page: GrammarPage, end: int) -> int:
    """Return the end of "Brigade 52 Infantry" behind its number: the capital words that follow at once, two at most."""
    return min(run_end(page, end), end + 2) if goes_on(page, end - 1) and is_capital(page, end) else end


def _over_of(page: GrammarPage, at: int, end: int) -> int:
    """Return the end of a row that goes on over "of the" to the word for a group: Lions of the North Brigade; else the row's own.

    A post or a man before "of" is none: Judge Abu X of the Court.
    """
    behind = end + 1
    if not goes_on(page, end - 1) or page.folded(end) not in _JOINING or not goes_on(page, end):
        return end
    if page.folded(at) in vocabulary("POSTS") or any(is_father(page, index) or is_son(page, index) for index in range(at, end)):
        return end
    if page.folded(behind) in _ARTICLES and goes_on(page, behind) and not is_article_at(page, behind):
        behind += 1
    last = run_end(page, behind)
    return last if last > behind and page.folded(last - 1) in vocabulary("GROUP_TAILS") else end


def _common_unit(page: GrammarPage, at: int) -> RuleMatch | None:
    """Return a unit that is called by what it does, all in small letters: the signals platoon."""
    begins = at == 0 or not goes_on(page, at - 1) or page.folded(at - 1) in _ARTICLES
    if not begins or not goes_on(page, at) or page.folded(at + 1) not in vocabulary("UNIT_NOUNS"):
        return None
    is_word = is_latin(page, at) and not page.folded(at).endswith("ed")
    return (
        RuleMatch(at, at + 2, MentionType.GROUP, "common-unit", 0.5) if is_word and page.folded(at) not in vocabulary("NOT_NAMES") else None
    )


def _behind_of(page: GrammarPage, at: int) -> int:
    """Return the end of the name behind a head: Council of the Banks; 0 if there is none."""
    start = name_behind_of(page, at)
    end = run_end(page, start) if start else 0
    if end <= start:
        return 0
    return over_and(page, end) if page.folded(at) in vocabulary("BODIES") else end


def name_behind_of(page: GrammarPage, at: int) -> int:
    """Return where the name behind a head begins, after "of" and an article; 0 if there is none."""
    start = at + 1
    if not goes_on(page, at) or not is_latin(page, start):
        return 0
    if page.folded(start) in vocabulary("OF"):
        if not goes_on(page, start) and page.folded(start) != "d":
            return 0
        start += 1
        if page.folded(start) == "l" and page.gap(start) in {"'", "’"}:
            return start + 1 if is_capital(page, start + 1) else 0
        if page.folded(start) in _ARTICLES and not is_article_at(page, start):
            start += 1
    elif is_capital(page, at):
        return 0
    return start if is_capital(page, start) or is_article_at(page, start) or page.folded(start)[:1].isdigit() else 0


def _behind_odd_head(page: GrammarPage, at: int) -> int:
    """Return the end of a place whose head is also a small word of another language (Bir, Der).

    On a page in that language it needs its article.
    """
    if not goes_on(page, at) or not is_capital(page, at + 1):
        return run_end(page, at + 1) if goes_on(page, at) and is_article_at(page, at + 1) else at
    is_foreign = is_written_small(page, _FOREIGN.get(page.folded(at), ())) and not is_article_at(page, at + 1)
    return at if is_foreign else run_end(page, at + 1)


def _tail_end(page: GrammarPage, end: int) -> int:
    """Return the end of a place behind the small word that says what it is, and what may stand between: the X pumping station."""
    is_owned = page.gap(end - 1) in {"' ", "’ "}  # The Blacksmiths' bridge.
    if not goes_on(page, end - 1) and not is_owned:
        return end
    if page.folded(end) in vocabulary("PLACE_TAILS") and not is_capital(page, end):
        return end + 1
    is_middle = page.folded(end) in vocabulary("PLACE_MIDDLES") and goes_on(page, end)
    return end + 2 if is_middle and page.folded(end + 1) in vocabulary("PLACE_TAILS") else end
