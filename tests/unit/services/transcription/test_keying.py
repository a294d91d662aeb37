"""What people type off a page stands in it at once, and survives whatever happens to the page."""

from __future__ import annotations

from pathlib import Path

import pytest

from kashf.bootstrap import open_for_writing
from kashf.domain.document import MarkKind, Origin, Page, Status
from kashf.domain.entries.named_words import named_words
from kashf.domain.ids import canonical_json
from kashf.domain.ledger import EntryKind
from kashf.domain.pages.regions import WHOLE_PAGE
from kashf.domain.transcription.signed_words import PagePlace
from kashf.domain.transcription.transcripts import TRANSCRIPTS
from kashf.errors import NotAllowedError, NotFoundError, UsageError
from kashf.services.case.documents import show
from kashf.services.ingest.tombstones import destroy, plan_destruction
from kashf.services.ledger.custody import rebuild, verify
from kashf.services.search.find import find
from kashf.services.transcription.credits import page_credits
from kashf.services.transcription.keying import draw_lines, key_line, settle, take_back_typed
from kashf.services.transcription.page_lines import LineState, lines_of
from tests.transcribed import FIRST, SECOND, THIRD, TypedCase, letter_reading, typed_case, unsure_page


@pytest.fixture
def made(tmp_path: Path) -> TypedCase:
    return typed_case(tmp_path)


def _page(made: TypedCase) -> Page:
    with made.reading() as case:
        (page,) = case.view.pages(made.letter)
        return page


def _found(made: TypedCase, words: str) -> int:
    with made.reading() as case:
        return len({hit.document for hit in find(case, words).hits})


def _status(made: TypedCase) -> tuple[Status | None, str]:
    with made.reading() as case:
        record = show(case, made.letter).record
        return record.status, record.reason


def _type(made: TypedCase, *typed: str, name: str = "Layla Haddad") -> None:
    with made.as_person(name) as case:
        for region, line in zip((FIRST, SECOND, THIRD), typed, strict=False):
            key_line(case, made.page, region, line)


def _entry(made: TypedCase) -> str:
    with made.reading() as case:
        return lines_of(case, made.letter, 1)[0].keyings[0].id


def test_a_line_is_found_as_soon_as_it_is_typed(made: TypedCase) -> None:
    assert 0 == _found(made, "fuel")
    with made.as_person("Layla Haddad") as case:
        outcome = key_line(case, made.page, FIRST, "send the fuel")

    assert outcome.brought_up.is_indexed
    assert 1 == _found(made, "fuel")


def test_what_nobody_typed_yet_and_no_machine_read_surely_is_passed_over_and_counted(made: TypedCase) -> None:
    _type(made, "send the fuel")
    page = _page(made)

    assert (Origin.TRANSCRIPTION, "send the fuel") == (page.origin, page.shown().strip())
    assert [MarkKind.UNKEYED] * 2 == [mark.kind for mark in page.marks]
    assert 0 == _found(made, "qxz")
    with made.reading() as case:
        assert 2 == case.view.totals().unkeyed_lines
    assert (Status.PARTIAL, "low-confidence") == _status(made)


def test_a_document_is_done_once_each_unsure_page_was_typed_whole(made: TypedCase) -> None:
    _type(made, "send the fuel", "to the north", "")

    assert (Status.DONE, "") == _status(made)
    assert "send the fuel\nto the north" == _page(made).text
    with made.reading() as case:
        assert ({}, 0) == (dict(case.view.unsure_pages()), case.view.totals().unkeyed_lines)


def test_the_machines_page_is_kept_beside_it(made: TypedCase) -> None:
    _type(made, "send the fuel")

    with made.reading() as case:
        assert (unsure_page(),) == case.view.second_readings(made.letter)


def test_what_was_typed_stands_above_a_page_that_is_read_anew(made: TypedCase) -> None:
    _type(made, "send the fuel", "to the north", "at once")
    made.read_anew(letter_reading(made.letter, unsure_page(1, "other", "words", "now")))

    assert "send the fuel\nto the north\nat once" == _page(made).text
    assert (Status.DONE, "") == _status(made)
    assert 1 == _found(made, "fuel")


def test_what_was_typed_survives_a_rebuild(made: TypedCase) -> None:
    _type(made, "send the fuel")
    with open_for_writing(made.path, settings=made.settings("amal")) as case:
        rebuild(case)
        with case.store.unit() as uow:  # no receipt of this case lists the letter
            from kashf.domain.document import Sighting

            uow.sight([Sighting(made.letter, "letter.png", "courier")], receipt=None, depth=0)
            uow.commit()
    made.read_anew(letter_reading(made.letter))

    assert "send the fuel" == _page(made).shown().strip()


