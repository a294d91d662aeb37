from __future__ import annotations

import datetime as dt

import pytest

from kashf.domain.decisions import decisions_of, disputes, in_force, labels, namesakes, not_names, reassigned, signers
from kashf.domain.document import Span
from kashf.domain.entity import Judgement, MentionType, NameKey, Reassignment, Verdict
from kashf.domain.entries.judgements import not_a_name_body, reassigned_body, together_body
from kashf.domain.ids import DocumentId, EntryId, Json
from kashf.domain.ledger import GENESIS, Entry, EntryKind
from kashf.domain.pages.quote import Quote
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

    (each,) = decisions_of([(entry, id)])

    assert Judgement(MentionType.PERSON, SPAN, NameKey("qamar"), Verdict.SAME, "same seal", "amal", NOW, id) == each.judgement
    assert entry.body == each.judgement.body()


def test_the_latest_about_a_pair_stands_whichever_name_comes_first() -> None:
    entries = written(judged("a", "b"), judged("a", "c"), judged("b", "a", Verdict.DIFFERENT))

    assert [entries[1][1], entries[2][1]] == [judgement.id for judgement in in_force(decisions_of(entries))]


@pytest.mark.parametrize(
    "other", [judged("a", "b", type=MentionType.PLACE), judged(SPAN, "b"), judged(Span(SPAN.document, 2, 11, 14), "b"), judged("a", "c")]
)
def test_judgements_about_other_types_places_or_names_stand_beside_each_other(other: tuple[EntryKind, dict[str, Json]]) -> None:
    assert 2 == len(in_force(decisions_of(written(judged("a", "b"), other))))


def test_what_is_undone_lets_the_one_before_stand_again_and_stays_in_the_history() -> None:
    first, second = written(judged("a", "b"), judged("a", "b", Verdict.DIFFERENT))
    entries = written(judged("a", "b"), judged("a", "b", Verdict.DIFFERENT), undone(second[1]), undone(second[1]), undone("f" * 64))

    told = decisions_of(entries)

    assert [first[1]] == [judgement.id for judgement in in_force(told)]
    assert [None, entries[2][1]] == [each.undone.id if each.undone else None for each in told]


def test_decisions_of_two_machines_are_told_in_order_of_time_and_those_of_one_in_order_of_its_chain() -> None:
    back = [NOW + 2 * MINUTE, NOW, NOW + 1 * MINUTE]
    mine = written(judged("a", "b"), judged("a", "c"), judged("a", "d"), device="1" * 32, times=back)
    theirs = written(judged("a", "x"), judged("a", "y"), device="2" * 32, times=[NOW + MINUTE, NOW + 3 * MINUTE])

    told = [each.judgement.right for each in decisions_of([*theirs, *reversed(mine)])]

    assert ["x", "b", "c", "d", "y"] == told


def test_entries_of_other_kinds_are_passed_over() -> None:
    assert () == decisions_of(written((EntryKind.RUN, {}), (EntryKind.RECEIPT, {"manifest": "m"})))


@pytest.mark.parametrize(
    "change",
    [{"type": "SHIP"}, {"verdict": "perhaps"}, {"left": {"document": "a", "page": 0, "start": 1, "end": 2}}, {"left": {"page": "x"}}],
)
def test_a_judgement_that_kashf_does_not_write_is_a_damaged_case(change: dict[str, Json]) -> None:
    with pytest.raises(DamagedCaseError):
        decisions_of(written((EntryKind.JUDGED, {**judged("a", "b")[1], **change})))


def test_a_judgement_without_a_verdict_is_a_damaged_case() -> None:
    with pytest.raises(DamagedCaseError):
        decisions_of(written((EntryKind.JUDGED, {"left": "a", "right": "b", "type": "PER", "why": ""})))


LAYLA, OMAR, NABIL = "1a" * 32, "2b" * 32, "3c" * 32


def by(person: str, told: tuple[EntryKind, dict[str, Json]]) -> tuple[EntryKind, dict[str, Json]]:
    return told[0], {**told[1], "person": person}


def verdicts(entries: list[Written]) -> list[Verdict]:
    return [judgement.verdict for judgement in in_force(decisions_of(entries))]


SAME, DIFFERENT, UNSURE = Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE


