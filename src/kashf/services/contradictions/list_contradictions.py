"""The contradictions in the letters of a case, with what was not looked at."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from kashf.domain.entries.delivery import Collection, Scope
from kashf.domain.ids import DocumentId
from kashf.events.contradictions.between_papers import not_founded, number_twice, of_posts, post_not_founded
from kashf.events.contradictions.contradiction import Clash, Contradiction
from kashf.events.contradictions.outside_lives import Doing, Life, doings, outside_life
from kashf.events.contradictions.told_deaths import told_deaths
from kashf.events.contradictions.told_papers import told_in_letters, told_in_rows, told_otherwise
from kashf.events.contradictions.two_places import KM_A_DAY, Presence, two_places
from kashf.events.contradictions.within_papers import after_receipt, cites_later, in_its_dates
from kashf.events.posts.post_signs import post_names, post_signs
from kashf.events.posts.shared_posts import AtOnce, count_at_once, shared_posts
from kashf.services.case.collections import narrow
from kashf.services.case.copies.witnesses import witnesses
from kashf.services.case.open import OpenCase
from kashf.services.contradictions.men_in_places import presences
from kashf.services.letters.kept_answers import kept_answer
from kashf.services.posts.signed_papers import SignedPapers, first_receipts, held_in, known_names, signed_papers
from kashf.services.registers.list_logged import list_logged


@dataclass(frozen=True, slots=True)
class ClashQuery:
    """Which contradictions are told of.

    Args:
        document: Only those of one paper, or of a copy of it.
        clash: Only this kind.
        certain: Only those that no reading explains.
        scope: Of which collection.
        lives: Births and deaths that a table of the user says.
        km_a_day: Kilometres that a man gets on in a day.
    """

    document: DocumentId | None = None
    clash: Clash | None = None
    certain: bool = False
    scope: Scope = Scope.LEAK
    lives: tuple[Life, ...] = ()
    km_a_day: float = KM_A_DAY


@dataclass(frozen=True, slots=True)
class ClashList:
    """Contradictions of a case, and what is not among them.

    Args:
        contradictions: Those asked for, certain ones first, then by kind and paper.
        by_kind: How many of each kind there are, whatever was asked for.
        of: How many there are in all.
        paths: Where each paper that is cited was seen first.
        letters: Letters that were looked at, copies of one letter once.
        copies: Further copies of them.
        undated: Letters without a usable date of writing: only what needs none is looked for in them.
        may_be_one: Two holders of a post at once who are perhaps the same man: they contradict nothing.
        handed_over: Two holders at once in the days of handing over: nor do they.
        placed: How often a paper says that somebody was on a day in a place of which the gazetteer tells where it is.
        lives: Rows of the table of births and deaths.
        km_a_day: Kilometres a day that two places were held against.
        no_letters: Documents with text that are no letters.
        unsure: Documents with text that was read too unsurely.
        waiting: Documents of the whole case that were not looked at yet.
        elsewhere: Letters in the other collections.
        set_aside: Documents set aside or excluded.
        partly_read: Documents with letters, and registers, that were not read to their end.
        beyond: Letters that begin in them behind what is read.
    """

    contradictions: tuple[Contradiction, ...]
    by_kind: Mapping[Clash, int]
    of: int
    paths: Mapping[DocumentId, str]
    letters: int
    copies: int
    undated: int
    may_be_one: int
    handed_over: int
    placed: int
    lives: int
    km_a_day: float
    no_letters: int
    unsure: int
    waiting: int
    elsewhere: Mapping[Collection, int]
    set_aside: int
    partly_read: int = 0
    beyond: int = 0


_ALL: Final = ClashQuery()


def list_contradictions(case: OpenCase, query: ClashQuery = _ALL) -> ClashList:
    """Return where the letters of a case contradict themselves, each other, or the day on which they came.

    Dates that other papers bound judge nothing, and copies of one letter are one.
    """
    with case.view.snapshot():
        found, signed = signed_papers(case, query.scope)
        base = kept_answer(case, f"contradictions {query.scope}", lambda: _base(case, signed, query.scope))
        known_as = known_names(case.view)
        asked = witnesses(case.view, [query.document])[query.document] if query.document else None
    there = base.there
    every = [
        *base.every,
        *two_places(there, known_as=known_as, km_a_day=query.km_a_day),
        *outside_life(base.doings, query.lives),
    ]
    chosen = tuple(sorted((each for each in every if _is_asked(each, query, asked)), key=_order))
    return ClashList(
        contradictions=chosen,
        by_kind=dict(sorted(Counter(each.clash for each in every).items())),
        of=len(every),
        paths=_paths(case, chosen, signed),
        letters=len(signed.papers),
        copies=signed.copies,
        undated=sum(paper.date is None for paper in signed.papers),
        may_be_one=base.at_once[AtOnce.PERHAPS_ONE],
        handed_over=base.at_once[AtOnce.HANDOVER],
        placed=len(there),
        lives=len(query.lives),
        km_a_day=query.km_a_day,
        no_letters=found.no_letters,
        unsure=found.unsure,
        partly_read=found.partly_read + base.books_cut,
        beyond=found.beyond,
        waiting=found.waiting,
        elsewhere=found.elsewhere,
        set_aside=found.set_aside,
    )


def _paths(case: OpenCase, chosen: Sequence[Contradiction], signed: SignedPapers) -> Mapping[DocumentId, str]:
    """Return where each paper was seen first; registers that are cited are no letters."""
    cited = sorted({id for each in chosen for id in each.documents})
    books = [id for id in cited if id not in signed.listed]
    places = case.view.places(books) if books else {}
    return {id: signed.listed[id].path if id in signed.listed else next(iter(places.get(id, ())), "") for id in cited}


class _Base(NamedTuple):
    """What needs nothing of the question: contradictions, where people were, what they did, how often two held a post, registers cut."""

    every: Sequence[Contradiction]
    there: Sequence[Presence]
    doings: Sequence[Doing]
    at_once: Mapping[AtOnce, int]
    books_cut: int


def _base(case: OpenCase, signed: SignedPapers, scope: Scope) -> _Base:
    received = first_receipts(case.view, [signed.listed[paper.document].document for paper in signed.papers])
    signs = post_signs(signed.papers, signed)
    held = held_in(case.view, signs, received)
    names, done = post_names(signs), [*doings(signed.papers, signs)]
    books = list_logged(case, narrow(case, scope).case.view)
    rows = [row for some in books.rows.values() for row in some]
    every = [
        *_within(signed, received),
        *number_twice(signed.papers),
        *of_posts(held, post_name=lambda key: names.get(key, key), office_name=signed.office_name),
        *not_founded(signed.papers, signed),
        *post_not_founded(signed.papers, signed),
        *told_otherwise([*told_in_letters(signed.papers, signed), *told_in_rows(rows, signed)], signed.papers, signed),
        *outside_life(done, _deaths(case, signed)),
    ]
    return _Base(
        every,
        presences(case, signed, scope=scope),
        done,
        count_at_once(each for post in held for each in shared_posts(post)),
        books.cut,
    )


def _deaths(case: OpenCase, signed: SignedPapers) -> Iterator[Life]:
    """Yield the deaths of which letters tell, as far as their pages are shown."""
    for paper in signed.papers:
        pages = [page for page in case.shown.pages(signed.listed[paper.document].document) if page.is_sure]
        yield from told_deaths(signed.listed[paper.document].document, pages, paper.written)


def _within(signed: SignedPapers, received: Mapping[DocumentId, tuple[dt.datetime, str]]) -> Iterator[Contradiction]:
    for paper in signed.papers:
        yield from in_its_dates(paper)
        yield from cites_later(paper)
        if (came := received.get(signed.listed[paper.document].document)) is not None:
            yield from after_receipt(paper, *came)


def _is_asked(found: Contradiction, query: ClashQuery, document: DocumentId | None) -> bool:
    is_of_paper = document is None or document in found.documents or query.document in found.documents
    return is_of_paper and query.clash in {None, found.clash} and (found.is_certain or not query.certain)


def _order(found: Contradiction) -> tuple[bool, int, str, int]:
    first = found.sides[0].said
    return not found.is_certain, [*Clash].index(found.clash), first.span.document if first else "", first.span.start if first else 0
