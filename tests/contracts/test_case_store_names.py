"""What every store and view must do with names and decisions, on SQLite and on PostgreSQL."""

from __future__ import annotations

import datetime as dt
import gc
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import pytest

from kashf.domain.document import Page, Reading, Sighting, Span, Status
from kashf.domain.entity import Mention, MentionType, NameKey, PlacedMention, Verdict, unchanging
from kashf.domain.ids import DocumentId, EntryId, Json
from kashf.domain.ledger import GENESIS, Entry, EntryKind
from kashf.domain.reasons import NO_REASONS, NameReason, ReasonCode, Reasons
from kashf.errors import NotFoundError
from kashf.ports.mentions import FOUND_AGAIN, FOUND_LONGER, DecidedTerms, Membership, NamePair, NameTotal, Resolution
from kashf.ports.stages import AGAIN, INDEX, NAMES
from kashf.ports.stores import CaseStore, StoredReading
from tests.contracts.case_stores import DEVICE, HOUR, NOW, encrypted_store, id_of, postgres_store, put, reading, seen, sight, sqlite_store

WHY = Reasons(
    (
        *Reasons.of(ReasonCode.MISREAD, "ر", "ز").about("nisba"),
        NameReason(ReasonCode.ANOTHER, "", "kunya", "", Reasons.of(ReasonCode.ONE_LETTER_APART)),
    )
)
PERSON, PLACE = MentionType.PERSON, MentionType.PLACE
#: Nested as that of a place, so that what is stored comes back whole.
VALUE = unchanging({"candidates": [{"country": "SY", "lat": "36.2"}], "digits": "12"})
SHAMALI, ADNANI = NameKey("ابو محمد الشمالي"), NameKey("ابو محمد العدناني")


def placed(letter: str, text: str, start: int, *, key: str = SHAMALI, type: MentionType = PERSON, page: int = 1) -> PlacedMention:
    return PlacedMention(id_of(letter), page, NameKey(key), Mention(start, start + len(text), text, type, "rules:kunya", 0.75, VALUE))


def read_and_lease(store: CaseStore, *letters: str) -> None:
    sight(store, *(seen(letter, f"/{letter}") for letter in letters))
    put(store, *(reading(letter) for letter in letters))
    lease_names(store)


def lease_names(store: CaseStore) -> list[DocumentId]:
    with store.unit() as uow:
        jobs = uow.lease(NAMES, limit=10)
        uow.commit()
    return [job.document for job in jobs]


def name(store: CaseStore, **mentions: list[PlacedMention]) -> None:
    with store.unit() as uow:
        uow.put_rows(NAMES, [(id_of(letter), found) for letter, found in mentions.items()], version="1")
        uow.commit()


def name_again(store: CaseStore, **mentions: list[PlacedMention]) -> None:
    with store.unit() as uow:
        uow.reopen(NAMES, unless_version="2")
        uow.commit()
    lease_names(store)
    name(store, **mentions)


def find_again(store: CaseStore, letter: str, found: list[PlacedMention]) -> None:
    with store.unit() as uow:
        uow.wait_again(AGAIN, [id_of(letter)])
        uow.lease(AGAIN, limit=10)
        uow.put_rows(AGAIN, [(id_of(letter), found)], version="1")
        uow.commit()


def write(store: CaseStore, kind: EntryKind, body: dict[str, Json], *, at: dt.datetime = NOW, actor: str = "amal") -> EntryId:
    with store.unit() as uow:
        last = uow.tail(DEVICE)
        id = uow.append(Entry(DEVICE, last.seq + 1 if last else 0, last.id if last else GENESIS, at, actor, kind, body))
        uow.commit()
    return id


def judged(left: Json, right: str, verdict: Verdict = Verdict.SAME) -> dict[str, Json]:
    return {"left": left, "right": right, "type": "PER", "verdict": verdict.value, "why": "signs both orders"}


def mentions_alive() -> int:
    return sum(isinstance(each, PlacedMention) for each in gc.get_objects())


class MadeWhenAsked(Sequence[PlacedMention]):
    """Mentions of which each is made when it comes, and which counts how many there are at one time."""

    def __init__(self, count: int) -> None:
        self._count = count
        self._before = mentions_alive()
        self.most_alive = 0

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[PlacedMention]:
        for number in range(self._count):
            yield placed("a", "أبو محمد", 10 * number)
            if number % 100 == 0:
                self.most_alive = max(self.most_alive, mentions_alive() - self._before)

    def __getitem__(self, place: Any) -> Any:
        raise NotImplementedError


