"""Posts in Latin letters: Minister of Interior, Deputy Director of Crossings, Air Brigadier General; of a unit or a place only the head."""

from __future__ import annotations

from typing import Final

from kashf.domain.entity import MentionType
from kashf.language.grammar.grammar_page import GrammarPage
from kashf.language.grammar.latin.latin_bodies import name_behind_of, over_and, read_latin_group, read_numbered_group
from kashf.language.grammar.latin.latin_page import may_be_name, tells_of_people
from kashf.language.grammar.latin.latin_persons import is_title_before_name
from kashf.language.grammar.latin.latin_shapes import goes_on, is_article_at, is_capital, is_head, run_end, vocabulary
from kashf.language.grammar.rule_match import RuleMatch

_WHOLE, _HEAD, _ROW = 0.8, 0.6, 0.7
#: Words of a post, and of what it is over.
_MOST_WORDS: Final = 5
_MOST_SECTOR: Final = 4
#: Posts that are written small before what they are over: ministre de l'Intérieur.
_SMALL_WITH_CAPITALS: Final = frozenset({"minister", "ministre", "director", "directeur"})


def read_latin_role(page: GrammarPage, at: int) -> RuleMatch | None:
    """Return the post whose name begins with the word at an index.

    With "of" it takes what it is over, but leaves a unit or a place its own name; without, only rows of two words or more are a post.
    """
    end = _row_end(page, at)
    if end == at or not page.folded(end - 1).isascii():
        return None
    may_be_over = page.folded(end) in vocabulary("OF") and (page.folded(end - 1) in vocabulary("POSTS") or end > at + 1)
    start = name_behind_of(page, end - 1) if may_be_over else 0
    if start and _is_post_there(page, end - 1):
        return _over(page, at, end=end, start=start)
    is_post = end > at + 1 and is_capital(page, at) and tells_of_people(page)
    return RuleMatch(at, end, MentionType.ROLE, "post", _ROW) if is_post else None


def _row_end(page: GrammarPage, at: int) -> int:
    """Return the end of the words of a post that begin at an index, the last of them a title or a post; `at` if there are none."""
    end, last = at, at
    while end - at < _MOST_WORDS and (page.folded(end) in vocabulary("POST_WORDS") or _is_post(page, end)):
        if end > at and (not (goes_on(page, end - 1) and is_capital(page, end)) or is_title_before_name(page, end)):
            break
        end += 1
        if _is_post(page, end - 1):
            last = end
        if not is_capital(page, at):
            break
    return last


def _is_post(page: GrammarPage, index: int) -> bool:
    folded = page.folded(index)
    return folded in vocabulary("POSTS") or folded in vocabulary("RANKS")


def _over(page: GrammarPage, at: int, *, end: int, start: int) -> RuleMatch | None:
    """Return the post from `at` to `end` with what it is over, which begins at `start`."""
    group = read_latin_group(page, start) or read_numbered_group(page, start)
    is_body = group is not None and not vocabulary("BODIES").isdisjoint(page.folded(index) for index in range(start, group.end))
    is_territory = page.folded(end - 1) in vocabulary("TERRITORIAL_POSTS") and not is_body and may_be_name(page, start)
    is_named = is_article_at(page, start) or is_head(page.folded(start), "PLACE_HEADS")
    if (group and not is_body) or is_territory or is_named:
        return RuleMatch(at, end, MentionType.ROLE, "post-of", _HEAD)
    behind = group.end if group else over_and(page, run_end(page, start))
    if behind <= start or behind - start > _MOST_WORDS or not (is_capital(page, at) or page.folded(end - 1) in _SMALL_WITH_CAPITALS):
        return None
    return RuleMatch(at, _with_sector(page, behind), MentionType.ROLE, "post", _WHOLE)


def _with_sector(page: GrammarPage, end: int) -> int:
    """Return the end of a post behind a comma and the sector that it is in: Director of Crossings, Northern Sector."""
    if page.gap(end - 1) != ", " or not is_capital(page, end):
        return end
    for last in range(end + 1, end + _MOST_SECTOR):
        if not goes_on(page, last - 1) or not is_capital(page, last):
            return end
        if page.folded(last) in vocabulary("SECTORS"):
            return last + 1
    return end


def _is_post_there(page: GrammarPage, index: int) -> bool:
    """Return whether a word is meant as a post: with a capital, or of those that leave no doubt, on a page that tells of people."""
    return is_capital(page, index) or (page.folded(index) in vocabulary("SMALL_POSTS") and tells_of_people(page))
