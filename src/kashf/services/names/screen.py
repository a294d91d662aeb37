"""A list of names from elsewhere held against a case: against its names, and against its texts, where no name was found."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from kashf.domain.document import Span
from kashf.domain.entity import RESOLVED, MentionType
from kashf.domain.entries.delivery import Collection, Scope
from kashf.domain.entries.screenings import ScreeningTally
from kashf.domain.left_out import LeftOut
from kashf.domain.reasons import NO_REASONS
from kashf.entities.counting.appearances import Appearance
from kashf.entities.screening.possible import Possible
from kashf.entities.screening.possible import screen as hold_against
from kashf.entities.screening.watchlist import NamelessEntry, WatchlistName, read_list
from kashf.entities.tagging.keys import name_key
from kashf.language.person_names.fathers import is_before_father
from kashf.language.person_names.finder import NameQuery, prepare_name
from kashf.ports.forms import is_sealed
from kashf.ports.mentions import NameTotal
from kashf.ports.views import CaseView
from kashf.services.case.collections import narrow
from kashf.services.case.open import OpenCase
from kashf.services.names.counting.named_person import words_of_all_parts
from kashf.services.names.counting.undecided import whole_places
from kashf.services.search.count_left_out import left_out

#: Identifiers that are shown beside a hit.
_MOST_SHOWN: Final = 3
#: Entries whose names are looked up together; memory grows with them.
_TOGETHER: Final = 100
#: How far before the name of a father is looked for what makes it one.
_LOOKED_BACK: Final = 16

Report = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class ScreenedHit:
    """What may be one of a list, with where it stands; what tells people of one name apart is looked up once somebody asks.

    Args:
        possible: The name, and what agrees.
        place: Where it stands first.
        is_in_text: Whether it was found by looking into the texts, where the name finder saw no such name.
    """

    possible: Possible
    place: Span
    is_in_text: bool = False


@dataclass(frozen=True, slots=True)
class _Spelled:
    """A name of an entry, with the words of the case that may stand for each of its parts."""

    listed: str
    query: NameQuery
    words: Sequence[frozenset[str]]


@dataclass(frozen=True, slots=True)
class Screening:
    """What came of a list.

    Args:
        list_name: What the list is called.
        entries: How many entries it has.
        names: How many names of the case they were held against.
        hits: What may be one of them, by entry.
        silent: Entries of which nothing in the case may be one.
        column: Headings of the columns that were taken for names; "" for a list without columns.
        columns: All headings of the list.
        collection: What the list was held against.
        elsewhere: Possible hits in the other collections, by collection; those without any are left out.
        left_out: What was not looked through for names.
        nameless: Entries of the list that were held against nothing, since they have no name; not among the entries.
    """

    list_name: str
    entries: int
    names: int
    hits: tuple[ScreenedHit, ...]
    silent: tuple[WatchlistName, ...]
    column: str = ""
    columns: tuple[str, ...] = ()
    collection: Scope = Scope.ALL
    elsewhere: Mapping[Collection, int] = field(default_factory=dict)
    left_out: LeftOut = field(default_factory=LeftOut)
    nameless: tuple[NamelessEntry, ...] = ()

    @property
    def tally(self) -> ScreeningTally:
        """How many entries have hits, have none, and could not be told, as they have no name."""
        return ScreeningTally(self.entries - len(self.silent), len(self.silent), len(self.nameless))

    def by_entry(self) -> Mapping[str, tuple[ScreenedHit, ...]]:
        """Return the hits of each entry that has some, by its id, in the order of the list."""
        found: dict[str, list[ScreenedHit]] = {}
        for hit in self.hits:
            found.setdefault(hit.possible.entry.id, []).append(hit)
        return {id: tuple(hits) for id, hits in found.items()}


def screen(
    case: OpenCase, untrusted_list: str, *, name: str, scope: Scope = Scope.LEAK, report: Report = lambda _done, _total: None
) -> Screening:
    """Return what in a case may be on a list; every hit is possible and no more.

    Args:
        case: Where to look.
        untrusted_list: The list, decoded; see `kashf.entities.screening.watchlist` for the forms.
        name: What it is called.
        scope: Against which collection it is held.
        report: Told how many entries were looked for in the texts, of how many.

    Raises:
        UsageError: The list cannot be read; the message names the line.
        UnfinishedError: The case was not searched for names yet.
    """
    listed = read_list(untrusted_list, name=name)
    narrowed = narrow(case, scope)
    names = _names(narrowed.case)
    hits = _hits(narrowed.case, listed.entries, names, report)
    met = {hit.possible.entry.id for hit in hits}
    return Screening(
        list_name=name,
        entries=len(listed.entries),
        names=len(names),
        hits=hits,
        silent=tuple(entry for entry in listed.entries if entry.id not in met),
        column=listed.column,
        columns=listed.columns,
        collection=scope,
        elsewhere=narrowed.elsewhere(lambda other: len(_hits(other, listed.entries, _names(other), report))),
        left_out=left_out(narrowed.case, of_names=True),
        nameless=listed.nameless,
    )


def _names(case: OpenCase) -> list[NameTotal]:
    return [total for type in sorted(RESOLVED) for total in case.view.names(type, limit=None)]


def _hits(case: OpenCase, entries: Sequence[WatchlistName], names: Sequence[NameTotal], report: Report) -> tuple[ScreenedHit, ...]:
    found = hold_against(entries, names)
    by_entry: dict[str, list[Possible]] = {}
    for possible in found:
        by_entry.setdefault(possible.entry.id, []).append(possible)
    places = {type: _first_places(case, type, found) for type in RESOLVED}
    hits: list[ScreenedHit] = []
    for done, (entry, spelled) in enumerate(_spelled(case.view, entries), start=1):
        mine = by_entry.get(entry.id, [])
        hits += [ScreenedHit(each, places[each.name.type][each.name.key]) for each in mine]
        hits += _in_text(case, entry, spelled, mine)
        report(done, len(entries))
    return tuple(hits)


def _spelled(view: CaseView, entries: Sequence[WatchlistName]) -> Iterator[tuple[WatchlistName, Sequence[_Spelled]]]:
    """Yield each entry with the names of a person that are looked for in the texts, and the words of the case that may stand for them."""
    for start in range(0, len(entries), _TOGETHER):
        some = entries[start : start + _TOGETHER]
        names = [(entry, name) for entry in some if entry.type is MentionType.PERSON for name in entry.names]
        queries = [prepare_name(name) for _, name in names]
        found: dict[str, list[_Spelled]] = {}
        for (entry, name), query, words in zip(names, queries, words_of_all_parts(view, queries), strict=True):
            found.setdefault(entry.id, []).append(_Spelled(name, query, words))
        yield from ((entry, found.get(entry.id, ())) for entry in some)


def _first_places(case: OpenCase, type: MentionType, found: Sequence[Possible]) -> Mapping[str, Span]:
    keys = sorted({hit.name.key for hit in found if hit.name.type is type})
    return {str(key): place for key, place in case.view.first_places(type, keys).items()} if keys else {}


def _in_text(case: OpenCase, entry: WatchlistName, spelled: Sequence[_Spelled], known: Sequence[Possible]) -> Iterator[ScreenedHit]:
    """Yield where an entry stands in the texts in a way that is no name of the case, or as somebody's father."""
    keys = {hit.name.key for hit in known}
    pages = case.view.pages_with(MentionType.PERSON, sorted(keys)) if keys else frozenset()
    by_way: dict[tuple[str, bool], list[tuple[str, Appearance]]] = {}
    for name in spelled:
        places = list(whole_places(case, name.query, name.words, known=pages))
        sealed = case.shown.sealed_in(sorted({place.document for place in places}))
        for place in (each for each in places if not is_sealed(sealed, each.span)):
            key, is_child = name_key(place.text, MentionType.PERSON), _is_child(case, place)
            if is_child or key not in keys:
                by_way.setdefault((key, is_child), []).append((name.listed, place))
    for (_, is_child), found in sorted(by_way.items()):
        listed, place = found[0]
        documents = {each.document for _, each in found}
        total = NameTotal(MentionType.PERSON, name_key(place.text, MentionType.PERSON), place.text, len(found), len(documents))
        possible = Possible(entry, listed, total, place.score, place.why, NO_REASONS, is_child)
        yield ScreenedHit(possible, place.span, is_in_text=True)


def _is_child(case: OpenCase, place: Appearance) -> bool:
    page = case.view.page(place.document, place.page)
    return bool(page and is_before_father(page.text[max(0, place.start - _LOOKED_BACK) : place.start]))


def identifiers_beside(case: OpenCase, place: Span) -> tuple[str, ...]:
    """Return telephones, addresses and numbers on the page of a hit that may tell whom it means, the nearest first, at most three."""
    on_page = case.view.mentions_in(place.document, page=place.page)
    near = sorted((abs(each.mention.start - place.start), each.mention.text) for each in on_page if each.mention.type.traits.is_identifying)
    return tuple(dict.fromkeys(" ".join(text.split()) for _, text in near))[:_MOST_SHOWN]
