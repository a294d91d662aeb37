"""A case with one scanned letter that was read, in real records, and people who correct it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from kashf.domain.document import Origin, Page, Reading, Span, Status
from kashf.domain.ids import DocumentId
from kashf.domain.letters.letter_corrections import LetterCorrection, Saying
from kashf.language.grammar.rules import RuleTagger
from kashf.services.correcting.correct_letter import correct_letter, said_of_field
from kashf.services.letters.asked_letter import AskedLetter
from kashf.services.letters.list_letters import ListedLetter, list_letters
from kashf.services.transcription.bring_up import bring_up
from tests.transcribed import TypedCase, typed_case

ORDER = (
    "ولاية المرج\nديوان الجسور\nالعدد: ٣/٦/١٠٤\nالتاريخ: ٢٥/٥/٢٠١٤م\nإلى / كافة المكاتب\n"
    "يمنع على التجار السفر إلى وادي الغيم. والجسر خال قبل الليل.\nسالم الوردي\nالمدير\n"
)


def letter_case(folder: Path, text: str = ORDER) -> TypedCase:
    """Make it: its `letter` was read by a machine from a picture."""
    made = typed_case(folder)
    read_letter_anew(made, text)
    return made


def read_letter_anew(made: TypedCase, text: str) -> None:
    """Let a machine read the letter again; form feeds part its pages."""
    pages = tuple(Page(number, each, Origin.OCR, 0.97) for number, each in enumerate(text.split("\f"), start=1))
    made.read_anew(Reading(made.letter, "image/png", Status.DONE, pages=pages, engines={"tesseract": "5"}))
    with made.as_person("amal") as case:
        bring_up(case, made.letter, taggers=[RuleTagger()])


def say(
    made: TypedCase,
    name: str,
    typed: str = "",
    *,
    saying: Saying = Saying.SAID,
    by: str = "Nour",
    place: Span | None = None,
    why: str = "",
    nth: int = 0,
) -> LetterCorrection:
    """Let somebody say something of a field of the letter."""
    with made.as_person(by) as case:
        told = said_of_field(case.reading, AskedLetter(made.letter, nth), name, saying, typed=typed, place=place)
        return correct_letter(case, made.letter, replace(told, why=why))


def listed(made: TypedCase, document: DocumentId | None = None) -> ListedLetter:
    """Return the letter as lists show it."""
    with made.reading() as case:
        (found,) = list_letters(case, document=document or made.letter).letters
        return found