def test_what_was_taken_back_leaves_the_page_as_a_machine_read_it(made: TypedCase) -> None:
    with made.as_person("Layla Haddad") as case:
        key_line(case, made.page, FIRST, "send the fuel")
        take_back_typed(case, _entry(made))

    assert unsure_page() == _page(made)
    assert (Status.PARTIAL, "low-confidence") == _status(made)
    assert 0 == _found(made, "fuel")


def test_only_who_typed_a_line_takes_it_back(made: TypedCase) -> None:
    with made.as_person("Layla Haddad") as case:
        key_line(case, made.page, FIRST, "send the fuel")
    entry = _entry(made)
    with made.as_person("Omar Said") as case, pytest.raises(NotAllowedError):
        take_back_typed(case, entry)


def test_no_word_stands_in_the_ledger_and_destroying_takes_what_was_typed_away(made: TypedCase) -> None:
    _type(made, "send the fuel to Omar Haddad")
    with open_for_writing(made.path, settings=made.settings("amal")) as case:
        entries = case.reading.view.entries(kinds=sorted(TRANSCRIPTS.kinds))
        (blob,) = named_words(entries, [made.letter])
        assert b"fuel" not in b"".join(canonical_json(entry.body) for entry, _ in entries)
        destroy(case, plan_destruction(case.reading, made.letter), why="a court said so", with_members=False)
        assert "missing" == case.reading.blobs.fault(blob)
        assert [] == [fault for fault in verify(case.reading).faults if fault.what not in {"document", "sighting"}]
        with pytest.raises(NotAllowedError):
            key_line(case, made.page, FIRST, "once more")


def test_a_blob_of_typed_words_that_is_gone_is_a_fault(made: TypedCase) -> None:
    _type(made, "send the fuel")
    with made.reading() as case:
        (blob,) = named_words(case.view.entries(kinds=sorted(TRANSCRIPTS.kinds)))
        case.blobs.destroy(blob)
        assert [("typed words", blob)] == [(fault.what, fault.where) for fault in verify(case).faults if fault.what == "typed words"]


def test_typed_words_that_were_changed_are_a_fault_and_no_text_of_the_page(made: TypedCase) -> None:
    _type(made, "send the fuel")
    with made.reading() as case:
        (blob,) = named_words(case.view.entries(kinds=sorted(TRANSCRIPTS.kinds)))
    path = next(made.path.rglob(blob))
    path.chmod(0o600)
    path.write_bytes(path.read_bytes().replace(b"fuel", b"gold"))
    made.read_anew(letter_reading(made.letter))

    with made.reading() as case:
        assert [("typed words", blob)] == [(fault.what, fault.where) for fault in verify(case).faults if fault.what == "typed words"]
    assert "gold" not in _page(made).text


@pytest.mark.parametrize("typed", ["a\x00b", "a\ud800b", "x" * 10_000])
def test_what_no_keyboard_types_is_refused_and_nothing_is_written(made: TypedCase, typed: str) -> None:
    with made.as_person("Layla Haddad") as case, pytest.raises(UsageError):
        key_line(case, made.page, FIRST, typed)
    with made.reading() as case:
        assert () == case.view.entries(kinds=[EntryKind.KEYED])


def test_a_page_that_is_not_there_is_told(made: TypedCase) -> None:
    with made.as_person("Layla Haddad") as case, pytest.raises(NotFoundError, match="has no page 2"):
        key_line(case, PagePlace(made.letter, 2), FIRST, "words")


def test_a_page_of_which_a_machine_read_nothing_is_typed_as_one(made: TypedCase) -> None:
    made.read_anew(letter_reading(made.letter, Page(1, "", Origin.OCR, 0.0)))
    with made.as_person("Layla Haddad") as case:
        key_line(case, made.page, WHOLE_PAGE, "send the fuel")

    assert "send the fuel" == _page(made).text


def test_while_another_process_writes_the_index_what_was_typed_is_safe_and_waits(made: TypedCase) -> None:
    with open_for_writing(made.path, settings=made.settings("amal")), made.as_person("Layla Haddad") as case:
        outcome = key_line(case, made.page, FIRST, "send the fuel")

    assert not outcome.brought_up.is_indexed
    assert "send the fuel" == _page(made).shown().strip()
    with made.reading() as case:
        assert 1 == case.view.totals().by_stage["index"]


def test_a_line_with_a_number_waits_for_a_second_person_who_does_not_see_the_first(made: TypedCase) -> None:
    _type(made, "send 3 tankers", "to the north")
    with made.as_person("Omar Said") as case:
        seen = lines_of(case.reading, made.letter, 1, reader=case.person)

    assert [LineState.WAITS, LineState.KEYED, LineState.UNKEYED] == [line.state for line in seen]
    assert ([""], True) == ([each.typed for each in seen[0].keyings], seen[0].is_masked)