def test_opposite_verdicts_of_two_persons_are_unsure_and_listed_whichever_is_later() -> None:
    for first, second in ((SAME, DIFFERENT), (DIFFERENT, SAME)):
        entries = written(by(LAYLA, judged("a", "b", first)), by(OMAR, judged("b", "a", second)))
        (conflict,) = disputes(decisions_of(entries))

        assert [UNSURE] == verdicts(entries)
        assert (SAME, [DIFFERENT]) == (conflict.judgement.verdict, [each.verdict for each in conflict.against])
        assert {LAYLA, OMAR} == {conflict.judgement.person, conflict.against[0].person}


@pytest.mark.parametrize(
    "then", [by(OMAR, judged("a", "b", SAME)), by(LAYLA, judged("a", "b", DIFFERENT)), by(OMAR, judged("a", "b", UNSURE))]
)
def test_a_later_statement_of_one_of_the_two_ends_it(then: tuple[EntryKind, dict[str, Json]]) -> None:
    entries = written(by(LAYLA, judged("a", "b", SAME)), by(OMAR, judged("a", "b", DIFFERENT)), then)

    assert () == disputes(decisions_of(entries))
    assert [DIFFERENT if then[1]["person"] == LAYLA else SAME] == verdicts(entries)


def test_a_third_person_does_not_end_it_by_majority() -> None:
    entries = written(*(by(who, judged("a", "b", what)) for who, what in ((LAYLA, SAME), (OMAR, DIFFERENT), (NABIL, DIFFERENT))))

    assert [UNSURE] == verdicts(entries)
    assert [2] == [len(conflict.against) for conflict in disputes(decisions_of(entries))]


def test_only_who_signed_a_decision_can_take_it_back() -> None:
    first, second = written(by(LAYLA, judged("a", "b", SAME)), by(OMAR, judged("a", "b", DIFFERENT)))
    statements = (by(LAYLA, judged("a", "b", SAME)), by(OMAR, judged("a", "b", DIFFERENT)))

    assert [UNSURE] == verdicts(written(*statements, by(OMAR, undone(first[1])), undone(first[1])))
    assert [DIFFERENT] == verdicts(written(*statements, by(LAYLA, undone(first[1]))))
    assert [SAME] == verdicts(written(*statements, by(OMAR, undone(second[1]))))


def test_names_of_the_settings_alone_are_one_hand_and_no_persons() -> None:
    entries = written(judged("a", "b", SAME), judged("a", "b", DIFFERENT))

    assert ([DIFFERENT], ()) == (verdicts(entries), disputes(decisions_of(entries)))
    assert frozenset() == signers(decisions_of(entries))


def test_what_nobody_signed_gives_way_to_a_person_of_that_installation_and_never_the_other_way_round() -> None:
    signed, unsigned = by(LAYLA, judged("a", "b", SAME)), judged("a", "b", DIFFERENT)

    assert [SAME] == verdicts(written(unsigned, signed))
    assert [UNSURE] == verdicts(written(signed, unsigned))
    assert {LAYLA} == signers(decisions_of(written(unsigned, signed)))


def test_two_installations_that_nobody_signed_for_contradict_each_other_whatever_their_clocks_say() -> None:
    entries = [*written(judged("a", "b", SAME), device="1" * 32), *written(judged("a", "b", DIFFERENT), device="2" * 32)]

    assert [UNSURE] == verdicts(entries)
    assert 1 == len(disputes(decisions_of(entries)))


def test_places_are_disputed_as_names_are() -> None:
    entries = written(by(LAYLA, judged(SPAN, "b", SAME)), by(OMAR, judged(SPAN, "b", DIFFERENT)))

    assert [UNSURE] == verdicts(entries)
    assert [SPAN] == [conflict.judgement.left for conflict in disputes(decisions_of(entries))]


def test_a_retraction_on_the_chain_of_work_undoes_what_the_first_format_kept_in_custody_though_the_clock_was_set_back() -> None:
    ((entry, id),) = written(judged("a", "b"))
    back = written(undone(id), device="d" * 32 + "/work", times=[NOW - 60 * MINUTE])

    assert "d" * 32 == entry.chain
    assert [] == verdicts([*back, (entry, id)])


PLACE_QUOTE = Quote(SPAN.document, 2, 10, 14, "then ", "omar", " came")


def given(origin: str, to: str, label: str = "") -> tuple[EntryKind, dict[str, Json]]:
    body = reassigned_body(MentionType.PERSON, [(PLACE_QUOTE, NameKey(origin))], NameKey(to), label=label, why="")
    return EntryKind.REASSIGNED, dict(body)


def targets(entries: list[Written]) -> list[str]:
    return [each.right for each in reassigned(decisions_of(entries))]


