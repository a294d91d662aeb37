"""Who a name that a person types is in a case: the entity it belongs to, by its key or by the likeliest of its spellings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from kashf.domain.entity import MentionType, NameKey, is_unassigned
from kashf.domain.reasons import NO_REASONS
from kashf.entities.comparing.compare import MAYBE, SAME, Comparison, compare, prepare
from kashf.entities.tagging.keys import label_key, name_key
from kashf.language.person_names.finder import NameQuery, prepare_name
from kashf.language.person_names.titles import without_titles
from kashf.language.words.folding import Folded
from kashf.ports.mentions import Membership
from kashf.ports.views import CaseView
from kashf.search.ways.name_spellings import readings

PERSON = MentionType.PERSON


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """Somebody who is named in the case.

    Args:
        leader: The name he goes by.
        members: His names, with how each was joined.
        is_partial: Whether he is known by a part of a name alone, or by a name that several bear, so that he may be several.
        asked: The name by which he was asked for; it is none of his where that is another spelling.
    """

    leader: NameKey
    members: Mapping[NameKey, Membership]
    is_partial: bool
    asked: NameKey


def person_named(view: CaseView, name: str) -> NamedPerson | None:
    """Return who a name, or a key of the case, is: by what it is as it stands, else by its likeliest spelling; None when it is nobody's."""
    key = name_key(name, PERSON)
    for known in dict.fromkeys((NameKey(name), label_key(name), key)):
        if found := _person(view, known, asked=known):
            return found
    return next((found for other in _spellings(view, name) if (found := _person(view, other, asked=key))), None)


def words_of_parts(view: CaseView, query: NameQuery) -> tuple[frozenset[str], ...]:
    """Return for each part of a name the words of the case that may stand for it."""
    return tuple(
        frozenset(word for some in view.words_with(sorted(required)).values() for word in some if _is_read_as(query, index, word))
        for index, required in enumerate(query.required)
    )


def like_names(view: CaseView, name: str) -> Mapping[NameKey, Comparison]:
    """Return the names of a case that are or may be a name, those that have the word by which it is told from others."""
    query, asked = prepare_name(name), _prepared(without_titles(name))
    words = words_of_parts(view, query)
    if not words:
        return {}
    telling = query.telling
    found = set(view.keys_with_words(PERSON, words[telling]))
    if len(words) > 1:
        others = (some for part, some in enumerate(words) if part != telling)
        found &= set(view.keys_with_words(PERSON, frozenset[str]().union(*others)))
    most = len(name.split()) + 1 if len(words) == 1 else None
    compared = {key: compare(asked, _prepared(key)) for key in sorted(found) if most is None or len(key.split()) <= most}
    return {key: result for key, result in compared.items() if result.score >= MAYBE}


def _is_read_as(query: NameQuery, part: int, word: str) -> bool:
    return any(query.accepts(part, reading) for reading in readings(Folded(word)))


def _spellings(view: CaseView, name: str) -> list[NameKey]:
    """Return the names of a case that are a name in another spelling, the likeliest first, then the most frequent."""
    from kashf.entities.resolving.resolve import fits  # Takes a tenth of a second to load.

    likely = {key: result for key, result in like_names(view, name).items() if result.score >= SAME and fits(result)}
    mentions = {total.key: total.mentions for total in view.names_with(PERSON, list(likely))}
    return sorted(mentions, key=lambda key: (-likely[key].score, -mentions[key], key))


def _person(view: CaseView, key: NameKey, *, asked: NameKey) -> NamedPerson | None:
    members = {member.key: member for member in view.memberships(PERSON, [key])}
    if not members and not view.names_with(PERSON, [key]):
        return None
    leader = members[key].leader if members else key
    is_partial = members[leader].is_undecided if members else len(prepare_name(leader).parts) < 2
    known = members or {key: Membership(key, key, NameKey(""), 1.0, NO_REASONS)}
    return NamedPerson(leader, known, is_partial or is_unassigned(leader), asked)


_prepared = lru_cache(maxsize=4096)(prepare)
