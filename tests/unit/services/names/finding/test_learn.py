from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import product
from pathlib import Path
from types import MappingProxyType

import pytest

from kashf.adapters.taggers.crf import CrfLearner
from kashf.adapters.taggers.gazetteer import GazetteerTagger, case_entries
from kashf.domain.document import Mark, MarkKind, Page
from kashf.domain.entity import Mention, MentionType, NameKey, PlacedMention, Verdict
from kashf.domain.ids import DocumentId
from kashf.domain.ledger import GENESIS, Entry, EntryKind
from kashf.errors import UsageError
from kashf.ports.taggers import LabelledText, LearntTagger, Precisions, Tagger
from kashf.services.case.open import OpenCase
from kashf.services.names.finding.learn import learn_names
from tests.fakes import FakeBlobs, FakeCaseView, FakeIndex, FakeSealed
from tests.searchable import BARE

PERSON, PLACE = MentionType.PERSON, MentionType.PLACE
DOCUMENT = DocumentId("a" * 64)
#: Code names of two words, which no rule knows.
NAMES = [
    f"{first} {second}" for first, second in product(("غراب", "صقر", "نسر", "حجل", "قطا"), ("الوادي", "السهل", "التل", "الجسر", "النهر"))
]


def case_of(text: str, placed: Sequence[tuple[str, MentionType]], accepted: Iterable[str], *, marks: tuple[Mark, ...] = ()) -> OpenCase:
    """Return a case of one page, on which names stand in order, and in which some were accepted as other names of Qamar."""
    mentions, at = [], 0
    for name, type in placed:
        at = text.index(name, at)
        mentions.append(PlacedMention(DOCUMENT, 1, NameKey(name), Mention(at, at + len(name), name, type, "rules:x", 0.9)))
        at += len(name)
    ledger: list[Entry] = []
    for name in accepted:
        body = {"left": name, "right": "قمر", "type": "PER", "verdict": Verdict.SAME.value, "why": ""}
        prev = ledger[-1].id if ledger else GENESIS
        ledger.append(Entry("d" * 32, len(ledger), prev, dt.datetime(2016, 5, 2, tzinfo=dt.UTC), "amal", EntryKind.JUDGED, body))
    record = replace(BARE, id=DOCUMENT)
    view = FakeCaseView(
        known={DOCUMENT: record}, texts={DOCUMENT: (Page(1, text, marks=marks),)}, named=tuple(mentions), ledger=tuple(ledger)
    )
    return OpenCase(Path("a.case"), "a", view, FakeIndex(), FakeBlobs(), FakeSealed())


class FindsNothing(GazetteerTagger):
    precisions: Precisions = MappingProxyType({})


class Listening:
    """Learns nothing, and remembers what it was given."""

    def __init__(self) -> None:
        self.given: list[LabelledText] = []

    def train(self, texts: Sequence[LabelledText]) -> bytes:
        self.given += texts
        return b""

    def tagger(self, model: bytes, *, types: frozenset[MentionType], precisions: Precisions) -> LearntTagger:
        return FindsNothing((), table="none")


def knowing(names: Iterable[tuple[str, MentionType]]) -> Sequence[Tagger]:
    return [GazetteerTagger(case_entries(names), table="case")]


def reports() -> tuple[str, list[tuple[str, MentionType]]]:
    """Return some reports, in each of which one of NAMES is said to have gone somewhere, and the names in order."""
    told = [(name, f"{number} خرج العنصر {name} باتجاه الساحل") for number in range(8) for name in NAMES]
    return "\n".join(line for _, line in told), [(name, PERSON) for name, _ in told]


def test_what_is_learnt_is_used_when_it_finds_names_that_nobody_had_accepted() -> None:
    text, placed = reports()

    learnt = learn_names(case_of(text, placed, NAMES), taggers=knowing, learner=CrfLearner(()))

    (line,) = learnt.report
    assert line.used
    assert 0.0 == line.rules < 0.9 < line.both
    assert len(placed) == learnt.learnt_from + learnt.held_out
    assert learnt.model is not None


def test_a_held_out_name_is_in_no_line_that_is_learnt_from() -> None:
    text, placed = reports()
    listening = Listening()

    learnt = learn_names(case_of(text, placed, NAMES), taggers=knowing, learner=listening)

    learnt_names = {mention.text for text in listening.given for mention in text.mentions}
    assert 0 < len(learnt_names) < len(NAMES)
    assert 8 * len(learnt_names) == learnt.learnt_from
    assert learnt.model is None


def test_lines_with_a_name_that_nobody_decided_on_and_what_is_passed_over_teach_nothing() -> None:
    text, placed = reports()
    quoted = Mark(0, text.index("\n"), MarkKind.REPEATED)
    undecided = f"{text}\nقال غراب الوادي للعنصر مجهول\nفي الرقة غراب الوادي"
    more = [*placed[1:], (NAMES[0], PERSON), ("مجهول", PERSON), ("الرقة", PLACE), (NAMES[0], PERSON)]
    listening = Listening()

    learnt = learn_names(case_of(undecided, more, NAMES, marks=(quoted,)), taggers=knowing, learner=listening)

    assert len(placed) - 1 + 1 == learnt.learnt_from + learnt.held_out
    assert all(text.text[mention.start : mention.end] == mention.text for text in listening.given for mention in text.mentions)


def test_without_decisions_there_is_nothing_to_learn() -> None:
    text, placed = reports()

    with pytest.raises(UsageError):
        learn_names(case_of(text, placed, []), taggers=knowing, learner=CrfLearner(()))
