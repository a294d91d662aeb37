from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import cast

from kashf.adapters.records.view import SqlView
from kashf.domain.document import Span
from kashf.domain.entity import Mention, MentionType, NameKey, PlacedMention, Verdict
from kashf.domain.ids import DocumentId, Json
from kashf.domain.ledger import GENESIS, Entry, EntryKind
from kashf.domain.reasons import NO_REASONS
from kashf.ports.mentions import Membership, Resolution
from kashf.services.case.open import OpenCase
from kashf.services.names.audit import judge_place
from kashf.services.names.list import Named, accepted_names, list_names, mentions_by_type
from tests.counting import queries
from tests.fakes import FakeBlobs, FakeCaseView, FakeIndex, FakeSealed
from tests.named import named_case

PERSON, PLACE, GOODS = MentionType.PERSON, MentionType.PLACE, MentionType.GOODS


def placed(document: str, text: str, start: int, *, key: str = "", type: MentionType = PERSON) -> PlacedMention:
    return PlacedMention(DocumentId(document), 1, NameKey(key or text), Mention(start, start + len(text), text, type, "rules:alone", 0.9))


def case_with(*mentions: PlacedMention, members: tuple[Membership, ...] = (), ledger: tuple[Entry, ...] = ()) -> OpenCase:
    resolved = {PERSON: Resolution("1", (), members)} if members else {}
    return OpenCase(
        Path("a.case"), "a", FakeCaseView(named=mentions, resolved=resolved, ledger=ledger), FakeIndex(), FakeBlobs(), FakeSealed()
    )


def member(key: str, leader: str) -> Membership:
    return Membership(NameKey(key), NameKey(leader), NameKey("" if key == leader else leader), 0.9, NO_REASONS)


def test_names_of_all_types_come_by_mentions() -> None:
    case = case_with(placed("a", "raqqa", 0, type=PLACE), placed("a", "qamar", 9), placed("b", "raqqa", 0, type=PLACE))

    assert (Named(PLACE, NameKey("raqqa"), "raqqa", 2, 2, ()), Named(PERSON, NameKey("qamar"), "qamar", 1, 1, ())) == list_names(case)
    assert ["raqqa"] == [each.key for each in list_names(case, limit=1)]
    assert list_names(case) == list_names(case, limit=None)
    assert ["qamar"] == [each.key for each in list_names(case, [PERSON, GOODS])]


def test_names_of_one_entity_are_one_line_and_a_document_that_has_two_of_them_counts_once() -> None:
    mentions = [placed("a", "qamar", 0), placed("a", "قمر", 9), placed("b", "قمر", 0), placed("b", "فجر", 9), placed("c", "new", 0)]
    case = case_with(*mentions, members=(member("qamar", "qamar"), member("قمر", "qamar"), member("فجر", "فجر")))

    assert (
        (
            Named(PERSON, NameKey("qamar"), "qamar", 3, 2, ("قمر",)),
            Named(PERSON, NameKey("new"), "new", 1, 1, ()),
            Named(PERSON, NameKey("فجر"), "فجر", 1, 1, ()),
        )
        == list_names(case)
        == list_names(case, limit=None)
    )


def test_an_entity_is_found_by_any_of_its_names_in_any_spelling() -> None:
    mentions = [placed("a", "qamar", 0), placed("a", "قمر", 9), placed("b", "أحمد", 9, key="احمد")]
    case = case_with(*mentions, members=(member("qamar", "qamar"), member("قمر", "qamar")))

    assert [["qamar"], ["احمد"], [], []] == [[each.key for each in list_names(case, containing=part)] for part in ("قَمَر", "أحمَد", "x", "؟")]


def test_mentions_are_told_by_type_in_one_order() -> None:
    mentions = [placed("a", "raqqa", 0, type=PLACE), placed("a", "qamar", 9)]

    assert [(PERSON, (mentions[1],)), (PLACE, (mentions[0],))] == list(mentions_by_type(mentions).items())


def test_names_that_people_called_the_same_are_accepted() -> None:
    place: dict[str, Json] = {"document": "a" * 64, "page": 1, "start": 0, "end": 4}
    entries: list[Entry] = []
    for left, right, verdict in (("ب", "a", Verdict.SAME), ("c", "d", Verdict.DIFFERENT), (place, "e", Verdict.SAME)):
        body: dict[str, Json] = {"left": left, "right": right, "type": "PER", "verdict": verdict.value, "why": ""}
        prev = entries[-1].id if entries else GENESIS
        entries.append(Entry("d" * 32, len(entries), prev, dt.datetime(2016, 5, 2, tzinfo=dt.UTC), "amal", EntryKind.JUDGED, body))

    assert Span(DocumentId("a" * 64), 1, 0, 4) == case_with(ledger=tuple(entries)).view.judgements()[2].left
    assert (("a", PERSON), ("e", PERSON), ("ب", PERSON)) == accepted_names(case_with(ledger=tuple(entries)))


def test_whom_a_decision_on_a_place_is_about_is_looked_up_once_for_all_who_are_listed(tmp_path: Path) -> None:
    def asked(count: int) -> int:
        persons = {
            f"{given} {letter}alim al-Wardi": 1
            for given, letter in zip(("Omar", "Nabil", "Hadi", "Khaled", "Basil", "Amal"), "SHKJDB", strict=True)
        }
        with named_case(tmp_path / f"{count}.case", home=tmp_path / "home", persons=persons) as case:
            for each in list(case.reading.view.walk_mentions())[:count]:
                judge_place(case, each.key, each.span, Verdict.SAME)
            return queries(cast("SqlView", case.reading.view), lambda: list_names(case.reading, [PERSON]))

    two, four, six = map(asked, (2, 4, 6))

    assert six - four <= four - two


def test_no_query_is_made_for_each_name_that_is_listed(tmp_path: Path) -> None:
    def asked(path: Path, persons: dict[str, int]) -> int:
        with named_case(path, home=tmp_path / "home", persons=persons) as case:
            view = cast("SqlView", case.reading.view)
            return queries(view, lambda: list_names(case.reading, [PERSON]))

    one = {"Omar Khaled al-Wardi": 2, "عمر خالد الوردي": 1}
    many = (
        one
        | {f"Salim Hadi al-Marmari{letter}": 2 for letter in "bdfgklmnrst"}
        | {f"سالم هادي المرمر{letter}": 1 for letter in "بدفكلمنرست"}
    )

    assert asked(tmp_path / "one.case", one) == asked(tmp_path / "many.case", many)
