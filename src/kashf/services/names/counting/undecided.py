"""Where somebody may be named: parts of his name that stand alone, names that may be his, and what a look into the texts finds beyond.

Bounds have to bound, and may not be wide for nothing: what a longer name around it, or another given name, makes somebody else's is no
place of his. A part alone counts only where the name finder took it for a name, or where no longer name on the page has it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import Final

from kashf.domain.entity import RESOLVED, NameKey, PlacedMention, Verdict
from kashf.domain.ids import DocumentId
from kashf.domain.reasons import NameReason, ReasonCode, Reasons
from kashf.entities.comparing.compare import reasons_of
from kashf.entities.counting.appearances import CERTAIN, Appearance, appearances_on, telling_words
from kashf.entities.tagging.keys import name_key
from kashf.language.person_names.finder import NameQuery, prepare_name
from kashf.language.person_names.parts import NamePart, PartKind, name_parts
from kashf.language.words.common_words import is_english_word
from kashf.language.words.folding import Folded
from kashf.language.words.tokens import folded_words, words
from kashf.ports.search import AnyWord, Either, InDocument, Phrase
from kashf.ports.views import CaseView
from kashf.services.case.open import OpenCase
from kashf.services.names.counting.named_person import PERSON, NamedPerson, like_names, words_of_parts
from kashf.services.search.find import ask, ask_pages

PageId = tuple[DocumentId, int]
#: Words between the parts of a name on a page that is read for it: particles, an article, other given names.
_BETWEEN: Final = 3
#: The same where the last part stands first, with a comma behind it, and only particles between.
_BETWEEN_TURNED: Final = 1
_ALONE: Final = 0.5
#: Parts that a name has at least by which somebody is told from others.
_LEAST_PARTS: Final = 2


@dataclass(frozen=True, slots=True)
class LookedUp:
    """What stands in the texts where the name finder found nothing.

    Args:
        full: Places with every part of the name.
        partial: Places with a part of it.
    """

    full: tuple[Appearance, ...]
    partial: tuple[Appearance, ...]


def names_that_may_be(view: CaseView, name: str, person: NamedPerson | None) -> Mapping[NameKey, Reasons]:
    """Return the names of the case, not his, that a person has to decide about, with the reasons: halves of his name, and names like it."""
    own = set(person.members) if person else set[NameKey]()
    asked = dict(_halves(view, prepare_name(name)))
    if person:
        for pair in view.name_pairs(PERSON, sorted(own)):
            other = pair.right if pair.left in own else pair.left
            if not pair.warning:
                asked.setdefault(other, pair.why)
    else:
        asked = {key: reasons_of(result) for key, result in like_names(view, name).items() if not result.warning} | asked
    apart = names_of_others(view, name, person)
    if len(prepare_name(name).parts) < _LEAST_PARTS:  # A longer name is somebody's whom this part of it does not tell.
        asked = {key: why for key, why in asked.items() if len(prepare_name(key).parts) < _LEAST_PARTS}
    return {key: why for key, why in asked.items() if key not in own and key not in apart}


def places_of_others(
    view: CaseView, names: Mapping[NameKey, Reasons], query: NameQuery, *, beside: Collection[DocumentId]
) -> list[Appearance]:
    """Return where names stand that may be his; a given name alone, of a longer one, only in documents in which his whole name stands."""
    is_short = len(query.parts) < _LEAST_PARTS
    anywhere = {key for key in names if is_short or not _is_given_name_alone(key)}
    return [
        _undecided(each, names[each.key])
        for each in view.mentions_of(PERSON, sorted(names))
        if each.key in anywhere or each.document in beside
    ]


def look_up(case: OpenCase, query: NameQuery, *, apart: Collection[NameKey]) -> LookedUp:
    """Return where a name that is nobody's in the case, or its telling part, stands in the texts.

    Args:
        case: Where.
        query: The name; one of a single part is not looked for, since nothing tells it from a word.
        apart: Names that people decided are somebody else's.
    """
    if len(query.parts) < _LEAST_PARTS:
        return LookedUp((), ())
    known, _ = telling_words(query, case.view.words_with)
    keys = case.view.keys_with_words(PERSON, known)
    telling = AnyWord(_telling(query, known, keys))
    pages = ask_pages(case, telling, but=case.view.pages_with(PERSON, keys)) | _phrase_pages(case, query)
    return _read(case, query, pages, apart=apart)


def look_beyond(case: OpenCase, query: NameQuery, found: Sequence[Appearance], *, apart: Collection[NameKey]) -> LookedUp:
    """Return where the name finder missed somebody: his whole name, and its telling part near a place where he is named.

    Args:
        case: Where.
        query: His name; one of a single part is not looked for.
        found: Where he is named; such pages are not read again for the whole name.
        apart: Names that people decided are somebody else's.
    """
    if len(query.parts) < _LEAST_PARTS:
        return LookedUp((), ())
    named = Counter((place.document, place.page) for place in found)
    return _read(case, query, _phrase_pages(case, query, but=named.keys()) | _with_more(case.view, query, found, named), apart=apart)


def whole_places(case: OpenCase, query: NameQuery, words: Sequence[frozenset[str]], *, known: Collection[PageId]) -> tuple[Appearance, ...]:
    """Return where every part of a name of two parts or more stands together in the texts, on pages other than those known.

    Args:
        case: Where.
        query: The name.
        words: For each of its parts the words of the case that may stand for it.
        known: Pages that are not read.
    """
    pages = sorted(_pages_with(case, words, but=known)) if len(query.parts) >= _LEAST_PARTS else []
    vocabulary = telling_words(query, case.view.words_with)[1] if pages else frozenset[str]()
    return tuple(
        place
        for (document, _), page in (case.view.pages_at(pages) if pages else {}).items()
        for place in appearances_on(page, document, query=query, vocabulary=vocabulary)
        if place.level != "partial" and _may_be_a_name(place)
    )


def names_of_others(view: CaseView, name: str, person: NamedPerson | None) -> AbstractSet[NameKey]:
    """Return the names that people decided are somebody else's, with all that belong to them."""
    own = person.members.keys() if person else {name_key(name, PERSON)}
    pairs = [
        (str(each.left), str(each.right))
        for each in view.judgements()
        if each.type is PERSON and isinstance(each.left, str) and each.verdict is Verdict.DIFFERENT
    ]
    others = {NameKey(other) for pair in pairs for one, other in (pair, pair[::-1]) if one in own}
    return others | {member.key for member in view.memberships(PERSON, sorted(others))}


