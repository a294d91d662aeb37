"""Who a name that a person types is in a case: the entity it belongs to, by its key or by the likeliest of its spellings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kashf.domain.entity import MentionType, NameKey, is_unassigned
from kashf.domain.reasons import NO_REASONS
from kashf.entities.comparing.compare import MAYBE, SAME, Comparison, compare, prepare
from kashf.entities.tagging.keys import keys_asked
from kashf.language.person_names.finder import NameQuery, prepare_name
from kashf.language.person_names.patterns import PartPattern
from kashf.language.person_names.spelled_parts import rule_out_others
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
    *_, key = keys = keys_asked(name, PERSON)
    for known in dict.fromkeys(keys):
        if found := _person(view, known, asked=known):
            return found
    return next((found for other in _spellings(view, name) if (found := _person(view, other, asked=key))), None)


def words_of_parts(view: CaseView, query: NameQuery) -> tuple[frozenset[str], ...]:
    """Return for each part of a name the words of the case that may stand for it."""
    return words_of_all_parts(view, [query])[0]


def words_of_all_parts(view: CaseView, queries: Sequence[NameQuery]) -> tuple[tuple[frozenset[str], ...], ...]:
    """Return the same for each of many names, whose parts and words are looked up and compared together."""
    parts = {part: codes for query in queries for part, codes in zip(query.patterns, query.required, strict=True)}
    known = view.words_with(sorted(frozenset[str]().union(*parts.values())))
    words = {part: tuple(word for code in sorted(codes) for word in known.get(code, ())) for part, codes in parts.items()}
    rule_out_others({part: tuple(form for word in some for form in _readings(word)) for part, some in words.items()})
    return tuple(tuple(_read_as(part, words[part]) for part in query.patterns) for query in queries)


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


@lru_cache(maxsize=1 << 10)
def _read_as(part: PartPattern, words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for word in words if any(map(part.accepts, _readings(word))))


@lru_cache(maxsize=1 << 17)
def _readings(word: str) -> tuple[Folded, ...]:
    return tuple(readings(Folded(word)))


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
