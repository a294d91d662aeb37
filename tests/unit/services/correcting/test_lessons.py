"""Corrections teach labels, titles and openings of acts; what another judged letter contradicts is not learnt."""

from __future__ import annotations

import pytest

from kashf.domain.document import Page, Span
from kashf.domain.ids import DocumentId
from kashf.domain.letters.letter import Letter
from kashf.domain.letters.letter_corrections import FieldOfLetter, LetterField
from kashf.domain.letters.letter_lexicon import NO_LEXICON, LetterLexicon
from kashf.services.correcting.lessons import JudgedLetter, lessons_of, with_lessons
from kashf.services.letters.corrections.typed_fields import with_words
from kashf.services.letters.keep_letters import letter_on

NUMBER = FieldOfLetter(LetterField.NUMBER)
PAPER = "ديوان الجسور\nرمز الضبط: ٧/١١٤\nالتاريخ: ٢٥/٥/٢٠١٤م\nبرسم مكتب المطاحن\nيقفل الباب دون سفر التجار إلى وادي الغيم.\nالمدير\n"


def judged(
    name: str, text: str, field: LetterField, said: tuple[str, ...], at: str, *, act: bool = False, pointed: bool = True
) -> JudgedLetter:
    """Return a letter of which somebody says that a field has some words, pointing at words on its page."""
    document, start = DocumentId(name * 64), text.index(at)
    place = Span(document, 1, start, start + len(at))
    about = FieldOfLetter(field, (1, place.start, place.end) if act else None)
    pages = (Page(1, text),)
    truth = with_words(letter_on(document, pages, type="text/plain") or Letter(), about, said, place)
    return JudgedLetter(document, pages, "text/plain", truth, {about: place if pointed else None})


def phrases(*letters: JudgedLetter) -> list[tuple[str, str, str, int, int]]:
    return [(each.part, each.code, each.phrase, each.right, each.contradicted) for each in lessons_of(letters, NO_LEXICON)]


def test_the_words_before_a_corrected_number_are_its_label_and_help_the_other_letters() -> None:
    other = PAPER.replace("١١٤", "١١٥")
    letters = [judged("a", PAPER, LetterField.NUMBER, ("7/114",), "٧/١١٤"), judged("b", other, LetterField.NUMBER, ("7/115",), "٧/١١٥")]

    assert [("labels", "number", "رمز الضبط", 2, 0)] == phrases(*letters)
    taught = with_lessons(NO_LEXICON, lessons_of(letters, NO_LEXICON))
    read = letter_on(DocumentId("c" * 64), [Page(1, PAPER.replace("١١٤", "١٢٠"))], type="text/plain", lexicon=taught)
    assert read
    assert read.number
    assert "7/120" == read.number.normal


def test_a_label_that_another_letter_contradicts_is_not_learnt() -> None:
    other = PAPER.replace("رمز الضبط: ٧/١١٤", "رمز الضبط: ٩٩٩\nالعدد: ٥/٣")
    against = judged("b", other, LetterField.NUMBER, ("5/3",), "٥/٣")
    (lesson,) = lessons_of([judged("a", PAPER, LetterField.NUMBER, ("7/114",), "٧/١١٤"), against], NO_LEXICON)

    assert (1, 1, False) == (lesson.right, lesson.contradicted, lesson.is_learnt)


def test_a_label_of_those_addressed_needs_no_sign_behind_it() -> None:
    text = PAPER.replace("مكتب المطاحن", "خالد النهري")

    assert [("labels", "addressee", "برسم", 1, 0)] == phrases(judged("a", text, LetterField.ADDRESSEE, ("خالد النهري",), "خالد النهري"))


def test_what_stands_before_the_act_of_an_act_that_was_not_read_opens_acts() -> None:
    clause = "يقفل الباب دون سفر التجار إلى وادي الغيم"

    assert [("openers", "forbid", "يقفل الباب دون", 1, 0)] == phrases(
        judged("a", PAPER, LetterField.ACT, ("travel forbid", clause), clause, act=True)
    )


def test_words_that_somebody_points_at_as_the_kind_of_a_paper_are_a_title() -> None:
    text = PAPER.replace("رمز الضبط: ٧/١١٤", "ورقة الفلق").replace("يقفل الباب دون سفر", "كلام عن سفر")

    assert [("titles", "certificate", "ورقة الفلق", 1, 0)] == phrases(judged("a", text, LetterField.DOES, ("certificate",), "ورقة الفلق"))


@pytest.mark.parametrize(
    "letter",
    [
        judged("a", PAPER, LetterField.NUMBER, ("7/114",), "٧/١١٤", pointed=False),
        judged("a", PAPER.replace("رمز الضبط: ", ""), LetterField.NUMBER, ("7/114",), "٧/١١٤"),
        judged("a", PAPER.replace("رمز الضبط", "هذا كلام طويل جدا قبل الرقم"), LetterField.NUMBER, ("7/114",), "٧/١١٤"),
        judged("a", PAPER, LetterField.SUBJECT, ("المدير",), "المدير"),
    ],
    ids=["nobody pointed", "no words", "too many", "on a line of its own"],
)
def test_what_no_label_announces_teaches_nothing(letter: JudgedLetter) -> None:
    assert [] == phrases(letter)


def test_what_is_known_teaches_nothing_again() -> None:
    known = LetterLexicon(labels=(("number", "رمز الضبط"),))

    assert () == lessons_of([judged("a", PAPER, LetterField.NUMBER, ("7/114",), "٧/١١٤")], known)