def as_undecided(place: Appearance) -> Appearance:
    """Return a place as one that a person has to decide about."""
    return place if place.level == "partial" else replace(place, level="partial")


def _halves(view: CaseView, query: NameQuery) -> Iterator[tuple[NameKey, Reasons]]:
    """Yield the names of the case that are a part of a name and nothing else, unless somebody is known by them."""
    words = words_of_parts(view, query)
    keys = view.keys_with_words(PERSON, frozenset[str]().union(*words)) if len(words) >= _LEAST_PARTS else ()
    found = {}
    for key in keys:
        parts = [part for part in name_parts(key) if part.kind is not PartKind.TITLE]
        places = [_place_of(part, query) for part in parts]
        if 0 < len(parts) < len(query.parts) and None not in places:
            missing = [part for place, part in enumerate(query.parts) if place not in places]
            found[key] = Reasons(NameReason(ReasonCode.WITHOUT, left=part.kind.value) for part in missing)
    joined = {member.key for member in view.memberships(PERSON, list(found)) if not member.is_undecided}
    yield from ((key, why) for key, why in found.items() if key not in joined)


def _place_of(part: NamePart, query: NameQuery) -> int | None:
    like = (
        place
        for place, own in enumerate(query.parts)
        if own.kind is part.kind and own.particle == part.particle and query.accepts(place, Folded(part.words[-1]))
    )
    return next(like, None)


def _is_given_name_alone(key: NameKey) -> bool:
    parts = prepare_name(key).parts
    return len(parts) == 1 and parts[0].kind is PartKind.ISM


def _undecided(placed: PlacedMention, why: Reasons) -> Appearance:
    mention = placed.mention
    return Appearance(placed.document, placed.page, mention.start, mention.end, mention.text, "partial", _ALONE, why)


def _read(case: OpenCase, query: NameQuery, pages: Collection[PageId], *, apart: Collection[NameKey]) -> LookedUp:
    """Return what stands on some pages where no name was found that says who it is."""
    _, vocabulary = telling_words(query, case.view.words_with)
    texts, named = case.view.pages_at(sorted(pages)), _named(case.view, sorted(pages))
    hits = [
        as_undecided(place) if any(_is_of_another_kind(each, place) for each in beside) else place
        for (document, _), page in texts.items()
        for place in appearances_on(page, document, query=query, vocabulary=vocabulary)
        if _may_be_a_name(place)
        and name_key(place.text, PERSON) not in apart
        and _is_free(place, beside := named.get((document, page.number), ()), query)
    ]
    return LookedUp(tuple(hit for hit in hits if hit.level != "partial"), tuple(hit for hit in hits if hit.level == "partial"))


