"""The record of a source as lines: no figure without what stands beside it, and no sign that a terminal would obey."""

from __future__ import annotations

import datetime as dt
import json

from kashf.domain.ids import DocumentId, EntryId
from kashf.domain.judged_sources.source_entries import CheckOutcome, SourceChecked, SourceGraded
from kashf.domain.transcription.signed_words import Signed
from kashf.evidence.reliability.batch_checks import BatchCheck, BatchFinding
from kashf.evidence.reliability.track_record import RecordAssumptions, track_records
from kashf.services.judged_sources.source_record import GradedByHand, ShownCheck, SourceRecord
from kashf.show.sources.source_lines import letter_words, source_answer, source_line, source_lines

SIGNED = Signed(EntryId("e" * 64), "Layla", dt.datetime(2030, 1, 1, tzinfo=dt.UTC), "p")
HOSTILE = "a\u202eb\x1b[31m"


def record(batches: int, *, by_hand: bool = False) -> SourceRecord:
    counted = [BatchCheck(str(number), BatchFinding.GENUINE, "letters", chosen_by="source") for number in range(batches)]
    whole, *by_kind = track_records(counted, RecordAssumptions(deception=0.05))
    told = SourceChecked(
        signed=SIGNED, source="kestrel-2", words=DocumentId("b" * 64), outcome=CheckOutcome.GENUINE, on=dt.date(2029, 1, 1)
    )
    check = ShownCheck(told, HOSTILE, "letters", HOSTILE, "source", HOSTILE, by_source=True)
    graded = SourceGraded(signed=SIGNED, source="kestrel-2", words=DocumentId("b" * 64), letter="E")
    return SourceRecord(
        "kestrel-2",
        (),
        (check,),
        (HOSTILE,),
        whole,
        tuple(by_kind),
        whole.grade.overridden(type(whole.grade.letter)("E"), "caught") if by_hand else whole.grade,
        GradedByHand(graded, "caught") if by_hand else None,
        ("letters", "films"),
        ("films",),
        ("flint-3",),
        ("flint-3", "quartz-4"),
        (),
        (),
    )


def test_a_letter_never_stands_alone() -> None:
    assert "kestrel-2  C (channel, 10 batches checked)" == source_line(record(10)).replace("\u2068", "").replace("\u2069", "")
    assert "E (channel, 10 batches checked), set by" in letter_words(record(10, by_hand=True))
    assert "the record gives C" in letter_words(record(10, by_hand=True))


def test_the_lines_say_what_the_figures_do_not() -> None:
    lines = "\n".join(source_lines(record(10)))

    for words in ("more than 0.7616", "chose every batch", "does not raise it", "disagree", "never checked on", "who have it from"):
        assert words in lines
    assert {"\u202e", "\x1b"}.isdisjoint(lines)


def test_without_a_settled_batch_there_is_no_figure() -> None:
    lines = "\n".join(source_lines(record(0)))

    assert "no batch was checked" in lines
    assert "too little record, not a bad one" in lines
    assert "0.5" not in lines


def test_json_holds_both_letters_and_every_check() -> None:
    told = json.loads(json.dumps(source_answer(record(10, by_hand=True))))

    assert ("E", "C", "caught") == (told["letter"], told["derived_letter"], told["override"]["why"])
    assert [HOSTILE] == [each["batch"] for each in told["checks"]]
