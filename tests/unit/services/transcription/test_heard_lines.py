"""What is said in a recording is typed with its time, and is text like any other; what a machine hears is none before a person listened."""

from __future__ import annotations

from pathlib import Path

import pytest

from kashf.bootstrap import open_for_writing
from kashf.domain.document import Origin, Reading, Reason, Span, Status
from kashf.domain.entries.named_words import named_words
from kashf.domain.ids import canonical_json
from kashf.domain.ledger import EntryKind
from kashf.domain.pages.time_code import TimeRange
from kashf.domain.transcription.heard_quotes import HeardPassage
from kashf.domain.transcription.signed_words import ModelUsed
from kashf.errors import NotAllowedError, NotFoundError, UsageError
from kashf.services.case.documents import show
from kashf.services.ingest.tombstones import destroy, plan_destruction
from kashf.services.ledger.custody import verify
from kashf.services.search.find import find
from kashf.services.transcription.heard_lines import Listened, confirm_heard, hear, keep_output, listened, take_back_heard
from tests.transcribed import TypedCase, typed_case

EARLY, LATE = TimeRange(5_000, 7_500), TimeRange(83_000, 91_000)
MODEL = ModelUsed("toy", "a" * 64)
SAID = (HeardPassage(EARLY, "bring the fuel"), HeardPassage(LATE, "leave at night"))


@pytest.fixture
def made(tmp_path: Path) -> TypedCase:
    made = typed_case(tmp_path)
    made.read_anew(_reading(made))
    return made


def _reading(made: TypedCase, duration: str = "00:01:31.5") -> Reading:
    told = {"duration": duration} if duration else {}
    return Reading(made.letter, "audio/wav", Status.PARTIAL, Reason.UNSUPPORTED, "not listened to", metadata=told)


def _hear(made: TypedCase, stretch: TimeRange, words: str, name: str = "Layla Haddad") -> str:
    with made.as_person(name) as case:
        return hear(case, made.letter, stretch, words)


def _listened(made: TypedCase) -> Listened:
    with made.reading() as case:
        return listened(case, made.letter)


def _found(made: TypedCase, words: str) -> int:
    with made.reading() as case:
        return len({hit.document for hit in find(case, words).hits})


def test_what_somebody_hears_is_found_at_once_and_is_a_place_like_any_other(made: TypedCase) -> None:
    _hear(made, LATE, "leave at night")
    _hear(made, EARLY, "bring [the fuel?]")

    assert 1 == _found(made, "fuel")
    with made.reading() as case:
        (page,) = case.view.pages(made.letter)
    assert "[00:00:05-00:00:07.5] bring the fuel\n[00:01:23-00:01:31] leave at night" == page.text
    assert Origin.TRANSCRIPTION is page.origin
    first, second = _listened(made).lines
    assert Span(made.letter, 1, 22, 36) == first.quote.span
    assert ["bring the fuel", "leave at night"] == [page.text[each.quote.start : each.quote.end] for each in (first, second)]
    assert ["the fuel"] == [page.text[mark.start : mark.end] for mark in page.marks]


def test_that_somebody_listened_to_a_part_makes_the_recording_no_more_read_than_it_was(made: TypedCase) -> None:
    _hear(made, EARLY, "bring the fuel")

    with made.reading() as case:
        record = show(case, made.letter).record
    assert (Status.PARTIAL, "unsupported") == (record.status, record.reason)


def test_what_was_heard_survives_another_reading_of_the_file(made: TypedCase) -> None:
    _hear(made, EARLY, "bring the fuel")

    made.read_anew(_reading(made))

    assert 1 == _found(made, "fuel")
    assert 1 == len(_listened(made).lines)


def test_what_is_taken_back_is_no_text_any_more_and_only_who_typed_it_takes_it_back(made: TypedCase) -> None:
    entry = _hear(made, EARLY, "bring the fuel")
    with made.as_person("Omar Said") as case, pytest.raises(NotAllowedError):
        take_back_heard(case, made.letter, entry)
    with made.as_person("Layla Haddad") as case:
        take_back_heard(case, made.letter, entry[:12])

    assert 0 == _found(made, "fuel")
    with made.reading() as case:
        assert () == case.view.pages(made.letter)


