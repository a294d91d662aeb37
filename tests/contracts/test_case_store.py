"""What every CaseStore and CaseView must do, on SQLite and on PostgreSQL."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kashf.adapters.records.view import WALKED_AT_ONCE
from kashf.domain.document import Box, Mark, MarkKind, Origin, Page, Reading, Reason, Sighting, Status
from kashf.domain.entries.device_keys import EntrySignature
from kashf.domain.ids import DocumentId
from kashf.domain.ledger import EntryKind
from kashf.errors import DamagedCaseError, NotFoundError
from kashf.ports.copy_groups import CopyKind, CopyLink
from kashf.ports.stages import INDEX, MAIL, NAMES, QUOTES, READ
from kashf.ports.stores import CaseStore, StoredReading
from tests.contracts.case_stores import (
    NOW,
    encrypted_store,
    entry,
    id_of,
    lease,
    postgres_store,
    put,
    reading,
    receipt_of,
    seen,
    set_aside,
    sight,
    sqlite_store,
)


class CaseStoreContract:
    def test_leaving_without_commit_keeps_nothing(self, store: CaseStore) -> None:
        with store.unit() as uow:
            uow.append(entry(0, None, manifest="m"))
            uow.sight([seen("a", "/a")], receipt=None, depth=0)

        assert () == store.view().entries()
        assert 0 == store.view().totals().found

    def test_an_entry_comes_back_as_it_was_written(self, store: CaseStore) -> None:
        first = entry(0, None, note="دفعة ثانية")
        with store.unit() as uow:
            uow.append(first)
            uow.commit()

        assert ((first, first.id),) == store.view().entries()

    def test_a_signature_under_an_entry_comes_back_with_its_key(self, store: CaseStore) -> None:
        first = entry(0, None)
        with store.unit() as uow:
            uow.append(first)
            uow.sign(EntrySignature(first.id, "ab" * 32, "cd" * 64))
            assert (True, False) == (uow.has_signed("ab" * 32), uow.has_signed("ef" * 32))
            uow.commit()

        assert (EntrySignature(first.id, "ab" * 32, "cd" * 64),) == store.view().entry_signatures()

    def test_an_entry_that_does_not_follow_the_last_is_refused(self, store: CaseStore) -> None:
        first = entry(0, None)
        with store.unit() as uow:
            uow.append(first)
            with pytest.raises(DamagedCaseError):
                uow.append(entry(2, first))
            with pytest.raises(DamagedCaseError):
                uow.append(entry(1, None))

    def test_totals_add_up_with_copies_failures_and_paths_that_cannot_be_read(self, store: CaseStore) -> None:
        sight(store, seen("a", "/a"), seen("a", "/copy of a"), seen("b", "/b"), seen("c", "/c"), Sighting(None, "/locked", "courier"))
        put(store, reading("a"), reading("b", status=Status.FAILED))
        lease(store, INDEX)
        with store.unit() as uow:
            uow.finish(INDEX, [id_of("a")], version="1")
            uow.commit()

        totals = store.view().totals()

        assert (5, 1, 0, 2, 1, 1) == (
            totals.found,
            totals.done,
            totals.partial,
            totals.failed,
            totals.duplicates,
            totals.waiting,
        )
        assert ({"damaged": 1, "unreadable": 1}, {}) == (dict(totals.by_reason), dict(totals.partial_by_reason))

    def test_partial_documents_and_pictures_without_writing_are_counted_by_reason(self, store: CaseStore) -> None:
        sight(store, seen("a", "/a"), seen("b", "/b"), seen("c", "/c"))
        photo = replace(reading("b").reading, reason=Reason.NO_WRITING, pages=())
        put(store, reading("a", "", status=Status.PARTIAL), StoredReading(photo), reading("c", status=Status.FAILED))

        totals = store.view().totals()

        assert (1, 1, 1, 1) == (totals.done, totals.partial, totals.failed, totals.without_text)
        assert ({"damaged": 2, "no-writing": 1}, {"damaged": 1}) == (dict(totals.by_reason), dict(totals.partial_by_reason))

    def test_a_path_that_is_readable_at_last_no_longer_counts_as_failed(self, store: CaseStore) -> None:
        sight(store, Sighting(None, "/locked", "courier", reason="permission denied"))
        sight(store, seen("a", "/locked"))

        totals = store.view().totals()

        assert (1, 0, 1) == (totals.found, totals.failed, totals.waiting)

    def test_the_same_sighting_twice_is_recorded_once(self, store: CaseStore) -> None:
        assert 1 == sight(store, seen("a", "/a"))
        assert 0 == sight(store, seen("a", "/a"))
        assert 1 == sight(store, seen("a", "/a", channel="post"))
        assert 2 == store.view().totals().found

    def test_a_path_of_strange_bytes_comes_back_byte_for_byte(self, store: CaseStore) -> None:
        strange = Sighting(id_of("a"), "/�\n\u202e", "courier", raw_path=b"/\xff\n\xe2\x80\xae", modified=NOW, size_bytes=3)
        sight(store, strange)

        assert strange == store.view().sightings(id_of("a"))[0][0]

    def test_a_leased_job_is_not_given_twice_until_it_is_given_back(self, store: CaseStore) -> None:
        sight(store, seen("a", "/a"))

        assert [id_of("a")] == [job.document for job in lease(store, READ)]
        assert () == lease(store, READ)
        with store.unit() as uow:
            assert (1, 0) == (uow.release(), uow.release())
            uow.commit()
        assert [2] == [job.attempts for job in lease(store, READ)]

    def test_jobs_begun_least_often_come_first(self, store: CaseStore) -> None:
        sight(store, seen("a", "/a"), seen("b", "/b"))
        lease(store, READ, limit=1)
        with store.unit() as uow:
            uow.release()
            uow.commit()

        assert [id_of("b"), id_of("a")] == [job.document for job in lease(store, READ)]

    def test_reading_opens_indexing_for_every_document_since_each_has_a_name_and_other_stages_where_there_is_text(
        self, store: CaseStore
    ) -> None:
        sight(store, seen("a", "/a"), seen("b", "/b"))
        put(store, reading("a"), reading("b", text=""))

        assert 1 == store.view().totals().waiting
        assert [id_of("a"), id_of("b")] == [job.document for job in lease(store, INDEX)]
        assert [id_of("a")] == [job.document for job in lease(store, NAMES)]
        assert () == lease(store, READ)

    def test_reading_again_replaces_pages(self, store: CaseStore) -> None:
        sight(store, seen("a", "/a"))
        put(store, reading("a", "first"))
        put(store, reading("a", "second"))

        assert ["second"] == [page.text for page in store.view().pages(id_of("a"))]
        assert 1 == len(lease(store, INDEX))

    def test_pages_read_too_unsurely_are_counted_and_go_with_their_reading(self, store: CaseStore) -> None:
        sight(store, seen("a", "/a"), seen("b", "/b"))
        unsure, empty, fair = Page(1, "8 ,ll", Origin.OCR, 0.31), Page(2, "", Origin.OCR, 0.0), Page(3, "letter", Origin.OCR, 0.5)
        put(store, *(replace(stored, reading=replace(stored.reading, pages=(unsure, empty, fair))) for stored in map(reading, "ab")))
        view = store.view()

        assert ({id_of("a"): (1,), id_of("b"): (1,)}, 2) == (dict(view.unsure_pages()), view.totals().unsure_pages)
        put(store, reading("a"))
        with store.unit() as uow:
            uow.destroy([id_of("b")])
            uow.commit()
        assert ({}, 0) == (dict(view.unsure_pages()), view.totals().unsure_pages)

    def test_failed_jobs_wait_again_only_on_request(self, store: CaseStore) -> None:
        sight(store, seen("a", "/a"))
        put(store, reading("a", status=Status.FAILED))
        with store.unit() as uow:
            assert 0 == uow.reopen(READ, unless_version="1")
            assert 1 == uow.reopen(READ, unless_version="1", failed=True)
            uow.commit()

        assert 1 == store.view().totals().waiting

    def test_another_version_of_a_stage_reopens_what_was_done(self, store: CaseStore) -> None:
        sight(store, seen("a", "/a"))
        put(store, reading("a"))
        with store.unit() as uow:
            assert 1 == uow.reopen(READ, unless_version="2")
            assert 0 == uow.reopen(READ, unless_version="2")

    def test_partial_documents_are_tried_again_on_request_too(self, store: CaseStore) -> None:
        sight(store, seen("a", "/a"))
        put(store, reading("a", status=Status.PARTIAL))
        with store.unit() as uow:
            assert 1 == uow.reopen(READ, unless_version="1", failed=True)

    def test_what_failed_with_another_version_is_read_again(self, store: CaseStore) -> None:
        sight(store, seen("a", "/a"))
        put(store, reading("a", status=Status.FAILED))
        with store.unit() as uow:
            assert 1 == uow.reopen(READ, unless_version="2")

    def test_a_sighting_during_indexing_makes_the_document_wait_again(self, store: CaseStore) -> None:
        sight(store, seen("a", "/a"))
        put(store, reading("a"))
        lease(store, INDEX)
        sight(store, seen("a", "/a", channel="post"))
        with store.unit() as uow:
            uow.finish(INDEX, [id_of("a")], version="1")
            uow.commit()

        assert [id_of("a")] == [job.document for job in lease(store, INDEX)]

    def test_what_lay_too_deep_is_read_again_once_it_is_seen_less_deep(self, store: CaseStore) -> None:
        sight(store, seen("a", "/a"), depth=0)
        sight(store, seen("b", "/a/b", parent=id_of("a")), depth=8)
        deep = Reading(id_of("b"), "application/zip", Status.FAILED, Reason.TOO_DEEP)
        put(store, reading("a"), StoredReading(deep))

        sight(store, seen("b", "/b"))

        assert [(id_of("b"), 0)] == [(job.document, job.depth) for job in lease(store, READ)]

    def test_a_container_seen_less_deep_is_read_again_to_tell_its_members(self, store: CaseStore) -> None:
        sight(store, seen("a", "/a"))
        sight(store, seen("b", "/a/b", parent=id_of("a")), depth=5)
        sight(store, seen("c", "/a/b/c", parent=id_of("b")), depth=6)
        put(store, reading("a"), reading("b"), reading("c"))

        sight(store, seen("b", "/b"))

        assert [id_of("b")] == [job.document for job in lease(store, READ)]

    def test_a_member_that_failed_is_not_hidden_by_another_of_the_same_name(self, store: CaseStore) -> None:
        sight(store, seen("a", "/a.zip"))
        locked = Sighting(None, "/a.zip/x", "", parent=id_of("a"), ordinal=1, reason="encrypted")
        sight(store, seen("b", "/a.zip/x", parent=id_of("a")), locked, depth=1)

        assert (locked,) == store.view().unreadable()
        assert (3, 1) == (store.view().totals().found, store.view().totals().failed)

    @pytest.mark.parametrize("status", ["done", "partial", "failed", "waiting"])
    def test_documents_of_a_status_are_those_the_totals_count(self, store: CaseStore, status: str) -> None:
        sight(store, *(seen(letter, f"/{letter}") for letter in "abcde"))
        put(store, reading("a"), reading("b", text=""), reading("c", status=Status.FAILED), reading("d", status=Status.PARTIAL))
        lease(store, INDEX)
        with store.unit() as uow:
            uow.finish(INDEX, [id_of("d")], version="1")
            uow.commit()
        totals = store.view().totals()

        assert getattr(totals, status) == len(list(store.view().walk(status=status))) > 0

    def test_what_is_read_in_a_snapshot_is_of_one_moment(self, store: CaseStore) -> None:
        sight(store, seen("a", "/a"))
        view = store.view()
        with view.snapshot():
            before = view.totals().found
            sight(store, seen("b", "/b"))
            with view.snapshot():
                assert before == view.totals().found
            assert before == view.totals().found == 1
        assert 2 == view.totals().found

    def test_a_page_comes_back_as_it_was_put(self, store: CaseStore) -> None:
        page = Page(2, "سـلام 🕊 \n", Origin.OCR, 0.5, (Mark(0, 2, MarkKind.QUOTED),), (Box(0, 5, 1, 2, 3, 4),))
        sight(store, seen("a", "/a"))
        put(store, StoredReading(Reading(id_of("a"), "image/png", Status.DONE, pages=(page,))))

        assert page == store.view().page(id_of("a"), 2)
        assert None is store.view().page(id_of("a"), 1)
        assert "ocr" == store.view().records([id_of("a")])[0].origin

    def test_a_page_that_is_marked_anew_waits_for_what_looks_at_what_it_shows(self, store: CaseStore) -> None:
        sight(store, seen("a", "/a"), seen("b", "/b"))
        put(store, reading("a"), reading("b"))
        for stage in (INDEX, NAMES, MAIL):
            lease(store, stage)
        with store.unit() as uow:
            uow.mark_pages([(id_of("a"), Page(1, "", marks=(Mark(0, 3, MarkKind.REPEATED),))), (id_of("f"), Page(1, ""))])
            uow.commit()

        assert ((Mark(0, 3, MarkKind.REPEATED),), ()) == tuple(store.view().pages(id_of(letter))[0].marks for letter in "ab")
        assert [["a"], ["a"], []] == [[job.document[0] for job in lease(store, stage)] for stage in (INDEX, NAMES, MAIL)]

    def test_names_in_mail_that_quotes_are_not_looked_for_until_its_quotations_were_told(self, store: CaseStore) -> None:
        sight(store, seen("a", "/a"), seen("b", "/b"))
        page = Page(1, "> أمر", marks=(Mark(0, 5, MarkKind.QUOTED),))
        put(store, reading("a"), StoredReading(Reading(id_of("b"), "message/rfc822", Status.DONE, pages=(page,))))

        assert [["a", "b"], ["a"]] == [[job.document[0] for job in lease(store, stage)] for stage in (INDEX, NAMES)]
        assert 2 == store.view().totals().names_waiting

        told = [job.document for job in lease(store, QUOTES)]
        with store.unit() as uow:
            uow.finish(QUOTES, told, version="1")
            uow.commit()
        assert [("b", 1)] == [(job.document[0], job.attempts) for job in lease(store, NAMES)]

    def test_what_quotes_a_mail_is_looked_at_again_when_one_is_destroyed(self, store: CaseStore) -> None:
        sight(store, seen("a", "/a"), seen("b", "/b"))
        put(store, reading("a"), reading("b"))
        lease(store, QUOTES)
        with store.unit() as uow:
            uow.destroy([id_of("a")])
            uow.commit()

        assert ["b"] == [job.document[0] for job in lease(store, QUOTES)]

    def test_copies_are_grouped_by_bytes_and_by_text(self, store: CaseStore) -> None:
        sight(store, seen("a", "/a"), seen("a", "/again"), seen("b", "/b"), seen("c", "/c"))
        put(store, reading("a", text_key="k"), reading("b", text_key="k"), reading("c", text_key=None))

        groups = {group.kind: (group.documents, group.paths) for group in store.view().copies()}

        assert ((id_of("a"),), ("/a", "/again")) == groups["bytes"]
        assert ((id_of("a"), id_of("b")), ("/a", "/b")) == groups["text"]
        assert (id_of("b"),) == store.view().same_text(id_of("a"))

    @pytest.mark.parametrize("changes", ["put", "messages", "set aside", "destroy", None])
    def test_which_documents_are_copies_is_kept_until_documents_change(self, store: CaseStore, changes: str | None) -> None:
        sight(store, seen("a", "/a"), seen("b", "/b"), seen("c", "/c"))
        put(store, reading("a"), reading("b"), reading("c"))
        lease(store, MAIL)
        with store.unit() as uow:
            uow.put_copies("0", [CopyLink(CopyKind.ANY, id_of("c"), id_of("b"))])
            uow.put_copies("1", [CopyLink(kind, id_of("b"), id_of("a"), 0.9) for kind in (CopyKind.NEAR, CopyKind.ANY)])
            uow.commit()
        with store.unit() as uow:
            if changes == "put":
                uow.put([reading("c")], version="2")
            elif changes == "messages":
                uow.put_rows(MAIL, [(id_of("c"), ())], version="1")
            elif changes == "set aside":
                uow.set_aside([id_of("c")])
            elif changes == "destroy":
                uow.destroy([id_of("c")])
            uow.commit()

        view = store.view()
        leaders = {} if changes else {id_of("b"): id_of("a")}
        assert ("" if changes else "1", leaders) == (view.copies_version(), view.copy_leaders())
        assert leaders == view.copy_leaders([id_of("b"), id_of("c")])
        assert () == view.copy_links([id_of("c")])

    @pytest.mark.parametrize("changed", ["c", "a"])
    def test_copies_of_documents_that_did_not_change_are_kept_and_the_others_counted(self, store: CaseStore, changed: str) -> None:
        letters = "abcde"
        sight(store, *(seen(letter, f"/{letter}") for letter in letters))
        put(store, *(reading(letter) for letter in letters))
        near = {letter: CopyLink(CopyKind.NEAR, id_of(letter), id_of(of), 0.9) for letter, of in ("ba", "ed")}
        assert 5 == store.view().totals().uncompared
        with store.unit() as uow:
            uow.put_copies("1", [*near.values(), CopyLink(CopyKind.ANY, id_of("b"), id_of("a"))])
            uow.commit()
        assert 0 == store.view().totals().uncompared
        sight(store, seen("f", "/f"))
        put(store, reading("f"), reading(changed))

        view = store.view()
        kept = {"c": (near["b"], near["e"]), "a": (near["e"],)}
        assert (kept[changed], {}) == (view.copy_links(), view.copy_leaders())
        assert {"c": 2, "a": 3}[changed] == view.totals().uncompared

    def test_where_pages_have_ink_is_kept_until_the_document_is_read_again_or_destroyed(self, store: CaseStore) -> None:
        sight(store, *(seen(letter, f"/{letter}") for letter in "abcd"))
        unread = {letter: replace(reading(letter, "").reading, ink_prints=((1, b"ink"),)) for letter in "abcd"}
        unread["d"] = replace(unread["d"], pages=(Page(1, "سطر"),))
        put(store, *map(StoredReading, unread.values()))
        put(store, reading("b"))
        with store.unit() as uow:
            uow.put_typed([StoredReading(replace(unread["a"], pages=(Page(1, "سطر", Origin.TRANSCRIPTION),), ink_prints=()))])
            uow.destroy([id_of("c")])
            uow.commit()

        assert [(id_of("a"), 1, b"ink")] == list(store.view().ink_prints())

    def test_a_member_came_by_every_channel_of_its_container(self, store: CaseStore) -> None:
        sight(store, seen("a", "/a.zip"), seen("a", "/b.zip", channel="post"))
        sight(store, seen("b", "/a.zip/x", parent=id_of("a")), depth=1)
        sight(store, seen("c", "/a.zip/x/y", parent=id_of("b")), depth=2)

        assert {id_of("c"): ("courier", "post")} == store.view().channels([id_of("c")])

    def test_what_lies_in_a_container_came_by_every_receipt_that_lists_the_container(self, store: CaseStore) -> None:
        sight(store, seen("a", "/a.zip"))
        sight(store, seen("b", "a.zip/b.zip", parent=id_of("a")), depth=1)
        sight(store, seen("c", "a.zip/b.zip/c", parent=id_of("b")), depth=2)
        sight(store, seen("c", "/c"), seen("d", "/d"))
        view = store.view()
        first, second = (id for _, id in view.entries(kinds=[EntryKind.RECEIPT]))

        assert (id_of("a"), id_of("b"), id_of("c")) == view.brought_by([first])
        assert (id_of("c"), id_of("d")) == view.brought_by([second])
        assert {id_of("b"): (first,), id_of("c"): tuple(sorted((first, second)))} == view.receipts_of([id_of("b"), id_of("c")])

    def test_entries_of_some_kinds_are_read_alone(self, store: CaseStore) -> None:
        sight(store, seen("a", "/a"))

        assert (1, 0) == (
            len(store.view().entries(kinds=[EntryKind.RECEIPT, EntryKind.RUN])),
            len(store.view().entries(kinds=[EntryKind.RUN])),
        )
        assert {EntryKind.RECEIPT: 1} == store.view().entry_kinds()

    def test_a_container_that_contains_itself_does_not_hang(self, store: CaseStore) -> None:
        sight(store, seen("a", "/a.zip"))
        sight(store, seen("a", "/a.zip/a.zip", parent=id_of("a")), depth=1)

        assert {id_of("a"): ("courier",)} == store.view().channels([id_of("a")])
        assert (2, 1) == (store.view().totals().found, store.view().totals().duplicates)

    def test_what_came_by_another_channel_is_indexed_again_with_its_members(self, store: CaseStore) -> None:
        sight(store, seen("a", "/a.zip"))
        sight(store, seen("b", "/a.zip/x", parent=id_of("a")), depth=1)
        put(store, reading("a"), reading("b"))
        lease(store, INDEX)
        with store.unit() as uow:
            uow.finish(INDEX, [id_of("a"), id_of("b")], version="1")
            uow.commit()

        sight(store, seen("a", "/again.zip", channel="post"))

        assert {id_of("a"), id_of("b")} == {job.document for job in lease(store, INDEX)}

    def test_an_id_may_be_shortened_while_it_is_unique(self, store: CaseStore) -> None:
        sight(store, seen("a", "/a"), Sighting(DocumentId("ab" * 32), "/ab", "courier"))

        assert id_of("a") == store.view().resolve("aa")
        for beginning in ("a", "f", "", "zz", "../", "%"):
            with pytest.raises(NotFoundError):
                store.view().resolve(beginning)

    def test_words_are_learnt_once_and_found_by_skeleton(self, store: CaseStore) -> None:
        for _ in range(2):
            with store.unit() as uow:
                uow.learn_words({"شمالي": "CMl", "shamali": "CMl", "qamar": "qmr"})
                uow.commit()

        assert {"CMl": ("shamali", "شمالي")} == store.view().words_with(["CMl", "none"])

    def test_forgetting_what_is_derived_leaves_the_ledger(self, store: CaseStore) -> None:
        sight(store, seen("a", "/a"))
        put(store, reading("a"))
        with store.unit() as uow:
            uow.renew(everything=True)
            uow.commit()

        assert 0 == store.view().totals().found
        assert 1 == len(store.view().entries())

    def test_a_destroyed_document_keeps_where_it_was_seen_and_nothing_it_says(self, store: CaseStore) -> None:
        sight(store, seen("a", "/a"), seen("a", "/again"), seen("b", "/b"))
        put(store, reading("a"), reading("b"))
        with store.unit() as uow:
            uow.destroy([id_of("a"), id_of("f")])
            uow.commit()
        store.scrub()
        view = store.view()

        assert ((), (), 2) == (view.pages(id_of("a")), view.second_readings(id_of("a")), len(view.sightings(id_of("a"))))
        assert 1 == len(view.second_readings(id_of("b")))
        assert [id_of("b")] == [job.document for job in lease(store, INDEX)]
        assert (3, 1, 1, 1) == ((at := view.totals()).found, at.duplicates, at.waiting, at.destroyed)
        assert [Status.DESTROYED] == [record.status for record in view.records([id_of("a")])]
        sight(store, seen("a", "/a third time"))
        assert () == lease(store, READ)

    def test_what_one_receipt_alone_brought_leaves_every_answer_when_it_is_set_aside(self, store: CaseStore) -> None:
        sight(store, seen("a", "/a"), seen("b", "/b"), Sighting(None, "/locked", "courier"))
        sight(store, seen("b", "/later/b", channel="scout"))
        put(store, reading("a", text_key="same"), reading("b", text_key="same"))
        lease(store, INDEX)
        with store.unit() as uow:
            uow.finish(INDEX, [id_of("a"), id_of("b")], version="1")
            uow.commit()

        set_aside(store, receipt_of(store, 0))
        view, totals = store.view(), store.view().totals()

        assert (1, 0, 0, 3, 1) == (totals.found, totals.failed, totals.duplicates, totals.set_aside, totals.waiting)
        assert [id_of("b")] == [record.id for record in view.walk()] == [job.document for job in lease(store, INDEX)]
        assert {id_of("b"): ("scout",)} == view.channels([id_of("b")])
        assert ["/later/b"] == [record.name for record in view.records([id_of("b")])]
        assert ((), (), ()) == (view.copies(), view.same_text(id_of("b")), view.unreadable())
        assert ((id_of("a"),), 1) == (view.documents_aside(), len(view.pages(id_of("a"))))

    def test_what_was_set_aside_is_back_without_being_read_again(self, store: CaseStore) -> None:
        sight(store, seen("a", "/a"), seen("b", "/b"))
        sight(store, seen("b", "/later/b"))
        put(store, reading("a"), reading("b"))
        before = store.view().totals()

        set_aside(store, receipt_of(store, 0))
        set_aside(store)

        assert before == store.view().totals()
        assert ["/b"] == [record.name for record in store.view().records([id_of("b")])]
        assert () == lease(store, READ)
        assert [id_of("a"), id_of("b")] == [job.document for job in lease(store, INDEX)]

    def test_a_member_that_also_lies_in_a_container_that_stands_comes_forward(self, store: CaseStore) -> None:
        sight(store, seen("a", "/a.zip"))
        sight(store, seen("b", "/b.zip"))
        sight(store, seen("c", "c", parent=id_of("a")), seen("d", "d", parent=id_of("a")), depth=1)

        set_aside(store, receipt_of(store, 0))
        assert (id_of("a"), id_of("c"), id_of("d")) == store.view().documents_aside()
        sight(store, seen("c", "c again", parent=id_of("b")), depth=1)

        assert (id_of("a"), id_of("d")) == store.view().documents_aside()
        assert ["c again"] == [record.name for record in store.view().records([id_of("c")])]

    def test_what_lies_in_a_container_is_called_by_where_the_container_stands(self, store: CaseStore) -> None:
        sight(store, seen("a", "wrong/private.zip"))
        sight(store, seen("a", "later/a.zip"))
        sight(store, seen("c", "wrong/private.zip/c.zip", parent=id_of("a")), depth=1)
        sight(store, seen("d", "wrong/private.zip/c.zip/d", parent=id_of("c")), depth=2)

        set_aside(store, receipt_of(store, 0))
        names = [record.name for record in store.view().records([id_of("c"), id_of("d")])]
        assert ["later/a.zip/c.zip", "later/a.zip/c.zip/d"] == names
        assert {id_of("d"): ("later/a.zip/c.zip/d",)} == store.view().places([id_of("d")])
        set_aside(store)

        assert ["wrong/private.zip/c.zip/d"] == [record.name for record in store.view().records([id_of("d")])]

    def test_a_container_that_holds_itself_is_called_otherwise_once(self, store: CaseStore) -> None:
        sight(store, seen("a", "wrong/a.zip"))
        sight(store, seen("a", "wrong/a.zip/a.zip", parent=id_of("a")), depth=1)
        sight(store, seen("a", "later/a.zip"))

        set_aside(store, receipt_of(store, 0))

        assert 2 == len(store.view().places([id_of("a")])[id_of("a")])

    def test_documents_are_walked_in_order_of_ids(self, store: CaseStore) -> None:
        sight(store, seen("c", "/c"), seen("a", "/a"), seen("b", "/b"))

        assert [id_of("a"), id_of("b"), id_of("c")] == [record.id for record in store.view().walk()]
        assert [id_of("c")] == [record.id for record in store.view().walk(after=id_of("b"))]

    @pytest.mark.parametrize("more", [-1, 0, 1, WALKED_AT_ONCE + 1])
    def test_a_walk_yields_each_document_once_however_many_there_are(self, store: CaseStore, more: int) -> None:
        ids = [DocumentId(f"{number:064x}") for number in range(WALKED_AT_ONCE + more)]
        sight(store, *(Sighting(id, f"/{id}", "courier", size_bytes=3) for id in reversed(ids)))

        assert ids == [record.id for record in store.view().walk()] == [record.id for record in store.view().walk(status="waiting")]
        assert ids[1:] == [record.id for record in store.view().walk(after=ids[0])]


class TestSqlite(CaseStoreContract):
    store = sqlite_store


class TestEncrypted(CaseStoreContract):
    store = encrypted_store


@pytest.mark.postgres
class TestPostgres(CaseStoreContract):
    store = postgres_store
