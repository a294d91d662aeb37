"""Count a name in a case: in every spelling and both scripts, with what people decided, by script, month and channel."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from kashf.domain.document import Span
from kashf.domain.entity import Verdict
from kashf.domain.entries.delivery import Scope
from kashf.domain.left_out import MoreIn
from kashf.domain.pages.masked import BLOCK
from kashf.domain.reasons import NO_REASONS
from kashf.entities.counting.appearances import Appearance, Appearances, count, telling_words
from kashf.entities.tagging.keys import label_key
from kashf.errors import UsageError
from kashf.language.person_names.finder import NameQuery, prepare_name
from kashf.language.person_names.particles import is_article
from kashf.language.person_names.titles import names_nobody
from kashf.language.person_names.vocabulary import PARTICLES
from kashf.language.words.folding import NOTHING, Folded
from kashf.language.words.tokens import folded_words
from kashf.ports.forms import is_sealed
from kashf.ports.search import AnyWord, Layer
from kashf.ports.views import CaseView
from kashf.services.case.collections import narrow
from kashf.services.case.copies.witnesses import witnesses
from kashf.services.case.open import OpenCase
from kashf.services.forms.naming.asked_places import AskedPlaces
from kashf.services.names.counting.by_role import RoleCount, count_by_role
from kashf.services.names.counting.his_places import HisPlaces, decided_among, decided_places, free_places, his_places, is_about
from kashf.services.names.counting.named_person import PERSON, person_named
from kashf.services.names.counting.undecided import as_undecided, look_beyond, look_up, names_of_others, names_that_may_be, places_of_others
from kashf.services.search.count_left_out import left_out_of_question, passages_apart
from kashf.services.search.written_days import months_of

#: What stands between names and within none; a family name that was typed first would be looked for as it stands, and found nowhere.
_DIVIDERS: Final = re.compile("[,;،؛]")


def count_name(case: OpenCase, name: str, *, scope: Scope = Scope.LEAK) -> Appearances:
    """Return how often somebody is named in a case, by any of his names, with what people decided about names and places.

    The mentions are those that are stored of his names, the same for whichever of them is asked; what a look into the texts finds beyond is
    undecided. A name that is nobody's in the case is looked up in the texts, where it counts if it stands whole and has two parts or more.

    Args:
        case: Which case.
        name: The name.
        scope: Which collection is counted; what the others hold is said beside it.

    Raises:
        UsageError: There is no name in it, or more than one.
        DamagedIndexError: The index is missing or unreadable.
    """
    narrowed = narrow(case, scope)
    counted = _count(narrowed.case, name)
    elsewhere = narrowed.elsewhere(lambda other: _count(other, name).mentions)
    return replace(counted, collection=scope, elsewhere=elsewhere, left_out=left_out_of_question(narrowed.case, _more(narrowed.case, name)))


def count_in_roles(case: OpenCase, name: str, *, scope: Scope = Scope.LEAK) -> tuple[Appearances, tuple[RoleCount, ...]]:
    """Return what `count_name` does, and by role: as what he is named in forms and mails; raises what that raises."""
    counted = count_name(case, name, scope=scope)
    return counted, count_by_role(narrow(case, scope).case.view, counted)


def _count(case: OpenCase, name: str) -> Appearances:
    counted = _counted(case, name)
    documents = sorted({place.document for place in counted.found})
    found = count(
        name,
        _without_sealed(case, [*counted.found, *counted.undecided]),
        witnesses=witnesses(case.view, documents),
        judged=counted.judged,
        is_telling=counted.is_telling,
    )
    months, channels = months_of(case.view), case.view.channels(documents)
    return replace(
        found,
        by_month=_tally(months.get(place.document, "") for place in found.spans),
        by_channel=_tally(channel for place in found.spans for channel in channels.get(place.document, ())),
        is_looked_up=counted.is_looked_up,
    )


def _without_sealed(case: OpenCase, places: Sequence[Appearance]) -> list[Appearance]:
    """Return places without the words of those that are sealed: they count, and how they are written is not told."""
    sealed = case.shown.sealed_in(sorted({place.document for place in places}))
    return [replace(place, text=BLOCK * 5, why=NO_REASONS) if is_sealed(sealed, place.span) else place for place in places]


@dataclass(frozen=True, slots=True)
class _Counted:
    """Where a name stands and may stand.

    Args:
        found: Where it stands, or somebody decided that it does or does not.
        judged: What was decided about those places.
        undecided: Where it may stand; no place of `found` is among them.
        is_telling: Whether it tells one man from another.
        is_looked_up: Whether it is nobody's name in the case.
    """

    found: Sequence[Appearance]
    judged: Mapping[Span, Verdict]
    undecided: Sequence[Appearance]
    is_telling: bool
    is_looked_up: bool


def _counted(case: OpenCase, name: str) -> _Counted:
    view = case.view
    asked_name(view, name)
    person = person_named(view, name)
    mine = str(person.leader) if person else name
    stored = his_places(view, person, decided_places(view)) if person else HisPlaces((), {})
    query, apart = prepare_name(mine), names_of_others(view, mine, person)
    looked_up = look_beyond(case, query, stored.found, apart=apart) if person else look_up(case, query, apart=apart)
    his = stored if person else decided_among(view, name, looked_up.full)
    beside = {place.document for place in his.found}
    others = places_of_others(view, names_that_may_be(view, mine, person), query, beside=beside)
    beyond = [*looked_up.full, *others, *looked_up.partial]
    undecided = _without_answers(view, [as_undecided(place) for place in free_places(beyond, his.found)])
    return _Counted(his.found, his.judged, undecided, not (person and person.is_partial), person is None)


def _without_answers(view: CaseView, places: Sequence[Appearance]) -> list[Appearance]:
    """Return places but those that answer a field of a form which asks for a place, a date or what else is no name."""
    fields = AskedPlaces(view, (place.document for place in places))
    return [place for place in places if not ((asked := fields.at(place.span)) and asked.names_nobody)]


def _more(case: OpenCase, name: str) -> Mapping[MoreIn, int]:
    """Return in how many passages that no count is of a word of a name stands."""
    words, _ = telling_words(asked_name(case.view, name), case.view.words_with)
    layers = {MoreIn.NAME_PASSED_OVER: Layer.PASSED_OVER, MoreIn.NAME_UNSURE: Layer.UNSURE, MoreIn.NAME_TRANSLATED: Layer.TRANSLATED}
    return {place: passages_apart(case, AnyWord(words), layer) for place, layer in layers.items()}


def counted_places(case: OpenCase, name: str) -> list[Appearance]:
    """Return the places that a count takes for mentions before anybody looked at single ones.

    Raises:
        UsageError: There is no name in it, or more than one.
        DamagedIndexError: The index is missing or unreadable.
    """
    query = asked_name(case.view, name)
    person = person_named(case.view, name)
    if person is None:
        return list(look_up(case, query, apart=names_of_others(case.view, name, None)).full)
    return list(his_places(case.view, person, ()).found)


def asked_name(view: CaseView, name: str) -> NameQuery:
    """Return a name ready to be looked for; what somebody is called in the case may have a comma (Omar al-Wardi, the teacher).

    Raises:
        UsageError: There is no name in it, or more than one.
    """
    if _DIVIDERS.search(name) and not view.names_with(PERSON, [label_key(name)]):
        raise UsageError("a comma divides names: ask for one person at a time, with the family name last", code="two-names")
    query = prepare_name(name)
    if not query.parts or all(map(_names_nobody, folded_words(name))):
        raise UsageError("Enter at least one name (given name, kunya or nisba); titles alone cannot be counted.", code="no-name")
    return query


def judged_places(view: CaseView, name: str) -> Mapping[Span, Verdict]:
    """Return what people decided about single places and a name, whichever spelling of it they had asked for."""
    is_asked = is_about(name, person_named(view, name))
    return {each.place: each.verdict for each in decided_places(view) if is_asked(each)}


def _names_nobody(word: Folded) -> bool:
    return word in PARTICLES or names_nobody(word) or is_article(word, NOTHING)


def _tally(values: Iterator[str]) -> Mapping[str, int]:
    return dict(sorted(Counter(values).items()))
