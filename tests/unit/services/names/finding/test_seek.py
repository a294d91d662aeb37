"""Names that are sure in some texts are found in all, and nothing is looked through twice for nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from kashf.bootstrap import create_case, make_taggers, open_for_writing
from kashf.domain.document import Page, Reading, Sighting, Span, Status
from kashf.domain.entity import MentionType
from kashf.domain.ids import DocumentId, content_id
from kashf.ports.mentions import FOUND_AGAIN
from kashf.ports.stages import AGAIN, NAMES
from kashf.ports.stores import StoredReading
from kashf.ports.views import CaseView
from kashf.services.case.open import WritableCase
from kashf.services.names.finding.seek import seek_names
from kashf.services.names.finding.tag import look_through
from kashf.services.names.reviewing.reassign import reassign_to_new
from kashf.settings import Settings
from tests.indexed import index_all

SAID = ("وصلنا إلى قرية المنزورة أمس", "نزل في قرية المنزورة")
WHOLE = ("الاسم: خليل إبراهيم الدغيم\nحضر", "حضر المدعو خليل إبراهيم الدغيم وأخوه", "حضر خليل إبراهيم\nالدغيم")
TAGGERS = make_taggers()


@pytest.fixture
def case(tmp_path: Path) -> Iterator[WritableCase]:
    create_case(tmp_path / "case", name="a case", settings=Settings())
    with open_for_writing(tmp_path / "case", settings=Settings()) as case:
        yield case


def read(case: WritableCase, *texts: str) -> list[DocumentId]:
    """Take texts in as far as their names, as `process` does."""
    ids = [DocumentId(content_id(text)) for text in texts]
    with case.store.unit() as uow:
        uow.sight([Sighting(id, f"/{id}", "courier", size_bytes=1) for id in ids], receipt=None, depth=0)
        pages = [(Page(1, text),) for text in texts]
        uow.put(
            [StoredReading(Reading(id, "text/plain", Status.DONE, pages=page)) for id, page in zip(ids, pages, strict=True)], version="1"
        )
        uow.commit()
    assert index_all(case)
    look(case)
    return ids


def read_pages(case: WritableCase, texts: Sequence[str]) -> DocumentId:
    """Take a text of several pages in, as `read` does."""
    id = DocumentId(content_id("".join(texts)))
    pages = tuple(Page(number, text) for number, text in enumerate(texts, 1))
    with case.store.unit() as uow:
        uow.sight([Sighting(id, f"/{id}", "courier", size_bytes=1)], receipt=None, depth=0)
        uow.put([StoredReading(Reading(id, "text/plain", Status.DONE, pages=pages))], version="1")
        uow.commit()
    assert index_all(case)
    look(case)
    return id


def look(case: WritableCase) -> None:
    with case.store.unit() as uow:
        leased = [job.document for job in uow.lease(NAMES, limit=100)]
        uow.put_rows(NAMES, list(look_through(case.reading.view, leased, taggers=TAGGERS)), version="1")
        uow.commit()


def again(case: WritableCase, documents: Sequence[DocumentId]) -> list[tuple[str, str]]:
    return [
        (each.key, each.mention.text)
        for document in documents
        for each in case.reading.view.mentions_in(document)
        if each.mention.source == FOUND_AGAIN
    ]


def people(case: WritableCase, document: DocumentId) -> list[str]:
    return [each.mention.text for each in case.reading.view.mentions_in(document) if each.mention.type is MentionType.PERSON]


def test_a_village_that_two_texts_call_one_is_found_where_nothing_says_so(case: WritableCase) -> None:
    *_, third = read(case, *SAID, "عاد من المنزورة مساء")

    assert 3 == seek_names(case)
    assert [("المنزوره", "المنزورة")] == again(case, [third])
    assert {MentionType.PLACE} == {each.mention.type for each in case.reading.view.mentions_in(third) if each.mention.source == FOUND_AGAIN}


def test_nothing_new_is_nothing_to_do(case: WritableCase) -> None:
    read(case, *SAID)
    seek_names(case)

    assert 0 == seek_names(case)


def test_a_name_that_a_new_text_makes_sure_is_found_in_old_ones_that_have_it_and_others_are_left(case: WritableCase) -> None:
    old, *_ = read(case, "عاد من المنزورة", *(f"لا شيء {number}" for number in range(9)))
    seek_names(case)
    before = again(case, [old])
    read(case, *SAID)

    assert ([], 3) == (before, seek_names(case))
    assert ["المنزوره"] == [key for key, _ in again(case, [old])]


def test_a_document_that_is_looked_through_for_names_again_is_looked_through_once_more(case: WritableCase) -> None:
    *_, third = read(case, *SAID, "عاد من المنزورة مساء")
    seek_names(case)
    with case.store.unit() as uow:
        uow.wait_again(NAMES, [third])
        uow.commit()
    look(case)

    assert [] == again(case, [third])
    assert 1 == seek_names(case)
    assert [("المنزوره", "المنزورة")] == again(case, [third])


def test_a_whole_name_takes_the_place_of_a_part_of_it_and_does_so_again_when_names_are_looked_for_again(case: WritableCase) -> None:
    _, cut, broken = read(case, *WHOLE)
    before = people(case, cut)
    seek_names(case)
    once = people(case, cut)
    idle = seek_names(case)
    with case.store.unit() as uow:
        uow.wait_again(NAMES, [cut])
        uow.commit()
    look(case)
    waiting = people(case, cut)
    seek_names(case)

    assert (["خليل إبراهيم"], ["خليل إبراهيم الدغيم"], 0) == (before, once, idle)
    assert (before, once) == (waiting, people(case, cut))
    assert ["خليل إبراهيم"] == people(case, broken)
    total, part = case.reading.view.names(MentionType.PERSON)
    assert [("خليل ابراهيم الدغيم", 2), ("خليل ابراهيم", 1)] == [(total.key, total.mentions), (part.key, part.mentions)]


def test_a_place_that_a_person_decided_on_stays_as_it_is(case: WritableCase) -> None:
    _, cut, _ = read(case, *WHOLE)
    (there,) = (each for each in case.reading.view.mentions_in(cut) if each.mention.type is MentionType.PERSON)
    place = Span(cut, 1, there.mention.start, there.mention.end)
    reassign_to_new(case, [place], "Khalil, the driver", type=MentionType.PERSON)
    with case.store.unit() as uow:
        uow.wait_again(NAMES, [cut])
        uow.commit()
    look(case)
    seek_names(case)

    assert ["خليل إبراهيم"] == people(case, cut)


def test_what_waits_is_said_by_its_stage(case: WritableCase) -> None:
    read(case, *SAID)

    assert 2 == case.reading.view.totals().by_stage[AGAIN.name]


def test_a_text_of_many_pages_is_gone_through_page_by_page(case: WritableCase, monkeypatch: pytest.MonkeyPatch) -> None:
    read(case, *SAID)
    long = read_pages(case, ["عاد من المنزورة مساء"] * 40)
    looked_at: list[int] = []
    walk = type(case.reading.view).walk_pages

    def walked(view: CaseView, document: DocumentId) -> Iterator[Page]:
        for page in walk(view, document):
            looked_at.append(page.number)
            yield page

    monkeypatch.setattr(type(case.reading.view), "walk_pages", walked)
    seek_names(case, most_found=3)

    # Once to count names, once to find them; the second time it goes no further than what is kept, and the page behind.
    assert len(looked_at) <= len(SAID) * 2 + 40 + 6
    assert 3 == len(again(case, [long]))
    (record,) = case.reading.view.records([long])
    assert ("partial", "too-large", "again: the first 3 are kept") == (record.status, record.reason, record.detail)


def test_all_places_in_a_text_of_many_pages_are_found_beside_those_that_were_found_before(case: WritableCase) -> None:
    read(case, *SAID)
    long = read_pages(case, ["عاد من المنزورة مساء", "لا شيء", "من قرية المنزورة إلى المنزورة"])
    seek_names(case)
    places = [(each.page, each.key) for each in case.reading.view.mentions_in(long) if each.key == "المنزوره"]

    assert [(1, "المنزوره"), (3, "المنزوره"), (3, "المنزوره")] == places


def test_what_is_held_is_kept_as_soon_as_it_is_much(case: WritableCase) -> None:
    read(case, *SAID, *(f"عاد من المنزورة مساء {number}" for number in range(4)))
    kept: list[int] = []
    seek_names(case, report=lambda done, _: kept.append(done), most_unkept=2)

    assert 2 <= len(kept)
    assert [6] == kept[-1:]
