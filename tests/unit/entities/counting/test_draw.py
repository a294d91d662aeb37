from collections.abc import Collection

from hypothesis import given
from hypothesis import strategies as st

from kashf.domain.document import Span
from kashf.domain.entity import NameKey, Verdict
from kashf.domain.ids import DocumentId
from kashf.entities.counting.appearances import Appearance
from kashf.entities.counting.draw import PageRead, drawn, progress
from kashf.entities.counting.interval import Audit

NAME = NameKey("nadir al wardi")
PAGES = [(DocumentId(f"{number:064x}"), 1) for number in range(30)]
HITS = [Appearance(document, page, 5, 9, "x", "exact", 1.0, "") for document, page in PAGES]


def _order() -> list[Span]:
    return [Span(*place) for place in drawn(NAME, [(hit.document, hit.page, hit.start, hit.end) for hit in HITS])]


def test_nothing_looked_at_begins_at_the_head_of_the_drawn_order() -> None:
    done = progress(NAME, HITS, pages=PAGES, asked={}, decided={}, read=())

    assert (Audit(30, 0, 0), 0, 0) == (done.audit, done.unsure, done.pages_read)
    assert done.next_hit is not None
    assert _order()[0] == done.next_hit.span
    assert drawn(NAME, PAGES)[0] == done.next_page


def test_only_the_head_of_the_order_is_a_sample() -> None:
    order = _order()
    asked = {order[0]: Verdict.SAME, order[1]: Verdict.UNSURE, order[2]: Verdict.DIFFERENT, order[9]: Verdict.SAME}

    done = progress(NAME, HITS, pages=(), asked=asked, decided={}, read=())

    assert (Audit(30, 1, 3), 1) == (done.audit, done.unsure)
    assert done.next_hit is not None
    assert order[3] == done.next_hit.span


def test_places_that_were_decided_on_another_occasion_are_known_and_not_drawn() -> None:
    order = _order()
    decided = {order[0]: Verdict.DIFFERENT, order[1]: Verdict.SAME, order[2]: Verdict.UNSURE}

    done = progress(NAME, HITS, pages=(), asked={order[3]: Verdict.SAME}, decided=decided, read=())

    assert (28, 1, 0) == (done.audit.hits, done.audit.known, done.audit.looked_at)
    assert done.next_hit is not None
    assert order[2] == done.next_hit.span


def _hits_on(pages: Collection[tuple[DocumentId, int]]) -> list[Span]:
    return [hit.span for hit in HITS if (hit.document, hit.page) in pages]


def test_pages_tell_what_was_missed_once_every_hit_on_them_was_looked_at() -> None:
    first, second, third = drawn(NAME, PAGES)[:3]
    read = [PageRead(*first, seen=2), PageRead(*second, seen=0), PageRead(*drawn(NAME, PAGES)[7], seen=9)]

    done = progress(NAME, HITS, pages=PAGES, asked={}, decided={}, read=read)
    assert (2, third, (), 0) == (done.pages_read, done.next_page, done.audit.by_page, done.audit.seen)
    assert done.next_hit is not None
    assert done.next_hit.span in _hits_on([first, second])

    asked = dict.fromkeys(_hits_on([first]), Verdict.SAME) | dict.fromkeys(_hits_on([second]), Verdict.DIFFERENT)
    done = progress(NAME, HITS, pages=PAGES, asked=asked, decided={}, read=read)
    assert (((1, 2),), 1, 2, 2 / 30) == (done.audit.by_page, done.audit.found, done.audit.seen, done.audit.share_read)


def test_somebody_else_on_a_page_that_was_read_does_not_stand_for_him_who_was_missed() -> None:
    first = drawn(NAME, PAGES)[0]
    asked = dict.fromkeys(_hits_on([first]), Verdict.DIFFERENT)

    done = progress(NAME, HITS, pages=PAGES, asked=asked, decided={}, read=[PageRead(*first, seen=1)])

    assert (0, 1) == (done.audit.found, done.audit.seen)


def test_it_is_said_how_many_more_hits_and_pages_would_bound_the_count() -> None:
    nothing = progress(NAME, HITS, pages=PAGES, asked={}, decided={}, read=())
    read = [PageRead(*page, seen=1) for page in drawn(NAME, PAGES)[:4]]
    asked = dict.fromkeys(_hits_on(drawn(NAME, PAGES)[:4]), Verdict.SAME)

    some = progress(NAME, HITS, pages=PAGES, asked=asked, decided={}, read=read)
    rare = progress(NAME, HITS[:1], pages=PAGES, asked={}, decided={}, read=())

    assert (30, 8) == (nothing.more_hits, nothing.more_pages)
    assert 4 == some.more_pages
    assert (1, 30) == (rare.more_hits, rare.more_pages)


def test_an_audit_of_everything_has_no_next() -> None:
    read = [PageRead(*page, seen=1) for page in PAGES]

    done = progress(NAME, HITS, pages=PAGES, asked=dict.fromkeys(_order(), Verdict.SAME), decided={}, read=read)

    assert (None, None, 0, 0) == (done.next_hit, done.next_page, done.more_hits, done.more_pages)
    assert Audit(30, 30, 30, 30, 30, ((1, 1),) * 30, 1.0) == done.audit


@given(st.permutations(PAGES), st.sets(st.sampled_from(PAGES)))
def test_the_order_depends_on_nothing_but_the_name_and_the_places(
    pages: list[tuple[DocumentId, int]], some: set[tuple[DocumentId, int]]
) -> None:
    order = drawn(NAME, pages)

    assert drawn(NAME, PAGES) == order
    assert [page for page in order if page in some] == drawn(NAME, some)


def test_another_name_draws_another_sample() -> None:
    assert drawn(NAME, PAGES) != drawn(NameKey("salwa"), PAGES)