def _with_more(view: CaseView, query: NameQuery, found: Sequence[Appearance], named: Mapping[PageId, int]) -> set[PageId]:
    """Return the pages on which he is named, and those behind them, that have his telling part once more than names that were found."""
    telling = query.telling
    texts = {place.text for place in found}
    forms = {text[word.start : word.end] for text in texts for word in words(text) if query.accepts(telling, word.folded)}
    if not forms:
        return set()
    pattern = re.compile("|".join(map(re.escape, sorted(forms, key=len, reverse=True))))
    near = sorted({*named, *((document, page + 1) for document, page in named)})
    known = set(view.keys_with_words(PERSON, {word for form in forms for word in folded_words(form)}))
    times = {page: len(pattern.findall(text)) for page, text in view.texts_at(near).items()}
    more = sorted(page for page, number in times.items() if number > named.get(page, 0))
    others = view.keys_on(PERSON, more)
    return {page for page in more if times[page] > sum(key in known for key in others.get(page, ()))}


def _phrase_pages(case: OpenCase, query: NameQuery, *, but: Collection[PageId] = ()) -> frozenset[PageId]:
    """Return the pages on which all parts stand together, in their order or, as in a register, with the last first."""
    return _pages_with(case, words_of_parts(case.view, query), but=but)


def _pages_with(case: OpenCase, words: Sequence[frozenset[str]], *, but: Collection[PageId]) -> frozenset[PageId]:
    if not all(words):
        return frozenset()
    places = tuple(map(AnyWord, words))
    if not ask(case, InDocument(places), limit=1).total:  # Many times faster to ask than where words stand.
        return frozenset()
    turned = Phrase((places[-1], *places[:-1]), _BETWEEN_TURNED)
    return ask_pages(case, Either((Phrase(places, _BETWEEN), turned)), but=but)


def _named(view: CaseView, pages: Sequence[PageId]) -> Mapping[PageId, Sequence[PlacedMention]]:
    found: dict[PageId, list[PlacedMention]] = {}
    for each in view.mentions_on(pages):
        if each.mention.type in RESOLVED:
            found.setdefault((each.document, each.page), []).append(each)
    return found


def _telling(query: NameQuery, words: Collection[str], keys: Collection[NameKey]) -> frozenset[str]:
    """Return those words that surely are the telling part of a name, or stand in names of the case: others only look like it."""
    of_names = {word for key in keys for word in key.split()}
    telling = query.telling
    return frozenset(
        word for word in words if word in of_names or (query.accepts(telling, Folded(word)) >= CERTAIN and not is_english_word(word))
    )


def _may_be_a_name(place: Appearance) -> bool:
    """Return whether a place may be a name by its letters: no word of English in small letters, and no part alone in small letters."""
    small = [word for word in place.text.split() if word.isascii() and word.islower()]
    if place.level == "partial" and small and not any(word[:1].isupper() for word in place.text.split()):
        return False
    return not any(is_english_word(word) for word in small)


def _is_free(place: Appearance, named: Sequence[PlacedMention], query: NameQuery) -> bool:
    """Return whether no name that was found says who stands at a place; parts of the name inside it say nothing, nor what is no person."""
    overlapping = (each for each in named if each.mention.start < place.end and place.start < each.mention.end)
    return all(_is_half_inside(each, place, query) or _is_of_another_kind(each, place) for each in overlapping)


def _is_of_another_kind(each: PlacedMention, place: Appearance) -> bool:
    """Return whether the whole name was taken for that of a place or group: Will Marsh."""
    is_there = (each.mention.start, each.mention.end) == (place.start, place.end)
    return is_there and each.mention.type is not PERSON and place.level != "partial"


def _is_half_inside(each: PlacedMention, place: Appearance, query: NameQuery) -> bool:
    is_inside = place.start <= each.mention.start and each.mention.end <= place.end
    is_shorter = each.mention.end - each.mention.start < place.end - place.start
    return each.mention.type is PERSON and is_inside and is_shorter and len(prepare_name(each.key).parts) < len(query.parts)
