"""Translations of a page of orders by two persons, who disagree about a martyr."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kashf.domain.document import Page, Span
from kashf.domain.ids import DocumentId
from kashf.domain.ledger import EntryKind
from kashf.domain.transcription.signed_words import ModelUsed, PagePlace
from kashf.errors import BrokenCustodyError, NotAllowedError, NotFoundError, UsageError
from kashf.services.case.open import WritableCase
from kashf.services.translated.page_translations import PageTranslations, page_translations
from kashf.services.translation.contested_words import contested_words, find_words, mark_contested, settle_contested
from kashf.services.translation.differences import differences
from kashf.services.translation.take_back import take_back_translated
from kashf.services.translation.write_translation import Draft, translate
from tests.searchable import case_of
from tests.unit.web.named import Notebook, view_of

PAGE = "الشهيد عمر الوردي\nوصلت الرسالة امس\nدفن الشهيد ليلا"
LINES = ((0, 17), (18, 34), (35, 50))
DOCUMENT = DocumentId("0" * 64)
PLACE = PagePlace(DOCUMENT, 1)
LAYLA = ("The martyr Omar al-Wardi", "The letter came yesterday", "The martyr was buried at night")
QASIM = ("Omar al-Wardi, the killed man", "Yesterday the letter came", "The killed man was buried at night")


@pytest.fixture
def notebook(tmp_path: Path) -> Notebook:
    return Notebook(case_of(tmp_path, PAGE, "another page"))


def at_work(notebook: Notebook, who: str) -> WritableCase:
    with notebook.decide(who) as case:
        return replace(case, person=f"person-{who}" if who else "")


def draft(*texts: str, is_blind: bool = False, is_done: bool = False, model: ModelUsed | None = None) -> Draft:
    return Draft(PLACE, "en", dict(zip(LINES, texts, strict=False)), is_blind=is_blind, is_done=is_done, model=model)


def mark(notebook: Notebook, place: tuple[int, int], *, renderings: list[str], why: str) -> None:
    mark_contested(at_work(notebook, "layla"), PLACE, Span(DOCUMENT, 1, *place), language="en", renderings=renderings, why=why)


def seen(notebook: Notebook, who: str) -> PageTranslations:
    return page_translations(notebook.case, PLACE, reader=f"person-{who}")


def test_a_translation_stands_line_by_line_beside_the_words_it_translates(notebook: Notebook) -> None:
    made = translate(at_work(notebook, "layla"), draft(*LAYLA))

    found = seen(notebook, "layla")
    assert (1, 3, "layla", "en") == (made.version, made.segments, made.by, made.language)
    assert [line.original.text for line in found.lines] == [each.original.text for line in found.lines for each in line.quotes]
    assert list(LAYLA) == [each.rendering for line in found.lines for each in line.quotes]


def test_no_word_of_page_or_translation_stands_in_the_ledger(notebook: Notebook) -> None:
    translate(at_work(notebook, "layla"), draft(*LAYLA))
    mark_contested(
        at_work(notebook, "layla"), PLACE, Span(DOCUMENT, 1, 0, 6), language="en", renderings=["martyr"], why="a title or a fact"
    )

    written = b"".join(entry.canonical() for entry, _ in view_of(notebook.case).entries())
    assert not [word for word in ("martyr", "letter", "title", "الشهيد") if word.encode() in written]


def test_a_segment_that_is_translated_again_makes_a_version_and_keeps_the_others(notebook: Notebook) -> None:
    translate(at_work(notebook, "layla"), draft(*LAYLA))

    made = translate(at_work(notebook, "layla"), Draft(PLACE, "en", {LINES[1]: "The message arrived yesterday"}))

    assert (2, 3) == (made.version, made.segments)
    assert ["The martyr Omar al-Wardi", "The message arrived yesterday"] == [
        each.rendering for each in seen(notebook, "x").translations[0].quotes
    ][:2]


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (Draft(PLACE, "en", {}), "nothing-translated"),
        (Draft(PLACE, "English", {LINES[0]: "x"}), "no-such-language"),
        (Draft(PLACE, "en", {(40, 90): "x"}), "no-words-there"),
        (Draft(PLACE, "en", {(0, 9): "x", (5, 17): "y"}), "overlapping-segments"),
        (Draft(PLACE, "en", {LINES[0]: "x" * 20_001}), "rendering-too-long"),
    ],
)
def test_what_is_no_translation_of_the_page_is_refused_and_nothing_is_written(notebook: Notebook, wrong: Draft, code: str) -> None:
    with pytest.raises(UsageError) as refused:
        translate(at_work(notebook, "layla"), wrong)

    assert code == refused.value.code
    assert () == view_of(notebook.case).entries(kinds=[EntryKind.TRANSLATED])


def test_nobody_translates_without_being_a_person_of_the_case(notebook: Notebook) -> None:
    with pytest.raises(UsageError) as refused:
        translate(at_work(notebook, ""), draft(*LAYLA))

    assert "no-translator" == refused.value.code


def test_who_translates_blind_sees_the_first_translation_only_when_done(notebook: Notebook) -> None:
    translate(at_work(notebook, "layla"), draft(*LAYLA))

    translate(at_work(notebook, "qasim"), draft(is_blind=True))
    translate(at_work(notebook, "qasim"), draft(*QASIM[:2]))
    at_first = seen(notebook, "qasim")
    theirs_at_first = seen(notebook, "layla")
    translate(at_work(notebook, "qasim"), Draft(PLACE, "en", {LINES[2]: QASIM[2]}, is_done=True))

    assert (["qasim"], 1) == ([each.translation.by for each in at_first.translations], at_first.hidden)
    assert (["layla"], 1) == ([each.translation.by for each in theirs_at_first.translations], theirs_at_first.hidden)
    assert ["layla", "qasim"] == [each.translation.by for each in seen(notebook, "qasim").translations]


def test_it_is_too_late_to_be_blind_for_who_has_translated_the_page(notebook: Notebook) -> None:
    translate(at_work(notebook, "layla"), draft(*LAYLA))

    with pytest.raises(UsageError) as refused:
        translate(at_work(notebook, "layla"), draft(is_blind=True))

    assert "too-late-to-be-blind" == refused.value.code


def test_a_page_that_is_read_anew_keeps_its_translation_where_the_words_stand_and_lets_the_rest_wait_for_a_look(notebook: Notebook) -> None:
    translate(at_work(notebook, "layla"), draft(*LAYLA))
    view = view_of(notebook.case)
    view.texts = {**view.texts, DOCUMENT: (Page(1, "امر رقم ٧\n" + PAGE.replace("وصلت الرسالة", "وصلت البرقية")),)}

    found = seen(notebook, "layla")

    assert ["", LAYLA[0], "", LAYLA[2]] == ["".join(each.rendering for each in line.quotes) for line in found.lines]
    assert [("وصلت الرسالة امس", LAYLA[1])] == [(each.original.text, each.rendering) for each in found.to_look_at]


def test_two_translators_are_compared_word_by_word_whatever_the_order(notebook: Notebook) -> None:
    translate(at_work(notebook, "layla"), draft(*LAYLA))
    translate(at_work(notebook, "qasim"), draft(*QASIM))

    (found,) = differences(notebook.case, PLACE, reader="")

    assert (3, 2) == (len(found.compared), found.differing)
    assert (("martyr", "killed man"),) == found.compared[0].difference.pairs
    assert found.compared[1].difference.is_same
    assert LAYLA[0] == "".join(piece.text for piece in found.compared[0].difference.left)
    assert ["martyr"] == [piece.text for piece in found.compared[0].difference.left if piece.differs]


def test_a_line_and_its_halves_are_compared_together(notebook: Notebook) -> None:
    translate(at_work(notebook, "layla"), draft(LAYLA[0]))
    translate(at_work(notebook, "qasim"), Draft(PLACE, "en", {(0, 6): "the martyr", (7, 17): "Omar al-Wardi"}))

    (found,) = differences(notebook.case, PLACE, reader="")

    assert (1, 0) == (len(found.compared), found.differing)


def test_a_program_is_never_one_of_the_two(notebook: Notebook) -> None:
    translate(at_work(notebook, "layla"), draft(*LAYLA))
    made = translate(at_work(notebook, "layla"), draft("Omar the witness", model=ModelUsed("toy", "a" * 64)))

    found = seen(notebook, "layla")
    assert (1, "toy") == (made.version, made.by)
    assert [False, True] == [each.is_machine for each in found.lines[0].quotes]
    assert () == differences(notebook.case, PLACE, reader="")


def test_the_contested_word_of_the_original_is_told_by_where_it_stands(notebook: Notebook) -> None:
    translate(at_work(notebook, "layla"), draft(*LAYLA))
    translate(at_work(notebook, "qasim"), draft(*QASIM))

    (found,) = contested_words(notebook.case, reader="")

    assert ("الشهيد", "الشهيد") == tuple(each.text for each in found.originals)
    assert [("martyr", ("layla",)), ("killed man", ("qasim",))] == [(each.text, each.by) for each in found.renderings]
    assert (found.settled, found.marked) == (None, None)


def test_contested_words_are_settled_with_a_reason_and_stay_on_the_list(notebook: Notebook) -> None:
    translate(at_work(notebook, "layla"), draft(*LAYLA))
    translate(at_work(notebook, "qasim"), draft(*QASIM))
    (open_one,) = contested_words(notebook.case, reader="")

    settle_contested(at_work(notebook, "layla"), open_one.id[:8], rendering="martyr", why="the register uses it as a title", reader="")

    (found,) = contested_words(notebook.case, reader="")
    assert found.settled is not None
    assert ("martyr", "the register uses it as a title", "layla", 2) == (
        found.settled.rendering,
        found.settled.why,
        found.settled.signed.who,
        found.places,
    )


def test_words_are_marked_as_contested_with_a_reason(notebook: Notebook) -> None:
    with pytest.raises(UsageError):
        mark(notebook, (0, 6), renderings=[], why=" ")

    start, end = find_words(Page(1, PAGE), "الرساله")
    mark_contested(
        at_work(notebook, "layla"),
        PLACE,
        Span(DOCUMENT, 1, start, end),
        language="en",
        renderings=["letter", "mission"],
        why="both are meant",
    )

    (found,) = contested_words(notebook.case, reader="")
    assert ("الرسالة", "both are meant") == (found.originals[0].text, found.why)
    with pytest.raises(NotFoundError):
        settle_contested(at_work(notebook, "layla"), "ffff", rendering="x", why="y", reader="")


def test_words_that_were_changed_in_the_store_are_no_translation(notebook: Notebook) -> None:
    made = translate(at_work(notebook, "layla"), draft(*LAYLA))
    notebook.case.blobs.destroy(made.words)

    with pytest.raises(BrokenCustodyError):
        seen(notebook, "layla")


def test_a_version_that_is_taken_back_gives_place_to_the_one_before(notebook: Notebook) -> None:
    translate(at_work(notebook, "layla"), draft(*LAYLA))
    later = translate(at_work(notebook, "layla"), Draft(PLACE, "en", {LINES[1]: "The message arrived yesterday"}))

    with pytest.raises(NotAllowedError):
        take_back_translated(at_work(notebook, "qasim"), later.signed.id)
    take_back_translated(at_work(notebook, "layla"), later.signed.id[:12])

    (shown,) = seen(notebook, "layla").translations
    assert (1, list(LAYLA)) == (shown.translation.version, [each.rendering for each in shown.quotes])
    assert 3 == translate(at_work(notebook, "layla"), Draft(PLACE, "en", {LINES[1]: "It came"})).version


def test_what_was_settled_is_open_again_once_it_is_taken_back(notebook: Notebook) -> None:
    mark(notebook, (0, 6), renderings=["martyr"], why="a title or a fact")
    (one,) = contested_words(notebook.case, reader="")
    settled = settle_contested(at_work(notebook, "layla"), one.id, rendering="martyr", why="his title", reader="").settled
    assert settled is not None

    take_back_translated(at_work(notebook, "layla"), settled.signed.id)

    assert [None] == [each.settled for each in contested_words(notebook.case, reader="")]
    with pytest.raises(NotFoundError):
        take_back_translated(at_work(notebook, "layla"), settled.signed.id)