def test_nobody_confirms_himself_under_another_spelling_of_his_name(made: TypedCase) -> None:
    _type(made, "send 3 tankers")
    _type(made, "send 3 tankers", name="  LAYLA  haddad")

    with made.reading() as case:
        assert LineState.WAITS == lines_of(case, made.letter, 1)[0].state


def test_who_was_shown_what_others_typed_confirms_neither(made: TypedCase) -> None:
    _type(made, "send 3 tankers", "to the north")
    _type(made, "send 5 tankers", name="Omar Said")
    _type(made, "send 5 tankers", "to the north", name="Sami Khoury")
    with made.as_person("Layla Haddad") as case:
        take_back_typed(case, lines_of(case.reading, made.letter, 1)[0].keyings[0].id)

    with made.reading() as case:
        first, second, _ = lines_of(case, made.letter, 1)
    assert (LineState.WAITS, (0, 0)) == (first.state, first.different)
    assert (LineState.KEYED, [True, False], (0, 0)) == (second.state, [each.is_blind for each in second.keyings], second.different)


def test_only_who_typed_the_same_blind_or_settled_a_line_checked_it(made: TypedCase) -> None:
    _type(made, "send 3 tankers")
    _type(made, "send 5 tankers", name="Omar Said")
    with made.reading() as case:
        before = page_credits(case, made.letter)[1]
    with made.as_person("Sami Khoury") as case:
        settle(case, made.page, FIRST, "send 5 tankers", why="the stroke is a five")
        after = page_credits(case.reading, made.letter)[1]

    assert (("Layla Haddad", "Omar Said"), ()) == (before.typed_by, before.checked_by)
    assert (("Layla Haddad", "Omar Said"), ("Sami Khoury",)) == (after.typed_by, after.checked_by)


def test_what_one_of_two_proposes_is_not_shown_to_who_is_to_type_blind(made: TypedCase) -> None:
    _type(made, "to the north")
    _type(made, "send 5 tankers", name="Omar Said")
    with made.as_person("Omar Said") as case:
        settle(case, made.page, FIRST, "send 5 tankers", why="a five")
    with made.as_person("Sami Khoury") as case:
        seen = lines_of(case.reading, made.letter, 1, reader=case.person)[0]

    assert (LineState.WAITS, True, ["", ""], None) == (seen.state, seen.is_masked, [each.typed for each in seen.keyings], seen.proposed)


def test_two_who_agree_on_each_value_agree_in_whatever_digits(made: TypedCase) -> None:
    _type(made, "أرسلوا 3 صهاريج")
    _type(made, "أرسلوا ٣ صهاريج", name="Omar Said")

    with made.reading() as case:
        assert LineState.AGREED == lines_of(case, made.letter, 1)[0].state


def test_what_two_typed_otherwise_a_third_settles(made: TypedCase) -> None:
    _type(made, "send 3 tankers")
    _type(made, "send 5 tankers", name="Omar Said")
    with made.as_person("Sami Khoury") as case:
        before = lines_of(case.reading, made.letter, 1)[0]
        after = settle(case, made.page, FIRST, "send 5 tankers", why="the stroke is a five").line

    assert (LineState.DISAGREED, [False]) == (before.state, [each.is_agreed for each in before.values if "3" in each.first])
    assert after is not None
    assert (LineState.SETTLED, "send 5 tankers", 2) == (after.state, after.typed, len(after.keyings))
    assert _page(made).text.startswith("send 5 tankers")


def test_one_of_the_two_settles_nothing_alone(made: TypedCase) -> None:
    _type(made, "send 3 tankers")
    _type(made, "send 5 tankers", name="Omar Said")
    with made.as_person("Omar Said") as case:
        alone = settle(case, made.page, FIRST, "send 5 tankers", why="a five").line
    with made.as_person("Layla Haddad") as case:
        together = settle(case, made.page, FIRST, "send 5 tankers", why="I see it now").line

    assert alone is not None
    assert together is not None
    assert (LineState.DISAGREED, "send 5 tankers") == (alone.state, alone.proposed.typed if alone.proposed else "")
    assert LineState.SETTLED == together.state


def test_lines_drawn_by_hand_are_the_lines_of_the_page(made: TypedCase) -> None:
    with made.as_person("Layla Haddad") as case:
        draw_lines(case, made.page, [THIRD, FIRST])
        key_line(case, made.page, FIRST, "second in order")
        key_line(case, made.page, THIRD, "first in order")

    assert "first in order\nsecond in order" == _page(made).shown().strip().replace("\n\n", "\n")
    with made.reading() as case:
        assert [THIRD, FIRST] == [line.region for line in lines_of(case, made.letter, 1)]
