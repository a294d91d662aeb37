"""What every CaseView must answer about one small case, on SQLite and in the fake that other tests read from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from kashf.adapters.records.store import SqlStore
from kashf.domain.document import Box, Origin, Page, Reading, Sighting, Status
from kashf.domain.entity import Mention, MentionType, NameKey, PlacedMention
from kashf.domain.ids import DocumentId
from kashf.domain.ledger import EntryKind
from kashf.domain.reasons import NO_REASONS, ReasonCode, Reasons
from kashf.errors import NotFoundError
from kashf.ports.copy_groups import CopyKind, CopyLink
from kashf.ports.mentions import EntityTotal, Membership, NamePair, NameTotal, Resolution
from kashf.ports.stages import DATES, INDEX, LETTERS, NAMES, OwnDate
from kashf.ports.stores import CaseStore, StoredReading
from kashf.ports.views import CaseView, CopyGroup
from tests.contracts.case_stores import entry, id_of, lease, put, seen, sight
from tests.fakes import FakeCaseView

PERSON, PLACE = MentionType.PERSON, MentionType.PLACE
SHAMALI, SALEM, RAQQA = NameKey("ابو محمد الشمالي"), NameKey("سالم"), NameKey("الرقه")
ORDER, COPY, SCAN, BAG, INSIDE, NEW = map(id_of, "abcdef")
LOCKED = Sighting(None, "/locked", "courier", reason="permission denied")
TEXTS = {
    ORDER: (Page(1, "أبو محمد الشمالي في الرقة"), Page(2, "سالم")),
    COPY: (Page(1, "أبو محمد الشمالي في الرقة"), Page(2, "سالم")),
    SCAN: (Page(1, "Abu Mohammed", Origin.OCR, 0.75),),
    INSIDE: (Page(1, "سالم"),),
}
SECOND = (Page(1, "Abu Muhammad", Origin.OCR, 0.5, boxes=(Box(0, 3, 1, 2, 3, 4, 0.25),)), Page(1, "Abo Mohamed", Origin.OCR, 0.25))
SIGNATURES = {ORDER: b"\1" * 8, COPY: b"\1" * 8, SCAN: b"\2" * 8}
SEEN = (seen("a", "/order"), seen("a", "/again"), seen("b", "/copy", channel="drive"), seen("c", "/scan"), seen("d", "/bag"))
LATE = seen("f", "/new")
MEMBER = seen("e", "letter.txt", parent=BAG, ordinal=1)


def placed(document: DocumentId, text: str, start: int, key: NameKey, *, type: MentionType = PERSON, page: int = 1) -> PlacedMention:
    return PlacedMention(document, page, key, Mention(start, start + len(text), text, type, "rules:kunya", 0.75))


NAMED = (
    *(placed(id, "أبو محمد الشمالي", 0, SHAMALI) for id in (ORDER, COPY)),
    *(placed(id, "الرقة", 20, RAQQA, type=PLACE) for id in (ORDER, COPY)),
    placed(ORDER, "سالم", 0, SALEM, page=2),
    placed(SCAN, "Abu Mohammed", 0, SHAMALI),
    placed(INSIDE, "سالم", 0, SALEM),
)
SAME_TEXT, NEAR = CopyLink(CopyKind.TEXT, COPY, ORDER), CopyLink(CopyKind.NEAR, SCAN, COPY, 0.93)
LINKS = (NEAR, SAME_TEXT, CopyLink(CopyKind.ANY, COPY, ORDER), CopyLink(CopyKind.ANY, SCAN, ORDER))
WRITTEN = '{"earliest":"2014-03-04","latest":"2014-03-05"}'
DATED = (
    (1, 0, 4, "writing", 0.9, 20140304, 20140305, WRITTEN, "", 1, 1),
    (1, 5, 9, "event", 0.3, 20140304, 20140305, WRITTEN, "", 0, 0),
)
ONE_WORD = Reasons.of(ReasonCode.IN_WORDS, "one word")
RESOLUTION = Resolution(
    "7",
    (NamePair(SHAMALI, SALEM, 0.5, ONE_WORD),),
    (Membership(SALEM, SHAMALI, SHAMALI, 0.5, ONE_WORD), Membership(SHAMALI, SHAMALI, NameKey(""), 1.0, NO_REASONS)),
)


def fill(store: CaseStore) -> None:
    """Put the case into a store."""
    sight(store, *SEEN, LOCKED)
    sight(store, MEMBER, depth=1)
    put(store, *(_reading(id) for id in (ORDER, COPY, SCAN, BAG, INSIDE)))
    sight(store, LATE)
    lease(store, INDEX)
    lease(store, NAMES)
    with store.unit() as uow:
        uow.finish(INDEX, list(TEXTS), version="1")
        uow.put_rows(NAMES, [(id, [each for each in NAMED if each.document == id]) for id in TEXTS], version="1")
        uow.lease(DATES, limit=100)
        uow.put_rows(DATES, [(ORDER, DATED)], version="1")
        uow.put_resolution(PERSON, RESOLUTION)
        uow.learn_words({"القافله": "قفله", "قوافل": "قفله"})
        uow.put_copies("1", LINKS)
        uow.commit()


def _reading(id: DocumentId) -> StoredReading:
    key = {ORDER: "same", COPY: "same"}.get(id)
    second = SECOND if id == SCAN else ()
    read = Reading(id, "text/plain", Status.DONE, pages=TEXTS.get(id, ()), second_readings=second)
    return StoredReading(read, key, SIGNATURES.get(id, b""))


class CaseViewContract:
    def test_documents_are_walked_by_id_and_by_status(self, view: CaseView) -> None:
        assert [ORDER, COPY, SCAN, BAG, INSIDE, NEW] == [record.id for record in view.walk()]
        assert [SCAN, BAG, INSIDE, NEW] == [record.id for record in view.walk(after=COPY)]
        assert [NEW] == [record.id for record in view.walk(status="waiting")]
        assert [ORDER, COPY, SCAN, BAG, INSIDE] == [record.id for record in view.walk(status="done")]
        assert [BAG, INSIDE] == [record.id for record in view.walk(after=SCAN, status="done")]
        assert [] == list(view.walk(after=NEW))

    def test_records_come_in_the_order_asked_for_and_unknown_ones_not_at_all(self, view: CaseView) -> None:
        assert [NEW, ORDER] == [record.id for record in view.records([NEW, id_of("9"), ORDER])]

    def test_a_document_is_found_by_the_beginning_of_its_id(self, view: CaseView) -> None:
        assert SCAN == view.resolve("cc")
        with pytest.raises(NotFoundError):
            view.resolve("9")
        with pytest.raises(NotFoundError):
            view.resolve("")

    def test_documents_are_found_by_the_path_at_which_they_were_seen(self, view: CaseView) -> None:
        channel = SEEN[0].channel

        assert {"/order": ORDER, "/again": ORDER} == view.documents_at(channel, ["/order", "/again", "/locked", "/nowhere"])
        assert {} == view.documents_at("nobody", ["/order"])
        assert {MEMBER.path: INSIDE} == view.documents_at(MEMBER.channel, [MEMBER.path])

    def test_pages_come_in_order_and_one_by_its_number(self, view: CaseView) -> None:
        assert TEXTS[ORDER] == view.pages(ORDER)
        assert (TEXTS[ORDER][1], None) == (view.page(ORDER, 2), view.page(ORDER, 3))
        assert () == view.pages(NEW)

    def test_second_readings_of_a_page_stand_beside_it_in_the_order_they_were_read_in(self, view: CaseView) -> None:
        assert SECOND == view.second_readings(SCAN) == view.second_readings(SCAN, page=1)
        assert () == view.second_readings(SCAN, page=2) == view.second_readings(ORDER)

    def test_where_a_document_was_seen_and_what_was_in_it(self, view: CaseView) -> None:
        assert ["/order", "/again"] == [sighting.path for sighting, _ in view.sightings(ORDER)]
        assert [(MEMBER, None)] == list(view.sightings(INSIDE))
        assert ((MEMBER,), ()) == (view.members(BAG), view.members(ORDER))

    def test_every_sighting_of_a_delivery_has_its_receipt_and_a_member_has_none(self, view: CaseView) -> None:
        (_, first), (_, second) = view.entries()

        assert dict.fromkeys((sighting.id for sighting in SEEN), first) | {LATE.id: second} == {
            sighting.id: view.received()[sighting.id] for sighting in (*SEEN, LATE)
        }
        assert (SEEN[0], first) == view.sightings(ORDER)[0]
        assert MEMBER.id not in view.received()

    def test_a_pile_is_what_receipts_list_and_then_what_lies_in_it(self, view: CaseView) -> None:
        (_, first), (_, second) = view.entries()

        assert ({*SEEN, MEMBER}, (LATE,)) == ({*view.pile([first])} - {LOCKED}, view.pile([second]))
        assert MEMBER == view.pile([first])[-1]
        assert () == view.pile([])

    def test_ids_of_entries_come_by_chain_and_in_their_order(self, view: CaseView) -> None:
        recorded = view.entries()

        ids = view.entry_ids()
        assert {chain: [id for entry, id in recorded if entry.chain == chain] for chain in ids} == ids
        assert [id for _, id in recorded] == [id for chain in sorted(ids) for id in ids[chain]]
        assert {chain: (len(own), own[-1]) for chain, own in ids.items()} == view.chain_ends()

    def test_entries_are_counted_by_kind(self, view: CaseView) -> None:
        assert {EntryKind.RECEIPT: 2} == view.entry_kinds()

    def test_channels_are_those_of_the_document_or_of_what_it_lay_in(self, view: CaseView) -> None:
        assert {ORDER: ("courier",), COPY: ("drive",), INSIDE: ("courier",)} == view.channels([ORDER, COPY, INSIDE])

    def test_what_could_not_be_read_is_listed(self, view: CaseView) -> None:
        assert (LOCKED,) == view.unreadable()

    def test_copies_are_grouped_by_bytes_and_by_text(self, view: CaseView) -> None:
        bytes_, text = CopyGroup("bytes", (ORDER,), ("/order", "/again")), CopyGroup("text", (ORDER, COPY), ("/order", "/copy"))

        assert (bytes_, text) == view.copies()
        assert ((COPY,), ()) == (view.same_text(ORDER), view.same_text(SCAN))

    def test_which_document_stands_for_its_copies_is_known_for_some_or_all(self, view: CaseView) -> None:
        assert "1" == view.copies_version()
        assert {COPY: ORDER, SCAN: ORDER} == view.copy_leaders()
        assert ({COPY: ORDER}, {}) == (view.copy_leaders([COPY, ORDER]), view.copy_leaders([ORDER]))
        assert ((COPY, SCAN), ()) == (view.copies_of(ORDER), view.copies_of(COPY))

    def test_why_documents_are_copies_is_known_with_how_like_they_are(self, view: CaseView) -> None:
        assert (SAME_TEXT, NEAR) == view.copy_links()
        assert ((NEAR,), ()) == (view.copy_links([SCAN, ORDER]), view.copy_links([ORDER]))

    def test_pages_without_the_places_of_their_words_come_for_some_documents_at_once(self, view: CaseView) -> None:
        bare = dict(view.bare_pages([SCAN, ORDER, NEW]))

        assert {ORDER, SCAN} == bare.keys()
        assert [replace(page, boxes=()) for page in view.pages(SCAN)] == list(bare[SCAN])

    def test_what_else_was_read_on_pages_comes_for_some_documents_at_once(self, view: CaseView) -> None:
        assert {SCAN: tuple(replace(page, boxes=()) for page in SECOND)} == dict(view.bare_second_readings([SCAN, ORDER, NEW]))

    def test_signatures_come_by_id_and_say_what_ocr_read(self, view: CaseView) -> None:
        assert ((ORDER, b"\1" * 8, False), (COPY, b"\1" * 8, False), (SCAN, b"\2" * 8, True)) == view.signatures()

    def test_words_are_found_by_their_consonants(self, view: CaseView) -> None:
        assert {"قفله": ("القافله", "قوافل")} == view.words_with(["قفله", "none"])

    def test_names_come_by_mentions_and_narrowed_by_letters(self, view: CaseView) -> None:
        shamali = NameTotal(PERSON, SHAMALI, "أبو محمد الشمالي", 3, 3, ("Abu Mohammed",))
        salem = NameTotal(PERSON, SALEM, "سالم", 2, 2)

        assert (shamali, salem) == view.names(PERSON) == view.names(PERSON, limit=None)
        assert ((salem,), (shamali,)) == (view.names(PERSON, after=SHAMALI), view.names(PERSON, containing="محمد"))
        assert (salem, shamali) == view.names_with(PERSON, [SALEM, NameKey("nobody"), SHAMALI])
        with pytest.raises(NotFoundError):
            view.names(PERSON, after="nobody")

    def test_places_of_names_come_by_document_page_and_place(self, view: CaseView) -> None:
        assert [ORDER, COPY, SCAN] == [each.document for each in view.mentions_of(PERSON, [SHAMALI])]
        assert (ORDER, INSIDE) == view.documents_with(PERSON, [SALEM])
        assert [(1, SHAMALI), (1, RAQQA), (2, SALEM)] == [(each.page, each.key) for each in view.mentions_in(ORDER)]
        assert [SALEM] == [each.key for each in view.mentions_in(ORDER, page=2)]
        assert [ORDER, ORDER, ORDER, COPY, COPY, SCAN, INSIDE] == [each.document for each in view.walk_mentions()]

    def test_entities_come_by_mentions_of_all_their_names(self, view: CaseView) -> None:
        together, raqqa = EntityTotal(SHAMALI, 5, 4), EntityTotal(RAQQA, 2, 2)

        assert ((together,), (raqqa,)) == (view.entities(PERSON), view.entities(PLACE, limit=1))
        assert ((together,), ()) == (view.entities(PERSON, containing="سال", limit=None), view.entities(PERSON, containing="%"))
        assert () == view.entities(PERSON, limit=0)

    def test_names_are_found_by_whole_words_and_their_pages_by_name(self, view: CaseView) -> None:
        assert (SHAMALI, SALEM) == view.keys_with_words(PERSON, {"سالم", "محمد", "شمال"})
        assert () == view.keys_with_words(PLACE, {"سالم"})
        assert {(ORDER, 2), (INSIDE, 1)} == view.pages_with(PERSON, [SALEM])
        assert {(ORDER, 1): [SHAMALI], (INSIDE, 1): [SALEM]} == view.keys_on(PERSON, [(ORDER, 1), (INSIDE, 1), (NEW, 1)])

    def test_many_pages_are_read_at_once_with_what_is_named_on_them(self, view: CaseView) -> None:
        wanted = [(SCAN, 1), (ORDER, 2), (ORDER, 3), (NEW, 1)]

        assert {(ORDER, 2): TEXTS[ORDER][1], (SCAN, 1): replace(TEXTS[SCAN][0], boxes=())} == view.pages_at(wanted)
        assert [(ORDER, SALEM), (SCAN, SHAMALI)] == [(each.document, each.key) for each in view.mentions_on(wanted)]
        assert {(ORDER, 2): TEXTS[ORDER][1].text, (SCAN, 1): TEXTS[SCAN][0].text} == view.texts_at(wanted)
        assert ({}, (), {}) == (view.pages_at([]), view.mentions_on([]), view.texts_at([]))

    def test_when_documents_were_written_comes_by_document_and_is_narrowed_by_days(self, view: CaseView) -> None:
        assert (OwnDate(ORDER, 20140304, 20140305, WRITTEN, is_unseen=True),) == view.own_dates()
        assert (ORDER,) == tuple(each.document for each in view.own_dates(20140305, 20140401))
        assert () == view.own_dates(20140306, 20140401)

    def test_documents_that_wait_to_be_read_wait_for_every_later_stage(self, view: CaseView) -> None:
        assert 1 == view.count_waiting()
        assert 5 == view.count_waiting(LETTERS) == view.count_waiting(DATES, LETTERS)

    def test_documents_of_many_names_come_as_numbers_once_for_each_place(self, view: CaseView) -> None:
        found = view.name_documents({PERSON})

        standing = dict(zip(found.names, found.standing, strict=True))
        assert {(PERSON, SALEM), (PERSON, SHAMALI)} == standing.keys()
        for key in (SALEM, SHAMALI):
            places = [each.document for each in view.mentions_of(PERSON, [key])]
            assert places == sorted(found.documents[number] for number in standing[PERSON, key])

    def test_what_is_named_among_some_documents_comes_by_document_page_and_place(self, view: CaseView) -> None:
        every = [each for each in view.walk_mentions() if each.document in {ORDER, SCAN} and each.mention.type is PERSON]

        assert [(each.key, each.document, each.page, each.mention.start) for each in every] == [
            (place.key, place.document, place.page, place.start) for place in view.mentions_among([SCAN, ORDER], {PERSON})
        ]

    def test_no_forms_are_kept_before_they_were_looked_for(self, view: CaseView) -> None:
        assert ("", 0, frozenset()) == (view.forms_version(), view.form_lines(), view.printed_places([ORDER]))
        assert not view.printed_documents({PERSON}).names

    def test_a_place_of_each_name_is_told(self, view: CaseView) -> None:
        found = view.first_places(PERSON, [SALEM, SHAMALI, NameKey("nobody")])

        assert {SALEM, SHAMALI} == found.keys()
        for key, place in found.items():
            places = {(each.document, each.page, each.mention.start) for each in view.mentions_of(PERSON, [key])}
            assert (place.document, place.page, place.start) in places

    def test_leaders_are_told_of_names_that_go_by_another(self, view: CaseView) -> None:
        assert {member.key: member.leader for member in RESOLUTION.members if member.key != member.leader} == view.leaders(PERSON)
        assert {} == view.leaders(PLACE)

    def test_pages_are_counted_and_read_for_many_documents_at_once(self, view: CaseView) -> None:
        unsure = view.unsure_pages()
        counts = {each.id: each.pages - len(unsure.get(each.id, ())) for each in view.walk()}

        assert {id: pages for id, pages in counts.items() if pages} == view.page_counts()
        assert {(ORDER, page.number, page.text) for page in view.pages(ORDER)} == set(view.page_texts([ORDER, DocumentId("f" * 64)]))

    def test_what_is_known_of_which_names_are_one(self, view: CaseView) -> None:
        assert ("7", "") == (view.resolution_version(PERSON), view.resolution_version(PLACE))
        assert (RESOLUTION.pairs, ()) == (view.name_pairs(PERSON), view.name_pairs(PLACE))
        assert (RESOLUTION.pairs, ()) == (view.name_pairs(PERSON, [SALEM]), view.name_pairs(PERSON, [RAQQA]))
        assert set(RESOLUTION.members) == set(view.memberships(PERSON)) == set(view.memberships(PERSON, [SALEM]))

    def test_nobody_has_decided_anything(self, view: CaseView) -> None:
        assert ((), ()) == (view.judgements(), view.judgement_history())


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CaseView]:
    store = SqlStore(tmp_path_factory.mktemp("view") / "case.db")
    fill(store)
    view = store.view()
    yield view
    view.close()
    store.close()


class TestSqlView(CaseViewContract):
    @pytest.fixture
    def view(self, stored: CaseView) -> CaseView:
        return stored


class TestFakeCaseView(CaseViewContract):
    """The fake is told what a store works out by itself from readings: its records."""

    @pytest.fixture
    def view(self, stored: CaseView) -> CaseView:
        first = entry(0, None, manifest="m")
        second = entry(1, first, manifest="m")
        receipts = {each.id: first.id for each in SEEN} | {LATE.id: second.id}
        return FakeCaseView(
            ledger=(first, second),
            known={record.id: record for record in stored.walk()},
            texts=TEXTS,
            seen={id: tuple((each, receipts[each.id]) for each in (*SEEN, LATE) if each.document == id) for id in map(id_of, "abcdf")}
            | {INSIDE: ((MEMBER, None),)},
            shut=(LOCKED,),
            read_again={SCAN: SECOND},
            signed=SIGNATURES,
            words={"قفله": ("القافله", "قوافل")},
            named=NAMED,
            resolved={PERSON: RESOLUTION},
            grouped=LINKS,
            rows={DATES.name: {ORDER: [*DATED]}},
            is_so=stored.totals(),
        )
