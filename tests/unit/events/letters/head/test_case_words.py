"""A case's own labels, titles and openers are read where those of the tables are, and nowhere else."""

from __future__ import annotations

import pytest

from kashf.domain.document import Page
from kashf.domain.ids import DocumentId
from kashf.domain.letters.instructions import Force, SpeechAct
from kashf.domain.letters.letter import Letter
from kashf.domain.letters.letter_lexicon import NO_LEXICON, LetterLexicon
from kashf.events.letters.read_letter import read_letter

OWN = LetterLexicon(
    labels=(("number", "زقم الشيفرة"), ("date", "طابعة"), ("addressee", "برسم")),
    titles=(("certificate", "ورقة الفلق"),),
    openers=(("forbid", "يقفل الباب دون"),),
)
TEXT = (
    "ديوان الجسور\nورقة الفلق\nزقم الشيفرة: ٣/٦/١٠٤     طابعة: ٢٥/٥/٢٠١٤م\nبرسم مكتب المطاحن\n"
    "نحيطكم علما بأنه يقفل الباب دون سفر التجار إلى وادي الغيم.\nالمدير\n"
)


def read(lexicon: LetterLexicon, text: str = TEXT) -> Letter:
    return read_letter(DocumentId("a" * 64), [Page(1, text)], lexicon=lexicon) or Letter()


def test_without_a_lexicon_its_words_say_nothing() -> None:
    letter = read(NO_LEXICON)

    assert letter.written is None
    assert [] == [
        each for each in (letter.number and letter.number.said, *(to.said for to in letter.addressees)) if each and each.score > 0.6
    ]


def test_labels_of_a_lexicon_announce_what_those_of_the_tables_do() -> None:
    letter = read(OWN)

    assert letter.number
    assert letter.written
    assert ("3/6/104", "2014-05-25", ["مكتب المطاحن"]) == (
        letter.number.normal,
        letter.written.date.edtf(),
        [each.said.text for each in letter.addressees],
    )


def test_a_title_of_a_lexicon_says_what_a_paper_does() -> None:
    letter = read(OWN, TEXT.replace("نحيطكم علما بأنه يقفل الباب دون سفر", "كلام عن سفر"))

    assert SpeechAct.CERTIFICATE is letter.speech_act


def test_an_opener_of_a_lexicon_says_what_is_done_with_the_act_behind_it() -> None:
    (act,) = read(OWN).acts

    assert (Force.FORBID, "travel") == (act.force, act.kind)


@pytest.mark.parametrize("line", ["كتب عن زقم الشيفرة كلاما كثيرا.", "زقم الشيفرة كلام بلا عدد"])
def test_a_label_within_a_sentence_is_none(line: str) -> None:
    assert read(OWN, f"ديوان الجسور\nإلى / مكتب المطاحن\nالتاريخ: ٢٥/٥/٢٠١٤م\n{line}\n").number is None


def test_the_version_of_a_stage_is_another_with_other_words() -> None:
    from kashf.services.case.versions import dates_version, letters_version

    assert letters_version(OWN) != letters_version()
    assert dates_version(OWN) != dates_version()
    assert letters_version(NO_LEXICON) == letters_version()
