"""Where papers say that somebody was on a day: who signs where a paper is issued, and who is said to have been taken somewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from kashf.domain.document import Span
from kashf.domain.entries.delivery import Scope
from kashf.domain.ids import DocumentId
from kashf.domain.letters.instructions import Force
from kashf.domain.letters.said import PaperDate, Said
from kashf.events.contradictions.two_places import Presence
from kashf.events.posts.post_signs import PostPaper
from kashf.services.case.open import OpenCase
from kashf.services.places.list_places import PlacedName, place_all
from kashf.services.posts.signed_papers import SignedPapers


def presences(case: OpenCase, signed: SignedPapers, *, scope: Scope) -> tuple[Presence, ...]:
    """Return who was where on which day, of places that are points of a map."""
    wanted = [(paper, *each) for paper in signed.papers for each in _said(paper)]
    if not wanted:
        return ()
    placed: dict[DocumentId, list[PlacedName]] = defaultdict(list)
    for each in place_all(case, scope=scope)[0]:
        if each.place and not each.is_area:
            placed[each.document].append(each)
    found: list[Presence] = []
    for paper, man, where, date in wanted:
        there = next((each for each in placed[signed.listed[paper.document].document] if _is_within(each.there.span, where.span)), None)
        if there and there.place:
            found.append(Presence(man.text, man, there.place, there.radius_km, date.date, paper.is_picture))
    return tuple(found)


def _said(paper: PostPaper) -> Iterator[tuple[Said, Said, PaperDate]]:
    """Yield who was where on which day, as the paper words it."""
    letter, date = paper.letter, paper.date
    if letter.place and date and letter.signatory and letter.signatory.name:
        yield letter.signatory.name, letter.place, date
    for act in letter.acts:
        where = act.place or act.goal
        if act.force is Force.DONE and act.when and act.when.date.days == 1 and where:
            yield from ((man, where, act.when) for man in act.people)


def _is_within(inner: Span, outer: Span) -> bool:
    return inner.page == outer.page and inner.start < outer.end and outer.start < inner.end