@pytest.mark.parametrize(
    ("stretch", "words", "code"),
    [
        (TimeRange(305_000, 307_000), "bring the fuel", "beyond-the-end"),
        (EARLY, "  ", "quote-length"),
        (EARLY, "x" * 5_001, "quote-length"),
        (EARLY, "a\x00b", "quote-typed"),
    ],
)
def test_what_cannot_be_heard_there_is_refused_and_nothing_is_written(made: TypedCase, stretch: TimeRange, words: str, code: str) -> None:
    with made.as_person("Layla Haddad") as case, pytest.raises(UsageError) as refused:
        hear(case, made.letter, stretch, words)

    assert code == refused.value.code
    with made.reading() as case:
        assert () == case.view.entries(kinds=[EntryKind.HEARD])


def test_a_recording_that_does_not_say_how_long_it_is_takes_any_time(made: TypedCase) -> None:
    made.read_anew(_reading(made, duration=""))

    _hear(made, TimeRange(305_000, 307_000), "bring the fuel")

    assert 1 == len(_listened(made).lines)


def test_nobody_listens_to_a_page_of_paper(made: TypedCase) -> None:
    with made.as_person("Layla Haddad") as case, pytest.raises(NotFoundError) as refused:
        hear(case, made.sure, EARLY, "bring the fuel")

    assert "no-recording" == refused.value.code


def test_what_a_machine_hears_is_a_draft_and_no_text(made: TypedCase) -> None:
    with made.as_person("Layla Haddad") as case:
        keep_output(case, made.letter, SAID, model=MODEL)

    found = _listened(made)
    assert ((), 1, SAID) == (found.lines, len(found.outputs), found.outputs[0].passages)
    assert 0 == _found(made, "fuel")


def test_a_machine_that_hears_something_beyond_the_end_is_refused(made: TypedCase) -> None:
    with made.as_person("Layla Haddad") as case, pytest.raises(UsageError) as refused:
        keep_output(case, made.letter, (HeardPassage(TimeRange(0, 400_000), "bring the fuel"),), model=MODEL)

    assert "beyond-the-end" == refused.value.code


@pytest.mark.parametrize(
    ("stretch", "words"),
    [(EARLY, "bring the food"), (EARLY, "leave at night"), (TimeRange(5_000, 7_000), "bring the fuel"), (LATE, "Leave at night")],
)
def test_only_words_that_the_machine_heard_there_verbatim_are_confirmed(made: TypedCase, stretch: TimeRange, words: str) -> None:
    with made.as_person("Layla Haddad") as case:
        output = keep_output(case, made.letter, SAID, model=MODEL)
        with pytest.raises(UsageError) as refused:
            confirm_heard(case, made.letter, stretch, words, output=output)

    assert "not-verbatim" == refused.value.code
    assert () == _listened(made).lines


def test_a_draft_is_text_once_a_person_listened_and_says_who(made: TypedCase) -> None:
    with made.as_person("Layla Haddad") as case:
        output = keep_output(case, made.letter, SAID, model=MODEL)
    with made.as_person("Omar Said") as case:
        confirm_heard(case, made.letter, EARLY, "bring the fuel", output=output[:12])

    (line,) = _listened(made).lines
    assert ("Omar Said", output) == (line.heard.signed.who, line.heard.output)
    assert 1 == _found(made, "fuel")


def test_no_word_stands_in_the_ledger_and_destroying_takes_what_was_heard_away(made: TypedCase) -> None:
    _hear(made, EARLY, "bring the fuel")
    with open_for_writing(made.path, settings=made.settings("amal")) as case:
        entries = case.reading.view.entries()
        (blob,) = named_words(entries, [made.letter])
        assert b"fuel" not in b"".join(canonical_json(entry.body) for entry, _ in entries)
        destroy(case, plan_destruction(case.reading, made.letter), why="a court said so", with_members=False)
        assert "missing" == case.reading.blobs.fault(blob)
        assert [] == [fault for fault in verify(case.reading).faults if fault.what not in {"document", "sighting"}]


def test_words_that_are_gone_are_a_fault(made: TypedCase) -> None:
    _hear(made, EARLY, "bring the fuel")
    with made.reading() as case:
        (blob,) = named_words(case.view.entries())
        case.blobs.destroy(blob)
        assert [blob] == [fault.where for fault in verify(case).faults if fault.what == "typed words"]
