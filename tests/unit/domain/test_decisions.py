from __future__ import annotations

import datetime as dt

import pytest

from kashf.domain.decisions import history, standing
from kashf.domain.document import Span
from kashf.domain.entity import Judgement, MentionType, NameKey, Verdict
from kashf.domain.ids import DocumentId, EntryId, Json
from kashf.domain.ledger import GENESIS, Entry, EntryKind
from kashf.errors import DamagedCaseError

NOW = dt.datetime(2016, 5, 2, 9, 30, tzinfo=dt.UTC)
MINUTE = dt.timedelta(minutes=1)
SPAN = Span(DocumentId("a" * 64), 2, 10, 14)

Written = tuple[Entry, EntryId]


def written(*told: tuple[EntryKind, dict[str, Json]], device: str = "d" * 32, times: list[dt.datetime] | None = None) -> list[Written]:
    entries: list[Written] = []
    for number, (kind, body) in enumerate(told):
        prev = entries[-1][1] if entries else GENESIS
        entry = Entry(device, number, prev, times[number] if times else NOW + number * MINUTE, "amal", kind, body)
        entries.append((entry, entry.id))
    return entries


def judged(
    left: str | Span, right: str, verdict: Verdict = Verdict.SAME, *, type: MentionType = MentionType.PERSON
) -> tuple[EntryKind, dict[str, Json]]:
    name = NameKey(left) if isinstance(left, str) else left
    return EntryKind.JUDGED, dict(Judgement(type, name, NameKey(right), verdict, "", "", NOW, EntryId("")).body())


def undone(entry: str) -> tuple[EntryKind, dict[str, Json]]:
    return EntryKind.UNDONE, {"entry": entry}


def test_a_judgement_comes_back_from_its_entry_with_who_and_when() -> None:
    ((entry, id),) = written((EntryKind.JUDGED, {**judged(SPAN, "qamar")[1], "why": "same seal"}))

    (each,) = history([(entry, id)])

    assert Judgement(MentionType.PERSON, SPAN, NameKey("qamar"), Verdict.SAME, "same seal", "amal", NOW, id) == each.judgement
    assert entry.body == each.judgement.body()


def test_the_latest_about_a_pair_stands_whichever_name_comes_first() -> None:
    entries = written(judged("a", "b"), judged("a", "c"), judged("b", "a", Verdict.DIFFERENT))

    assert [entries[1][1], entries[2][1]] == [judgement.id for judgement in standing(history(entries))]


@pytest.mark.parametrize(
    "other", [judged("a", "b", type=MentionType.PLACE), judged(SPAN, "b"), judged(Span(SPAN.document, 2, 11, 14), "b"), judged("a", "c")]
)
def test_judgements_about_other_types_places_or_names_stand_beside_each_other(other: tuple[EntryKind, dict[str, Json]]) -> None:
    assert 2 == len(standing(history(written(judged("a", "b"), other))))


def test_what_is_undone_lets_the_one_before_stand_again_and_stays_in_the_history() -> None:
    first, second = written(judged("a", "b"), judged("a", "b", Verdict.DIFFERENT))
    entries = written(judged("a", "b"), judged("a", "b", Verdict.DIFFERENT), undone(second[1]), undone(second[1]), undone("f" * 64))

    told = history(entries)

    assert [first[1]] == [judgement.id for judgement in standing(told)]
    assert [None, entries[2][1]] == [each.undone.id if each.undone else None for each in told]


def test_decisions_of_two_machines_are_told_in_order_of_time_and_those_of_one_in_order_of_its_chain() -> None:
    back = [NOW + 2 * MINUTE, NOW, NOW + 1 * MINUTE]
    mine = written(judged("a", "b"), judged("a", "c"), judged("a", "d"), device="1" * 32, times=back)
    theirs = written(judged("a", "x"), judged("a", "y"), device="2" * 32, times=[NOW + MINUTE, NOW + 3 * MINUTE])

    told = [each.judgement.right for each in history([*theirs, *reversed(mine)])]

    assert ["x", "b", "c", "d", "y"] == told


def test_entries_of_other_kinds_are_passed_over() -> None:
    assert () == history(written((EntryKind.RUN, {}), (EntryKind.RECEIPT, {"manifest": "m"})))


@pytest.mark.parametrize(
    "change",
    [{"type": "SHIP"}, {"verdict": "perhaps"}, {"left": {"document": "a", "page": 0, "start": 1, "end": 2}}, {"left": {"page": "x"}}],
)
def test_a_judgement_that_kashf_does_not_write_is_a_damaged_case(change: dict[str, Json]) -> None:
    with pytest.raises(DamagedCaseError):
        history(written((EntryKind.JUDGED, {**judged("a", "b")[1], **change})))


def test_a_judgement_without_a_verdict_is_a_damaged_case() -> None:
    with pytest.raises(DamagedCaseError):
        history(written((EntryKind.JUDGED, {"left": "a", "right": "b", "type": "PER", "why": ""})))