class NamesContract:
    def test_a_mention_comes_back_as_it_was_put(self, store: CaseStore) -> None:
        read_and_lease(store, "a")
        mention = placed("a", "أبو محمّد\u202e 🕊", 7, page=3)
        name(store, a=[mention])

        assert (mention,) == store.view().mentions_in(id_of("a"))
        assert (mention,) == store.view().mentions_in(id_of("a"), page=3)
        assert () == store.view().mentions_in(id_of("a"), page=1)

    def test_mentions_that_are_made_as_they_are_asked_for_are_never_held_together(self, store: CaseStore) -> None:
        read_and_lease(store, "a", "b")
        made = MadeWhenAsked(400)
        with store.unit() as uow:
            uow.put_rows(NAMES, [(id_of("a"), made), (id_of("b"), MadeWhenAsked(400))], version="1")
            uow.commit()

        assert 400 == len(store.view().mentions_in(id_of("a")))
        assert made.most_alive < 20

    def test_names_come_by_mentions_then_by_key_with_documents_and_spellings(self, store: CaseStore) -> None:
        read_and_lease(store, "a", "b")
        name(
            store,
            a=[placed("a", "أبي محمد", 30), placed("a", "أبو محمد", 0), placed("a", "العدناني", 60, key=ADNANI)],
            b=[placed("b", "أبو محمد", 0), placed("b", "Qamar", 9, key="qamar"), placed("b", "الرقة", 20, key="الرقه", type=PLACE)],
        )

        assert (
            NameTotal(PERSON, SHAMALI, "أبو محمد", 3, 2, ("أبي محمد",)),
            NameTotal(PERSON, NameKey("qamar"), "Qamar", 1, 1),
            NameTotal(PERSON, ADNANI, "العدناني", 1, 1),
        ) == store.view().names(PERSON)

    def test_the_end_of_a_line_within_a_name_makes_no_other_spelling(self, store: CaseStore) -> None:
        read_and_lease(store, "a")
        broken, whole = placed("a", "أبو محمد\r\nالشمالي", 0), placed("a", "أبو محمد الشمالي", 30)
        name(store, a=[broken, whole])

        assert (NameTotal(PERSON, SHAMALI, "أبو محمد الشمالي", 2, 1),) == store.view().names(PERSON)
        assert (broken, whole) == store.view().mentions_of(PERSON, [SHAMALI])

    def test_what_is_found_again_is_kept_beside_what_rules_found_and_replaced_alone(self, store: CaseStore) -> None:
        read_and_lease(store, "a")
        first = placed("a", "أبو محمد", 60)
        name(store, a=[first])
        again, other = (replace(first, mention=replace(first.mention, start=start, end=start + 8, source=FOUND_AGAIN)) for start in (0, 90))
        for found in ([again], [other]):
            find_again(store, "a", found)

        assert (first, other) == store.view().mentions_in(id_of("a"))
        assert (NameTotal(PERSON, SHAMALI, "أبو محمد", 2, 1),) == store.view().names(PERSON)

        find_again(store, "a", [])

        assert (first,) == store.view().mentions_in(id_of("a"))

    def test_a_longer_name_takes_the_place_of_the_shorter_ones_of_its_type_that_it_has(self, store: CaseStore) -> None:
        read_and_lease(store, "a")
        beside, place = placed("a", "أبو محمد", 60), placed("a", "محمد", 4, type=PLACE)
        name(store, a=[placed("a", "أبو محمد", 0), place, beside])
        whole = placed("a", "أبو محمد العدناني", 0, key=ADNANI)
        whole = replace(whole, mention=replace(whole.mention, source=FOUND_LONGER))
        find_again(store, "a", [whole])
        find_again(store, "a", [])

        assert (whole, place, beside) == store.view().mentions_in(id_of("a"))
        assert [(ADNANI, 1), (SHAMALI, 1)] == sorted(
            ((total.key, total.mentions) for total in store.view().names(PERSON)), key=lambda each: each[0] != ADNANI
        )

    def test_documents_wait_to_be_looked_through_again_once_names_were_looked_for(self, store: CaseStore) -> None:
        read_and_lease(store, "a", "b")
        name(store, a=[])
        with store.unit() as uow:
            waiting = [job.document for job in uow.lease(AGAIN, limit=10)]
            uow.put_rows(AGAIN, [(id_of("a"), [])], version="1")
            uow.wait_again(AGAIN, [id_of("a"), id_of("b")])
            both = {job.document for job in uow.lease(AGAIN, limit=10)}

        assert ([id_of("a")], {id_of("a"), id_of("b")}) == (waiting, both)

    def test_names_are_told_by_what_found_them_and_by_document(self, store: CaseStore) -> None:
        read_and_lease(store, "a", "b")
        again = placed("b", "العدناني", 60, key=ADNANI)
        again = replace(again, mention=replace(again.mention, source=FOUND_AGAIN))
        name(store, a=[placed("a", "أبو محمد", 0), placed("a", "أبو محمد", 30)], b=[placed("b", "أبو محمد", 0), again])
        view = store.view()

        assert {SHAMALI: 2} == dict(view.found_by(PERSON, ["rules:kunya", "rules:none"]))
        assert {SHAMALI: 1} == dict(view.found_by(PERSON, ["rules:kunya"], documents=[id_of("a")]))
        assert {} == dict(view.found_by(PLACE, ["rules:kunya"]))
        assert {id_of("a"): [SHAMALI] * 2, id_of("b"): [SHAMALI]} == {id_of(name): [*view.keys_in(id_of(name))] for name in "ab"}

    def test_mentions_can_be_counted_under_other_names(self, store: CaseStore) -> None:
        read_and_lease(store, "a", "b")
        name(store, a=[placed("a", "أبو محمد", 0), placed("a", "أبو محمد", 30)], b=[placed("b", "أبو محمد", 0)])
        other = NameKey("the other one")
        with store.unit() as uow:
            uow.put_mentions([(id_of("a"), [placed("a", "أبو محمد", 0, key=other), placed("a", "أبو محمد", 30)])])
            uow.put_terms(PERSON, DecidedTerms({other: "The other one"}))
            uow.commit()

        assert (NameTotal(PERSON, SHAMALI, "أبو محمد", 2, 2), NameTotal(PERSON, other, "The other one", 1, 1, ("أبو محمد",))) == (
            store.view().names(PERSON)
        )
        assert [0] == [each.mention.start for each in store.view().mentions_of(PERSON, [other])]

    def test_of_a_term_that_is_no_name_nothing_is_told_until_it_is_one_again(self, store: CaseStore) -> None:
        read_and_lease(store, "a")
        kept = placed("a", "أبو محمد", 0)
        name(store, a=[kept, placed("a", "Qamar", 30, key="qamar"), placed("a", "Qamar", 60, key="qamar", type=PLACE)])
        qamar = NameKey("qamar")
        with store.unit() as uow:
            uow.put_terms(PERSON, DecidedTerms({}, frozenset({qamar})))
            uow.commit()
        view = store.view()

        assert ([SHAMALI], (), (), ()) == (
            [total.key for total in view.names(PERSON)],
            view.names_with(PERSON, [qamar]),
            view.mentions_of(PERSON, [qamar]),
            view.documents_with(PERSON, [qamar]),
        )
        assert [0, 60] == [each.mention.start for each in view.mentions_in(id_of("a"))]
        assert [0, 30, 60] == [each.mention.start for each in view.stored_mentions(id_of("a"))]
        assert [0, 60] == [each.mention.start for each in view.walk_mentions()]
        assert 1 == len(view.names(PLACE))
        with store.unit() as uow:
            uow.put_terms(PERSON, DecidedTerms({}))
            uow.commit()
        assert 2 == len(store.view().names(PERSON))

    def test_names_can_be_walked_from_any_of_them_on(self, store: CaseStore) -> None:
        read_and_lease(store, "a")
        texts = ["qamar", "bb", "aa", "قمر", "فجر"]
        name(store, a=[placed("a", "qamar", 90, key="qamar"), *(placed("a", text, 10 * n, key=text) for n, text in enumerate(texts))])
        view = store.view()
        whole = [total.key for total in view.names(PERSON)]

        assert ["qamar", "aa", "bb", "فجر", "قمر"] == whole
        assert [whole[at + 1 : at + 3] for at in range(5)] == [
            [total.key for total in view.names(PERSON, after=key, limit=2)] for key in whole
        ]
        assert whole[2:] == [total.key for total in view.names(PERSON, after="aa", limit=None)]
        with pytest.raises(NotFoundError):
            view.names(PERSON, after="nobody")

    @pytest.mark.parametrize(
        ("part", "expected"), [("محمد", [SHAMALI]), ("50%_!", ["50%_! off"]), ("%", ["50%_! off"]), ("x" * 60_000, [])]
    )
    def test_names_are_narrowed_to_those_with_some_letters(self, store: CaseStore, part: str, expected: list[str]) -> None:
        read_and_lease(store, "a")
        name(store, a=[placed("a", "أبو محمد", 0), placed("a", "50% off", 20, key="50%_! off")])

        assert expected == [total.key for total in store.view().names(PERSON, containing=part)]

    def test_totals_of_names_that_are_asked_for_come_in_that_order(self, store: CaseStore) -> None:
        read_and_lease(store, "a")
        name(store, a=[placed("a", "أبو محمد", 0), placed("a", "العدناني", 20, key=ADNANI)])

        found = store.view().names_with(PERSON, [ADNANI, NameKey("nobody"), SHAMALI])

        assert [ADNANI, SHAMALI] == [total.key for total in found]

    def test_places_of_some_names_come_in_order_of_document_page_and_place(self, store: CaseStore) -> None:
        read_and_lease(store, "b", "a")
        name(
            store,
            b=[placed("b", "أبو محمد", 5, page=2), placed("b", "أبي محمد", 40), placed("b", "العدناني", 9, key=ADNANI)],
            a=[placed("a", "أبو محمد", 3), placed("a", "الرقة", 30, key=SHAMALI, type=PLACE), placed("a", "قمر", 40, key="قمر")],
        )

        found = store.view().mentions_of(PERSON, [ADNANI, SHAMALI])

        assert [("a", 1, 3), ("b", 1, 9), ("b", 1, 40), ("b", 2, 5)] == [(m.document[0], m.page, m.mention.start) for m in found]
        assert (id_of("a"), id_of("b")) == store.view().documents_with(PERSON, [ADNANI, SHAMALI])

    def test_looking_again_replaces_what_was_found_and_keeps_the_totals_right(self, store: CaseStore) -> None:
        read_and_lease(store, "a", "b")
        name(store, a=[placed("a", "أبي محمد", 0), placed("a", "أبو محمد", 20)], b=[placed("b", "أبو محمد", 0)])
        name_again(store, a=[placed("a", "أبو محمد", 20), placed("a", "العدناني", 40, key=ADNANI)], b=[])

        found = [(total.key, total.text, total.mentions, total.documents, total.variants) for total in store.view().names(PERSON)]

        assert [(SHAMALI, "أبو محمد", 1, 1, ()), (ADNANI, "العدناني", 1, 1, ())] == found
        assert () == store.view().mentions_in(id_of("b"))

    def test_reading_again_takes_the_mentions_on_the_old_pages_away(self, store: CaseStore) -> None:
        read_and_lease(store, "a", "b")
        name(store, a=[placed("a", "أبو محمد", 0)], b=[placed("b", "أبو محمد", 0)])
        put(store, reading("a", "another text"))

        assert [(1, 1)] == [(total.mentions, total.documents) for total in store.view().names(PERSON)]
        assert [id_of("a")] == lease_names(store)

    def test_what_was_found_on_pages_that_were_read_again_meanwhile_is_not_kept(self, store: CaseStore) -> None:
        read_and_lease(store, "a")
        put(store, reading("a", "another text"))
        name(store, a=[placed("a", "أبو محمد", 0)])

        assert () == store.view().names(PERSON)
        assert [id_of("a")] == lease_names(store)

    def test_documents_with_text_wait_for_names_though_they_are_done(self, store: CaseStore) -> None:
        sight(store, seen("a", "/a"), seen("b", "/b"))
        put(store, reading("a"), reading("b", text=""))
        with store.unit() as uow:
            uow.lease(INDEX, limit=10)
            uow.finish(INDEX, [id_of("a")], version="1")
            uow.commit()
        before = store.view().totals()
        lease_names(store)
        name(store, a=[])

        assert (2, 0, 1) == (before.done, before.waiting, before.names_waiting)
        assert 0 == store.view().totals().names_waiting

    def test_another_version_makes_every_text_wait_to_be_looked_through_again(self, store: CaseStore) -> None:
        read_and_lease(store, "a")
        name(store, a=[])
        with store.unit() as uow:
            assert 0 == uow.reopen(NAMES, unless_version="1")
            assert 1 == uow.reopen(NAMES, unless_version="2")

    def test_all_mentions_can_be_walked_by_documents(self, store: CaseStore) -> None:
        read_and_lease(store, "a", "b", "c", "d")
        found = {letter: [placed(letter, "قمر", 9, key="قمر"), placed(letter, "أبو محمد", 0)] for letter in "abd"}
        name(store, c=[], **found)

        walked = [(each.document[0], each.mention.start) for each in store.view().walk_mentions()]

        assert [("a", 0), ("a", 9), ("b", 0), ("b", 9), ("d", 0), ("d", 9)] == walked

    def test_many_documents_and_names_at_once_are_counted_right(self, store: CaseStore) -> None:
        ids = [DocumentId(f"{number:064x}") for number in range(1_200)]
        with store.unit() as uow:
            uow.sight([seen_of(id) for id in ids], receipt=None, depth=0)
            uow.put([StoredReading(reading_of(id)) for id in ids], version="1")
            uow.lease(NAMES, limit=len(ids))
            uow.put_rows(NAMES, [(id, [common(id), alone(id)]) for id in ids], version="1")
            uow.commit()

        names = store.view().names(PERSON, limit=5_000)

        assert [("قمر", 1_200, 1_200)] == [(total.key, total.mentions, total.documents) for total in names[:1]]
        assert 1_201 == len(names) == len(store.view().names_with(PERSON, [total.key for total in names]))
        assert 2_400 == len(store.view().mentions_of(PERSON, [total.key for total in names]))
        assert [id for id in ids for _ in (common, alone)] == [each.document for each in store.view().walk_mentions()]

    def test_what_forms_print_is_kept_until_mentions_are_stored_anew(self, store: CaseStore) -> None:
        read_and_lease(store, "a", "b")
        name(store, a=[placed("a", "أبو محمد", 0), placed("a", "أبو محمد", 40)], b=[placed("b", "أبو محمد", 0)])
        printed = [Span(id_of("a"), 1, 40, 48), Span(id_of("b"), 1, 0, 8)]
        with store.unit() as uow:
            uow.put_forms("7", lines=3, places=printed)
            uow.commit()

        view = store.view()
        found = view.printed_documents({PERSON})
        assert ("7", 3) == (view.forms_version(), view.form_lines())
        assert frozenset(printed[:1]) == view.printed_places([id_of("a")])
        assert ([(PERSON, SHAMALI)], [id_of("a"), id_of("b")]) == (
            list(found.names),
            sorted(found.documents[number] for number in found.standing[0]),
        )
        assert not view.printed_documents({PLACE}).names

        other = placed("a", "أبو محمد", 0, key=NameKey("the other one"))
        with store.unit() as uow:
            uow.put_mentions([(id_of("a"), [other, placed("a", "أبو محمد", 40)])])
            uow.commit()
        assert frozenset(printed[:1]) == store.view().printed_places([id_of("a")])
        with store.unit() as uow:
            uow.put_mentions([(id_of("a"), [other, placed("a", "أبو", 20), placed("a", "أبو محمد", 40)])])
            uow.commit()
        assert ("", frozenset()) == (store.view().forms_version(), store.view().printed_places([id_of("a")]))
        with store.unit() as uow:
            uow.put_forms("7", lines=3, places=printed)
            uow.commit()

        name_again(store, b=[])
        assert ("", 0, frozenset()) == (view.forms_version(), view.form_lines(), view.printed_places([id_of("a")]))

    def test_forgetting_what_is_derived_forgets_names_but_no_decision(self, store: CaseStore) -> None:
        read_and_lease(store, "a")
        name(store, a=[placed("a", "أبو محمد", 0)])
        decision = write(store, EntryKind.JUDGED, judged(SHAMALI, "abu mohammed"))
        with store.unit() as uow:
            uow.renew(everything=True)
            uow.commit()

        assert () == store.view().names(PERSON)
        assert () == store.view().mentions_in(id_of("a"))
        assert [decision] == [judgement.id for judgement in store.view().judgements()]

    def test_a_decision_stands_until_it_is_undone_and_its_history_stays(self, store: CaseStore) -> None:
        first = write(store, EntryKind.JUDGED, judged(SHAMALI, ADNANI, Verdict.UNSURE))
        second = write(store, EntryKind.JUDGED, judged(ADNANI, SHAMALI, Verdict.DIFFERENT), at=NOW + HOUR, actor="basil")
        standing = store.view().judgements()
        undoing = write(store, EntryKind.UNDONE, {"entry": second}, at=NOW + 2 * HOUR)

        assert [(second, Verdict.DIFFERENT, "basil", NOW + HOUR)] == [(j.id, j.verdict, j.who, j.when) for j in standing]
        assert [first] == [judgement.id for judgement in store.view().judgements()]
        assert [(first, None), (second, undoing)] == [
            (each.judgement.id, each.undone.id if each.undone else None) for each in store.view().judgement_history()
        ]

    def test_what_was_resolved_comes_back_whole_or_entity_by_entity_until_it_is_replaced(self, store: CaseStore) -> None:
        pair = NamePair(ADNANI, SHAMALI, 0.4, WHY, Reasons.of(ReasonCode.ANOTHER_MAN, "kunya", "nisba"))
        latin = Membership(NameKey("abu mohammed"), SHAMALI, SHAMALI, 0.9, WHY, is_undecided=True)
        members = (latin, *(Membership(key, key, NameKey(""), 1.0, NO_REASONS) for key in (SHAMALI, ADNANI)))
        for version, kept in (("0", ()), ("1", members)):
            with store.unit() as uow:
                uow.put_resolution(PERSON, Resolution(version, (pair,), kept))
                uow.put_resolution(PLACE, Resolution("p", (), members[:1]))
                uow.commit()
        view = store.view()

        assert ("1", "p", "") == tuple(view.resolution_version(type) for type in (PERSON, PLACE, MentionType.GROUP))
        assert (pair,) == view.name_pairs(PERSON)
        assert members == view.memberships(PERSON)
        assert members[:2] == view.memberships(PERSON, [SHAMALI])
        assert () == view.memberships(PERSON, [NameKey("nobody")])
        assert (pair,) == view.name_pairs(PERSON, [SHAMALI]) == view.name_pairs(PERSON, [ADNANI, SHAMALI])
        assert () == view.name_pairs(PERSON, [NameKey("nobody")])

    def test_the_entities_of_some_names_are_replaced_and_others_stay(self, store: CaseStore) -> None:
        members = tuple(Membership(key, key, NameKey(""), 1.0, NO_REASONS) for key in sorted((ADNANI, SHAMALI)))
        joined = Membership(ADNANI, SHAMALI, SHAMALI, 1.0, Reasons.of(ReasonCode.DECIDED, "desk"))
        with store.unit() as uow:
            uow.put_resolution(PERSON, Resolution("1", (), members))
            uow.put_resolution(PLACE, Resolution("1", (), members))
            uow.put_members(PERSON, [joined])
            uow.commit()

        assert {joined, Membership(SHAMALI, SHAMALI, NameKey(""), 1.0, NO_REASONS)} == set(store.view().memberships(PERSON))
        assert members == store.view().memberships(PLACE)


def seen_of(id: DocumentId) -> Sighting:
    return Sighting(id, f"/{id}", "courier", size_bytes=3)


def reading_of(id: DocumentId) -> Reading:
    return Reading(id, "text/plain", Status.DONE, pages=(Page(1, "قمر"),))


def common(id: DocumentId) -> PlacedMention:
    return PlacedMention(id, 1, NameKey("قمر"), Mention(0, 3, "قمر", PERSON, "rules:alone", 1.0))


def alone(id: DocumentId) -> PlacedMention:
    return PlacedMention(id, 1, NameKey(f"name {id}"), Mention(5, 9, f"Name {id}", PERSON, "rules:alone", 1.0))


class TestSqliteNames(NamesContract):
    store = sqlite_store


class TestEncryptedNames(NamesContract):
    store = encrypted_store


@pytest.mark.postgres
class TestPostgresNames(NamesContract):
    store = postgres_store
