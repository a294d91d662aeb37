"""Each card says where it is weakest, the worst first, and never that nothing is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from kashf.domain.cards.card_entries import Bearing, CardStrip, Explanation, Knows, PutEvidence, Weighed, WeighedExplanation
from kashf.domain.cards.sentence_card import SentenceCard
from kashf.domain.cards.weak_points import EvidenceFacts, Weakness, WeakPoint, weak_points
from kashf.domain.ids import DocumentId, EntryId
from kashf.domain.transcription.signed_words import Signed

CARD, BLOB = EntryId("c" * 64), DocumentId("b" * 64)
SIGNED = Signed(CARD, "layla", dt.datetime(2030, 1, 1, tzinfo=dt.UTC), "layla")


def put(number: int, strip: CardStrip = CardStrip.PAPER, *, bearing: Bearing = Bearing.SUPPORTS, knows: Knows | None = None) -> PutEvidence:
    signed = Signed(EntryId(str(number) * 64), "layla", SIGNED.when, "layla")
    return PutEvidence(signed=signed, card=CARD, words=BLOB, strip=strip, bearing=bearing, knows=knows)


def weak(
    evidence: Sequence[PutEvidence],
    facts: Sequence[EvidenceFacts] = (),
    *,
    but: tuple[Explanation, Weighed] | None = None,
) -> list[WeakPoint]:
    weighed = dict.fromkeys(Explanation, Weighed.RULED_OUT) | (dict([but]) if but else {})
    told = {each: WeighedExplanation(signed=SIGNED, card=CARD, words=BLOB, explanation=each, weighed=how) for each, how in weighed.items()}
    card = SentenceCard(CARD, (), tuple(evidence), told, {})
    return list(weak_points(card, {each.signed.id: fact for each, fact in zip(evidence, facts, strict=False)}))


TWO_ROADS = (EvidenceFacts("one", ("kestrel",)), EvidenceFacts("two", ("plover",)))


def kinds(points: Sequence[WeakPoint]) -> list[Weakness]:
    return [each.what for each in points]


def test_without_evidence_nothing_supports_it() -> None:
    assert Weakness.NOTHING is weak([])[0].what


def test_two_papers_by_two_roads_were_only_not_held_against_anything() -> None:
    assert [Weakness.NO_COUNTER_SEARCH] == kinds(weak([put(1), put(2)], TWO_ROADS))


def test_all_by_one_road_is_named_with_the_road() -> None:
    by_one = [EvidenceFacts("one", ("kestrel",)), EvidenceFacts("two", ("kestrel",))]

    assert WeakPoint(Weakness.ONE_ROAD, count=2, road="kestrel") == weak([put(1), put(2)], by_one)[0]


def test_a_paper_that_came_by_two_roads_is_not_of_one_road() -> None:
    facts = [EvidenceFacts("one", ("kestrel", "plover")), EvidenceFacts("two", ("kestrel",))]

    assert Weakness.ONE_ROAD not in kinds(weak([put(1), put(2)], facts))


def test_two_copies_are_one_paper() -> None:
    copies = [EvidenceFacts("one", ("kestrel",)), EvidenceFacts("one", ("plover",))]

    assert Weakness.ONE_PAPER is weak([put(1), put(2)], copies)[0].what


def test_words_that_are_not_there_any_more_come_before_open_questions() -> None:
    facts = [EvidenceFacts("one", ("kestrel",), stands=False), EvidenceFacts("two", ("plover",))]
    found = weak([put(1), put(2)], facts, but=(Explanation.PLANTED, Weighed.POSSIBLE))

    assert [WeakPoint(Weakness.MOVED, count=1), WeakPoint(Weakness.STILL_POSSIBLE, Explanation.PLANTED)] == found[:2]


def test_what_nobody_looked_into_is_told_once_with_how_many() -> None:
    found = weak([put(1), put(2)], TWO_ROADS, but=(Explanation.INVENTED, Weighed.NOT_CHECKED))

    assert WeakPoint(Weakness.NOT_CHECKED, Explanation.INVENTED, 1) == found[0]


def test_people_who_only_heard_are_hearsay_and_experts_are_opinions() -> None:
    people = [put(1, CardStrip.PEOPLE, knows=Knows.HEARD), put(2, CardStrip.PEOPLE, knows=Knows.READ)]

    assert Weakness.HEARSAY in kinds(weak(people, TWO_ROADS))
    assert Weakness.ONLY_OPINIONS is weak([put(1, CardStrip.PEOPLE, knows=Knows.EXPERT)], TWO_ROADS)[0].what
    assert Weakness.ONLY_CONCLUSIONS is weak([put(1, CardStrip.CONCLUDED)])[0].what


def test_what_speaks_against_it_is_counted() -> None:
    found = weak([put(1), put(2), put(3, bearing=Bearing.AGAINST)], TWO_ROADS)

    assert [WeakPoint(Weakness.AGAINST, count=1)] == found


def test_a_conclusion_that_rests_on_what_was_taken_back_is_told() -> None:
    concluded = replace(put(3, CardStrip.CONCLUDED), rests_on=(EntryId("9" * 64),))

    assert WeakPoint(Weakness.ROOTLESS, count=1) == weak([put(1), put(2), concluded], TWO_ROADS)[0]
