"""The acts of a case, with what is left out of the list."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from kashf.domain.acts.act import Act, ActOrigin, ActWords
from kashf.domain.entries.delivery import Collection, Scope
from kashf.domain.ids import DocumentId
from kashf.events.acts.acts_of_letter import acts_of_letter
from kashf.events.offices.office_index import OfficeIndex
from kashf.language.words.folding import fold
from kashf.services.acts.known_kinds import check_kinds
from kashf.services.acts.logged_acts import LoggedActs, logged_acts
from kashf.services.case.open import OpenCase
from kashf.services.catalogues.outside_events import CatalogueEvents, catalogues_of
from kashf.services.letters.each_once import letters_once
from kashf.services.letters.kept_answers import kept_answer
from kashf.services.letters.list_letters import LetterList, ListedLetter


@dataclass(frozen=True, slots=True)
class ActQuery:
    """Which acts are asked for; all without.

    Args:
        kinds: What is done, by code; () for all.
        office: Words of the office that writes, or whose order is quoted.
        place: Words of from where, to where or where, or else of the clause: not every place in it is known for one.
        after: Those that may lie on this day or later.
        before: Those that may lie on this day or earlier.
        origin: Of papers or of catalogues alone; None for both.
        scope: Of which collection the papers are.
    """

    kinds: tuple[str, ...] = ()
    office: str = ""
    place: str = ""
    after: dt.date | None = None
    before: dt.date | None = None
    origin: ActOrigin | None = None
    scope: Scope = Scope.LEAK


@dataclass(frozen=True, slots=True)
class ActList:
    """Acts of a case, and what is not among them.

    Args:
        acts: Those asked for, by their first possible day, undated ones last.
        offices: The offices of the case by id: their bodies from the top down, as they are written most often.
        paths: Where the document of each was seen first.
        total: How many were asked for, days aside.
        undated: Those whose days nothing bounds; left out where days are asked for.
        out_of_days: Those that cannot lie on the days that are asked for.
        by_kind: How many of each kind there are, whatever was asked for.
        letters: Letters that were looked at.
        events: Events of outside catalogues that were.
        copies: Letters left out, as copies of others.
        no_letters: Documents with text that are no letters.
        unsure: Documents with text that was read too unsurely.
        waiting: Documents of the whole case that were not looked at yet.
        elsewhere: Letters in the other collections.
        set_aside: Documents set aside or excluded.
        masked: Letters of which some is sealed.
        rows: Rows of registers that were looked at.
        rows_of_letters: How many of these name a letter that is here, or may, so that they are no acts of their own.
        rows_again: How many name a paper that another row names, too.
        partly_read: Documents with letters, and registers, that were not read to their end.
        beyond: Letters that begin in them behind what is read.
    """

    acts: tuple[Act, ...]
    offices: Mapping[str, tuple[str, ...]]
    paths: Mapping[DocumentId, str]
    total: int
    undated: int
    out_of_days: int
    by_kind: Mapping[str, int]
    letters: int
    events: int
    copies: int
    no_letters: int
    unsure: int
    waiting: int
    elsewhere: Mapping[Collection, int]
    set_aside: int
    masked: int
    rows: int = 0
    rows_of_letters: int = 0
    rows_again: int = 0
    partly_read: int = 0
    beyond: int = 0


def list_acts(case: OpenCase, query: ActQuery | None = None) -> ActList:
    """Return the acts of a case; copies of one letter are one letter, and near-twins that say different things are two.

    Args:
        case: Which case.
        query: Which acts; all of the leak without.

    Raises:
        UsageError: A kind is none that acts have, and none of this case.
    """
    asked = query or ActQuery()
    with case.view.snapshot():
        told = kept_answer(case, f"acts {asked.scope}", lambda: _told(case, asked.scope))
        is_of_catalogues = asked.origin in {None, ActOrigin.CATALOGUE}
        outside = catalogues_of(case) if is_of_catalogues else ()
    return _chosen(told, outside, asked)


def _told(case: OpenCase, scope: Scope) -> _ToldActs:
    found, once = letters_once(case, scope)
    offices = OfficeIndex.of([office.text for office in each.letter.offices] for each in once.letters)
    of_letters = list(_of_letters(once.letters, offices))
    logged = logged_acts(case, once.letters, offices, scope=scope, taken=of_letters)
    return _ToldActs(found, once.letters, offices, of_letters, logged)


def _of_letters(letters: Sequence[ListedLetter], offices: OfficeIndex) -> Iterator[Act]:
    """Yield the acts of letters; those of further letters of a document are numbered on behind those of the first."""
    begin: Counter[str] = Counter()
    for each in sorted(letters, key=lambda each: each.letter.part.nth if each.letter.part else 0):
        acts = acts_of_letter(each.document, each.letter, offices)
        yield from (replace(act, nth=act.nth + begin[each.document]) for act in acts) if each.letter.part else acts
        begin[each.document] += len(acts)


class _ToldActs(NamedTuple):
    """What papers of a case tell of."""

    found: LetterList
    letters: Sequence[ListedLetter]
    offices: OfficeIndex
    of_letters: Sequence[Act]
    logged: LoggedActs


def _chosen(told: _ToldActs, outside: Sequence[CatalogueEvents], asked: ActQuery) -> ActList:
    found, letters, offices, of_letters, logged = told
    every = [*of_letters, *logged.acts]
    every += (event.as_act(listed.blob) for listed, events in outside for event in events)
    kinds = Counter(act.kind for act in every)
    check_kinds(asked.kinds, kinds)
    fitting = [act for act in every if _fits(act, asked)]
    has_days = asked.after is not None or asked.before is not None
    undated = sum(not act.is_dated for act in fitting)
    shown = [act for act in fitting if _may_lie(act, asked)]
    return ActList(
        acts=tuple(sorted(shown, key=_by_day)),
        offices={office.id: offices.name(office) for office in offices.all()},
        paths={**logged.paths, **{each.document: each.path for each in letters}} | {listed.blob: listed.name for listed, _ in outside},
        total=len(fitting),
        undated=undated,
        out_of_days=len(fitting) - len(shown) - (undated if has_days else 0),
        by_kind=dict(sorted(kinds.items(), key=lambda each: (-each[1], each[0]))),
        letters=len(letters),
        events=sum(len(events) for _, events in outside),
        rows=logged.rows,
        rows_of_letters=logged.of_letters,
        rows_again=logged.again,
        copies=len(found.letters) - len(letters),
        no_letters=found.no_letters,
        unsure=found.unsure,
        partly_read=found.partly_read + logged.cut,
        beyond=found.beyond,
        waiting=found.waiting,
        elsewhere=found.elsewhere,
        set_aside=found.set_aside,
        masked=sum(each.is_masked for each in letters),
    )


def _fits(act: Act, asked: ActQuery) -> bool:
    if asked.origin and act.origin is not asked.origin:
        return False
    if asked.kinds and act.kind not in asked.kinds:
        return False
    if asked.office and not _says(asked.office, (act.office, *act.who)):
        return False
    return not asked.place or _says(asked.place, (act.start, act.goal, act.place, act.said))


def _says(words: str, named: Iterable[ActWords | None]) -> bool:
    asked = fold(words)
    return any(each is not None and asked in fold(each.text) for each in named)


def _may_lie(act: Act, asked: ActQuery) -> bool:
    """Return whether an act may lie on the days that are asked for; one that nothing bounds is not among them."""
    if asked.after is None and asked.before is None:
        return True
    return act.is_dated and act.when.date.may_lie_within(asked.after, asked.before)


def _by_day(act: Act) -> tuple[bool, dt.date, dt.date, str, int]:
    date = act.when.date
    first = date.earliest or date.latest or dt.date.max
    return not act.is_dated, first, date.latest or dt.date.max, act.document, act.nth