def test_a_place_that_is_given_to_another_name_is_his_and_not_the_others() -> None:
    entries = written(given("omar", "the other omar", "The other Omar"))

    his, mine = (each.judgement for each in decisions_of(entries))

    assert (SPAN, "the other omar", Verdict.SAME, PLACE_QUOTE) == (his.left, his.right, his.verdict, his.quote)
    assert Reassignment(NameKey("omar"), "The other Omar") == his.reassigned
    assert (SPAN, "omar", Verdict.DIFFERENT) == (mine.left, mine.right, mine.verdict)
    assert {"the other omar": "The other Omar"} == labels(reassigned(decisions_of(entries)), MentionType.PERSON)
    assert {"omar", "the other omar"} == namesakes(in_force(decisions_of(entries)), MentionType.PERSON)


def test_the_last_of_what_one_person_says_about_a_place_is_followed() -> None:
    assert ["c"] == targets(written(by(LAYLA, given("a", "b")), by(LAYLA, given("b", "c"))))
    assert ["a"] == targets(written(by(LAYLA, given("a", "b")), by(LAYLA, given("b", "a"))))
    assert [] == targets(written(by(LAYLA, given("a", "b")), by(LAYLA, judged(SPAN, "b", Verdict.DIFFERENT))))


@pytest.mark.parametrize("theirs", [given("a", "c"), given("b", "c"), judged(SPAN, "c")])
def test_a_place_that_two_people_give_to_two_men_is_neithers_and_a_dispute(theirs: tuple[EntryKind, dict[str, Json]]) -> None:
    entries = written(by(LAYLA, given("a", "b")), by(OMAR, theirs))

    assert [] == targets(entries)
    assert [SPAN] == [found.judgement.left for found in disputes(decisions_of(entries))]


def test_what_two_people_say_alike_is_no_dispute() -> None:
    entries = written(by(LAYLA, given("a", "b")), by(OMAR, given("a", "b")))

    assert (["b"], ()) == (targets(entries), disputes(decisions_of(entries)))


def test_a_reassignment_that_is_taken_back_is_not_followed() -> None:
    first = written(given("a", "b", "B"))

    entries = written(given("a", "b", "B"), undone(first[0][1]))

    assert ([], frozenset()) == (targets(entries), namesakes(in_force(decisions_of(entries)), MentionType.PERSON))


def test_several_pairs_with_one_signature_are_taken_back_together() -> None:
    pairs = [(NameKey("a"), NameKey("b"), Verdict.SAME), (NameKey("c"), NameKey("d"), Verdict.DIFFERENT)]
    told = (EntryKind.JUDGED_TOGETHER, dict(together_body(MentionType.PERSON, pairs, "one pattern")))
    first = written(told)

    assert [Verdict.SAME, Verdict.DIFFERENT] == verdicts(first)
    assert 1 == len({each.judgement.id for each in decisions_of(first)})
    assert [] == verdicts(written(told, undone(first[0][1])))


def test_terms_that_are_no_names_are_told_until_that_is_taken_back() -> None:
    told = (EntryKind.NOT_A_NAME, dict(not_a_name_body(MentionType.PLACE, [NameKey("north"), NameKey("south")], "")))
    first = written(told)

    assert {"north", "south"} == not_names(in_force(decisions_of(first)), MentionType.PLACE)
    assert frozenset() == not_names(in_force(decisions_of(first)), MentionType.PERSON)
    assert frozenset() == not_names(in_force(decisions_of(written(told, undone(first[0][1])))), MentionType.PLACE)


@pytest.mark.parametrize(
    ("kind", "change"),
    [
        (EntryKind.JUDGED_TOGETHER, {"pairs": "a"}),
        (EntryKind.JUDGED_TOGETHER, {"pairs": ["a"]}),
        (EntryKind.REASSIGNED, {"places": [{"place": {"page": 1}, "from": "a"}]}),
        (EntryKind.REASSIGNED, {"to": None, "places": None}),
        (EntryKind.NOT_A_NAME, {"terms": "north"}),
        (EntryKind.NOT_A_NAME, {"type": "SHIP", "terms": ["north"]}),
    ],
)
def test_entries_of_these_kinds_that_kashf_does_not_write_are_a_damaged_case(kind: EntryKind, change: dict[str, Json]) -> None:
    body: dict[str, Json] = {"type": "PER", "why": "", "to": "a", "label": "", "places": [], "pairs": [], "terms": []}

    assert () == decisions_of(written((kind, body)))
    with pytest.raises(DamagedCaseError):
        decisions_of(written((kind, {**body, **change})))
